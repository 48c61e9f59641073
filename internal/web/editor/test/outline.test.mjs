import assert from "node:assert/strict";
import { test } from "node:test";
import { Text } from "@codemirror/state";
import { RANK, countOn, firstSign, roman, romanValue, splitSign } from "../src/outline/signs.js";
import { headOf, isContinuation, paragraphAt } from "../src/outline/lines.js";
import { pairs, tokens } from "../src/outline/inline.js";
import { gridToTable, parseRow, tableToGrid } from "../src/outline/rows.js";
import { escape, write } from "../src/outline/write.js";
import { difference, differences } from "../src/edit/change.js";

test("signs count on as the program counts them", () => {
  const next = { "1.": "2.", "9.": "10.", "1.1.": "1.2.", "2.9.1.": "2.9.2.", "1.1": "1.2", "(1)": "(2)", "a)": "b)", "d)": "đ)", "đ)": "e)",
    "e)": "g)", "i)": "k)", "y)": "y)", "a.": "b.", "-": "-", "+": "+", "- +": "- +", "*": "*", "I.": "II.", "III.": "IV.", "IX.": "X.", "V-": "VI-", "": "" };
  for (const [sign, want] of Object.entries(next)) assert.equal(countOn(sign), want, sign);
});

test("Roman numbers have one right form", () => {
  assert.deepEqual([1, 4, 9, 14, 40, 49].map(roman), ["I", "IV", "IX", "XIV", "XL", "XLIX"]);
  assert.equal(romanValue("IIII"), 0);
  for (let n = 1; n <= 60; n++) assert.equal(romanValue(roman(n)), n);
});

test("the ten signs of real plans, and what is none", () => {
  const cases = [["I. MỤC ĐÍCH", "muc", "I."], ["IV.TỔ CHỨC", "muc", "IV."], ["1. Một", "khoan", "1."], ["1.1. Một", "khoan2", "1.1."], ["1.1 Một", "khoan2", "1.1"],
    ["1.1.1. một", "khoan3", "1.1.1."], ["a) Một", "diem", "a)"], ["đ) Một", "diem", "đ)"], ["a. Một", "diem", "a."], ["(1) Một", "gach", "(1)"], ["- một", "gach", "-"],
    ["* Lưu ý: x", "gach", "*"], ["+ một", "cong", "+"], ["- + một", "cong", "- +"], ["2026. Năm", "none", ""], ["*chữ* nghiêng", "none", ""], ["1,5 triệu", "none", ""],
    ["1.5 triệu", "none", ""], ["-----", "none", ""], ["02/6 là ngày", "none", ""], ["V. vân vân", "none", ""], ["Một", "none", ""]];
  for (const [line, rank, sign] of cases) assert.deepEqual([splitSign(line).rank, splitSign(line).sign], [RANK[rank], sign], line);
});

test("the first sign of a list below another", () => {
  assert.equal(firstSign(RANK.khoan2, "2."), "2.1.");
  assert.equal(firstSign(RANK.khoan3, "2.3."), "2.3.1.");
  assert.equal(firstSign(RANK.khoan3, "2."), "2.1.1.");
  assert.equal(firstSign(RANK.khoan2, "I."), "1.1.");
  assert.equal(firstSign(RANK.diem, "1."), "a)");
});

test("heads of lines: items that are still blank, bold signs, rows, notes", () => {
  assert.deepEqual([headOf("2. ").empty, headOf("2.").sign, headOf("2. x").textFrom], [true, "2.", 3]);
  assert.deepEqual([headOf("**1.** Giao").sign, headOf("**1.** Giao").signFrom], ["1.", 2]);
  assert.equal(headOf("| 1. a |").rank, RANK.none);
  assert.equal(headOf("# 1. a").rank, RANK.none);
});

test("an indented line goes on the paragraph above, not below a row or a note", () => {
  const doc = Text.of(["1. Một", "  hai", "  ba", "| a |", "  bốn", "# năm", "  sáu", "", "  bảy"]);
  assert.deepEqual([2, 3, 5, 7, 9].map((n) => isContinuation(doc, n)), [true, true, false, false, false]);
  assert.deepEqual(paragraphAt(doc, 2), { first: 1, last: 3 });
});

