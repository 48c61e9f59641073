// The form: inputs, texts of several lines, outlines. A field is known by its key
// ("muc.@7.noi_dung": @7 is its row, wherever that stands). Nothing here writes into a field while an input method
// composes letters in it.

import { make } from "./api.js";
import { outlineEditor } from "./editor.js";
import { describe, keepFocus } from "./findings.js";
import { grow } from "./grow.js";
import { rebase } from "./rebase.js";
import { outlineTools } from "./tools.js";

export class Fields {
  // changed(path) is called after each letter; undo() and redo() for the whole plan;
  // orphan(edit, label) for words whose field is no longer there.
  constructor(root, { changed, undo, redo, focused, orphan, shown }) {
    this.root = root;
    this.on = { changed, undo, redo, focused, orphan, shown };
    this.base = new Map(); // what each field shows of what the program knows
    this.editors = new Map();
    this.waiting = new Map(); // values that came while something else was typed there
    this.left = new Map(); // path of a row that is taken out: what stands beside it
    root.addEventListener("input", (e) => this.input(e));
    root.addEventListener("compositionend", (e) => this.composed(e));
    root.addEventListener("focusin", (e) => this.on.focused(pathOf(e.target)));
    root.addEventListener("beforeinput", (e) => this.history(e));
    this.adopt();
  }

  // adopt takes up fields that are new in the form, and lets those go that are gone.
  adopt() {
    for (const [path, ed] of this.editors) {
      if (ed.view.dom.isConnected) continue;
      ed.destroy();
      this.editors.delete(path);
    }
    for (const el of this.root.querySelectorAll(".field")) {
      const { path } = el.dataset;
      if (el.dataset.kind === "van" && !this.editors.has(path)) this.editors.set(path, this.editor(el));
      if (!this.base.has(path)) this.base.set(path, this.served(path));
    }
    for (const path of [...this.base.keys()]) if (!this.field(path) && !this.editors.has(path)) this.forget(path);
  }

  forget(path) {
    this.base.delete(path);
    this.waiting.delete(path);
  }

  // open takes up an editor that stands elsewhere in the page: that of the whole text
  // has the path "".
  open(path, ed) {
    this.editors.set(path, ed);
    this.base.set(path, ed.value());
  }

  close(path) {
    this.editors.get(path)?.destroy();
    this.editors.delete(path);
    this.forget(path);
  }

  editor(el) {
    const path = el.dataset.path;
    const box = el.querySelector(".outline");
    const label = el.querySelector("label");
    const ed = outlineEditor(box, {
      value: box.dataset.value,
      label: label.textContent.trim(),
      describedby: [el.querySelector(".hint")?.id, `m-${path}`].filter(Boolean).join(" "),
      nonce: document.body.dataset.nonce,
      lang: document.body.dataset.lang,
      onChange: () => {
        this.changed(path);
        ed.tools();
      },
      onFocus: () => this.on.focused(path),
      onUndo: this.on.undo,
      onRedo: this.on.redo,
    });
    ed.tools = outlineTools(el, ed, label.textContent.trim());
    label.addEventListener("click", () => ed.focus());
    return ed;
  }

  field(path) {
    return this.root.querySelector(`.field[data-path="${CSS.escape(path)}"]`);
  }

  control(path) {
    return this.field(path)?.querySelector("input, textarea, select");
  }

  value(path) {
    const ed = this.editors.get(path);
    return ed ? ed.value() : (this.control(path)?.value ?? "");
  }

  // served is the value with which a field came: somebody may have typed in it before
  // this script was there.
  served(path) {
    const el = this.control(path);
    if (this.editors.has(path) || !el) return this.value(path);
    if (el.tagName === "TEXTAREA") return el.defaultValue;
    if (el.tagName === "SELECT") return ([...el.options].find((o) => o.defaultSelected) ?? el.options[0])?.value ?? "";
    return make("input", { type: el.type, value: el.defaultValue }).value; // as the browser takes it
  }

