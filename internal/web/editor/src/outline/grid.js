// A table as a grid that people edit: rows of cells with their running text. "<"
// and "^" are cells that are joined to the left and upwards. A row knows the
// lines from which it was read: what nobody changed is written as it was.
import { gridToTable, isNote, isRow, tableToGrid } from "./rows.js";

const joins = new Set(["<", "^"]);

/** Most rows and columns that a grid grows to by what is pasted. */
export const most = { rows: 2000, columns: 60 };

/** tablesIn finds the tables of running text: {from, to}, lines counted from 0, to behind the last. */
export function tablesIn(text) {
  const lines = text.split("\n");
  const out = [];
  for (let i = 0; i < lines.length; i++) {
    if (!isRow(lines[i])) continue;
    const from = i;
    let to = i + 1;
    for (let k = to; k < lines.length && (isRow(lines[k]) || isNote(lines[k]) || lines[k].trim() === ""); k++) if (isRow(lines[k])) to = k + 1;
    out.push({ from, to });
    i = to;
  }
  return out;
}

/** readGrid gives {columns, rows}; a row is {kind, cells, lines, was}. Kinds: row, group, widths, note. */
export function readGrid(source) {
  const lines = source.filter((l) => l.trim() !== "");
  const rows = [];
  tableToGrid(lines).forEach(({ kind, cells, continued }, i) => {
    const last = rows.at(-1);
    if (continued && last?.kind === "row") {
      last.cells = Array.from({ length: Math.max(cells.length, last.cells.length) }, (_, j) => `${last.cells[j] ?? ""}\n${cells[j] ?? ""}`);
      last.lines.push(lines[i]);
    } else rows.push({ kind, cells, lines: [lines[i]], odd: continued });
  });
  const columns = Math.max(1, ...rows.filter((r) => r.kind !== "note").map((r) => r.cells.length));
  for (const row of rows) {
    row.cells = row.cells.map((c) => c.replace(/\n+$/, ""));
    if (row.kind === "row" && row.cells.length === 1 && columns > 1) row.kind = "group";
    while (square(row) && row.cells.length < columns) row.cells.push(row.kind === "widths" ? "---" : "");
    row.was = row.odd ? "" : keyOf(row);
    delete row.odd;
  }
  return { columns, rows };
}

/** newGrid is a table that is to be filled in. */
export function newGrid(rows, columns) {
  return { columns, rows: Array.from({ length: rows }, () => blank(columns)) };
}

/** writeGrid gives the lines of a grid. */
export function writeGrid(grid) {
  return grid.rows.flatMap((row) => {
    if (row.was === keyOf(row)) return row.lines;
    if (row.kind === "note") return gridToTable([{ kind: "note", cells: [row.cells[0].replace(/\s*\n\s*/g, " ")] }]);
    return gridToTable([{ kind: row.kind === "widths" ? "widths" : "row", cells: row.cells }]);
  });
}

const keyOf = (row) => JSON.stringify([row.kind, row.cells]);
const square = (row) => row.kind === "row" || row.kind === "widths";
const blank = (columns) => ({ kind: "row", cells: Array(columns).fill(""), lines: [], was: "" });

/** typedCell is what a cell holds in which people typed: a lone "<" or "^" is that sign, not a joined cell. */
export const typedCell = (text) => (joins.has(text.trim()) ? `\\${text.trim()}` : text);

/** isJoined tells whether a cell is joined to another one. */
export const isJoined = (cell) => joins.has(cell);

