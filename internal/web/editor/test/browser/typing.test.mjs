// Vietnamese as it is typed: input methods that compose a word before it is
// typed, and those that take letters back and type others.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openPage } from "./page.mjs";

let at;
before(async () => { at = await openPage(); });
after(() => at?.close());

const compose = (text) => at.client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (text) => at.client.send("Input.insertText", { text });
const run = (f, arg) => at.page.evaluate(f, arg);

// word composes a word step by step, as an input method does key by key, and ends it.
async function word(steps, between = async () => {}) {
  for (const step of steps) {
    await compose(step);
    await between();
  }
  await commit(steps.at(-1));
}

const telex = [["t", "ti", "tie", "tiê", "tiên", "tiến", "tiếng"], ["v", "vi", "vie", "viê", "việ", "việt"]];
const vni = [["d", "đ", "đu", "đươ", "đươn", "đương", "đường"], ["l", "lo", "lô", "lối"]];

async function type(words, between) {
  for (const [i, steps] of words.entries()) {
    if (i > 0) await at.page.keyboard.press("Space");
    await word(steps, between);
  }
}

// busy does what the page does while somebody types: shows findings, sets the
// text that the program has sent back.
const busy = () => run(() => {
  window.ed.marks([{ line: 1, from: 1, to: 3, severity: "warning", message: "Xem lại" }]);
  window.ed.setValue(window.ed.value());
  window.ed.marks([{ line: 1, from: 4, to: 9, severity: "error", message: "Sai" }]);
});

test("composed words, at the end and in the middle of a line", async () => {
  await at.open("outlineEditor", "1. ¦");
  await type(telex);
  assert.equal(await at.text(), "1. tiếng việt");
  await at.open("outlineEditor", "1. **Một** ¦{ten}\n2. Hai");
  await type(vni);
  assert.equal(await at.text(), "1. **Một** đường lối{ten}\n2. Hai");
});

test("in the middle of a word, of bold words and of a cell", async () => {
  for (const [before, want] of [["ng¦ời", "ngườời"], ["**ng¦ời**", "**ngườời**"], ["| ng¦ời | b |", "| ngườời | b |"], ["{te¦n}", "{teườn}"]]) {
    await at.open("outlineEditor", before);
    await word(["u", "ư", "ươ", "ườ"], busy);
    assert.equal(await at.text(), want);
  }
});

test("beside marks that come into view and go", async () => {
  for (const [before, want] of [["một **hai**¦ ba", "một **hai**tiếng ba"], ["một ¦**hai** ba", "một tiếng**hai** ba"], ["một **¦hai** ba", "một **tiếnghai** ba"], ["**a** *b* ¦", "**a** *b* tiếng"]]) {
    await at.open("outlineEditor", before);
    await at.page.keyboard.press("ArrowLeft");
    await at.page.keyboard.press("ArrowRight");
    await word(telex[0], busy);
    assert.equal(await at.text(), want);
  }
});

test("while findings and texts come in", async () => {
  for (const kind of ["outlineEditor", "yamlEditor"]) {
    await at.open(kind, "- ¦\n- hết");
    await type([...telex, ...vni], busy);
    assert.equal(await at.text(), "- tiếng việt đường lối\n- hết");
  }
});

test("nothing of ours happens while a word is composed; it happens afterwards", async () => {
  await at.open("outlineEditor", "1. Một\n2. ¦");
  await compose("tiê");
  await run(() => {
    window.ed.setValue("1. Mốt\n2. \n3. Ba");
    window.ed.marks([{ line: 3, from: 4, to: 6, severity: "error", message: "Sai" }]);
  });
  assert.equal(await at.text(), "1. Một\n2. tiê");
  assert.equal(await at.page.locator(".k-finding").count(), 0);
  await compose("tiế");
  await commit("tiếng");
  await at.page.locator(".k-finding").waitFor();
  assert.equal(await at.page.locator(".k-finding").textContent(), "Ba");
  assert.equal(await at.shown(), "1. Mốt\n2. tiếng¦\n3. Ba");
  assert.deepEqual((await at.calls("change")).at(-1), ["change", "1. Mốt\n2. tiếng\n3. Ba"]);
});

