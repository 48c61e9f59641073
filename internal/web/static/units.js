// Many units: what the plan asks for, a list that is dropped, rows that are chosen,
// how far the work is. Without this script the page works too, by its forms.

import { make, notice, words } from "./api.js";

const form = document.getElementById("list-form");

// A plan tells which columns it asks for.
function holes() {
  const plan = document.getElementById("plan");
  const box = document.getElementById("holes");
  if (!plan || !box) return;
  const asked = plan.selectedOptions[0]?.dataset.holes ?? "";
  box.textContent = asked ? `${box.dataset.words}: ${asked}` : box.dataset.none;
}

// A list is dropped on the frame, or chosen; one that is too large is told before it
// is sent.
function lists() {
  const drop = document.getElementById("drop");
  const file = document.getElementById("list");
  const beside = document.getElementById("file");
  const told = document.getElementById("list-told");
  const over = (on) => (e) => {
    e.preventDefault();
    drop.classList.toggle("over", on);
  };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (e) => {
    over(false)(e);
    if (!e.dataTransfer.files.length) return;
    file.files = e.dataTransfer.files;
    file.dispatchEvent(new Event("change"));
  });
  file.addEventListener("change", () => {
    const one = file.files[0];
    const large = one && one.size > Number(form.dataset.most);
    file.setCustomValidity(large ? words.large : "");
    told.textContent = large ? words.large : (one?.name ?? "");
    if (one && beside) beside.value = "";
  });
  beside?.addEventListener("change", () => {
    if (!beside.value) return;
    file.value = "";
    file.setCustomValidity("");
    told.textContent = beside.value;
  });
  form.addEventListener("submit", (e) => {
    if (file.files.length || beside?.value) return;
    e.preventDefault();
    told.textContent = words.none;
    file.focus();
  });
}

// Chosen rows are written as "5,17,20-30", whatever page of the table is shown.
function parse(text) {
  const out = new Set();
  for (const part of text.split(",")) {
    const [from, to = from] = part.split("-").map((s) => Number.parseInt(s, 10));
    if (Number.isInteger(from) && Number.isInteger(to) && to - from < 1_000_000) for (let n = from; n <= to; n++) out.add(n);
  }
  return out;
}

function written(rows) {
  const sorted = [...rows].sort((a, b) => a - b);
  const spans = [];
  for (const n of sorted) {
    const last = spans.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else spans.push([n, n]);
  }
  return spans.map(([a, b]) => (a === b ? `${a}` : `${a}-${b}`)).join(",");
}

const boxes = () => [...document.querySelectorAll('#rows input[name="row"]')];

// mark shows in the table which rows are chosen.
function mark() {
  const only = document.getElementById("only");
  for (const b of document.querySelectorAll("#rows [data-pick]")) b.hidden = !only;
  if (!only) return;
  const rows = parse(only.value);
  for (const box of boxes()) box.checked = rows.has(Number(box.value));
}

function choose() {
  const only = document.getElementById("only");
  if (!only) return;
  const rows = parse(only.value);
  for (const box of boxes()) {
    if (box.checked) rows.add(Number(box.value));
    else rows.delete(Number(box.value));
  }
  only.value = written(rows);
  document.getElementById("which-some").checked = true;
}

// piece takes a part of the page anew, and leaves the rest as it stands.
async function piece(address, id) {
  const res = await fetch(address, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await res.text(), "text/html");
  const part = page.getElementById(id);
  if (part) document.getElementById(id).replaceWith(part);
  return page;
}

document.addEventListener("click", async (e) => {
  const link = e.target.closest("a[data-piece]");
  const pick = e.target.closest("[data-pick]");
  if (pick) {
    for (const box of boxes()) box.checked = pick.dataset.pick !== "";
    choose();
  }
  if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  try {
    await piece(link.href, "rows");
    mark();
    const head = document.getElementById("h-rows");
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: "start" });
  } catch {
    location.href = link.href;
  }
});

document.addEventListener("change", (e) => {
  if (e.target.name === "row") choose();
  if (e.target.id === "only") {
    document.getElementById("which-some").checked = true;
    mark();
  }
});

// watch follows the work until it ends, and then shows what came of it.
function watch() {
  const box = document.getElementById("progress");
  if (!box) return;
  const bar = document.getElementById("bar");
  const doing = box.dataset.doing;
  const told = make("p", { class: "hidden", role: "status" }); // each quarter, for those who do not see the bar
  box.append(told);
  let quarter = 0;
  const source = new EventSource("/units/events");
  source.onerror = () => notice(words.gone, "error");
  source.onmessage = async (e) => {
    const now = JSON.parse(e.data);
    notice("");
    if (now.doing === doing) {
      if (now.all) {
        bar.max = now.all;
        bar.value = now.done;
        const reached = Math.floor((4 * now.done) / now.all);
        if (reached > quarter) told.textContent = now.words;
        quarter = reached;
      }
      bar.setAttribute("aria-valuetext", now.words);
      document.getElementById("bar-words").textContent = now.words;
      return;
    }
    source.close();
    location.replace(`/units?after=${doing}`);
  };
}

// arrived tells what has just ended, and where it stands.
function arrived() {
  const after = new URLSearchParams(location.search).get("after");
  if (!after) return;
  history.replaceState(null, "", "/units");
  (document.querySelector('[role="alert"]') ?? document.getElementById(after === "looking" ? "h-looked" : "h-made"))?.scrollIntoView({ block: "start" });
  document.getElementById(after === "looking" ? "h-looked" : "h-made")?.focus({ preventScroll: true });
}

document.getElementById("plan")?.addEventListener("change", holes);
holes();
if (form) lists();
mark();
watch();
arrived();
