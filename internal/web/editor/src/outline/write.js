// Runs of text {text, bold, italic, shift, hole, note} to running text with marks.
import { tokens } from "./inline.js";

// marked puts the marks of a look round a text; blanks at its ends stay outside.
function marked(text, bold, italic) {
  const mark = (italic ? "*" : "") + (bold ? "**" : "");
  const core = text.trim();
  if (mark === "" || core === "") return text;
  const i = text.indexOf(core);
  return text.slice(0, i) + mark + core + mark + text.slice(i + core.length);
}

/** escape puts a backslash before every character that could be a mark. */
export function escape(s) {
  return s.replace(/\\(?=[\p{P}\p{S}\p{Nd}])|[*~]|\^(?!\])|\{(?=[\p{L}_])|\[(?=\^)/gu, "\\$&");
}

const shifts = { sub: "~", sup: "^" };

function written(runs, plain) {
  let out = "";
  for (let i = 0; i < runs.length; ) {
    const { bold, italic } = runs[i];
    let group = "";
    for (; i < runs.length && runs[i].bold === bold && runs[i].italic === italic; i++) {
      const mark = shifts[runs[i].shift] ?? "";
      group += mark + plain(runs[i].text) + mark;
    }
    out += marked(group, bold, italic);
  }
  return out;
}

const look = (t) => `${t.bold ? "b" : ""}${t.italic ? "i" : ""}${t.shift}`;

// glyphs is a text as letters with looks, to compare what was meant with what
// would be read; blanks have no look.
function glyphs(list) {
  const out = [];
  for (const t of list) for (const c of t.text) out.push(/\s/u.test(c) ? " " : c + look(t));
  return out.join("\n");
}

function readAs(s, runs) {
  const read = tokens(s).filter((t) => t.kind !== "mark");
  return read.every((t) => t.kind === "text" || t.kind === "escape") && glyphs(read) === glyphs(runs);
}

/**
 * write gives the text that is read back as the runs. Backslashes stand only
 * where the text would be read as something else without them; looks that
 * cannot be written are left out, words never.
 */
export function write(runs) {
  const flat = runs.map((r) => ({ ...r, bold: false, italic: false, shift: "" }));
  for (const list of [runs, flat]) {
    for (const plain of [(s) => s, escape]) {
      const s = written(list, plain);
      if (readAs(s, list)) return s;
    }
  }
  return written(flat, escape);
}

/** level sets on the line what the grammar cannot set below or above it. */
export function level(run) {
  const long = new TextEncoder().encode(run.text).length > 24 || /[\s*~^\\[{|]/u.test(run.text);
  return run.shift && long ? { ...run, shift: "" } : run;
}
