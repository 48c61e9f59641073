// The small toolbar of a field with running text: what keys do, and its tables.

import { make, roving } from "./api.js";
import { tablesIn } from "./editor.js";
import { editTable } from "./table.js";

const words = document.getElementById("outline-tools");

// outlineTools puts the toolbar before an editor. It gives what is to be called
// when the text has changed.
export function outlineTools(field, editor, label) {
  const bar = words.content.firstElementChild.cloneNode(true);
  bar.setAttribute("aria-label", `${bar.getAttribute("aria-label")}: ${label}`);
  const insert = bar.querySelector('[data-run="table"]');
  insert.setAttribute("aria-label", `${insert.textContent}: ${label}`);
  bar.addEventListener("mousedown", (e) => e.preventDefault()); // the selection of the editor stays
  bar.addEventListener("click", (e) => {
    const b = e.target.closest("button");
    if (!b) return;
    if (b.dataset.run === "table") editTable(editor, Number(b.dataset.number ?? -1));
    else if (editor.run(b.dataset.run)) editor.focus();
  });
  roving(bar);
  field.querySelector(".outline").before(bar);
  let shown = -1;
  const update = () => {
    const n = tablesIn(editor.value()).length;
    if (n === shown) return;
    shown = n;
    for (const b of bar.querySelectorAll("[data-number]")) b.remove();
    for (let i = 0; i < n; i++) insert.before(button(label, i, n));
  };
  update();
  return update;
}

function button(label, i, n) {
  const name = words.dataset.edit + (n > 1 ? ` ${i + 1}` : "");
  return make("button", { type: "button", "data-run": "table", "data-number": String(i), "aria-label": `${name}: ${label}`, tabindex: "-1" }, name);
}
