import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./page.mjs";

let at;
before(async () => { at = await openPage(); });
after(() => at?.close());

// press opens a text, presses keys and gives what is shown.
async function press(text, ...keys) {
  await at.open("outlineEditor", text);
  for (const key of keys) await at.page.keyboard.press(key);
  return at.shown();
}

test("Enter, Shift-Enter and Tab in a browser", async () => {
  assert.equal(await press("1. Một¦", "Enter"), "1. Một\n2. ¦");
  assert.equal(await press("1. Một¦", "Shift+Enter"), "1. Một\n  ¦");
  assert.equal(await press("1. Một\n2. Hai¦", "Tab"), "1. Một\n1.1. Hai¦");
  assert.equal(await press("1. Một\n1.1. Hai¦", "Shift+Tab"), "1. Một\n2. Hai¦");
  assert.equal(await press("một ¦hai¦ ba", "Control+b"), "một **¦hai¦** ba");
  assert.equal(await press("một ¦hai¦ ba", "Control+i"), "một *¦hai¦* ba");
  assert.equal(await press("| a¦ | b |", "Tab"), "| a | ¦b¦ |");
});

test("the keyboard gets out: Escape, then Tab", async () => {
  await press("1. Một¦", "Escape", "Tab");
  assert.equal(await at.page.evaluate(() => document.activeElement.id), "after");
  assert.equal(await at.text(), "1. Một");
});

test("undo and redo are the page's", async () => {
  await press("1. Một¦", "Enter", "Control+z", "Control+y", "Control+Shift+Z");
  assert.deepEqual((await at.calls()).map((c) => c[0]).filter((n) => n !== "focus"), ["change", "undo", "redo", "redo"]);
  await at.page.evaluate(() => document.execCommand("undo"));
  assert.equal(await at.text(), "1. Một\n2. ");
});

test("names, and what the editor may do under the policy of the page", async () => {
  await at.open("outlineEditor", "I. NỘI DUNG\n1. **Đậm** {dot} {ten}\n# ghi chú\n| a | < |");
  await at.page.evaluate(() => window.ed.marks([{ line: 2, from: 4, to: 11, severity: "error", message: "Sai" }]));
  const box = at.page.getByRole("textbox", { name: "Nội dung" });
  assert.equal(await box.getAttribute("aria-describedby"), "help");
  assert.equal(await box.getAttribute("aria-multiline"), "true");
  assert.equal(await at.page.locator(".k-finding.k-error").first().getAttribute("title"), "Lỗi: Sai");
  assert.equal(await at.page.locator(".k-bold").first().evaluate((e) => getComputedStyle(e).fontWeight), "700");
  await at.open("yamlEditor", "# a\nmuc:\n  - tieu_de: A\n    noi_dung: |\n      1. x¦");
  assert.ok(await at.page.locator(".tok-propertyName").count() > 0);
  assert.deepEqual(await at.said(), []);
});

test("setValue is no change of the clerk's and keeps the caret", async () => {
  await at.open("outlineEditor", "1. Một\n2. Hai¦\n3. Ba");
  await at.page.evaluate(() => window.ed.setValue("1. Mốt nữa\n2. Hai\n3. Ba\n4. Bốn"));
  assert.equal(await at.shown(), "1. Mốt nữa\n2. Hai¦\n3. Ba\n4. Bốn");
  assert.deepEqual(await at.calls("change"), []);
});
