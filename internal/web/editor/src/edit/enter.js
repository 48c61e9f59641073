// Enter and Shift-Enter: state in, transaction out (null: nothing to do).
import { EditorSelection } from "@codemirror/state";
import { RANK, countOn, firstSign } from "../outline/signs.js";
import { headOf, headsAbove, paragraphAt } from "../outline/lines.js";
import { emptyRow, isNote, isRow, parseRow } from "../outline/rows.js";
import { pairs } from "../outline/inline.js";
import { countAnew } from "./count.js";

const blanksAtEnd = /[ \t]*$/, blanksAtStart = /^[ \t]*/;

/** enter begins the next item of a list, or leaves the list from an empty item. */
export function enter(state) {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  if (isRow(line.text) && to <= line.to && from > line.from) return enterRow(state, line);
  const own = headOf(line.text);
  const first = state.doc.line(paragraphAt(state.doc, line.number).first);
  if (own.empty && from === to) return own.rank && first.number === line.number ? stepOut(state, line, own) : bareLine(state, line);
  const head = headOf(first.text);
  if (!head.rank || from < first.from + head.signTo) return broken(state, "\n");
  const spec = broken(state, `\n${countOn(head.sign)} `);
  const below = paragraphAt(state.doc, state.doc.lineAt(to).number).last + 1;
  return { ...spec, changes: [spec.changes, ...countAnew(state.doc, below, head.rank, head.sign, 1)] };
}

/** goOn breaks the line inside the paragraph. */
export function goOn(state) {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  if (isRow(line.text) && to <= line.to) return newRow(state, line, "  ");
  if (isNote(line.text)) return broken(state, "\n# ");
  return broken(state, line.text.trim() === "" ? "\n" : "\n  ", false);
}

// broken puts a line break for the selection; blanks round it go, and marks
// that are open there are closed before it and opened again behind it.
function broken(state, insert, balance = true) {
  const { from, to } = state.selection.main;
  const before = state.doc.lineAt(from), behind = state.doc.lineAt(to);
  const start = from - blanksBefore(before, from);
  const end = to + blanksAtStart.exec(behind.text.slice(to - behind.from))[0].length;
  const open = balance && from === to ? openMarks(state, from) : [];
  const left = open.map((n) => "*".repeat(n)).reverse().join("");
  const right = open.map((n) => "*".repeat(n)).join("");
  const text = left + insert + right;
  return typed({ from: start, to: end, insert: text }, start + text.length);
}

// blanksBefore counts the blanks before a place; that behind a sign stays.
function blanksBefore(line, pos) {
  const text = line.text.slice(0, pos - line.from);
  const n = blanksAtEnd.exec(text)[0].length;
  return headOf(text).empty && text.trim() !== "" ? 0 : n;
}

// openMarks gives the lengths of the marks that are open at a place, outermost first.
function openMarks(state, pos) {
  const { first, last } = paragraphAt(state.doc, state.doc.lineAt(pos).number);
  const from = state.doc.line(first).from;
  const text = state.doc.sliceString(from, state.doc.line(last).to);
  return pairs(text)
    .filter((p) => p.from + p.n < pos - from && pos - from < p.to - p.n)
    .sort((a, b) => a.from - b.from)
    .map((p) => p.n);
}

// stepOut makes an item without text one of the next higher list that is open,
// or takes its sign away. What follows is counted anew.
function stepOut(state, line, head) {
  const above = [...headsAbove(state.doc, line.number)].find((a) => a.rank < head.rank);
  const insert = above ? `${countOn(above.sign)} ` : "";
  const counted = [...countAnew(state.doc, line.number + 1, head.rank, head.sign, -1), ...(above ? countAnew(state.doc, line.number + 1, above.rank, above.sign, 1) : [])];
  const spec = typed({ from: line.from, to: line.to, insert }, line.from + insert.length);
  return { ...spec, changes: [spec.changes, ...counted] };
}

/** unsign takes the sign of a line away, where the caret stands before it or right behind it. */
export function unsign(state) {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  const own = headOf(line.text);
  const at = head - line.from;
  const behind = at === own.textFrom && /\s/.test(line.text[at - 1] ?? "");
  if (!empty || !own.rank || own.marksFrom < own.textFrom || (at > 0 && !behind)) return null;
  const sign = { from: line.from + own.signFrom, to: line.from + own.textFrom };
  return { ...typed(sign, sign.from), changes: [sign, ...countAnew(state.doc, line.number + 1, own.rank, own.sign, -1)], userEvent: "delete" };
}

function bareLine(state, line) {
  return typed({ from: line.from, to: line.to, insert: "\n" }, line.from + 1);
}

function enterRow(state, line) {
  const { cells, widths } = parseRow(line.text);
  if (!widths && cells.every((c) => c.text === "")) return typed({ from: line.from, to: line.to, insert: "" }, line.from);
  return newRow(state, line, "");
}

function newRow(state, line, indent) {
  const insert = `\n${indent}${emptyRow(parseRow(line.text).cells.length)}`;
  return typed({ from: line.to, insert }, line.to + 1 + indent.length + 2);
}

function typed(changes, cursor) {
  return { changes, selection: EditorSelection.cursor(cursor), scrollIntoView: true, userEvent: "input" };
}

/** signFor is the sign that a line of a rank gets, by the lines above it. */
export function signFor(doc, number, rank) {
  if (rank === RANK.none) return "";
  for (const above of headsAbove(doc, number)) {
    if (above.rank === rank) return countOn(above.sign);
    if (above.rank < rank) return firstSign(rank, above.sign);
  }
  return firstSign(rank, "");
}
