// The editor of the plan file itself.
import { EditorSelection, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { LRLanguage, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { indentLess, indentMore } from "@codemirror/commands";
import { classHighlighter } from "@lezer/highlight";
import { parser } from "@lezer/yaml";
import { find } from "./view/find.js";
import { makeEditor } from "./view/frame.js";

const yaml = new LanguageSupport(LRLanguage.define({ name: "yaml", parser }));

/** yamlEditor makes an editor of a plan file in an element of the page. */
export function yamlEditor(parent, options = {}) {
  return makeEditor(parent, options, [
    keys, find(options.lang), lineNumbers(), yaml, syntaxHighlighting(classHighlighter), EditorView.editorAttributes.of({ class: "k-yaml" }),
  ]);
}

const opens = /^\s*(?:- )?[\p{L}_][\p{L}\p{N}_ ]*:\s*(?:[|>][-+]?)?\s*$/u;

/** newLine begins a line as deep as the one above, deeper below a key without a value. */
export function newLine(state) {
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const before = line.text.slice(0, from - line.from);
  const indent = /^ */.exec(before)[0] + (opens.test(before) ? "  " : "");
  return { changes: { from, to, insert: `\n${indent}` }, selection: EditorSelection.cursor(from + 1 + indent.length), scrollIntoView: true, userEvent: "input" };
}

function tab(view) {
  const { state } = view;
  if (state.readOnly) return false;
  const { main } = state.selection;
  if (!main.empty) return indentMore(view);
  const column = main.head - state.doc.lineAt(main.head).from;
  const insert = " ".repeat(2 - (column % 2));
  view.dispatch(state.update(state.replaceSelection(insert), { userEvent: "input", scrollIntoView: true }));
  return true;
}

const keys = Prec.high(keymap.of([
  { key: "Tab", run: tab, shift: (view) => indentLess(view) || true },
  { key: "Enter", run: (view) => {
    if (view.state.readOnly) return false;
    view.dispatch(newLine(view.state));
    return true;
  } },
]));
