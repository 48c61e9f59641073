// Whole lines that the page puts in, such as those of a table.
import { EditorSelection } from "@codemirror/state";
import { tablesIn } from "../outline/grid.js";
import { paragraphAt } from "../outline/lines.js";
import { differences } from "./change.js";

/** putLines puts lines in the place of others (from 0, to behind the last) by the smallest change. */
export function putLines(state, from, to, lines) {
  const now = state.doc.toString().split("\n");
  now.splice(from, to - from, ...lines);
  const changes = state.changes(differences(state.doc.toString(), now.join("\n")));
  const start = now.slice(0, from).join("\n").length + (from > 0 ? 1 : 0);
  return { changes, selection: EditorSelection.cursor(Math.min(start, changes.newLength)), scrollIntoView: true, userEvent: "input" };
}

/** roomForTable gives the lines {from, to} in whose place a new table goes: behind the paragraph or the table of the caret. */
export function roomForTable(state) {
  const line = state.doc.lineAt(state.selection.main.head);
  const inside = tablesIn(state.doc.toString()).find((t) => t.from < line.number && line.number <= t.to);
  if (inside) return { from: inside.to, to: inside.to };
  if (line.text.trim() === "") return { from: line.number - 1, to: line.number };
  const { last } = paragraphAt(state.doc, line.number);
  return { from: last, to: last };
}