/** What can be done with a grid at row r, column c. Each gives false where it cannot be done, else true. */
export const doing = {
  rowAbove: (g, r) => put(g.rows, r, blank(g.columns)),
  rowBelow: (g, r) => put(g.rows, r + 1, blank(g.columns)),
  rowGone: (g, r) => g.rows.length > 0 && Boolean(g.rows.splice(r, 1)),
  rowUp: (g, r) => swap(g.rows, r, r - 1),
  rowDown: (g, r) => swap(g.rows, r, r + 1),
  columnLeft: (g, _, c) => addColumn(g, c),
  columnRight: (g, _, c) => addColumn(g, c + 1),
  columnGone: (g, _, c) => removeColumn(g, c),
  columnBack: (g, _, c) => c > 0 && moveColumn(g, c - 1),
  columnOn: (g, _, c) => c < g.columns - 1 && moveColumn(g, c),
  joinLeft: (g, r, c) => join(g, r, c, "<"),
  joinUp: (g, r, c) => join(g, r, c, "^"),
  group: (g, r) => group(g, g.rows[r]),
  widths: (g, r) => !g.rows.some((x) => x.kind === "widths") && put(g.rows, r + 1, { ...blank(g.columns), kind: "widths", cells: Array(g.columns).fill("---") }),
};

function put(list, i, item) {
  list.splice(i, 0, item);
  return true;
}

function swap(list, i, k) {
  if (k < 0 || k >= list.length) return false;
  [list[i], list[k]] = [list[k], list[i]];
  return true;
}

function addColumn(g, c) {
  if (g.columns >= most.columns) return false;
  for (const { kind, cells } of g.rows.filter(square)) cells.splice(c, 0, kind === "widths" ? "---" : cells[c] === "<" && c > 0 ? "<" : "");
  g.columns++;
  return true;
}

// removeColumn gives the words of a joined cell to the column that stays.
function removeColumn(g, c) {
  if (g.columns < 2) return false;
  for (const { cells } of g.rows.filter(square)) {
    const [gone] = cells.splice(c, 1);
    if (cells[c] === "<" && gone !== "<") cells[c] = gone;
  }
  g.columns--;
  return true;
}

// moveColumn changes a column with the next one; one cell over both stays.
function moveColumn(g, c) {
  for (const { cells } of g.rows.filter(square)) {
    if (cells[c + 1] === "<") continue;
    swap(cells, c, c + 1);
    if (c === 0 && cells[0] === "<") cells[0] = "";
  }
  return true;
}

// join joins a cell to its neighbour, which gets its words, or parts it again.
function join(g, r, c, how) {
  const row = g.rows[r];
  if (row.kind !== "row") return false;
  if (row.cells[c] === how) {
    row.cells[c] = "";
    return true;
  }
  const [y, x] = originOf(g, how === "^" ? r - 1 : r, how === "<" ? c - 1 : c);
  if (g.rows[y]?.kind !== "row" || x < 0) return false;
  const words = [g.rows[y].cells[x], isJoined(row.cells[c]) ? "" : row.cells[c]];
  g.rows[y].cells[x] = words.filter(Boolean).join("\n");
  row.cells[c] = how;
  return true;
}

function originOf(g, r, c) {
  let [y, x] = [r, c];
  while (x > 0 && g.rows[y]?.cells[x] === "<") x--;
  while (y > 0 && g.rows[y]?.cells[x] === "^") y--;
  return [y, x];
}

// group makes one cell of a row, which names the rows below it, or cells again.
function group(g, row) {
  if (g.columns < 2 || !["row", "group"].includes(row.kind)) return false;
  const words = row.cells.filter((c) => c && !isJoined(c));
  row.cells = row.kind === "row" ? [words.join(" ")] : [row.cells[0], ...Array(g.columns - 1).fill("")];
  row.kind = row.kind === "row" ? "group" : "row";
  return true;
}

/** fill puts a block of cells into a grid, from a cell on; the grid grows. */
export function fill(g, r, c, block) {
  const width = Math.min(most.columns, c + Math.max(...block.map((b) => b.length)));
  while (g.columns < width) addColumn(g, g.columns);
  let at = r;
  for (const cells of block) {
    while (at < g.rows.length && g.rows[at].kind !== "row") at++;
    if (at >= most.rows) return;
    if (at === g.rows.length) g.rows.push(blank(g.columns));
    cells.slice(0, g.columns - c).forEach((text, i) => (g.rows[at].cells[c + i] = text));
    at++;
  }
}
