// States of the editor as texts: ¦ is the caret, two are a selection.
import { EditorSelection, EditorState } from "@codemirror/state";

/** stateOf reads a text with its caret. */
export function stateOf(text) {
  const carets = [];
  const doc = text.replace(/¦/g, (_, at) => (carets.push(at - carets.length), ""));
  return EditorState.create({ doc, selection: EditorSelection.single(carets[0] ?? 0, carets.at(-1) ?? 0) });
}

/** after is the text, with its caret, that a command makes; null where it does nothing. */
export function after(command, text, ...args) {
  const state = stateOf(text);
  const spec = command(state, ...args);
  return spec && textOf(state.update(spec).state);
}

function textOf(state) {
  const { from, to } = state.selection.main;
  const s = state.doc.toString();
  return s.slice(0, from) + (from === to ? "¦" : `¦${s.slice(from, to)}¦`) + s.slice(to);
}
