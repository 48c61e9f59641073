// What was typed and the program does not have. The tab of the browser keeps it until
// the program has it, and offers it again when the page was opened anew.

import { make, words } from "./api.js";

const same = (a, b) => a.normalize("NFC").trimEnd() === b.normalize("NFC").trimEnd();

export class Unsent {
  constructor(plan) {
    this.key = `chua-gui ${plan}`;
    this.offline = false; // the program does not answer
    this.back = false; // it answers again
    this.offered = load(this.key);
    this.said = new Map(); // path: values that were sent without an answer
    this.stored = "";
  }

  // lost notes what was typed and got no answer.
  lost(edits) {
    this.offline = true;
    for (const e of edits) this.said.set(e.path, [...new Set([...(this.said.get(e.path) ?? []), e.now])]);
  }

  // keep keeps what was typed and the program does not have.
  keep(edits) {
    const all = [...this.offered, ...edits.map((e) => ({ ...e, said: this.said.get(e.path) ?? [] }))];
    const text = all.length ? JSON.stringify(all) : "";
    if (text !== this.stored) store(this.key, text);
    this.stored = text;
  }

  // answered notes that the program answers, to these edits.
  answered(edits) {
    this.back ||= this.offline;
    this.offline = false;
    for (const e of edits) this.said.delete(e.path);
  }

  // mine tells whether what stands at a path is what this page sent itself: a
  // program that was stopped before it could answer may have taken it.
  mine(path, value, said = this.said.get(path)) {
    return Boolean(said?.some((s) => same(s, value)));
  }

  // lay adds words whose field is no longer there.
  lay(edit, label) {
    this.offered.push({ ...edit, label, said: [] });
  }

  // offersText tells whether a text of the whole plan is among what is offered.
  offersText() {
    return this.offered.some((e) => e.op === "text");
  }

  // offer shows what this tab has of words that are not in the plan. put(edit) gives
  // an edit back to the page; it is false where its field is no longer there.
  offer(box, { now, label, put }) {
    this.offered = this.offered.filter((e) => !same(now(e) ?? "", e.now));
    box.hidden = !this.offered.length;
    if (box.hidden) return;
    const shown = JSON.stringify(this.offered);
    if (box.dataset.shown === shown && box.firstChild) return;
    box.dataset.shown = shown;
    const again = make("button", { type: "button" }, words.unsentPut);
    const never = make("button", { type: "button" }, words.unsentDrop);
    again.addEventListener("click", async () => {
      const rest = [];
      const all = [...this.offered];
      for (const e of all) {
        const here = now(e);
        if (!(await put(here !== undefined && this.mine(e.path, here, e.said) ? { ...e, was: here } : e))) rest.push(e);
      }
      this.offered = [...rest, ...this.offered.filter((e) => !all.includes(e))]; // what was put back is kept until the program has answered
      this.offer(box, { now, label, put });
    });
    never.addEventListener("click", () => {
      this.offered = [];
      this.offer(box, { now, label, put });
      this.keep([]);
    });
    const list = this.offered.map((e) => make("div", {}, make("strong", {}, `${e.label ?? label(e)}:`), make("pre", { lang: "vi" }, wordsOf(e))));
    const any = this.offered.some((e) => now(e) !== undefined);
    box.replaceChildren(make("p", {}, words.unsent), ...list, ...(any ? [again] : []), never);
  }
}

// wordsOf are those of an edit that a person wrote: of a whole text, its new lines.
function wordsOf(e) {
  if (e.op !== "text") return e.now;
  const old = new Set(e.was.split("\n"));
  return e.now.split("\n").filter((line) => !old.has(line)).join("\n");
}

function load(key) {
  try {
    const all = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(all) ? all : [];
  } catch {
    return [];
  }
}

function store(key, text) {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing: the page itself still has it
  }
}
