// Text of word processors and web pages to running text.
import { styleName } from "./style.js";
import { spelled } from "./text.js";
import { plainLines } from "../edit/insert.js";
import { paragraphs } from "./walk.js";
import { tableBlocks } from "./tables.js";

// A parsed document is never shown: its scripts do not run, its images are not loaded.
const parsed = (html) => new DOMParser().parseFromString(html, "text/html").body;

const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

// inert takes styles and handlers out of the hands of the browser, which would
// report each of them as a breach of the page's policy; styles are read by
// another name.
function inert(html) {
  const renamed = (t) => t.replace(/([\s"'/])style(?=\s*=)/gi, `$1${styleName}`).replace(/([\s"'/])on(?=[a-z]+\s*=)/gi, "$1data-k-on");
  return html.replace(/<style\b[^]*?<\/style\s*>/gi, "").replace(tag, renamed);
}

/**
 * pasteToOutline turns what the clipboard holds into running text. Bold,
 * italics, lowered and raised letters, lists with the signs that are shown, and
 * tables are kept; all else is text. Where there is no HTML, or nothing to read
 * in it, the plain text is given as it is. parse gives the body of an HTML text.
 */
export function pasteToOutline(html, text, parse = parsed) {
  const blocks = html ? paragraphs(parse(inert(html)), { table: tableBlocks }) : [];
  if (blocks.length === 0) return plainLines(text ?? "");
  return blocks.flatMap((b) => b.rows ?? [lineOf(b)]).join("\n");
}

function lineOf({ sign, runs }) {
  const text = spelled(runs);
  if (sign) return `${sign} ${text}`;
  return /^(\||#(\s|$))/.test(text) ? `\\${text}` : text;
}
