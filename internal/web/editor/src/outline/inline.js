// Marks inside a paragraph: *nghiêng* **đậm** ***cả hai*** ~dưới~ ^trên^ [^1] {cột} and \.
// The rules are those of package read of the program, place for place.
import { holeName } from "./signs.js";

const hole = new RegExp(`^\\{(${holeName}|hinh:[^{}]*)\\}`, "u");
const note = /^\[\^([\p{L}\p{N}]{1,8})\]/u;
const escaped = /^\\[\\*~^<[\]{}|#\-–—+.()•●▪■◦·\p{Nd}]/u;

const space = (c) => c !== undefined && /\s/u.test(c);

function stars(s, i) {
  let n = 0;
  while (n < 3 && s[i + n] === "*") n++;
  return n;
}

/** partners finds the stars that are marks: position -> how many of them. */
export function partners(s) {
  const out = new Map();
  const open = [];
  for (let i = 0; i < s.length; ) {
    if (s[i] === "\\") {
      i += 2;
      continue;
    }
    let n = stars(s, i);
    if (n === 0) {
      i++;
      continue;
    }
    const top = open.at(-1);
    if (top && top.n <= n && !space(s[i - 1]) && i > top.pos + top.n) {
      n = top.n;
      out.set(top.pos, n).set(i, n);
      open.pop();
    } else if (i + n < s.length && !space(s[i + n])) {
      open.push({ pos: i, n });
    }
    i += n;
  }
  return out;
}

/**
 * tokens takes a paragraph apart: {kind, from, to, text, bold, italic, shift}.
 * Kinds: text, mark (stars, and the marks round what is lowered or raised),
 * escape, hole, note.
 */
export function tokens(s) {
  const partner = partners(s);
  const out = [];
  let bold = false, italic = false, pos = 0;
  const add = (kind, length, text, shift = "") => {
    out.push({ kind, from: pos, to: pos + length, text, bold, italic, shift });
    pos += length;
  };
  while (pos < s.length) {
    const rest = s.slice(pos);
    let m;
    if (escaped.test(rest)) {
      const c = String.fromCodePoint(rest.codePointAt(1));
      add("escape", 1 + c.length, c);
    } else if (partner.has(pos)) {
      const n = partner.get(pos);
      if (n & 1) italic = !italic;
      if (n >= 2) bold = !bold;
      add("mark", n, "");
    } else if ((m = hole.exec(rest))) {
      add("hole", m[0].length, m[1].trim());
    } else if ((m = note.exec(rest))) {
      add("note", m[0].length, m[1]);
    } else if ((m = shifted(rest))) {
      add("mark", 1, "");
      add(m.hole ? "hole" : "text", m.text.length, m.hole || m.text, rest[0] === "~" ? "sub" : "sup");
      add("mark", 1, "");
    } else {
      add("text", String.fromCodePoint(rest.codePointAt(0)).length, String.fromCodePoint(rest.codePointAt(0)));
    }
  }
  return joined(out);
}

const longestShift = 24; // bytes

// shifted reads ~dưới~ or ^trên^: short and without blanks, or a hole.
function shifted(s) {
  const c = s[0];
  if (c !== "~" && c !== "^") return null;
  const m = hole.exec(s.slice(1));
  if (m && s[1 + m[0].length] === c) return { text: m[0], hole: m[1].trim() };
  const end = s.indexOf(c, 1);
  if (end < 2) return null;
  const text = s.slice(1, end);
  if (/[ *]/.test(text) || new TextEncoder().encode(text).length > longestShift) return null;
  return { text };
}

// joined puts neighbouring letters of one look into one token.
function joined(list) {
  const out = [];
  for (const t of list) {
    const last = out.at(-1);
    if (last && t.kind === "text" && last.kind === "text" && last.bold === t.bold && last.italic === t.italic && last.shift === t.shift) {
      last.to = t.to;
      last.text += t.text;
    } else out.push({ ...t });
  }
  return out;
}

/** pairs gives the ranges between marks of bold and italics: {from, to, n} with the marks inside. */
export function pairs(s) {
  const partner = [...partners(s)].sort((a, b) => a[0] - b[0]);
  const out = [];
  const open = [];
  for (const [pos, n] of partner) {
    const top = open.at(-1);
    if (top && top.n === n) {
      out.push({ from: top.pos, to: pos + n, n });
      open.pop();
    } else open.push({ pos, n });
  }
  return out;
}
