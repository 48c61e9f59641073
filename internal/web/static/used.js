// Lines that other plans of the folder have in a field: each a button that puts it
// at the end of the field, as if it had been typed.

import { make, notice } from "./api.js";

// offerUsed fills what is opened in the form.
export function offerUsed(fields, base, act) {
  fields.root.addEventListener("toggle", (e) => {
    if (e.target.dataset.used && e.target.open) fill(fields, base, e.target);
  }, true);
  fields.root.addEventListener("click", (e) => {
    const b = e.target.closest("button[data-line]");
    if (b) add(fields, b, act);
  });
}

async function fill(fields, base, box) {
  const list = box.querySelector("ul");
  const res = await fetch(`${base}/used?path=${encodeURIComponent(box.dataset.used)}`, { credentials: "same-origin" }).catch(() => null);
  const lines = await res?.json().catch(() => null);
  if (!res?.ok || !lines) return notice(lines?.why ?? String(res?.status ?? ""), "error");
  list.replaceChildren(...lines.map((line) => make("li", {}, make("button", { type: "button", "data-line": line, "aria-label": `${list.dataset.add}: ${line}` }, line))));
  if (lines.length === 0) list.append(make("li", {}, list.dataset.none));
  return undefined;
}

// add puts a line at the end of a field of lines, or in the place of one line: a
// step that can be undone alone.
const ahead = new Map(); // what was asked for and is not answered, by path
function add(fields, button, act) {
  const list = button.closest("ul");
  const path = button.closest("[data-used]").dataset.used;
  const was = ahead.get(path) ?? fields.value(path);
  const old = was.replace(/\s+$/, "");
  const several = fields.field(path).dataset.kind !== "chu";
  const now = several && old ? `${old}\n${button.dataset.line}` : button.dataset.line;
  ahead.set(path, now);
  fields.on.focused(path);
  const item = button.parentElement;
  act({ op: "put", path, was, now }).then((made) => {
    if (ahead.get(path) === now) ahead.delete(path);
    if (!made) list.append(item);
  });
  const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button") ?? item.closest("details").querySelector("summary");
  item.remove();
  next.focus();
}
