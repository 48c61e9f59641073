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
 * (signFrom, signTo), where its text begins, and where its marks begin, which
 * for a sign in bold is before it. An item whose text is still to be typed has
 * its sign too (empty is true).
 */
export function headOf(text) {
  const indent = /^\s*/.exec(text)[0].length;
  const none = { rank: RANK.none, sign: "", signFrom: indent, signTo: indent, textFrom: indent, marksFrom: indent, empty: text.trim() === "" };
  if (isRow(text) || isNote(text)) return { ...none, empty: false };
  const from = indent + (/^\*\*(?!\*)/.test(text.slice(indent)) ? 2 : 0);
  const body = text.slice(from);
  const bare = bareSign(body);
  if (bare) return at(none, text, from, bare, text.length, true);
  const split = splitSign(body);
  if (split.rank && (from === indent || split.sign !== "*")) return at(none, text, from, split, text.length - split.rest.length, false);
  const end = from > indent ? body.indexOf("**") : -1;
  const bold = end > 0 && bareSign(body.slice(0, end)); // only the sign is bold
  return bold ? at(none, text, from, bold, from + end + /^\*\*\s*/.exec(body.slice(end))[0].length, false) : none;
}

// bareSign reads a text that is a sign alone.
function bareSign(s) {
  const split = splitSign(`${s.trimEnd()} X`);
  return split.rank && split.rest === "X" ? split : null;
}

function at(none, text, from, { rank, sign }, textFrom, empty) {
  const lead = text.slice(from, textFrom).replace(/[\s*]+$/u, "");
  const marksFrom = from > none.signFrom ? none.signFrom : textFrom;
  return { ...none, rank, sign, signFrom: from, signTo: from + (sign === "*" ? 1 : lead.length), textFrom, marksFrom, empty };
}

/** headsAbove goes upwards over the heads of the paragraphs above a line. */
export function* headsAbove(doc, number) {
  for (let n = number - 1; n >= 1; n--) {
    if (isContinuation(doc, n)) continue;
    const head = headOf(doc.line(n).text);
    if (head.rank) yield head;
  }
}
