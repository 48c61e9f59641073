// The list of findings below the form, and what a person who hears the page is told.

import { make, words } from "./api.js";

export class Findings {
  // go(finding) goes to its place, fix(finding) mends it.
  constructor(box, { go, fix }) {
    this.box = box;
    this.on = { go, fix };
    this.all = [];
    this.shown = "";
  }

  // show shows findings; the focus stays where it was in the list.
  show(all) {
    this.all = all;
    const now = JSON.stringify(all);
    if (now === this.shown) return;
    this.shown = now;
    keepFocus(this.box, () => {
      this.box.replaceChildren(all.length ? make("ul", { class: "marks" }, ...all.map((f) => this.item(f))) : make("p", {}, words.none));
    });
    document.getElementById("count").textContent = all.length ? String(all.length) : "";
  }

  item(f) {
    const li = make("li", { class: f.severity }, ...describe(f, this.on.fix));
    if (f.path || f.line) {
      const b = make("button", { type: "button", "data-act": `go ${f.code} ${f.path}` }, words.goto);
      b.addEventListener("click", () => this.on.go(f));
      li.append(" ", b);
    }
    return li;
  }

  // tally tells how many there are: "2 lỗi, 1 điều nên xem".
  tally() {
    const of = (severity) => this.all.filter((f) => f.severity === severity).length;
    return [["error", words.errors], ["warning", words.warnings]].filter(([s]) => of(s)).map(([s, name]) => `${of(s)} ${name}`).join(", ") || words.none;
  }
}

// describe tells a finding: what, what to do, what it rests on, and a button where
// mending is safe.
export function describe(f, fix) {
  const out = [make("span", { class: "severity" }, words[f.severity]), " ", make("strong", {}, f.message)];
  if (f.hint) out.push(" ", make("span", { class: "todo" }, f.hint));
  if (f.basis) out.push(" ", make("span", { class: "basis" }, `${words.clause}: ${f.basis}`));
  if (["safe", "asked"].includes(f.fixable) && fix) {
    const b = make("button", { type: "button", "data-act": `fix ${f.code} ${f.path}`, "aria-label": `${words.fix}: ${f.message}` }, words.fix);
    b.addEventListener("click", () => fix(f));
    out.push(" ", b);
  }
  return out;
}

// keepFocus does something to a part of the page; where the button that has the focus
// is made anew by that, the new one gets it, else the part itself.
export function keepFocus(box, change) {
  const was = document.activeElement;
  const inside = was !== box && box.contains(was);
  const act = inside && was.dataset.act;
  change();
  if (!inside || document.activeElement === was) return;
  if (was.isConnected) return was.focus({ preventScroll: true }); // it was moved
  const again = act && box.querySelector(`[data-act="${CSS.escape(act)}"]`);
  (again ?? box.closest("[tabindex]") ?? box.closest(".field")?.querySelector("input, textarea, select, .cm-content"))?.focus({ preventScroll: true });
  return undefined;
}

// Teller says how things stand to those who hear the page: when nobody has typed for
// a while, and only what is new.
const rest = 1500; // ms
export class Teller {
  constructor(box) {
    this.box = box;
    this.said = "";
    this.timer = 0;
  }

  // say says something at once.
  say(message) {
    this.box.textContent = message;
  }

  // later says what tell() gives when nobody types, if that is another thing than the
  // last time.
  later(tell) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const now = tell();
      if (now !== this.said) this.say(now);
      this.said = now;
    }, rest);
  }
}
