import assert from "node:assert/strict";
import { test } from "node:test";
import { pasteToOutline } from "../src/paste/paste.js";
import { body } from "./body.mjs";
import { cases } from "./paste-cases.mjs";

for (const { name, html, text, want } of cases) {
  test(name, () => assert.equal(pasteToOutline(html, text ?? "", body), want));
}
