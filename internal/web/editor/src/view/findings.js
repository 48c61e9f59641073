// Findings of the program at places of the text: underlined, named in the
// gutter, told to screen readers when the caret comes there.
import { EditorSelection, EditorState, RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";

const severities = ["error", "warning", "info"];
const words = {
  vi: { error: "Lỗi", warning: "Cảnh báo", info: "Lưu ý" },
  en: { error: "Error", warning: "Warning", info: "Note" },
};
const shapes = { error: "✕", warning: "!", info: "i" }; // told apart without colours

const setFindings = StateEffect.define({ map: (list, changes) => moved(list, changes) });

/** offset gives the place in a document of a line and a column, both from 1; columns count characters. */
export function offset(doc, line, column) {
  const at = doc.line(Math.min(Math.max(line || 1, 1), doc.lines));
  let pos = at.from;
  for (const c of at.text) {
    if (--column < 1) break;
    pos += c.length;
  }
  return pos;
}

/** placed gives findings {line, from, to, severity, message} their places in a document; without columns the whole line is meant. */
export function placed(doc, list) {
  return list.filter((f) => f.line >= 1 && f.line <= doc.lines).map(({ line, from, to, severity, message }) => {
    const start = offset(doc, line, from || 1);
    const end = to > from ? offset(doc, line, to) : doc.line(line).to;
    return { from: start, to: Math.max(start, end), severity: severities.includes(severity) ? severity : "info", message };
  });
}

/** moved gives findings their places after changes. */
export function moved(list, changes) {
  return list.map((f) => {
    const from = changes.mapPos(f.from, 1);
    return { ...f, from, to: Math.max(from, changes.mapPos(f.to, -1)) };
  });
}

/** showFindings is the transaction that shows findings in the place of those before. */
export const showFindings = (list) => ({ effects: setFindings.of(list) });

/** findings shows findings; lang is the language of the words for their severity. */
export function findings(lang) {
  const named = (f) => `${(words[lang] ?? words.vi)[f.severity]}: ${f.message}`;
  const field = StateField.define({
    create: () => shown([], null, named),
    update(value, tr) {
      for (const e of tr.effects) if (e.is(setFindings)) return shown(e.value, tr.newDoc, named);
      return tr.docChanged ? shown(moved(value.list, tr.changes), tr.newDoc, named) : value;
    },
    provide: (f) => EditorView.decorations.from(f, (v) => v.underlines),
  });
  return [
    field,
    gutter({ class: "k-findings", markers: (view) => view.state.field(field).signs }),
    EditorState.transactionExtender.of((tr) => arrival(tr, field, named)),
    nextFinding(field),
  ];
}

class Sign extends GutterMarker {
  constructor(severity, text) {
    super();
    Object.assign(this, { severity, text, elementClass: `k-at-${severity}` });
  }

  eq(other) {
    return this.severity === other.severity && this.text === other.text;
  }

  toDOM() {
    const span = document.createElement("span");
    span.className = `k-finding-sign k-is-${this.severity}`;
    span.textContent = shapes[this.severity];
    span.title = this.text;
    return span;
  }
}

function shown(list, doc, named) {
  const kept = list.filter((f) => f.to <= (doc?.length ?? 0));
  const underlines = kept.filter((f) => f.from < f.to).map((f) =>
    Decoration.mark({ class: `k-finding k-${f.severity}`, attributes: { title: named(f), "aria-description": named(f) } }).range(f.from, f.to));
  return { list: kept, underlines: Decoration.set(underlines, true), signs: doc ? signs(kept, doc, named) : RangeSet.empty };
}

// signs puts one sign at each line: that of the most severe finding.
function signs(list, doc, named) {
  const byLine = new Map();
  for (const f of list) {
    const { from } = doc.lineAt(f.from);
    byLine.set(from, [...(byLine.get(from) ?? []), f]);
  }
  return RangeSet.of([...byLine].map(([from, fs]) => {
    const worst = severities.find((s) => fs.some((f) => f.severity === s));
    return new Sign(worst, fs.map(named).join("\n")).range(from);
  }), true);
}

const touched = (list, pos) => list.filter((f) => f.from <= pos && pos <= f.to);

// arrival tells a screen reader of the findings that the caret has come to.
function arrival(tr, field, named) {
  if (!tr.selection || tr.docChanged) return null;
  const { list } = tr.startState.field(field);
  const before = touched(list, tr.startState.selection.main.head);
  const now = touched(list, tr.newSelection.main.head).filter((f) => !before.includes(f));
  return now.length > 0 ? { effects: EditorView.announce.of(now.map(named).join(". ")) } : null;
}

// nextFinding goes to the next finding with F8, to the one before with Shift-F8.
function nextFinding(field) {
  return EditorView.domEventHandlers({
    keydown(event, view) {
      if (event.key !== "F8" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
      const { head } = view.state.selection.main;
      const places = [...new Set(view.state.field(field).list.map((f) => f.from))].sort((a, b) => a - b);
      if (places.length === 0) return false;
      const next = event.shiftKey ? places.findLast((p) => p < head) ?? places.at(-1) : places.find((p) => p > head) ?? places[0];
      view.dispatch({ selection: EditorSelection.cursor(next), scrollIntoView: true, userEvent: "select" });
      return true;
    },
  });
}
