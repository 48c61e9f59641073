// What tags and inline styles of pasted text mean.

/** styleName is the attribute under which the style of an element is kept. */
export const styleName = "data-k-style";

/** styleOf reads the style attribute of an element: names and values in lower case. */
export function styleOf(node) {
  const out = {};
  for (const part of (node.getAttribute(styleName) ?? node.getAttribute("style") ?? "").split(";")) {
    const k = part.indexOf(":");
    if (k > 0) out[part.slice(0, k).trim().toLowerCase()] = part.slice(k + 1).trim().toLowerCase();
  }
  return out;
}

const bold = new Set(["b", "strong"]);
const italic = new Set(["i", "em", "cite", "dfn", "var"]);

/** lookOf gives the look of text inside an element, by the look outside. */
export function lookOf(node, style, outer) {
  const look = { ...outer };
  const tag = node.localName;
  if (bold.has(tag)) look.bold = true;
  if (italic.has(tag)) look.italic = true;
  if (tag === "sub" || tag === "sup") look.shift = tag;
  const weight = style["font-weight"];
  if (weight) look.bold = weight.startsWith("bold") || Number.parseInt(weight, 10) >= 600;
  const slant = style["font-style"];
  if (slant) look.italic = slant === "italic" || slant.startsWith("oblique");
  const shift = style["vertical-align"];
  if (shift === "super" || shift === "sub") look.shift = shift === "super" ? "sup" : "sub";
  if (shift === "baseline") look.shift = "";
  return look;
}

const skipped = new Set(["style", "script", "head", "title", "meta", "link", "template", "xml", "del", "object", "iframe", "svg",
  "noscript", "img", "input", "select", "textarea", "button", "audio", "video", "canvas", "col", "colgroup"]);

/** isSkipped tells whether nothing of an element is text of the paper. */
export function isSkipped(node, style) {
  if (skipped.has(node.localName) || style.display === "none" || style["mso-hide"] === "all") return true;
  return /^(annotation|comment)/.test(style["mso-element"] ?? "") || /^mso-?commentreference$/i.test(node.getAttribute("class") ?? "");
}

const blocks = new Set(["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre",
  "section", "article", "header", "footer", "main", "aside", "nav", "figure", "figcaption", "address", "center", "fieldset", "form",
  "hr", "caption", "body", "html", "details", "summary"]);

/** isBlock tells whether an element begins a paragraph. */
export const isBlock = (node, style) => blocks.has(node.localName) || style.display === "block" || style.display === "list-item";

/** isCentred tells whether text stands in the middle, null where an element does not say. */
export function isCentred(node, style) {
  const align = style["text-align"] ?? node.getAttribute("align")?.toLowerCase();
  if (align) return align === "center";
  return node.localName === "center" ? true : null;
}
