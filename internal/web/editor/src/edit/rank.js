// Tab and Shift-Tab: the rank of signs, and the cells of rows.
import { EditorSelection } from "@codemirror/state";
import { RANK, countOn } from "../outline/signs.js";
import { headOf, headsAbove, paragraphAt } from "../outline/lines.js";
import { emptyRow, isNote, isRow, parseRow } from "../outline/rows.js";
import { countAnew } from "./count.js";
import { signFor } from "./enter.js";

/** shift makes the signs of the selected lines one rank deeper (1) or higher (-1); in a row it goes to the next cell. */
export function shift(state, by) {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  if (isRow(line.text) && to <= line.to) return nextCell(state, line, by);
  const changes = [];
  let doc = state.doc;
  const heads = headLines(state.doc, line.number, state.doc.lineAt(to).number);
  for (const n of heads) {
    const at = doc.line(n);
    const change = ranked(doc, at, by);
    if (!change) continue;
    changes.push({ from: state.doc.line(n).from + change.from, to: state.doc.line(n).from + change.to, insert: change.insert });
    doc = doc.replace(at.from + change.from, at.from + change.to, state.toText(change.insert));
  }
  if (changes.length === 0) return null;
  return moved(state, [...changes, ...(heads.length === 1 ? following(state.doc, doc, heads[0], by) : [])]);
}

// following counts anew what follows an item: its old list where it went deeper, its
// new one where it went higher.
function following(doc, now, number, by) {
  const below = paragraphAt(doc, number).last + 1;
  const [old, made] = [headOf(doc.line(number).text), headOf(now.line(number).text)];
  if (by > 0) return old.rank ? countAnew(doc, below, old.rank, old.sign, -1) : [];
  return made.rank ? countAnew(doc, below, made.rank, countOn(made.sign, -1), 1) : [];
}

// headLines gives the first lines of the paragraphs that lines belong to.
function headLines(doc, first, last) {
  const out = [];
  for (let n = paragraphAt(doc, first).first; n <= last; n = paragraphAt(doc, n).last + 1) out.push(n);
  return out;
}

// ranked is the change of a line's sign, in places of the line.
function ranked(doc, line, by) {
  if (isRow(line.text) || isNote(line.text)) return null;
  const head = headOf(line.text);
  const rank = head.rank === RANK.none ? firstRank(doc, line.number, by) : head.rank + by;
  if (rank === null || rank > RANK.cong) return null;
  const sign = rank === head.rank ? head.sign : signFor(doc, line.number, rank);
  const boldSign = line.text.slice(head.signTo, head.textFrom).includes("*"); // its marks go with it
  return { from: boldSign ? head.marksFrom : head.signFrom, to: head.textFrom, insert: sign && `${sign} ` };
}

// firstRank is the rank that a paragraph without a sign gets: that of the item
// above it.
function firstRank(doc, number, by) {
  if (by < 0) return null;
  return headsAbove(doc, number).next().value?.rank ?? RANK.khoan;
}

// moved keeps the selection on the words; a caret before a new sign goes behind it.
function moved(state, changes) {
  const set = state.changes(changes);
  const { anchor, head } = state.selection.main;
  return {
    changes: set,
    selection: EditorSelection.range(set.mapPos(anchor, 1), set.mapPos(head, 1)),
    scrollIntoView: true,
    userEvent: "input.indent",
  };
}

function nextCell(state, line, by) {
  const pos = state.selection.main.head - line.from;
  const { cells } = parseRow(line.text);
  const here = cells.findLastIndex((c) => c.from <= pos);
  const next = cells[by > 0 ? here + 1 : here - 1];
  if (next && (by > 0 || here > 0)) return selected(line, next);
  return otherRow(state, line, by, cells.length);
}

function otherRow(state, line, by, columns) {
  for (let n = line.number + by; n >= 1 && n <= state.doc.lines; n += by) {
    const other = state.doc.line(n);
    if (isNote(other.text)) continue;
    if (!isRow(other.text)) break;
    const row = parseRow(other.text);
    if (!row.widths) return selected(other, by > 0 ? row.cells[0] : row.cells.at(-1));
  }
  if (by < 0) return null;
  const end = lastRow(state.doc, line);
  return {
    changes: { from: end.to, insert: `\n${emptyRow(columns)}` },
    selection: EditorSelection.cursor(end.to + 3),
    scrollIntoView: true,
    userEvent: "input",
  };
}

// lastRow is the line behind which a new row goes: a row of widths stays above it.
function lastRow(doc, line) {
  let last = line;
  while (last.number < doc.lines && isRow(doc.line(last.number + 1).text)) last = doc.line(last.number + 1);
  return last;
}

function selected(line, cell) {
  return {
    selection: EditorSelection.range(line.from + cell.textFrom, line.from + cell.textTo),
    scrollIntoView: true,
    userEvent: "select",
  };
}

