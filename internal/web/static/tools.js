// The small toolbar of a field with running text: what keys do, its tables, and the
// places of what is filled in elsewhere.

import { make, roving } from "./api.js";
import { tablesIn } from "./editor.js";
import { editTable } from "./table.js";

const words = document.getElementById("outline-tools");
const [tools, help] = words.content.children;
const places = ["dot", "nhiem_vu"]; // lists whose place in the text can be told

// outlineTools puts the toolbar before an editor. It gives what is to be called
// when the text has changed.
export function outlineTools(field, editor, label) {
  const bar = tools.cloneNode(true);
  bar.setAttribute("aria-label", `${bar.getAttribute("aria-label")}: ${label}`);
  const insert = bar.querySelector('[data-run="table"]');
  insert.setAttribute("aria-label", `${insert.textContent}: ${label}`);
  bar.addEventListener("mousedown", (e) => e.preventDefault()); // the selection of the editor stays
  bar.addEventListener("click", (e) => {
    const b = e.target.closest("button");
    if (b) run(editor, b.dataset);
  });
  roving(bar);
  const box = field.querySelector(".outline");
  box.before(bar);
  tellKeys(field, editor, box);
  editor.watch(() => press(bar, editor.look()));
  let shown = "";
  const update = () => {
    const more = [...tables(editor, label), ...placesOf(field, label)];
    const now = more.map((b) => b.outerHTML).join();
    if (now === shown) return;
    shown = now;
    for (const b of bar.querySelectorAll("[data-number], [data-place]")) b.remove();
    insert.before(...more);
  };
  field.addEventListener("focusin", update);
  update();
  return update;
}

function run(editor, { run: name, number, place }) {
  if (name === "table") editTable(editor, Number(number ?? -1));
  else if (name === "place") putPlace(editor, `{${place}}`);
  else if (editor.run(name)) editor.focus();
}

// tellKeys tells how to get out of the editor, to those who see and to those who hear.
function tellKeys(field, editor, box) {
  const told = help.cloneNode(true);
  told.id = `k-${field.dataset.path}`;
  box.after(told);
  editor.describe(`${editor.describedby()} ${told.id}`.trim());
}

// press shows what look the letters at the caret have.
function press(bar, look) {
  for (const name of ["bold", "italic"]) {
    const b = bar.querySelector(`[data-run="${name}"]`);
    if (b.getAttribute("aria-pressed") !== String(look[name])) b.setAttribute("aria-pressed", String(look[name]));
  }
}

function tables(editor, label) {
  const n = tablesIn(editor.value()).length;
  return Array.from({ length: n }, (_, i) => button(label, words.dataset.edit + (n > 1 ? ` ${i + 1}` : ""), { "data-run": "table", "data-number": String(i) }));
}

// placesOf are the buttons for the lists beside the text that have something to print.
function placesOf(field, label) {
  const { path } = field.dataset;
  const item = path.slice(0, path.lastIndexOf(".") + 1);
  if (path !== `${item}noi_dung`) return [];
  const there = (key) => document.querySelector(`.list[data-path="${CSS.escape(item + key)}"] > .item`);
  return places.filter(there).map((key) => button(label, words.dataset[key], { "data-run": "place", "data-place": key }));
}

// putPlace goes to the line that tells a place, and puts it in where there is none.
function putPlace(editor, sign) {
  const at = editor.value().split("\n").findIndex((line) => line.trim() === sign);
  if (at >= 0) return editor.focus(at + 1, sign.length + 1);
  const { from, to } = editor.roomForTable();
  editor.putLines(from, to, [sign]);
  return editor.focus(from + 1, sign.length + 1);
}

const button = (label, name, attributes) => make("button", { type: "button", "aria-label": `${name}: ${label}`, tabindex: "-1", ...attributes }, name);
