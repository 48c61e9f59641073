// What is pasted, at the place of the selection.
import { EditorSelection } from "@codemirror/state";
import { headOf } from "../outline/lines.js";
import { isNote, isRow } from "../outline/rows.js";

const bar = /(?<!\\)\|/g;

/** plainLines gives a text the line ends of the editor. */
export const plainLines = (text) => text.replace(/\r\n?/g, "\n");

/** insertPlain puts text in as it is; in a row its line breaks are blanks, so that the row stays one. */
export function insertPlain(state, text) {
  const { from, to } = state.selection.main;
  if (!insideRow(state)) return put(from, to, plainLines(text));
  return put(from, to, oneLine(plainLines(text)));
}

/** insertOutline puts running text in: items and rows begin on lines of their own. */
export function insertOutline(state, text) {
  const { from, to } = state.selection.main;
  const lines = text.split("\n");
  if (insideRow(state)) {
    const row = state.doc.lineAt(from);
    if (lines.every(isRow)) return put(row.to, row.to, `\n${text}`);
    return put(from, to, oneLine(text));
  }
  const line = state.doc.lineAt(from), end = state.doc.lineAt(to);
  const before = line.text.slice(0, from - line.from), behind = end.text.slice(to - end.from);
  let start = from, insert = text;
  if (standsAlone(lines[0])) {
    if (before.trim() === "" || headOf(before).empty) start = line.from;
    else insert = `\n${insert}`;
  } else if (before !== "" && headOf(before).empty && /\S$/.test(before)) insert = ` ${insert}`;
  if (behind.trim() !== "" && (isRow(lines.at(-1)) || isNote(lines.at(-1)))) insert += "\n";
  return put(start, to, insert);
}

const standsAlone = (s) => isRow(s) || isNote(s) || headOf(s).rank > 0;

const oneLine = (text) => text.split("\n").map((s) => s.trim()).filter(Boolean).join(" ").replace(bar, "\\|");

function insideRow(state) {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  return isRow(line.text) && from > line.from && to <= line.to;
}

function put(from, to, insert) {
  return { changes: { from, to, insert }, selection: EditorSelection.cursor(from + insert.length), scrollIntoView: true, userEvent: "input.paste" };
}
