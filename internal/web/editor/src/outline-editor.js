// The editor of running text.
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { enter, goOn, unsign } from "./edit/enter.js";
import { shift } from "./edit/rank.js";
import { lookAt, toggle } from "./edit/look.js";
import { insertOutline, insertPlain } from "./edit/insert.js";
import { putLines, roomForTable } from "./edit/lines.js";
import { pasteToOutline } from "./paste/paste.js";
import { looks } from "./view/looks.js";
import { makeEditor } from "./view/frame.js";
import { isComposing } from "./view/quiet.js";

/** outlineEditor makes an editor of running text in an element of the page. */
export function outlineEditor(parent, options = {}) {
  const watchers = [];
  const watch = EditorView.updateListener.of((u) => (u.docChanged || u.selectionSet || u.focusChanged) && watchers.forEach((f) => f()));
  const editor = makeEditor(parent, options, [keys, paste, looks, watch, EditorView.editorAttributes.of({ class: "k-outline" })]);
  const { view } = editor;
  return {
    ...editor,
    run: (name) => !isComposing(view) && command(commands[name])(view),
    watch: (f) => watchers.push(f),
    look: () => lookAt(view.state),
    roomForTable: () => roomForTable(view.state),
    putLines: (from, to, lines) => command((s) => putLines(s, from, to, lines))(view),
  };
}

const command = (make) => (view) => {
  if (view.state.readOnly) return false;
  const spec = make(view.state);
  if (spec) view.dispatch(spec);
  return true;
};

const commands = {
  bold: (s) => toggle(s, "bold"),
  italic: (s) => toggle(s, "italic"),
  deeper: (s) => shift(s, 1),
  higher: (s) => shift(s, -1),
};

const keys = Prec.high(keymap.of([
  { key: "Enter", run: command(enter), shift: command(goOn) },
  { key: "Backspace", run: (view) => Boolean(!view.state.readOnly && unsign(view.state)) && command(unsign)(view) },
  { key: "Tab", run: command(commands.deeper), shift: command(commands.higher) },
  { key: "Mod-b", run: command(commands.bold), preventDefault: true },
  { key: "Mod-i", run: command(commands.italic), preventDefault: true },
]));

const paste = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData;
    if (!data || view.state.readOnly) return false;
    const html = data.getData("text/html"), text = data.getData("text/plain");
    if (html === "" && text === "") return false;
    view.dispatch(html ? insertOutline(view.state, pasteToOutline(html, text)) : insertPlain(view.state, text));
    return true;
  },
});
