import assert from "node:assert/strict";
import { test } from "node:test";
import { EditorState } from "@codemirror/state";
import { doing, fill, newGrid, readGrid, tablesIn, typedCell, writeGrid } from "../src/outline/grid.js";
import { putLines, roomForTable } from "../src/edit/lines.js";
import { pastedBlock } from "../src/paste/block.js";
import { body } from "./body.mjs";

const table = ["| Việc của xã |", "|TT|Việc | Hạn |", "|-10-|---|-30-|", "# hỏi lại", "| I. Nhóm |", "| 1 | a \\| b | **02/6** |", "  | | dòng hai | |", "| 2 | < | ^ |"];
const cellsOf = (g) => g.rows.map((r) => r.cells);

test("what nobody changed is written as it was", () => {
  const g = readGrid(table);
  assert.deepEqual(writeGrid(g), table);
  assert.equal(g.columns, 3);
  assert.deepEqual(g.rows.map((r) => r.kind), ["group", "row", "widths", "note", "group", "row", "row"]);
  assert.equal(g.rows[5].cells[1], "a | b\ndòng hai");
});

test("a changed cell changes its row alone", () => {
  const g = readGrid(table);
  g.rows[5].cells[1] = "c | d\ne";
  assert.deepEqual(writeGrid(g), [...table.slice(0, 5), "| 1 | c \\| d | **02/6** |", "  | | e | |", table[7]]);
});

test("tables of a text", () => {
  assert.deepEqual(tablesIn("Một\n| a |\n# x\n\n| b |\n# y\nHai\n| c |"), [{ from: 1, to: 5 }, { from: 7, to: 8 }]);
  assert.deepEqual(tablesIn("Một\nHai"), []);
});

test("rows and columns", () => {
  const g = readGrid(["| a | b |", "| c | < |"]);
  assert.ok(doing.columnRight(g, 0, 0));
  assert.deepEqual(cellsOf(g), [["a", "", "b"], ["c", "<", "<"]]);
  assert.ok(doing.columnGone(g, 0, 0));
  assert.deepEqual(cellsOf(g), [["", "b"], ["c", "<"]]);
  assert.ok(doing.columnOn(g, 0, 0));
  assert.deepEqual(cellsOf(g), [["b", ""], ["c", "<"]]);
  assert.ok(doing.rowBelow(g, 1) && doing.rowUp(g, 2) && doing.widths(g, 0) && !doing.widths(g, 0));
  assert.deepEqual(writeGrid(g), ["| b | |", "|---|---|", "| | |", "| c | < |"]);
  assert.ok(doing.rowGone(g, 1) && !doing.rowUp(g, 0));
});

test("joined cells keep their words, and group rows too", () => {
  const g = readGrid(["| a | b |", "| c | d |"]);
  assert.ok(doing.joinLeft(g, 0, 1));
  assert.deepEqual(cellsOf(g)[0], ["a\nb", "<"]);
  assert.ok(doing.joinUp(g, 1, 1));
  assert.deepEqual(cellsOf(g), [["a\nb\nd", "<"], ["c", "^"]]);
  assert.ok(doing.joinUp(g, 1, 1) && !doing.joinUp(g, 0, 0) && !doing.joinLeft(g, 0, 0));
  assert.equal(g.rows[1].cells[1], "");
  assert.ok(doing.group(g, 1));
  assert.deepEqual(writeGrid(g).at(-1), "| c |");
  assert.equal(typedCell(" < "), "\\<");
});

test("whatever is done, the lines give the same grid", () => {
  let seed = 7;
  const any = (n) => (seed = (seed * 48271) % 2147483647) % n;
  const names = Object.keys(doing);
  for (let run = 0; run < 300; run++) {
    const g = readGrid(table);
    for (let i = 0; i < 12 && g.rows.length > 0; i++) doing[names[any(names.length)]](g, any(g.rows.length), any(g.columns));
    const again = readGrid(writeGrid(g));
    if (g.rows.some((r) => r.kind === "row")) assert.deepEqual(cellsOf(again), cellsOf(g));
  }
});

test("a block fills cells from the current one on", () => {
  const g = readGrid(["| a | b |", "|---|---|", "| c | d |"]);
  fill(g, 0, 1, [["1", "2"], ["3", "4"], ["5", "6"]]);
  assert.deepEqual(writeGrid(g), ["| a | 1 | 2 |", "|---|---|---|", "| c | 3 | 4 |", "| | 5 | 6 |"]);
  const wide = newGrid(1, 2);
  fill(wide, 0, 0, [Array(500).fill("x")]);
  assert.equal(wide.columns, 60);
});

test("what Excel and others put on the clipboard", () => {
  assert.deepEqual(pastedBlock("", "a\tb\r\nc\t\"d\"\"1\ne\"\r\n"), [["a", "b"], ["c", 'd"1\ne']]);
  assert.deepEqual(pastedBlock("", "“Hè”\t\"Hè\"\n\"mở\tx"), [["“Hè”", '"Hè"'], ['"mở', "x"]]);
  assert.deepEqual(pastedBlock("", "<\tb"), [["\\<", "b"]]);
  assert.equal(pastedBlock("", "một dòng\nhai dòng"), null);
  assert.equal(pastedBlock("", "một dòng\n"), null);
  assert.deepEqual(pastedBlock("", "A1\r\nA2\r\n"), [["A1"], ["A2"]]);
  assert.deepEqual(pastedBlock("<table><tr><td>Một ô</td></tr></table>", "Một ô\r\n", body), [["Một ô"]]);
});

test("a table goes behind the paragraph of the caret, by the smallest change", () => {
  const at = (doc, anchor) => EditorState.create({ doc, selection: { anchor } });
  assert.deepEqual(roomForTable(at("Một\n  nối\nHai", 1)), { from: 2, to: 2 });
  assert.deepEqual(roomForTable(at("Một\n\nHai", 4)), { from: 1, to: 2 });
  assert.deepEqual(roomForTable(at("| a |\n| b |\nHai", 1)), { from: 2, to: 2 });
  const s = at("Một\n| a |\nHai", 0);
  const tr = s.update(putLines(s, 1, 2, ["| a |", "| b |"]));
  assert.equal(tr.newDoc.toString(), "Một\n| a |\n| b |\nHai");
  assert.ok(tr.changes.newLength - tr.changes.length === 6 && !tr.changes.touchesRange(0, 9));
  assert.equal(s.update(putLines(s, 1, 2, [])).newDoc.toString(), "Một\nHai");
});
