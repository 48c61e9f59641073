// Cells that were copied from a table of Excel, Word or a page.
import { isRow } from "../outline/rows.js";
import { readGrid, typedCell } from "../outline/grid.js";
import { pasteToOutline } from "./paste.js";
import { plainLines } from "../edit/insert.js";
import { clean } from "./text.js";

/** pastedBlock gives the cells of what the clipboard holds, row by row; null where it is no table. */
export function pastedBlock(html, text, parse) {
  const lines = html ? pasteToOutline(html, "", parse).split("\n") : [];
  const rows = lines.filter(isRow);
  if (rows.length > 0) return ofRows(readGrid(rows));
  if (/<table\b/i.test(html)) return [[typedCell(lines.join("\n"))]]; // one cell
  const plain = plainLines(text);
  return text.includes("\t") || /\n[^\n]*\n$/.test(plain) ? separated(plain.replace(/\n$/, "")) : null;
}

function ofRows({ columns, rows }) {
  const wide = (row) => (row.kind === "group" ? [row.cells[0], ...Array(columns - 1).fill("<")] : row.cells);
  return rows.filter((r) => r.kind === "row" || r.kind === "group").map(wide);
}

// separated reads text between tabs; a cell with tabs, line breaks or quotation
// marks in it stands in quotation marks.
function separated(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const rows = [[]];
  for (let m; cell.lastIndex <= text.length && (m = cell.exec(text)); ) {
    const [whole, quoted, plain, end] = m;
    const meant = quoted !== undefined && /[\t\n]|""/.test(quoted);
    rows.at(-1).push(typedCell(clean(meant ? quoted.replaceAll('""', '"') : (plain ?? whole.slice(0, whole.length - end.length))).trim()));
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}
