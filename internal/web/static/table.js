// A table of running text as a grid of cells, in a dialog. What is done stands in the
// text at each pause; Escape or "cancel" put back what stood there.

import { make, roving } from "./api.js";
import { grow } from "./grow.js";
import { doing, fill, isJoined, newGrid, pastedBlock, typedCell } from "./editor.js";
import { TableLines } from "./table-lines.js";

const dialog = document.getElementById("table");
const grid = dialog.querySelector("table");
const $ = (name) => dialog.querySelector(`[data-part="${name}"]`);
const word = (name, at = {}) => dialog.dataset[name].replace(/\{(\w)\}/g, (_, k) => at[k]);

const together = 1200; // ms: letters typed so fast are one step
const pause = 300; // ms until what was done stands in the text

let lines = null; // those of the table in its editor
let model = null;
let at = [0, 0]; // the current cell
let past = []; // what the grid was before each step
let future = []; // and after those that were undone
let typing = ""; // the cell whose letters are one step
let changed = false; // in the dialog, since it was opened
let timer = 0;
let typed = 0; // when a letter was last typed
let lost = false; // the table was changed elsewhere

// editTable opens a table of an editor, or a new one where there is none of this
// number. When the dialog is closed the caret is in the editor again.
export function editTable(editor, number) {
  lines = new TableLines(editor, number);
  model = lines.model;
  const first = lines.row || Math.max(0, model.rows.findIndex((row) => row.kind === "row"));
  [at, past, future, typing, changed, lost] = [[first, 0], [], [], "", false, false];
  $("said").textContent = $("trouble").textContent = "";
  draw();
  dialog.showModal();
  cell()?.focus();
}

// draw shows the grid anew; letters that are being composed are in no cell then.
function draw() {
  at = [Math.max(0, Math.min(at[0], model.rows.length - 1)), Math.min(at[1], model.columns - 1)];
  const heads = Array.from({ length: model.columns }, (_, c) => make("th", { scope: "col" }, String(c + 1)));
  const rows = model.rows.map((row, r) => make("tr", { "data-kind": row.kind }, make("th", { scope: "row" }, row.kind === "widths" ? "mm" : String(r + 1)), ...row.cells.map((_, c) => box(row, r, c))));
  grid.replaceChildren(make("thead", {}, make("tr", {}, make("td"), ...heads)), make("tbody", {}, ...rows));
  for (const input of grid.querySelectorAll("textarea")) grow(input);
  show();
}

function box(row, r, c) {
  const text = row.kind === "widths" ? width(row.cells[c]) : row.cells[c];
  const joined = row.kind === "row" && isJoined(text);
  const name = { row: joined ? (text === "<" ? "joinedLeft" : "joinedUp") : "cell", group: "group", note: "note", widths: "width" }[row.kind];
  const input = make("textarea", { rows: String(text.split("\n").length), spellcheck: "false", lang: "vi", "data-at": `${r}.${c}`, "aria-label": word(name, { r: r + 1, c: c + 1 }), readonly: joined && "", placeholder: row.kind === "widths" && word("wide") });
  input.value = joined ? word(text === "<" ? "signLeft" : "signUp") : text;
  return make("td", { colspan: row.cells.length === 1 && model.columns > 1 && String(model.columns), class: joined && "joined" }, input);
}

const width = (cell) => cell.replaceAll("-", "").trim();
const cell = ([r, c] = at) => grid.querySelector(`[data-at="${r}.${Math.min(c, (model.rows[r]?.cells.length ?? 1) - 1)}"]`);
const placeOf = (el) => el.dataset.at.split(".").map(Number);

// show marks the current cell, for those who press a button next.
function show() {
  for (const td of grid.querySelectorAll(".here")) td.classList.remove("here");
  cell()?.parentElement.classList.add("here");
  $("here").textContent = model.rows.length ? word("cell", { r: at[0] + 1, c: at[1] + 1 }) : "";
}

// step remembers what the grid is, so that it can be undone.
function step(what = "") {
  if (what && what === typing) return;
  typing = what;
  changed = true;
  past.push(structuredClone(model));
  if (past.length > 200) past.shift();
  future = [];
}

// later puts what is done into the text, after a pause.
function later() {
  timer ||= setTimeout(save, pause);
}

// save puts it there now; false where that cannot be.
function save() {
  clearTimeout(timer);
  timer = 0;
  if (!changed || !dialog.open) return true;
  if (!lines.stands()) {
    $("trouble").textContent = word("gone");
    return false;
  }
  if (!lost) lost = !lines.put(model);
  $("trouble").textContent = lost ? word("changed") : "";
  return !lost;
}

const undo = () => back(past, future);
const redo = () => back(future, past);

// back goes one step from one list of grids to the other.
function back(from, to) {
  if (from.length === 0) return;
  to.push(structuredClone(model));
  model = from.pop();
  typing = "";
  later();
  const inGrid = grid.contains(document.activeElement);
  draw();
  if (inGrid) cell()?.focus();
}

