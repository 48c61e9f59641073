// The lists of a roll-over: who types another text has chosen it; a whole list is chosen
// without loading the page anew.

for (const input of document.querySelectorAll("input[data-for]")) {
  const other = document.querySelector(`input[name="${input.dataset.for}"][value="khac"]`);
  input.addEventListener("input", () => {
    other.checked = true;
  });
  other.addEventListener("change", () => input.focus());
}

for (const button of document.querySelectorAll("button[name=tat_ca]")) {
  button.addEventListener("click", (e) => {
    e.preventDefault();
    const [choice] = button.value.split(":");
    for (const radio of button.closest("details").querySelectorAll(`input[type=radio][value="${choice}"]`)) radio.checked = true;
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.said;
  });
}