const shape = (s) => tokens(s).map((t) => `${t.kind}${t.bold ? "+b" : ""}${t.italic ? "+i" : ""}${t.shift ? "+" + t.shift : ""}:${t.text}`);
const words = (s) => shape(s).filter((t) => !t.startsWith("mark"));

test("marks inside a paragraph", () => {
  assert.deepEqual(words("a **b** *c* ***d***"), ["text:a ", "text+b:b", "text: ", "text+i:c", "text: ", "text+b+i:d"]);
  assert.deepEqual(words("5 * 3 * 2 **chưa đóng"), ["text:5 * 3 * 2 **chưa đóng"]);
  assert.deepEqual(words("H~2~O m^2^ a^b c^"), ["text:H", "text+sub:2", "text:O m", "text+sup:2", "text: a^b c^"]);
  assert.deepEqual(words("{ten đơn vị} [^1] \\*x\\* {1}"), ["hole:ten đơn vị", "text: ", "note:1", "text: ", "escape:*", "text:x", "escape:*", "text: {1}"]);
  assert.deepEqual(words("**a^2^** ^{so}^"), ["text+b:a", "text+b+sup:2", "text: ", "hole+sup:so"]);
  assert.deepEqual(pairs("a **b *c* d**"), [{ from: 6, to: 9, n: 1 }, { from: 2, to: 13, n: 2 }]);
});

test("what is written is read as it was meant, with no more backslashes than it needs", () => {
  const run = (text, look = {}) => ({ text, bold: false, italic: false, shift: "", ...look });
  assert.equal(write([run("5 * 3 = 15, ~20 người")]), "5 * 3 = 15, ~20 người");
  assert.equal(write([run("*chú thích*")]), "\\*chú thích\\*");
  assert.equal(write([run("{ten}")]), "\\{ten}");
  assert.equal(write([run("C:\\tệp \\1")]), "C:\\tệp \\\\1");
  assert.equal(write([run("Một ", { bold: true }), run("hai", { bold: true, italic: true })]), "**Một** ***hai***");
  assert.equal(write([run("m", { bold: true }), run("2", { bold: true, shift: "sup" })]), "**m^2^**");
  assert.equal(write([run("a", { bold: true }), run("b", { italic: true })]), "**a***b*");
  assert.equal(escape("a_b"), "a_b");
});

test("rows and their cells", () => {
  const row = parseRow("| a | b \\| c ||");
  assert.deepEqual(row.cells.map((c) => c.text), ["a", "b \\| c", ""]);
  assert.deepEqual([parseRow("|-10-|---|").widths, parseRow("| -5- | a |").widths, parseRow("  | a | |").continued], [true, false, true]);
});

test("a table to a grid and back", () => {
  const lines = ["| TT | Nội dung |", "|-10-|-100-|", "# ghi chú", "| I. Khối doanh nghiệp |", "| 1 | a \\| *b* |", "  | | tiếp |", "| Tổng | < |", "| ^ | \\< |"];
  const grid = tableToGrid(lines);
  assert.deepEqual(grid.map((r) => r.kind), ["row", "widths", "note", "row", "row", "row", "row", "row"]);
  assert.equal(grid[4].cells[1], "a | *b*");
  assert.equal(grid[5].continued, true);
  assert.deepEqual(gridToTable(grid), lines);
  assert.deepEqual(gridToTable([["a", "b\nc"], ["--", "---"], [" x|y ", ""]]), ["| a | b |", "  | | c |", "| \\-- | --- |", "| x\\|y | |"]);
});

test("the smallest change", () => {
  assert.deepEqual(difference("abc", "abc"), []);
  assert.deepEqual(difference("a😀c", "a😁c"), [{ from: 1, to: 3, insert: "😁" }]);
  assert.deepEqual(differences("a1\nb\nc1", "a2\nb\nc2"), [{ from: 1, to: 2, insert: "2" }, { from: 6, to: 7, insert: "2" }]);
  assert.deepEqual(differences("\nab", "x\nab"), [{ from: 0, to: 0, insert: "x" }]);
  for (const [a, b] of [["", "a\nb"], ["a\nb\n", ""], ["a\nb\nc", "c\na"], ["a\na\n", "a\na\na\n"], ["x\ny", "x\ny\n"]]) {
    let s = a;
    for (const c of differences(a, b).reverse()) s = s.slice(0, c.from) + c.insert + s.slice(c.to);
    assert.equal(s, b);
  }
});