  // caret is the line and the column of the caret in a field, from 1.
  caret(path) {
    const ed = this.editors.get(path);
    if (ed) {
      const { doc, selection } = ed.view.state;
      const { number, from } = doc.lineAt(selection.main.head);
      return [number, selection.main.head - from + 1];
    }
    const el = this.control(path);
    const before = el?.tagName === "TEXTAREA" ? el.value.slice(0, el.selectionStart).split("\n") : [""];
    return [before.length, before[before.length - 1].length + 1];
  }

  // dirty are the fields that show what the program does not know yet, and those of
  // also.
  dirty(also = []) {
    return [...this.base.keys()].filter((p) => this.value(p) !== this.base.get(p) || also.includes(p));
  }

  // changed is called after each letter. Where what was typed is taken back, the value
  // comes that could not be shown before.
  changed(path) {
    this.on.changed(path);
    if (this.waiting.has(path)) queueMicrotask(() => this.late(path));
  }

  late(path) {
    const value = this.waiting.get(path);
    if (value !== undefined && !this.composing(path) && this.value(path) === this.base.get(path)) this.show(path, value);
  }

  // know notes what the program has in a field.
  know(path, value) {
    if (!this.base.has(path)) return;
    this.base.set(path, value);
    this.waiting.delete(path);
  }

  // show puts a value of the program into a field in which nothing was typed since
  // said was sent; what was typed meanwhile stays and is sent with the next edit, at
  // its place in the value where that is our own doing.
  show(path, value, said, own) {
    if (!this.base.has(path)) return;
    const now = this.value(path);
    const known = said ?? this.base.get(path);
    let next; // what is to stand there; undefined where that has to wait
    if (!this.composing(path)) {
      if (now === known || now === value) next = value;
      else if (own) next = rebase(known, now, value);
    }
    this.know(path, next === undefined ? known : value);
    if (next === undefined) this.waiting.set(path, value);
    else if (next !== now) {
      this.fill(path, next);
      this.on.shown(path, known, value);
    }
  }

  // fill puts a value into a field as if it had been typed there.
  fill(path, value) {
    const ed = this.editors.get(path);
    if (ed) ed.setValue(value);
    else setInput(this.control(path), value);
    ed?.tools?.();
  }

  // put types a value into a field, as somebody did who saw was; what was typed there
  // since stays beside it. It is false where there is no such field.
  put(path, was, now) {
    if (!this.base.has(path)) return false;
    const here = this.value(path);
    const untouched = here === this.base.get(path);
    if (untouched) this.know(path, was);
    this.fill(path, untouched || here === now ? now : this.join(path, here, now));
    return true;
  }

  composing(path) {
    const ed = this.editors.get(path);
    return ed ? ed.view.composing : this.field(path) === this.composingIn;
  }

  input(e) {
    const path = pathOf(e.target);
    if (!path || this.editors.has(path)) return;
    this.composingIn = e.isComposing ? this.field(path) : null;
    if (e.target.tagName === "TEXTAREA") grow(e.target);
    this.changed(path);
  }

  composed(e) {
    const path = pathOf(e.target);
    this.composingIn = null;
    if (path) this.changed(path);
  }

  // history gives undo and redo of the browser to the plan as a whole.
  history(e) {
    if (e.inputType !== "historyUndo" && e.inputType !== "historyRedo") return;
    e.preventDefault();
    (e.inputType === "historyUndo" ? this.on.undo : this.on.redo)();
  }

  // marks shows findings in their fields and rows.
  marks(findings, on) {
    const by = new Map();
    for (const f of findings) if (f.path) by.set(f.path, [...(by.get(f.path) ?? []), f]);
    for (const list of this.root.querySelectorAll(".marks")) {
      const el = list.parentElement;
      const { path } = el.dataset;
      const here = by.get(path) ?? [];
      const now = JSON.stringify(here);
      if ((list.dataset.shown ?? "[]") === now) continue;
      list.dataset.shown = now;
      keepFocus(el, () => list.replaceChildren(...here.map((f) => make("li", { class: f.severity }, ...describe(f, on)))));
      this.invalid(path, here);
    }
  }

  invalid(path, here) {
    const bad = here.some((f) => f.severity === "error");
    this.control(path)?.setAttribute("aria-invalid", String(bad));
    const ed = this.editors.get(path);
    if (!ed) return;
    ed.invalid?.(bad);
    ed.marks(here.map((f) => ({
      line: f.field_line, from: f.field_column, to: f.field_column + Math.max(1, f.end_column - f.column), severity: f.severity, message: f.message,
    })));
  }

