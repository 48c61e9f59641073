// The view in which a plan is finished. It works without this script, but for the
// buttons that copy.

import { notice } from "./api.js";

// within waits for something no longer than some milliseconds.
const within = (ms, wait) => Promise.race([wait, new Promise((_, no) => setTimeout(no, ms))]);

document.addEventListener("click", async (e) => {
  const button = e.target.closest("button[data-copy]");
  if (!button) return;
  const from = document.getElementById(button.dataset.copy);
  try {
    await within(1000, navigator.clipboard.writeText(from.value)); // a browser may ask the person first, and wait
    notice(button.dataset.done);
  } catch {
    from.focus(); // the browser does not let us: the person copies what is selected
    from.select();
    notice(button.dataset.byHand);
  }
});

// A passphrase does not stay in a page that the browser keeps for the button Back.
addEventListener("pagehide", () => {
  for (const el of document.querySelectorAll('input[type="password"]')) el.value = "";
});

document.documentElement.dataset.ready = "";
