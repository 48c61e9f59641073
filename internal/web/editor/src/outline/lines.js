// Lines of running text in a document (Text of CodeMirror).
import { RANK, splitSign } from "./signs.js";
import { isNote, isRow } from "./rows.js";

const special = (s) => s[0] === "|" || s[0] === "#";

/** isContinuation tells whether a line goes on the paragraph above it. */
export function isContinuation(doc, number) {
  const text = doc.line(number).text;
  const trimmed = text.trim();
  if (!/^[ \t]/.test(text) || trimmed === "" || special(trimmed) || number < 2) return false;
  const above = doc.line(number - 1).text.trim();
  return above !== "" && !special(above);
}

/** paragraphAt gives the numbers of the first and the last line of the paragraph of a line. */
export function paragraphAt(doc, number) {
  let first = number, last = number;
  while (isContinuation(doc, first)) first--;
  while (last < doc.lines && isContinuation(doc, last + 1)) last++;
  return { first, last };
}

/**
 * headOf reads the head of a line: its rank, its sign, where the sign stands
 * (signFrom, signTo) and where its text begins. An item whose text is still to
 * be typed has its sign too (empty is true).
 */
export function headOf(text) {
  const indent = /^\s*/.exec(text)[0].length;
  const none = { rank: RANK.none, sign: "", signFrom: indent, signTo: indent, textFrom: indent, empty: text.trim() === "" };
  if (isRow(text) || isNote(text)) return { ...none, empty: false };
  const bold = /^\*\*(?!\*)/.test(text.slice(indent)) ? 2 : 0;
  const body = text.slice(indent + bold);
  const bare = splitSign(body.trimEnd() + " X");
  if (bare.rank && bare.rest === "X") return at(none, text, indent + bold, bare, text.length, true);
  const split = splitSign(body);
  if (!split.rank || (bold && split.sign === "*")) return none;
  return at(none, text, indent + bold, split, text.length - split.rest.length, false);
}

function at(none, text, signFrom, { rank, sign }, textFrom, empty) {
  const width = text.slice(signFrom, textFrom).trimEnd().length;
  return { ...none, rank, sign, signFrom, signTo: signFrom + width, textFrom, empty };
}

/** headsAbove goes upwards over the heads of the paragraphs above a line. */
export function* headsAbove(doc, number) {
  for (let n = number - 1; n >= 1; n--) {
    if (isContinuation(doc, n)) continue;
    const head = headOf(doc.line(n).text);
    if (head.rank) yield head;
  }
}
