// The editor of running text.
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { enter, goOn } from "./edit/enter.js";
import { shift } from "./edit/rank.js";
import { toggle } from "./edit/look.js";
import { insertOutline, insertPlain } from "./edit/insert.js";
import { pasteToOutline } from "./paste/paste.js";
import { looks } from "./view/looks.js";
import { makeEditor } from "./view/frame.js";

/** outlineEditor makes an editor of running text in an element of the page. */
export function outlineEditor(parent, options = {}) {
  return makeEditor(parent, options, [keys, paste, looks, EditorView.editorAttributes.of({ class: "k-outline" })]);
}

const command = (make) => (view) => {
  if (view.state.readOnly) return false;
  const spec = make(view.state);
  if (spec) view.dispatch(spec);
  return true;
};

const keys = Prec.high(keymap.of([
  { key: "Enter", run: command(enter), shift: command(goOn) },
  { key: "Tab", run: command((s) => shift(s, 1)), shift: command((s) => shift(s, -1)) },
  { key: "Mod-b", run: command((s) => toggle(s, "bold")), preventDefault: true },
  { key: "Mod-i", run: command((s) => toggle(s, "italic")), preventDefault: true },
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
