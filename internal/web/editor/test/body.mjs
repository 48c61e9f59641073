import { parse } from "parse5";

/** body reads HTML as a browser does and gives its body with the few properties of the DOM that are read. */
export function body(html) {
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
