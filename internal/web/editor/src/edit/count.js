// Numbers of the items that follow one that comes in or goes.
import { countOn } from "../outline/signs.js";
import { headOf, isContinuation } from "../outline/lines.js";

/**
 * countAnew gives the changes that count on (by 1) or back (by -1) the items of a
 * rank from a line on, as long as they follow a sign in order; the numbers of what
 * lies below them ("2.1." of "2.") go along.
 */
export function countAnew(doc, number, rank, sign, by) {
  const changes = [];
  let last = sign, own = null; // the item under which a line stands: [old sign, new sign]
  for (let n = number; n <= doc.lines && countOn(last) !== last; n++) {
    if (isContinuation(doc, n)) continue;
    const line = doc.line(n);
    const head = headOf(line.text);
    if (!head.rank || head.empty) continue;
    if (head.rank < rank) break;
    if (head.rank === rank) {
      if (head.sign !== countOn(last)) break;
      own = [head.sign, countOn(head.sign, by)];
      last = head.sign;
    }
    const now = own && under(head.sign, own);
    if (now) changes.push({ from: line.from + head.signFrom, to: line.from + head.signTo, insert: now });
  }
  return changes;
}

// under is the sign of an item that was counted anew, or of one below it, "" for none.
function under(sign, [old, now]) {
  if (sign === old) return now;
  const number = /^\d[\d.]*\.$/.test(old);
  return number && sign.startsWith(old) ? now + sign.slice(old.length) : "";
}
