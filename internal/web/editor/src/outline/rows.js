// Rows of tables: | ô | ô |

const widthCell = /^-+\s*[0-9.]*\s*-+$/;

/** isRow tells whether a line is a row of a table. */
export const isRow = (line) => /^\s*\|/.test(line);

/** isNote tells whether a line is a note of the drafter, which is not printed. */
export const isNote = (line) => /^\s*#(\s|$)/.test(line);

/**
 * parseRow gives the cells of a row with their places in the line: {from, to}
 * between the bars, {textFrom, textTo} of what stands there.
 */
export function parseRow(line) {
  const start = line.indexOf("|") + 1;
  let end = line.trimEnd().length;
  if (end > start && line[end - 1] === "|") end--;
  const cells = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && (line[i] !== "|" || (i > start && line[i - 1] === "\\"))) continue;
    cells.push(cellAt(line, from, i));
    from = i + 1;
  }
  const widths = cells.every((c) => widthCell.test(c.text));
  return { cells, widths, continued: !widths && /^\s/.test(line) };
}

function cellAt(line, from, to) {
  const raw = line.slice(from, to);
  const text = raw.trim();
  const textFrom = text === "" ? from + Math.min(1, raw.length) : from + raw.indexOf(text);
  return { from, to, text, textFrom, textTo: textFrom + text.length };
}

/** emptyRow is a row of n blank cells. */
export const emptyRow = (n) => "|" + "  |".repeat(n);

/**
 * tableToGrid takes the lines of a table apart for a page that shows it as a
 * table. Each line gives {kind, cells, continued}: kind is "row", "widths" (the
 * row that ends the head) or "note" (of the drafter; its one cell is the note).
 * Cells hold running text; only the bar stands in them as it is. "<" and "^"
 * are cells that are joined to the left and upwards.
 */
export function tableToGrid(lines) {
  const list = typeof lines === "string" ? lines.split("\n") : lines;
  return list.filter((line) => line.trim() !== "").map((line) => {
    if (!isRow(line)) return { kind: "note", cells: [line.trim().replace(/^#\s?/, "")], continued: false };
    const row = parseRow(line);
    const cells = row.cells.map((c) => c.text.replaceAll("\\|", "|"));
    return { kind: row.widths ? "widths" : "row", cells, continued: row.continued };
  });
}

/**
 * gridToTable writes what tableToGrid gives back as lines. Bars in cells are
 * escaped; a line break in a cell begins a row that goes on, as the grammar has
 * it; a row of hyphens that is no row of widths is escaped. A row may be an
 * array of cells alone.
 */
export function gridToTable(rows) {
  return rows.flatMap((row) => {
    const { kind = "row", cells, continued = false } = Array.isArray(row) ? { cells: row } : row;
    if (kind === "note") return [`# ${cells.join(" ")}`.trimEnd()];
    if (kind === "widths") return [`|${cells.join("|")}|`];
    return goingOn(cells).map((c, i) => (continued || i > 0 ? "  " : "") + rowLine(c));
  });
}

// goingOn splits a row with line breaks in its cells into a row and those that go on it.
function goingOn(cells) {
  const split = cells.map((c) => String(c).split(/\r\n?|\n/));
  const n = Math.max(1, ...split.map((c) => c.length));
  return Array.from({ length: n }, (_, k) => split.map((c) => c[k] ?? ""));
}

function rowLine(cells) {
  const text = cells.map((c) => c.trim().replaceAll("|", "\\|"));
  if (text.length > 0 && text.every((c) => widthCell.test(c))) text[0] = "\\" + text[0];
  return "|" + text.map((c) => (c === "" ? " |" : ` ${c} |`)).join("");
}
