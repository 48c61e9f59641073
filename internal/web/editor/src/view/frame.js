// What both editors have in common.
import { Annotation, Compartment, EditorSelection, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { standardKeymap, toggleTabFocusMode } from "@codemirror/commands";
import { baseOf, isComposing, quiet, smallest, whenQuiet } from "./quiet.js";
import { guard } from "./guard.js";
import { findings, moved, offset, placed, showFindings } from "./findings.js";

const ofPage = Annotation.define(); // a change that the page has asked for

const nothing = () => {};

/** makeEditor makes an editor in an element of the page; extensions tell what kind of text it is for. */
export function makeEditor(parent, options, extensions) {
  const { onChange = nothing, onFocus = nothing } = options;
  const box = new Compartment();
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.value ?? "",
      extensions: [
        guard, quiet, history(options), extensions, findings(options.lang),
        keymap.of([...standardKeymap, { key: "Ctrl-m", run: toggleTabFocusMode }]),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(options.nonce ?? ""),
        box.of(attributes(options)),
        EditorState.readOnly.of(Boolean(options.readOnly)),
        EditorView.domEventObservers({ focus: () => { onFocus(); } }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && update.transactions.some((tr) => tr.docChanged && !tr.annotation(ofPage))) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return { ...controls(view, onChange), ...naming(view, box, options) };
}

function attributes({ label, describedby, required, invalid, readOnly }) {
  const yes = (is) => (is ? "true" : undefined);
  const all = { "aria-label": label, "aria-describedby": describedby, "aria-required": yes(required), "aria-invalid": yes(invalid), "aria-readonly": yes(readOnly), lang: "vi" };
  return EditorView.contentAttributes.of(Object.fromEntries(Object.entries(all).filter(([, v]) => v)));
}

// naming changes what a screen reader is told of the editor.
function naming(view, box, options) {
  let now = options;
  const tell = (more) => {
    if (Object.entries(more).every(([k, v]) => now[k] === v)) return;
    now = { ...now, ...more };
    whenQuiet(view, "naming", () => view.dispatch({ effects: box.reconfigure(attributes(now)) }));
  };
  return {
    describe: (ids) => tell({ describedby: ids }),
    describedby: () => now.describedby ?? "",
    invalid: (is) => tell({ invalid: Boolean(is) }),
  };
}

// controls is what the page gets in hand.
function controls(view, onChange) {
  let target = null; // the text that the page will have set when the composition has ended

  function setValue(text) {
    const base = baseOf(view, text);
    const ours = smallest(base.doc, text);
    if (isComposing(view)) target = view.state.toText(text.replace(/\r\n?/g, "\n"));
    whenQuiet(view, "value", (typed) => {
      target = null;
      const changes = ours.map(typed);
      if (!changes.empty) view.dispatch({ changes, annotations: ofPage.of(true) });
      if (!typed.empty && !changes.empty) onChange(view.state.doc.toString()); // neither what was set nor what was told
      return typed.map(ours, true);
    }, base.typed);
  }

  function marks(list) {
    const at = placed(target ?? view.state.doc, list);
    whenQuiet(view, "marks", (typed, since) => {
      view.dispatch(showFindings(moved(at, since ?? typed)));
    });
  }

  function focus(line, column) {
    view.focus();
    if (!line) return;
    whenQuiet(view, "focus", () => {
      const pos = offset(view.state.doc, line, column || 1);
      view.dispatch({ selection: EditorSelection.cursor(pos), scrollIntoView: true, userEvent: "select" });
    });
  }

  return { view, value: () => view.state.doc.toString(), setValue, marks, focus, destroy: () => view.destroy() };
}

// history hands undo and redo to the page, which keeps what was changed.
function history({ onUndo = nothing, onRedo = nothing }) {
  const call = (f) => () => {
    f();
    return true;
  };
  return Prec.highest([
    keymap.of([
      { key: "Mod-z", run: call(onUndo), preventDefault: true },
      { key: "Mod-Shift-z", run: call(onRedo), preventDefault: true },
      { key: "Mod-y", run: call(onRedo), preventDefault: true },
    ]),
    EditorView.domEventHandlers({
      beforeinput(event, view) {
        if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return false;
        if (!isComposing(view)) (event.inputType === "historyUndo" ? onUndo : onRedo)();
        return true;
      },
    }),
  ]);
}
