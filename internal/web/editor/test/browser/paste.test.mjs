import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./page.mjs";
import { cases } from "../paste-cases.mjs";

let at;
before(async () => { at = await openPage(); });
after(() => at?.close());

// paste gives the editor a clipboard as a browser does.
const paste = (html, text) => at.page.evaluate(([h, t]) => {
  const data = new DataTransfer();
  if (h) data.setData("text/html", h);
  data.setData("text/plain", t);
  window.ed.view.contentDOM.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}, [html, text]);

for (const { name, html, text, want } of cases) {
  test(name, async () => {
    await at.open("outlineEditor", "");
    await paste(html, text ?? "x");
    assert.equal(await at.text(), want);
    assert.equal(await at.page.evaluate(() => window.hacked), undefined);
  });
}

test("what is pasted keeps to the place of the caret and is told as a change", async () => {
  await at.open("outlineEditor", "1. Một ¦hai¦ ba");
  await paste("<b>đậm</b>", "đậm");
  assert.equal(await at.shown(), "1. Một **đậm**¦ ba");
  assert.deepEqual(await at.calls("change"), [["change", "1. Một **đậm** ba"]]);
});

test("an editor that is read only takes nothing", async () => {
  await at.open("outlineEditor", "1. Một¦", { readOnly: true });
  await paste("<b>đậm</b>", "đậm");
  for (const key of ["Enter", "Tab", "x", "Control+b", "Backspace"]) await at.page.keyboard.press(key);
  assert.equal(await at.text(), "1. Một");
});

test("the plan file takes plain text", async () => {
  await at.open("yamlEditor", "so: ¦");
  await paste("<b>đậm</b>", "đậm");
  assert.equal(await at.text(), "so: đậm");
});

test("reading what was pasted breaks no rule of the page", async () => {
  assert.deepEqual(await at.said(), []);
});
