// The signs of lists in pasted text.
import { roman } from "../outline/signs.js";
import { clean } from "./text.js";

/** shownSign is the sign that a word processor shows before a paragraph, as the grammar has it. */
export function shownSign(text, level) {
  const sign = clean(text).replace(/\s+/gu, " ").trim();
  const drawn = /^[oOvqlnwuüØ]$/u.test(sign); // letters that are bullets in the faces of word processors
  if (sign === "" || /^[-–—+*]$/u.test(sign) || (!drawn && /[\p{L}\p{N}]/u.test(sign))) return sign;
  return bullet(level);
}

const bullet = (level) => (level > 1 ? "+" : "-");

/** levelOf reads the level of a list paragraph: "mso-list:l0 level2 lfo1". */
export const levelOf = (style) => Number(/level(\d+)/.exec(style["mso-list"] ?? "")?.[1] ?? 1);

const shapes = { a: "lower-alpha", A: "upper-alpha", i: "lower-roman", I: "upper-roman", 1: "decimal" };

function letter(n) {
  let s = "";
  for (; n > 0; n = Math.floor((n - 1) / 26)) s = String.fromCharCode(97 + ((n - 1) % 26)) + s;
  return s;
}

/** openList begins to count a list: what lists of HTML show before their items. */
export function openList(node, style, outer) {
  const ordered = node.localName === "ol";
  const shape = style["list-style-type"] ?? shapes[node.getAttribute("type") ?? ""] ?? (ordered ? "decimal" : "disc");
  const start = Number.parseInt(node.getAttribute("start") ?? "1", 10);
  const bullets = (outer?.bullets ?? 0) + (ordered ? 0 : 1);
  return { shape, next: Number.isNaN(start) ? 1 : start, bullets, outer, ordered, at: "" };
}

/** itemSign counts an item of a list: its sign. A list of numbers inside another goes on its number: 1. has 1.1. */
export function itemSign(list, node, style) {
  const shape = style["list-style-type"] ?? shapes[node.getAttribute("type") ?? ""] ?? list.shape;
  const value = Number.parseInt(node.getAttribute("value") ?? "", 10);
  const n = Number.isNaN(value) ? list.next : value;
  list.next = n + 1;
  list.at = "";
  switch (shape) {
    case "none": return "";
    case "decimal":
    case "decimal-leading-zero": return (list.at = `${parentNumber(list)}${n}.`);
    case "lower-alpha":
    case "lower-latin": return `${letter(n)})`;
    case "upper-alpha":
    case "upper-latin": return `${letter(n).toUpperCase()}.`;
    case "lower-roman": return `${roman(n).toLowerCase()}.`;
    case "upper-roman": return `${roman(n)}.`;
  }
  const quoted = /^["'](.*)["']$/.exec(shape);
  return quoted ? shownSign(quoted[1], list.bullets) : bullet(list.bullets);
}

function parentNumber(list) {
  for (let outer = list.outer; outer; outer = outer.outer) if (outer.at) return outer.at;
  return "";
}