// act does what a button says. Who pressed it with the mouse is in the cell again.
function act(name, button, mouse) {
  if (name === "undo") return undo();
  if (name === "redo") return redo();
  if (model.rows.length === 0) {
    if (!name.startsWith("row")) return undefined;
    step();
    model.rows.push(...newGrid(1, model.columns).rows);
  } else {
    const was = [changed, future];
    step();
    if (!doing[name](model, ...at)) {
      past.pop();
      [changed, future] = was;
      $("said").textContent = word("cannot");
      return undefined;
    }
    if (name === "rowUp" || name === "rowDown") at[0] += name === "rowUp" ? -1 : 1;
    if (name === "rowBelow") at[0]++;
    if (name === "columnBack" || name === "columnOn") at[1] += name === "columnBack" ? -1 : 1;
    if (name === "columnRight") at[1]++;
  }
  later();
  draw();
  if (mouse) cell()?.focus();
  $("said").textContent = `${button.title}. ${word("size", { r: model.rows.length, c: model.columns })}`;
  return undefined;
}

// close ends the dialog.
function close() {
  const { editor } = lines;
  dialog.close();
  editor.focus();
}

// cancel puts back what stood there; what was typed is given up only when people
// say so.
function cancel() {
  if (changed && !confirm(word("lose"))) return;
  clearTimeout(timer);
  timer = 0;
  if (changed && lines.stands()) lines.put(null);
  close();
}

// done closes the dialog when the grid stands in the text; one that was changed
// elsewhere becomes another table when people say so again.
function done() {
  const wrong = grid.querySelector('[aria-invalid="true"]');
  if (wrong) {
    $("trouble").textContent = word("noWidth");
    wrong.focus();
    return;
  }
  if (lost) {
    lines.apart();
    lost = false;
  }
  if (save()) close();
}

grid.addEventListener("focusin", (e) => {
  if (!e.target.dataset.at) return;
  at = placeOf(e.target);
  show();
});

grid.addEventListener("input", (e) => {
  const [r, c] = placeOf(e.target);
  if (e.timeStamp - typed > together) typing = "";
  typed = e.timeStamp;
  step(e.target.dataset.at);
  later();
  const row = model.rows[r];
  const text = e.target.value;
  if (row.kind === "widths") row.cells[c] = typedWidth(e.target);
  else row.cells[c] = typedCell(text);
  if (e.isComposing) return;
  e.target.rows = text.split("\n").length;
  grow(e.target);
});

// typedWidth reads millimetres or centimetres.
function typedWidth(input) {
  const text = input.value.trim();
  const [, number, unit] = /^([0-9]+(?:[.,][0-9]+)?)\s*(mm|cm)?$/i.exec(text) ?? [];
  const wrong = text !== "" && number === undefined;
  input.setAttribute("aria-invalid", String(wrong));
  $("said").textContent = wrong ? word("noWidth") : "";
  if (number === undefined) return "---";
  const mm = Number(number.replace(",", ".")) * (unit?.toLowerCase() === "cm" ? 10 : 1);
  return `-${Math.round(mm * 10) / 10}-`;
}

grid.addEventListener("paste", (e) => {
  const block = pastedBlock(e.clipboardData.getData("text/html"), e.clipboardData.getData("text/plain"));
  if (!block || model.rows[at[0]]?.kind !== "row") return;
  e.preventDefault();
  if (block.length === 1 && block[0].length === 1) { // one cell: its text where the caret is
    document.execCommand("insertText", false, block[0][0]);
    return;
  }
  step();
  fill(model, ...at, block);
  later();
  draw();
  cell()?.focus();
  $("said").textContent = word("pasted", { r: block.length, c: Math.max(...block.map((b) => b.length)) });
});

const arrows = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

// An arrow at the edge of the text goes to the next cell; up and down also from a
// text of one line.
grid.addEventListener("keydown", (e) => {
  const to = arrows[e.key];
  const el = e.target;
  if (!to || e.isComposing || e.keyCode === 229 || e.shiftKey || e.ctrlKey || e.altKey || e.metaKey || el.selectionStart !== el.selectionEnd) return;
  const on = to[0] + to[1] > 0;
  const oneLine = to[0] !== 0 && !el.value.includes("\n") && el.scrollHeight < 48;
  if (el.selectionStart !== (on ? el.value.length : 0) && !oneLine) return;
  const [r, c] = placeOf(el);
  const next = cell([r + to[0], c + to[1]]);
  if (!next || next === el) return;
  e.preventDefault();
  next.focus();
  const end = on ? 0 : next.value.length;
  next.setSelectionRange(end, end);
});

dialog.addEventListener("keydown", (e) => {
  e.stopPropagation(); // the keys of the page behind
  if (e.isComposing || e.keyCode === 229) return;
  const ctrl = e.ctrlKey || e.metaKey;
  if (e.key === "Escape") cancel();
  else if (ctrl && e.key.toLowerCase() === "z") (e.shiftKey ? redo : undo)();
  else if (ctrl && e.key.toLowerCase() === "y") redo();
  else if (ctrl && e.key === "Enter") done();
  else return;
  e.preventDefault();
});

dialog.addEventListener("cancel", (e) => {
  e.preventDefault();
  cancel();
});

dialog.addEventListener("click", (e) => {
  const b = e.target.closest("button");
  if (b?.dataset.do === "done") done();
  else if (b?.dataset.do === "cancel") cancel();
  else if (b) act(b.dataset.do, b, e.detail > 0);
});

// A page that is left has what was done, before the page itself sends it.
addEventListener("pagehide", save);
addEventListener("beforeunload", (e) => {
  if (save()) return;
  e.preventDefault();
  e.returnValue = "1"; // Chromium before 119
});

roving(dialog.querySelector("[role=toolbar]"));
