// The lists of a roll-over: who types another text has chosen it.

for (const input of document.querySelectorAll("input[data-for]")) {
  const other = document.querySelector(`input[name="${input.dataset.for}"][value="khac"]`);
  input.addEventListener("input", () => {
    other.checked = true;
  });
  other.addEventListener("change", () => input.focus());
}
