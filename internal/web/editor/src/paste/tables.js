// Tables of pasted text to rows: merged cells go on as "<" and "^", a row of
// one cell names a group, a paragraph behind the first of a cell stands in a
// row that goes on.
import { gridToTable } from "../outline/rows.js";
import { spelled, wholly } from "./text.js";
import { paragraphs } from "./walk.js";

const left = { joined: "<", lines: [] }, above = { joined: "^", lines: [] };
const mostColumns = 100;

/** cellLines reads the paragraphs of a cell; those of a table inside it stand one below the other. */
function cellLines(cell) {
  const nested = (table) => rowsOf(table).flatMap(({ row }) => cellsOf(row).flatMap(cellLines));
  return paragraphs(cell, { inCell: true, table: nested });
}

/** tableBlocks reads a table: a block of rows; a frame round text gives its paragraphs. */
export function tableBlocks(table) {
  const rows = rowsOf(table);
  const grid = square(rows);
  dropColumns(grid);
  if (!grid.some((row) => row.some((c) => c.lines.length > 0))) return [];
  if (grid.length === 1 && grid[0].length === 1) return grid[0][0].lines;
  return [{ rows: gridToTable(written(grid, headRows(rows, grid))) }];
}

function rowsOf(table) {
  const out = [];
  for (const node of table.childNodes) {
    if (node.nodeType !== 1) continue;
    if (node.localName === "tr") out.push({ row: node, head: false });
    if (!["thead", "tbody", "tfoot"].includes(node.localName)) continue;
    for (const row of node.childNodes) if (row.localName === "tr") out.push({ row, head: node.localName === "thead" });
  }
  return out;
}

const cellsOf = (row) => [...row.childNodes].filter((n) => n.localName === "td" || n.localName === "th");

const span = (cell, name, most) => Math.min(Math.max(Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1, 1), most);

// square sorts the cells into columns.
function square(rows) {
  const grid = rows.map(() => []);
  rows.forEach(({ row }, i) => {
    let j = 0;
    for (const cell of cellsOf(row)) {
      while (grid[i][j]) j++;
      const across = span(cell, "colspan", mostColumns), down = span(cell, "rowspan", rows.length - i);
      for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) grid[i + y][j + x] = x > 0 ? left : above;
      grid[i][j] = { joined: "", lines: cellLines(cell) };
      j += across;
    }
  });
  const columns = Math.max(0, ...grid.map((r) => r.length));
  return grid.map((r) => Array.from({ length: columns }, (_, j) => r[j] ?? { joined: "", lines: [] }));
}

// dropColumns takes out columns in which no cell begins.
function dropColumns(grid) {
  for (let j = (grid[0]?.length ?? 0) - 1; j > 0; j--) {
    if (grid.every((row) => row[j].joined === "<")) for (const row of grid) row.splice(j, 1);
  }
}

const isGroup = (row) => row.length > 1 && row[0].joined === "" && row[0].lines.length === 1 && row.slice(1).every((c) => c.joined === "<");

// headRows counts the rows of the head: those that the source names so, else
// the first one where it stands out, and the rows into which its cells go on.
function headRows(rows, grid) {
  let first = 0;
  while (first < grid.length && isGroup(grid[first])) first++;
  let n = rows.findIndex(({ row, head }) => !head && !cellsOf(row).every((c) => c.localName === "th"));
  if (n < 0) n = rows.length;
  if (n === 0 && first < grid.length && standsOut(grid[first])) n = first + 1;
  while (n > 0 && n < grid.length && grid[n].some((c) => c.joined === "^")) n++;
  return n;
}

function standsOut(row) {
  const lines = row.flatMap((c) => c.lines);
  return lines.length > 0 && lines.every((l) => l.centred || wholly(l.runs, "bold"));
}

function written(grid, head) {
  const widths = { kind: "widths", cells: grid[0].map(() => "---") };
  const out = grid.map((row, i) => (isGroup(row) ? [cellText(row[0], true)] : row.map((c) => cellText(c, i < head))));
  const names = grid.findIndex((row) => !isGroup(row));
  if (head !== names + 1) out.splice(head, 0, widths);
  return out;
}

// cellText writes a cell; bold over a whole cell of the head is the form's.
function cellText(cell, head) {
  if (cell.joined) return cell.joined;
  const plain = head && cell.lines.every((l) => wholly(l.runs, "bold"));
  const text = cell.lines.map((l) => lineText(plain ? { ...l, runs: l.runs.map((r) => ({ ...r, bold: false })) } : l)).join("\n");
  return text === "<" || text === "^" ? `\\${text}` : text;
}

const lineText = (line) => [line.sign, spelled(line.runs)].filter(Boolean).join(" ");