  // at is what has a path: a field, else a row or a list.
  at(path) {
    return this.field(path) ?? this.root.querySelector(`[data-path="${CSS.escape(path)}"]`);
  }

  // focus goes to a place in a field; of a row to its first field.
  focus(path, line, column = 1) {
    const el = path && this.see(path);
    if (!el) return false;
    const ed = this.editors.get(path);
    if (ed) ed.focus(line, column); // without a line the caret stays where it was
    else if (this.control(path)) caret(this.control(path), line ?? 1, column);
    else this.first(el);
    return true;
  }

  // first goes to the first field of a row.
  first(row) {
    const el = row.querySelector(".field");
    const ed = this.editors.get(el?.dataset.path);
    if (ed) ed.focus(1);
    else (el?.querySelector("input, textarea, select") ?? row.querySelector("button"))?.focus();
  }

  // see brings what has a path into view, and gives it.
  see(path) {
    const el = this.at(path);
    if (!el) return null;
    for (let d = el.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    el.scrollIntoView({ block: "nearest" });
    return el;
  }

  // focusLast goes to the last row of a list.
  focusLast(list) {
    const row = [...this.root.querySelectorAll(`[data-path="${CSS.escape(list)}"] > .item`)].pop();
    return row ? this.focus(row.dataset.path) : false;
  }

  // focusMove goes to the button by which a row was moved, at its new place.
  focusMove(path, at) {
    this.see(path);
    this.root.querySelector(`button[data-op="move"][data-at="${Math.sign(at)}"][data-for="${CSS.escape(path)}"]`)?.focus();
  }

  // leave notes what stands beside a row that is about to be taken out.
  leave(path) {
    const row = this.at(path);
    const rows = [...(row?.parentElement?.querySelectorAll(":scope > .item, :scope > .one") ?? [])];
    const i = rows.indexOf(row);
    this.left.set(path, rows[i + 1]?.dataset.path ?? rows[i - 1]?.dataset.path ?? row?.parentElement?.dataset.path);
  }

  // focusBeside goes to what stood beside a row that is gone.
  focusBeside(path) {
    const beside = this.left.get(path);
    this.left.delete(path);
    if (!beside || document.activeElement?.closest(".field")) return;
    const row = this.see(beside);
    (row?.querySelector(':scope > .tools button[data-op="remove"]') ?? row?.querySelector(":scope > .add"))?.focus();
  }

  // nameOf is what a field or a row is called, with what it stands in.
  nameOf(path) {
    const names = [];
    for (let el = this.at(path); el && el !== this.root; el = el.parentElement.closest(".item, .field")) {
      names.unshift(el.querySelector(":scope > label, :scope > legend")?.textContent.trim() ?? "");
    }
    return names.filter(Boolean).join(" · ");
  }

  // join puts two values of a field together.
  join(path, one, other) {
    return `${one}${this.control(path)?.tagName === "INPUT" ? " " : "\n"}${other}`;
  }

  // replace takes a form with other fields; those that stay are not touched, so that
  // nothing is lost that is being typed in them. What was typed into others is told.
  replace(html) {
    const typed = this.dirty().map((p) => [{ op: "set", path: p, was: this.base.get(p), now: this.value(p), at: 0 }, this.nameOf(p)]);
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const locked = new Map([...fresh.querySelectorAll(".field")].map((el) => [el.dataset.path, Boolean(el.querySelector("[readonly]"))]));
    morph(this.root, fresh);
    this.adopt();
    for (const [path, is] of locked) this.lock(path, is);
    for (const [edit, label] of typed) if (!this.base.has(edit.path)) this.on.orphan(edit, label);
  }

  // lock keeps a field as it is: what stands there has a shape that only the text of the
  // file can mend.
  lock(path, is) {
    const el = this.control(path);
    if (el && !this.editors.has(path)) el.readOnly = is && el.value === this.base.get(path); // who typed in it can take that back
  }

  // busy tells whether letters are being composed in any field.
  busy() {
    return Boolean(this.composingIn) || [...this.editors.values()].some((ed) => ed.view.composing);
  }
}

// morph makes the children of one element those of another. Fields stay as they
// are; what has the same path or the same place stays in the document.
function morph(old, fresh) {
  const byKey = new Map();
  [...old.children].forEach((el, i) => byKey.set(keyOf(el, i), el));
  let at = old.firstChild;
  [...fresh.children].forEach((el, i) => {
    const key = keyOf(el, i);
    const mine = byKey.get(key) ?? moved(old, el);
    byKey.delete(key);
    if (!mine) return old.insertBefore(el, at);
    if (mine === at || mine === nextElement(at)) at = mine.nextSibling;
    else old.insertBefore(mine, at);
    if (mine.classList.contains("field") || mine.classList.contains("marks")) return mine;
    if (mine.children.length || el.children.length) morph(mine, el);
    else if (mine.textContent !== el.textContent) mine.textContent = el.textContent;
    for (const a of el.attributes) if (mine.getAttribute(a.name) !== a.value) mine.setAttribute(a.name, a.value);
    return mine;
  });
  for (const el of byKey.values()) if (el.parentNode === old) el.remove(); // else it has moved meanwhile
}

// moved finds a field that stands elsewhere in the form: one that is seldom used comes
// among the others when something stands in it.
function moved(old, el) {
  if (!el.classList.contains("field")) return undefined;
  return old.closest("form").querySelector(`.field[data-path="${CSS.escape(el.dataset.path)}"][data-kind="${el.dataset.kind}"]`) ?? undefined;
}

const nextElement = (node) => (node && node.nodeType !== Node.ELEMENT_NODE ? node.nextElementSibling : node);

function keyOf(el, i) {
  if (el.classList.contains("rest")) return "rest"; // one in each part, whatever stands in it
  const path = el.dataset.path ?? el.dataset.group;
  return path === undefined ? `${el.tagName} ${el.className} ${el.dataset.op ?? ""} ${el.dataset.op === "move" ? el.dataset.at : ""} ${el.tagName === "BUTTON" ? "" : i}` : `${path} ${el.dataset.kind ?? ""}`;
}

export function pathOf(el) {
  return el.closest?.("[data-path]")?.dataset.path ?? "";
}

// setInput keeps the selection where it was, each end counted from the nearer end of
// the words.
function setInput(plain, value) {
  if (plain.tagName === "SELECT") return choose(plain, value);
  const el = plain.tagName === "INPUT" && value.includes("\n") ? several(plain) : plain; // an input would run its lines together
  const was = el.value;
  const ends = [el.selectionStart, el.selectionEnd];
  const active = document.activeElement === el;
  el.value = value;
  if (el.tagName === "TEXTAREA") grow(el);
  if (!active) return undefined;
  const to = ends.map((at) => (was.slice(0, at) === value.slice(0, at) ? at : Math.max(0, value.length - was.length + at)));
  el.setSelectionRange(...to);
  return undefined;
}

// several puts a field of several lines in the place of one of one line.
function several(input) {
  const area = make("textarea", { rows: "2" });
  for (const a of input.attributes) if (!["type", "value"].includes(a.name)) area.setAttribute(a.name, a.value);
  area.value = input.value;
  const [active, from, to] = [document.activeElement === input, input.selectionStart, input.selectionEnd];
  input.replaceWith(area);
  if (active) area.focus({ preventScroll: true });
  area.setSelectionRange(from, to);
  return area;
}

// caret sets the caret of a plain field before a letter of a line, and shows it.
function caret(el, line, column) {
  el.focus();
  if (el.tagName !== "TEXTAREA" || line < 2) return;
  const at = el.value.split("\n").slice(0, line - 1).reduce((n, l) => n + l.length + 1, 0) + column - 1;
  el.setSelectionRange(at, at);
  el.scrollTop = ((line - 1) * el.scrollHeight) / el.value.split("\n").length;
}

// choose sets a list; a value that is not in it is one more.
function choose(el, value) {
  if (![...el.options].some((o) => o.value === value)) el.append(make("option", { value }, value));
  el.value = value;
}
