// Every view: what came of the last request has the focus, a file that is dropped beside its place does not take the
// page away, and a notice can be put away. All views work without this script too.

import { notice } from "./api.js";

// A file that misses the place would be opened instead of the page.
for (const type of ["dragover", "drop"]) {
  addEventListener(type, (e) => {
    if (!e.dataTransfer?.types.includes("Files") || e.defaultPrevented) return;
    e.preventDefault();
    if (type === "dragover") e.dataTransfer.dropEffect = "none";
  });
}

// What was refused is at its field, else it is the first thing to be read; so is what was done.
const told = document.querySelector('main [aria-invalid="true"]:not([type="hidden"])') ?? document.querySelector("main .trouble[tabindex], main .told[tabindex], main .outcome, main .done");
if (told && !document.body.classList.contains("plan")) {
  if (!told.matches("input, select, textarea")) told.tabIndex = -1;
  told.focus();
}

addEventListener("keydown", (e) => e.key === "Escape" && notice(""));
