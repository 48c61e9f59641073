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

test("findings are told when the caret comes to them, and F8 goes there", async () => {
  await at.open("outlineEditor", "¦1. Một\n2. Hai 😀 ba\n3. Ba");
  await at.page.evaluate(() => window.ed.marks([
    { line: 2, from: 8, to: 10, severity: "warning", message: "Xem" }, { line: 9, from: 1, to: 2, severity: "error", message: "ngoài" },
    { line: 3, severity: "info", message: "Dòng" }, { line: 3, from: 4, to: 6, severity: "error", message: "Sai" }]));
  assert.deepEqual(await at.page.locator(".k-warning").allTextContents(), ["😀 "]);
  assert.deepEqual(await at.page.locator(".k-finding-sign").allTextContents(), ["!", "✕"]);
  const told = await at.page.evaluateHandle(() => {
    const all = [];
    new MutationObserver((list) => list.forEach((m) => all.push(...[...m.addedNodes].map((n) => n.textContent)))).observe(document.querySelector(".cm-announced"), { childList: true });
    return all;
  });
  await at.page.keyboard.press("F8");
  assert.equal(await at.shown(), "1. Một\n2. Hai ¦😀 ba\n3. Ba");
  assert.ok((await told.jsonValue()).includes("Cảnh báo: Xem"));
  await at.page.keyboard.press("Shift+F8");
  assert.equal(await at.shown(), "1. Một\n2. Hai 😀 ba\n3. ¦Ba");
  await at.page.evaluate(() => window.ed.focus(2, 4));
  assert.equal(await at.shown(), "1. Một\n2. ¦Hai 😀 ba\n3. Ba");
  await at.page.keyboard.type("x");
  assert.deepEqual(await at.page.locator(".k-warning").allTextContents(), ["😀 "]);
});

// contrasts gives the texts of the editor that stand out too little from what is behind them.
const contrasts = () => {
  const light = ([r, g, b]) => [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const colour = (s) => s.match(/[\d.]+/g).map(Number);
  const behind = (e) => {
    const c = colour(getComputedStyle(e).backgroundColor);
    return c.length === 3 || c[3] === 1 ? c : e.parentElement ? behind(e.parentElement) : [255, 255, 255];
  };
  return [...document.querySelectorAll(".cm-editor *")].filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).flatMap((e) => {
    const [a, b] = [light(colour(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    return ratio < 4.5 ? [`${e.className} ${ratio.toFixed(2)}`] : [];
  });
};

test("all texts stand out from what is behind them, and the focus is seen", async () => {
  for (const [kind, text] of [["outlineEditor", "I. A\n1. **b** {c} [^1] \\* m^2^\n- {dot}\n# d\n| a | < |\n|-1-|-2-|"], ["yamlEditor", "# a\nb: \"c\"\nd: [e, 1]\nf: |\n  g"]]) {
    await at.open(kind, text);
    await at.page.evaluate(() => window.ed.marks(["error", "warning", "info"].map((severity, i) => ({ line: i + 1, from: 1, to: 2, severity, message: "x" }))));
    assert.deepEqual(await at.page.evaluate(contrasts), []);
    assert.equal(await at.page.locator(".cm-editor").evaluate((e) => getComputedStyle(e).outlineWidth), "2px");
  }
});

test("words are found far below, and the keyboard comes back", async () => {
  const lines = Array.from({ length: 900 }, (_, i) => `- dòng ${i + 1}`).join("\n");
  await at.open("yamlEditor", `¦${lines}`);
  await at.page.keyboard.press("Control+f");
  await at.page.getByRole("textbox", { name: "Tìm" }).pressSequentially("dòng 877");
  await at.page.keyboard.press("Enter");
  await at.page.keyboard.press("Escape");
  assert.ok((await at.shown()).includes("- ¦dòng 877¦\n"));
  assert.ok(await at.page.locator(".cm-content").evaluate((e) => document.activeElement === e));
  await at.page.keyboard.press("Escape");
  await at.page.keyboard.press("Tab");
  assert.equal(await at.page.evaluate(() => document.activeElement.id), "after");
  assert.deepEqual(await at.said(), []);
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

test("marks of a look are seen only beside the caret", async () => {
  const seen = () => at.page.locator(".cm-line").allTextContents();
  await at.open("outlineEditor", "1. **Đậm:** thường, m^2^ ¦\n| *a* | b |");
  assert.deepEqual(await seen(), ["1. Đậm: thường, m2 ", "| a | b |"]);
  assert.deepEqual(await at.page.evaluate(() => window.ed.look()), { bold: false, italic: false });
  await at.page.keyboard.press("ArrowLeft");
  assert.equal((await seen())[0], "1. Đậm: thường, m^2^ ");
  await at.page.keyboard.press("Home");
  for (let i = 0; i < 3; i++) await at.page.keyboard.press("ArrowRight");
  assert.equal((await seen())[0], "1. **Đậm:** thường, m2 ");
  for (let i = 0; i < 4; i++) await at.page.keyboard.press("ArrowRight");
  assert.equal(await at.shown(), "1. **Đậ¦m:** thường, m^2^ \n| *a* | b |");
  assert.deepEqual(await at.page.evaluate(() => window.ed.look()), { bold: true, italic: false });
  await at.page.focus("#after");
  await at.page.waitForFunction(() => !document.querySelector(".cm-line").textContent.includes("*"));
  assert.equal(await at.text(), "1. **Đậm:** thường, m^2^ \n| *a* | b |");
});

test("a double click takes the word that was clicked, where marks come into view", async () => {
  await at.open("outlineEditor", "1. **Đậm đà:** thường¦");
  const box = await at.page.evaluate(() => {
    const text = document.querySelector(".k-bold").firstChild, r = document.createRange();
    r.setStart(text, 4);
    r.setEnd(text, 5);
    const { left, top, height } = r.getBoundingClientRect();
    return { x: left + 2, y: top + height / 2 };
  });
  await at.page.mouse.dblclick(box.x, box.y);
  assert.equal(await at.shown(), "1. **Đậm ¦đà¦:** thường");
  await at.page.waitForFunction(() => document.querySelector(".cm-line").textContent.includes("**"));
});

test("what a screen reader is told can change", async () => {
  await at.open("outlineEditor", "1. Một¦");
  await at.page.evaluate(() => {
    window.ed.describe("help after");
    window.ed.invalid(true);
  });
  const box = at.page.locator(".cm-content");
  assert.deepEqual([await box.getAttribute("aria-describedby"), await box.getAttribute("aria-invalid"), await box.getAttribute("aria-label")], ["help after", "true", "Nội dung"]);
  await at.page.evaluate(() => window.ed.invalid(false));
  assert.equal(await box.getAttribute("aria-invalid"), null);
  assert.equal(await at.shown(), "1. Một¦");
});

test("setValue is no change of the clerk's and keeps the caret", async () => {
  await at.open("outlineEditor", "1. Một\n2. Hai¦\n3. Ba");
  await at.page.evaluate(() => window.ed.setValue("1. Mốt nữa\n2. Hai\n3. Ba\n4. Bốn"));
  assert.equal(await at.shown(), "1. Mốt nữa\n2. Hai¦\n3. Ba\n4. Bốn");
  assert.deepEqual(await at.calls("change"), []);
});
