// Requests to the program, and the words of the page in the language of the run.

export const words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");

// Trouble is what the program answers where it cannot do something.
export class Trouble extends Error {
  constructor(status, answer) {
    super(answer.why ?? String(status));
    this.status = status;
    this.answer = answer;
  }
}

// Silence is that the program does not answer at all.
export class Silence extends Error {}

// post sends JSON and gives the JSON that comes back. It throws a Trouble where the
// program says no, and a Silence where it does not answer.
export async function post(path, body) {
  const silent = (e) => {
    throw new Silence(e.message);
  };
  const res = await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), credentials: "same-origin" }).catch(silent);
  const answer = await res.json().catch(res.ok ? silent : () => ({}));
  if (!res.ok) throw new Trouble(res.status, answer);
  return answer;
}

// text gets a piece of a page.
export async function text(path) {
  const res = await fetch(path, { credentials: "same-origin" }).catch((e) => {
    throw new Silence(e.message);
  });
  if (!res.ok) throw new Trouble(res.status, {});
  return res.text();
}

// notice tells something at the foot of the page; "" takes it away. What stands there
// already is not told again.
export function notice(message, kind = "info") {
  const box = document.getElementById("notice");
  document.documentElement.classList.toggle("noticed", message !== "");
  if (box.firstChild?.textContent === message && box.dataset.kind === kind) return;
  box.dataset.kind = kind;
  const close = make("button", { type: "button", "aria-label": box.dataset.close }, "×");
  close.addEventListener("click", () => notice(""));
  box.replaceChildren(...(message ? [make("span", {}, message), close] : []));
}

// make makes an element: make("button", {type: "button"}, "Words", child, …).
export function make(tag, attributes = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== false) el.setAttribute(name, value);
  el.append(...children);
  return el;
}

// roving makes a toolbar one stop of Tab; arrows go on in it.
export function roving(bar) {
  const all = () => [...bar.querySelectorAll("button")];
  const stop = (b) => all().forEach((x) => x.setAttribute("tabindex", x === b ? "0" : "-1"));
  stop(all()[0]);
  bar.addEventListener("focusin", (e) => stop(e.target));
  bar.addEventListener("keydown", (e) => {
    const list = all();
    const i = list.indexOf(document.activeElement);
    const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: list.length - 1 }[e.key];
    if (to === undefined || i < 0) return;
    e.preventDefault();
    list[(to + list.length) % list.length].focus();
  });
}
