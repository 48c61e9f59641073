// Elements of pasted text to paragraphs {sign, runs, centred} and tables {rows}.
import { clean, tidy } from "./text.js";
import { isBlock, isCentred, isSkipped, lookOf, styleOf } from "./style.js";
import { splitSign } from "../outline/signs.js";
import { itemSign, levelOf, openList, shownSign } from "./lists.js";

const plainLook = { bold: false, italic: false, shift: "" };

/**
 * paragraphs reads what stands in an element. In a cell a line break begins a
 * new line; elsewhere it is a blank, but before a sign or a second break. table is
 * called for each table.
 */
export function paragraphs(root, { inCell = false, table }) {
  const walk = new Walk(inCell, table);
  walk.children(root, { look: plainLook, centred: false, list: null, level: 1, pre: false, capitals: false });
  walk.flush();
  return walk.out;
}

class Walk {
  constructor(inCell, table) {
    this.inCell = inCell;
    this.table = table;
    this.out = [];
    this.runs = [];
    this.sign = "";
    this.centred = false;
  }

  // flush ends a paragraph; a sign waits for its words.
  flush() {
    for (const part of apart(this.runs)) {
      const runs = tidy(part);
      if (runs.length === 0) continue;
      this.out.push({ sign: this.sign, runs, centred: this.centred });
      this.sign = "";
    }
    this.runs = [];
  }

  children(node, at) {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) this.text(child.nodeValue, at);
      else if (child.nodeType === 1) this.element(child, at);
    }
  }

  text(value, at) {
    const parts = at.pre ? value.split("\n") : [value];
    parts.forEach((part, i) => {
      if (i > 0) this.flush();
      if (part === "") return;
      if (this.runs.length === 0) this.centred = at.centred;
      const text = clean(part);
      this.runs.push({ ...at.look, text: at.capitals ? text.toLocaleUpperCase("vi") : text });
    });
  }

  element(node, outer) {
    const style = styleOf(node);
    if (isSkipped(node, style)) return;
    if (style["mso-list"] === "ignore") {
      this.sign = shownSign(node.textContent, outer.level);
      return;
    }
    switch (node.localName) {
      case "br": return this.inCell ? this.flush() : this.runs.push({ ...outer.look, text: " ", ends: true });
      case "table": return this.tableIn(node);
    }
    const at = this.inside(node, style, outer);
    if (!isBlock(node, style)) return this.children(node, at);
    this.flush();
    if (node.localName === "li") this.sign = itemSign(outer.list ?? openList(node, style, null), node, style);
    this.children(node, at);
    this.flush();
    if (node.localName === "li") this.sign = "";
  }

  tableIn(node) {
    this.flush();
    this.out.push(...this.table(node));
  }

  inside(node, style, outer) {
    const at = { ...outer, look: lookOf(node, style, outer.look), centred: isCentred(node, style) ?? outer.centred };
    if (style["text-transform"]) at.capitals = style["text-transform"] === "uppercase";
    if (style["mso-list"]) at.level = levelOf(style);
    if (node.localName === "ul" || node.localName === "ol") at.list = openList(node, style, outer.list);
    if (node.localName === "pre" || /^pre/.test(style["white-space"] ?? "")) at.pre = true;
    return at;
  }
}

const textOf = (runs) => runs.map((r) => r.text).join("").trim();

// apart parts runs at line breaks where a paragraph begins: at a sign, behind a blank line.
function apart(runs) {
  const lines = [[]];
  for (const r of runs) {
    if (r.ends) lines.push([r]);
    else lines.at(-1).push(r);
  }
  const out = [[]];
  lines.forEach((line, i) => {
    const begins = i > 0 && (splitSign(textOf(line)).rank > 0 || textOf(lines[i - 1]) === "");
    if (begins) out.push([]);
    out.at(-1).push(...line);
  });
  return out;
}
