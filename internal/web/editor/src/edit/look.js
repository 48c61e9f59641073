// Ctrl-B and Ctrl-I: bold and italics of the selection, as marks in the text.
import { EditorSelection } from "@codemirror/state";
import { headOf, paragraphAt } from "../outline/lines.js";
import { isNote, isRow, parseRow } from "../outline/rows.js";
import { tokens } from "../outline/inline.js";
import { difference } from "./change.js";

/** toggle sets or takes away a look ("bold" or "italic") of the selection, or of the word at the caret. */
export function toggle(state, look) {
  const range = state.selection.main.empty ? wordAt(state) : state.selection.main;
  if (!range) return pairAtCaret(state, look);
  const pieces = piecesOf(state, range.from, range.to).filter((p) => p.glyphs.some((g) => g.chosen));
  if (pieces.length === 0) return null;
  const set = !pieces.every((p) => p.glyphs.every((g) => !g.chosen || g[look] || g.src.trim() === ""));
  const changes = [];
  let shift = 0, anchor = null, head = 0;
  for (const p of pieces) {
    const made = restyled(p, look, set);
    changes.push(...difference(p.text, made.text, p.from));
    anchor ??= p.from + shift + made.start;
    head = p.from + shift + made.end;
    shift += made.text.length - p.text.length;
  }
  return { changes, selection: EditorSelection.range(anchor, head), scrollIntoView: true, userEvent: "input" };
}

/** lookAt is the look of what is selected, or of the letter before the caret: {bold, italic}. */
export function lookAt(state) {
  const { from, to, empty } = state.selection.main;
  const chosen = piecesOf(state, empty ? Math.max(0, from - 1) : from, empty ? from : to).flatMap((p) => p.glyphs.filter((g) => g.chosen && g.src.trim() !== ""));
  const all = (look) => chosen.length > 0 && chosen.every((g) => g[look]);
  return { bold: all("bold"), italic: all("italic") };
}

// piecesOf gives the stretches of text that have marks of their own: a
// paragraph behind its sign, a cell.
function piecesOf(state, from, to) {
  const out = [];
  for (let n = state.doc.lineAt(from).number; n <= state.doc.lineAt(to).number; n++) {
    const line = state.doc.line(n);
    if (isNote(line.text)) continue;
    if (isRow(line.text)) {
      const row = parseRow(line.text);
      if (!row.widths) for (const c of row.cells) out.push([line.from + c.textFrom, line.from + c.textTo]);
      continue;
    }
    const { first, last } = paragraphAt(state.doc, n);
    const start = state.doc.line(first);
    out.push([start.from + headOf(start.text).marksFrom, state.doc.line(last).to]);
    n = last;
  }
  return out.map(([a, b]) => pieceOf(state.doc.sliceString(a, b), a, from, to));
}

// pieceOf takes a stretch apart into what is one sign on paper, without the marks.
function pieceOf(text, at, from, to) {
  const glyphs = [];
  const list = tokens(text);
  for (let i = 0; i < list.length; i++) {
    const t = list[i];
    if (t.kind === "mark" && list[i + 1]?.shift) {
      const [a, b] = [t.from, list[i + 2].to];
      glyphs.push(glyph(text.slice(a, b), list[i + 1], at + a < to && at + b > from));
      i += 2;
    } else if (t.kind === "text") {
      for (let k = t.from; k < t.to; ) {
        const src = String.fromCodePoint(text.codePointAt(k));
        glyphs.push(glyph(src, t, at + k < to && at + k + src.length > from));
        k += src.length;
      }
    } else if (t.kind !== "mark") {
      glyphs.push(glyph(text.slice(t.from, t.to), t, at + t.from < to && at + t.to > from));
    }
  }
  return { text, from: at, glyphs };
}

const glyph = (src, { bold, italic }, chosen) => ({ src, bold, italic, chosen });

// restyled writes a piece anew; start and end are the places of what was
// chosen. Stars that are no marks are escaped where the new ones would make
// marks of them.
function restyled(piece, look, set) {
  const list = piece.glyphs.map((g) => (g.chosen ? { ...g, [look]: set } : g));
  bridge(list);
  const made = writtenOf(list);
  if (plainOf(made.text) === plainOf(piece.text)) return made;
  return writtenOf(list.map((g) => (g.src === "*" ? { ...g, src: "\\*" } : g)));
}

const plainOf = (text) => tokens(text).filter((t) => t.kind !== "mark").map((t) => t.text).join("");

function writtenOf(list) {
  const out = { text: "", start: -1, end: 0 };
  for (let i = 0; i < list.length; ) {
    let k = i;
    while (k < list.length && list[k].bold === list[i].bold && list[k].italic === list[i].italic) k++;
    writeGroup(out, list.slice(i, k));
    i = k;
  }
  return out;
}

// writeGroup writes signs of one look with their marks; blanks at the ends stay outside.
function writeGroup(out, group) {
  const mark = "*".repeat((group[0].italic ? 1 : 0) + (group[0].bold ? 2 : 0));
  const first = group.findIndex((g) => g.src.trim() !== "");
  const last = group.findLastIndex((g) => g.src.trim() !== "");
  group.forEach((g, i) => {
    if (i === first) out.text += mark;
    if (g.chosen && out.start < 0) out.start = out.text.length;
    out.text += g.src;
    if (g.chosen) out.end = out.text.length;
    if (i === last) out.text += mark;
  });
}

// bridge gives a blank the look of its neighbours where both have the same.
function bridge(list) {
  for (let i = 0; i < list.length; i++) {
    if (list[i].src.trim() !== "") continue;
    let a = i - 1, b = i + 1;
    while (a >= 0 && list[a].src.trim() === "") a--;
    while (b < list.length && list[b].src.trim() === "") b++;
    const [left, right] = [list[a], list[b]];
    const same = (k) => Boolean(left && right && left[k] && right[k]);
    list[i] = { ...list[i], bold: same("bold"), italic: same("italic") };
  }
}

function wordAt(state) {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const letters = /[\p{L}\p{M}\p{N}]/u;
  let from = head - line.from, to = from;
  while (from > 0 && letters.test(line.text[from - 1])) from--;
  while (to < line.text.length && letters.test(line.text[to])) to++;
  return from === to ? null : { from: line.from + from, to: line.from + to };
}

// pairAtCaret puts marks round the caret, or takes away those that stand empty round it.
function pairAtCaret(state, look) {
  const { head } = state.selection.main;
  const mark = look === "bold" ? "**" : "*";
  const n = mark.length;
  const empty = state.sliceDoc(head - n, head) === mark && state.sliceDoc(head, head + n) === mark;
  const changes = empty ? { from: head - n, to: head + n } : { from: head, insert: mark + mark };
  return { changes, selection: EditorSelection.cursor(empty ? head - n : head + n), userEvent: "input" };
}
