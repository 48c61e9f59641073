// The first view: a file can be dropped, and what was copied from Word or a page keeps
// its tables and looks. Everything works without this script too.

const form = document.getElementById("bring");
const drop = document.getElementById("drop");
const file = document.getElementById("bring-file");
const chosen = document.getElementById("chosen");

document.getElementById("drop-hint").hidden = false;

// tell says which file is chosen, and takes back one that is too large.
function tell() {
  const one = file.files[0];
  chosen.textContent = "";
  if (!one) return;
  if (one.size > Number(form.dataset.most)) {
    file.value = "";
    chosen.textContent = form.dataset.large;
    return;
  }
  chosen.textContent = one.name;
}

const holdsFiles = (e) => Boolean(e.dataTransfer?.types.includes("Files"));

addEventListener("dragover", (e) => {
  drop.classList.toggle("over", holdsFiles(e) && form.contains(e.target));
});
addEventListener("dragleave", (e) => e.relatedTarget ?? drop.classList.remove("over"));
form.addEventListener("dragover", (e) => holdsFiles(e) && e.preventDefault()); // here it may be dropped; elsewhere not: page.js
form.addEventListener("drop", (e) => {
  if (holdsFiles(e)) e.preventDefault();
  drop.classList.remove("over");
  const files = e.dataTransfer?.files ?? [];
  if (!files.length) return;
  if (files.length > 1) {
    chosen.textContent = form.dataset.one;
    return;
  }
  file.files = files;
  tell();
});
file.addEventListener("change", tell);
form.addEventListener("submit", () => {
  chosen.textContent = form.dataset.wait;
});
addEventListener("pageshow", tell); // back from the next page

// What is pasted as HTML becomes running text as the editors of a plan have it.
const text = document.getElementById("bring-text");
text.addEventListener("paste", async (e) => {
  const html = e.clipboardData?.getData("text/html");
  if (!html) return;
  const plain = e.clipboardData.getData("text/plain");
  e.preventDefault();
  const { pasteToOutline } = await import("./editor.js");
  put(pasteToOutline(html, plain));
});

// put types a text, so that the browser can undo it.
function put(words) {
  text.focus();
  if (document.execCommand("insertText", false, words)) return;
  text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
}
