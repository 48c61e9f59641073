import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "parse5";
import { pasteToOutline } from "../src/paste/paste.js";
import { cases } from "./paste-cases.mjs";

// body reads HTML as a browser does and gives its body with the few properties of the DOM that are read.
function body(html) {
  const document = parse(html).childNodes.find((n) => n.nodeName === "html");
  return element(document.childNodes.find((n) => n.nodeName === "body"));
}

const types = { "#text": 3, "#comment": 8 };

function element(node) {
  const childNodes = (node.childNodes ?? []).map(element);
  return {
    nodeType: types[node.nodeName] ?? 1,
    nodeValue: node.value ?? null,
    localName: node.tagName,
    childNodes,
    getAttribute: (name) => node.attrs?.find((a) => a.name === name)?.value ?? null,
    get textContent() { return node.value ?? childNodes.filter((c) => c.nodeType !== 8).map((c) => c.textContent).join(""); },
  };
}

for (const { name, html, text, want } of cases) {
  test(name, () => assert.equal(pasteToOutline(html, text ?? "", body), want));
}
