// What was typed while the program did not answer. The tab of the browser keeps it
// until the program has it, and offers it again when the page was opened anew.

import { make, words } from "./api.js";

const same = (a, b) => a.normalize("NFC").trimEnd() === b.normalize("NFC").trimEnd();

export class Unsent {
  constructor(plan) {
    this.key = `chua-gui ${plan}`;
    this.offline = false;
    this.offered = load(this.key);
    this.said = new Map(); // path: values that were sent without an answer
  }

  // lost notes edits that got no answer.
  lost(edits) {
    this.offline = true;
    for (const e of edits) if (e.op === "set" || e.op === "text") this.said.set(e.path, [...(this.said.get(e.path) ?? []), e.now]);
  }

  // keep keeps what was typed and not sent, while the program does not answer.
  keep(edits) {
    if (!this.offline) return;
    store(this.key, [...this.offered, ...edits.map((e) => ({ ...e, said: this.said.get(e.path) ?? [] }))]);
  }

  // answered tells whether the program was away until now.
  answered() {
    const was = this.offline;
    this.offline = false;
    this.said.clear();
    store(this.key, this.offered);
    return was;
  }

  // mine tells whether what stands at a path is what this page sent itself: a
  // program that was stopped before it could answer may have taken it.
  mine(path, value, said = this.said.get(path)) {
    return Boolean(said?.some((s) => same(s, value)));
  }

  // offer shows what an earlier page of this tab could not send. put(edit) gives an
  // edit back to the page; it is false where its field is no longer there.
  offer(box, { now, label, put }) {
    this.offered = this.offered.filter((e) => !same(now(e) ?? "", e.now));
    box.hidden = !this.offered.length;
    if (box.hidden) return;
    const again = make("button", { type: "button" }, words.unsentPut);
    const never = make("button", { type: "button" }, words.unsentDrop);
    again.addEventListener("click", async () => {
      const rest = [];
      for (const e of this.offered) {
        const here = now(e);
        if (!(await put(here !== undefined && this.mine(e.path, here, e.said) ? { ...e, was: here } : e))) rest.push(e);
      }
      this.offered = rest; // what was put back is kept until the program has answered
      this.offer(box, { now, label, put });
    });
    never.addEventListener("click", () => {
      this.offered = [];
      store(this.key, []);
      this.offer(box, { now, label, put });
    });
    const list = this.offered.map((e) => make("div", {}, make("strong", {}, `${label(e)}:`), make("pre", {}, e.now)));
    box.replaceChildren(make("p", {}, words.unsent), ...list, again, never);
  }
}

function load(key) {
  try {
    const all = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(all) ? all : [];
  } catch {
    return [];
  }
}

function store(key, edits) {
  try {
    if (edits.length) sessionStorage.setItem(key, JSON.stringify(edits));
    else sessionStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing: the page itself still has it
  }
}
