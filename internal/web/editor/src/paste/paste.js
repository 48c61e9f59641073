// Text of word processors and web pages to running text.
import { spelled } from "./text.js";
import { plainLines } from "../edit/insert.js";
import { paragraphs } from "./walk.js";
import { tableBlocks } from "./tables.js";

// A parsed document is never shown: its scripts do not run, its images are not loaded.
const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;

/**
 * pasteToOutline turns what the clipboard holds into running text. Bold,
 * italics, lowered and raised letters, lists with the signs that are shown, and
 * tables are kept; all else is text. Where there is no HTML, or nothing to read
 * in it, the plain text is given as it is. parse gives the body of an HTML text.
 */
export function pasteToOutline(html, text, parse = parsed) {
  const blocks = html ? paragraphs(parse(html), { table: tableBlocks }) : [];
  if (blocks.length === 0) return plainLines(text ?? "");
  return blocks.flatMap((b) => b.rows ?? [lineOf(b)]).join("\n");
}

function lineOf({ sign, runs }) {
  const text = spelled(runs);
  if (sign) return `${sign} ${text}`;
  return /^(\||#(\s|$))/.test(text) ? `\\${text}` : text;
}
