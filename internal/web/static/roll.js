// The lists of a roll-over: who types another text has chosen it, a whole list is chosen without loading the page anew,
// Enter goes on to the next text, and what is chosen is remembered when the page is loaded anew. The lists work without
// this script too.

const form = document.getElementById("roll");
const texts = [...document.querySelectorAll("input[data-for]")];

for (const input of texts) {
  const other = document.querySelector(`input[name="${input.dataset.for}"][value="khac"]`);
  input.addEventListener("input", () => {
    other.checked = true;
  });
  other.addEventListener("change", () => input.focus());
}

// Enter would press the first button of the form.
form?.addEventListener("keydown", (e) => {
  if (e.key !== "Enter" || e.isComposing || e.keyCode === 229 || e.target.tagName !== "INPUT") return;
  const at = texts.indexOf(e.target);
  if (at >= 0 || e.target.type === "radio") e.preventDefault();
  if (at >= 0) (texts.slice(at + 1).find((t) => t.offsetParent) ?? document.getElementById("name")).focus();
  if (e.target.id === "name") {
    e.preventDefault();
    form.requestSubmit(form.querySelector(".create button"));
  }
});

let waits = 0;

// keep tells the program what is chosen.
function keep() {
  if (!waits) return;
  clearTimeout(waits);
  waits = 0;
  const body = new URLSearchParams(new FormData(form));
  body.set("lam", "giu");
  fetch(form.action, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {}); // asked again with the next choice
}

form?.addEventListener("input", () => {
  clearTimeout(waits);
  waits = setTimeout(keep, 300);
});
form?.addEventListener("submit", () => {
  clearTimeout(waits);
  waits = 0;
});
addEventListener("pagehide", keep);

for (const button of document.querySelectorAll("button[name=tat_ca]")) {
  button.addEventListener("click", (e) => {
    e.preventDefault();
    const [choice] = button.value.split(":");
    for (const radio of button.closest("details").querySelectorAll(`input[type=radio][value="${choice}"]`)) radio.checked = true;
    button.parentElement.querySelector("[role=status]").textContent = button.dataset.said;
    form.dispatchEvent(new Event("input"));
  });
}