test("looks wait for the end of a composed word", async () => {
  await at.open("outlineEditor", "1. ¦");
  await compose("**đậm**");
  assert.equal(await at.page.locator(".k-bold").count(), 0);
  await commit("**đậm**");
  await at.page.locator(".k-bold").waitFor();
  assert.equal(await at.page.locator(".k-bold").textContent(), "đậm");
});

test("a composition that is given up leaves the text as it was", async () => {
  await at.open("outlineEditor", "1. Một ¦");
  await compose("ti");
  await busy();
  await compose("");
  await commit("");
  await at.page.locator(".k-finding").first().waitFor();
  assert.equal(await at.text(), "1. Một ");
});

test("keys of the input method are not ours", async () => {
  await at.open("outlineEditor", "1. Một¦");
  await compose("ti");
  const used = await run(() => ["Enter", "Tab", "F8"].map((key) => {
    const event = new KeyboardEvent("keydown", { key, code: key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true });
    return window.ed.view.contentDOM.dispatchEvent(event);
  }));
  assert.deepEqual(used, [true, true, true]);
  assert.equal(await at.text(), "1. Mộtti");
  await commit("tí");
  const late = await run(() => ["Enter", "Tab"].map((key) =>
    window.ed.view.contentDOM.dispatchEvent(new KeyboardEvent("keydown", { key, code: key, keyCode: 229, bubbles: true, cancelable: true }))));
  assert.deepEqual(late, [true, true]);
  assert.equal(await at.text(), "1. Mộttí");
});

// unikey types letters and takes them back, all at once, as hooks into the keyboard do.
async function unikey(text, between = async () => {}) {
  const events = [];
  const key = (type, more) => events.push(at.client.send("Input.dispatchKeyEvent", { type, ...more }));
  for (const c of text) {
    const back = { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 };
    const left = { key: "ArrowLeft", code: "ArrowLeft", windowsVirtualKeyCode: 37, modifiers: 8 };
    if (c === "«") for (const type of ["rawKeyDown", "keyUp"]) key(type, left);
    else if (c === "<") for (const type of ["rawKeyDown", "keyUp"]) key(type, back);
    else key("char", { text: c, key: c });
    events.push(between());
  }
  await Promise.all(events);
}

// selecting is what unikey's keys make where « selects one letter more to the left.
function selecting(keys) {
  let text = "", selected = 0;
  for (const c of keys) {
    if (c === "«") selected++;
    else {
      text = text.slice(0, text.length - selected) + c;
      selected = 0;
    }
  }
  return text;
}

test("letters that are taken back and typed anew, fast", async () => {
  const keys = "tie<ê<<iên<<<iến<<<<tiếng vie<ê<<iêt<<<<việt<<<<việt";
  let want = "";
  for (const c of keys) want = c === "<" ? want.slice(0, -1) : want + c;
  for (const between of [undefined, busy]) {
    await at.open("outlineEditor", "- đ¦\n- hết");
    await unikey(keys, between);
    assert.equal(await at.text(), `- đ${want}\n- hết`);
  }
});

test("letters that are selected and typed over, fast", async () => {
  await at.open("outlineEditor", "1. ¦ hết");
  await unikey("tie«ê«eê«iên««iến«««iếng", busy);
  assert.equal(await at.text(), `1. ${selecting("tie«ê«eê«iên««iến«««iếng")} hết`);
});

test("decomposed letters stay as they are typed, and go one by one", async () => {
  await at.open("outlineEditor", "¦");
  await commit("tie\u0302\u0301");
  assert.equal(await at.text(), "tie\u0302\u0301");
  await at.page.keyboard.press("Backspace");
  assert.equal(await at.text(), "tie\u0302");
});

test("a composed word at the head of a line, over a selection, and two lines that follow each other", async () => {
  await at.open("outlineEditor", "¦");
  await word(["d", "đ"], busy);
  await at.page.keyboard.type(") Một");
  await at.page.keyboard.press("Enter");
  await type(vni, busy);
  await at.page.keyboard.press("Enter");
  await at.page.keyboard.press("Enter");
  await word(telex[0], busy);
  assert.equal(await at.text(), "đ) Một\ne) đường lối\ntiếng");
  await at.open("outlineEditor", "1. một ¦hai¦ ba\n2. Hai");
  await word(telex[0], busy);
  assert.equal(await at.text(), "1. một tiếng ba\n2. Hai");
});

test("no rule of the page was broken", async () => {
  assert.deepEqual(await at.said(), []);
});
