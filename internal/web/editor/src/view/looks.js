// How running text is shown: signs, looks, places, rows. The text itself stays
// as it is typed; only the marks of a look are hidden where the caret is not
// beside what stands between them.
import { Decoration, ViewPlugin } from "@codemirror/view";
import { RANK, splitSign } from "../outline/signs.js";
import { headOf, paragraphAt } from "../outline/lines.js";
import { isNote, isRow, parseRow } from "../outline/rows.js";
import { pairs, tokens } from "../outline/inline.js";
import { isComposing, settled } from "./quiet.js";

const marks = new Map();

// looked gives the decoration of a set of classes.
function looked(names) {
  const key = names.map((n) => `k-${n}`).join(" ");
  if (!marks.has(key)) marks.set(key, Decoration.mark({ class: key }));
  return marks.get(key);
}

const line = (name) => Decoration.line({ class: `k-${name}` });
const lines = { note: line("line-note"), row: line("line-row"), heading: line("line-heading"), goes: line("line-goes-on") };
const place = /^\{\s*(dot|nhiem_vu|tien_do|hinh:[^{}]*)\s*\}$/u;

const hidden = Decoration.replace({});

/** lookRanges gives the decorations of the paragraphs between two places; carets are the ranges that are selected. */
export function lookRanges(doc, from, to, carets) {
  const out = { list: [], carets, push: (d) => out.list.push(d) };
  const last = doc.lineAt(to).number;
  for (let n = paragraphAt(doc, doc.lineAt(from).number).first; n <= last; n++) {
    const at = doc.line(n);
    if (at.text.trim() === "") continue;
    if (isNote(at.text)) out.push(lines.note.range(at.from));
    else if (isRow(at.text)) row(out, at);
    else n = paragraph(out, doc, n);
  }
  return out.list;
}

function row(out, at) {
  out.push(lines.row.range(at.from));
  const { cells, widths } = parseRow(at.text);
  let bar = at.text.indexOf("|");
  for (const c of cells) {
    out.push(looked(["bar"]).range(at.from + bar, at.from + bar + 1));
    bar = c.to;
    if (c.text === "") continue;
    if (widths || c.text === "<" || c.text === "^") out.push(looked(["join"]).range(at.from + c.textFrom, at.from + c.textTo));
    else inline(out, c.text, at.from + c.textFrom);
  }
  if (at.text[bar] === "|") out.push(looked(["bar"]).range(at.from + bar, at.from + bar + 1));
}

// paragraph gives the looks of a paragraph and the number of its last line.
function paragraph(out, doc, first) {
  const { last } = paragraphAt(doc, first);
  const start = doc.line(first);
  const head = headOf(start.text);
  if (isHeading(doc, first, last, head)) out.push(lines.heading.range(start.from));
  for (let n = first + 1; n <= last; n++) out.push(lines.goes.range(doc.line(n).from));
  if (head.sign) out.push(looked(["sign"]).range(start.from + head.signFrom, start.from + head.signTo));
  if (!head.empty) {
    const from = start.from + head.marksFrom;
    inline(out, doc.sliceString(from, doc.line(last).to), from);
  }
  return last;
}

function inline(out, text, from) {
  if (place.test(text.trim())) {
    const at = from + text.indexOf("{");
    out.push(looked(["place"]).range(at, at + text.trim().length));
    return;
  }
  const list = tokens(text);
  const near = nearTo(out.carets, stretches(text, list), from);
  for (const t of list) {
    if (t.kind === "mark" && !near(t)) {
      out.push(hidden.range(from + t.from, from + t.to));
      continue;
    }
    const names = [];
    if (t.kind !== "text") names.push(t.kind);
    if (t.kind !== "mark") names.push(...["bold", "italic"].filter((k) => t[k]), ...(t.shift ? [t.shift] : []));
    if (names.length > 0) out.push(looked(names).range(from + t.from, from + t.to));
  }
}

// stretches are what stands between two marks, with the marks.
function stretches(text, list) {
  const shifted = list.flatMap((t, i) => (t.kind === "mark" && list[i + 1]?.shift ? [{ from: t.from, to: list[i + 2].to }] : []));
  return [...pairs(text), ...shifted];
}

// nearTo tells of a mark whether the caret is in its stretch or beside it.
const nearTo = (carets, all, at) => (mark) => all.some((s) => (s.from === mark.from || s.to === mark.to) && carets.some((c) => c.from <= at + s.to && c.to >= at + s.from));

const finalMark = /[.;:,!?…][ ”"’»)*]*$/u;
const leadIn = 60; // the longest paragraph ending ":" that is still a heading

// isHeading tells whether a numbered paragraph is a heading: without a final
// mark, or short and ending ":", and with something below it.
function isHeading(doc, first, last, head) {
  if (head.empty || head.rank < RANK.muc || head.rank > RANK.khoan3) return false;
  if (head.rank === RANK.muc) return true;
  const text = doc.sliceString(doc.line(first).from + head.textFrom, doc.line(last).to).trim();
  const mark = finalMark.exec(text)?.[0][0];
  if (mark && (mark !== ":" || [...text].length > leadIn)) return false;
  return hasBelow(doc, last + 1, head.rank);
}

function hasBelow(doc, number, rank) {
  for (let n = number; n <= doc.lines; n++) {
    const text = doc.line(n).text;
    if (text.trim() === "" || isNote(text)) continue;
    if (isRow(text)) return true;
    const next = splitSign(text.trim());
    return next.rank === RANK.none ? !/^\p{Ll}/u.test(text.trim()) : next.rank > rank;
  }
  return false;
}

const untilClick = 400; // ms: a second click finds the letters where the first one did

class Looks {
  constructor(view) {
    this.view = view;
    this.pressed = false;
    this.timer = 0;
    this.release = () => {
      clearTimeout(this.timer);
      if (this.pressed) this.timer = setTimeout(() => this.released(), untilClick);
    };
    view.dom.ownerDocument.addEventListener("mouseup", this.release);
    this.decorations = this.visible(view);
  }

  update(update) {
    const told = update.transactions.some((tr) => tr.effects.some((e) => e.is(settled)));
    const moved = (update.selectionSet || update.focusChanged) && !this.pressed;
    if (isComposing(update.view)) this.decorations = this.decorations.map(update.changes);
    else if (update.docChanged || update.viewportChanged || moved || told) this.decorations = this.visible(update.view);
  }

  visible(view) {
    const { doc, selection } = view.state;
    const carets = view.hasFocus ? selection.ranges : [];
    return Decoration.set(view.visibleRanges.flatMap(({ from, to }) => lookRanges(doc, from, to, carets)), true);
  }

  released() {
    this.pressed = false;
    if (!isComposing(this.view)) this.view.dispatch({ effects: settled.of(null) });
  }

  destroy() {
    clearTimeout(this.timer);
    this.view.dom.ownerDocument.removeEventListener("mouseup", this.release);
  }
}

/** looks shows running text in its looks. */
export const looks = ViewPlugin.fromClass(Looks, {
  decorations: (v) => v.decorations,
  eventObservers: {
    mousedown() {
      clearTimeout(this.timer);
      this.pressed = true;
    },
  },
});
