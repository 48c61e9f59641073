// The view in which a plan is written: form or YAML at the left, pages at the right.

import { make, notice, text, words } from "./api.js";
import { ask } from "./clash.js";
import { yamlEditor } from "./editor.js";
import { Fields } from "./fields.js";
import { Findings, keepFocus, Teller } from "./findings.js";
import { Preview } from "./preview.js";
import { isTyping, Sync, takesBack, theTab } from "./sync.js";
import { offerUsed } from "./used.js";

const name = document.body.dataset.plan;
const base = `/plan/${encodeURIComponent(name)}`;
const $ = (id) => document.getElementById(id);

let shape = "";
let focus = ""; // the field in which the caret is
let yaml = null; // the editor of the text: the field ""
let last = null; // what the program answered last
let asked = null; // what had the focus when something was done that is no typing
const clashes = new Map(); // path: the box in which a person is asked

const tab = await theTab(); // before anybody can type
const preview = new Preview($("pages"), { base, go: (path, line) => go(path, line) });
const fields = new Fields($("form"), {
  changed: () => changed(),
  undo: () => act({ op: "undo" }),
  redo: () => act({ op: "redo" }),
  focused: (path) => (focus = path),
  orphan: (edit, label) => lay(edit, label),
  shown: (path, known, value) => sync.shown(path, known, value),
});
const findings = new Findings($("findings"), { go: (f) => (yaml ? yaml.focus(f.line, f.column) : go(f.path, f.field_line, f.field_column)), fix, silence });
const teller = new Teller($("told"));
const sync = new Sync({ base, name, tab, typed, wish, show, clash, gone, status });

offerUsed(fields, base, act);

function changed() {
  sync.later();
}

function act(edit) {
  asked = document.activeElement;
  return sync.act(edit);
}

// wentOn tells whether who asked for something does another thing by now.
function wentOn() {
  const now = document.activeElement;
  return sync.typed().length > 0 || (now !== asked && now !== document.body);
}

function wish() {
  const { from, to } = preview.view();
  const see = yaml ? `:${fields.caret("").join(":")}` : spot();
  return { has: preview.ids(), from, to, yaml: Boolean(yaml) || sync.unsent.offersText(), see };
}

// spot is the place at which somebody is, as the pages name it; of the text the
// program tells it.
function spot() {
  if (yaml) return last?.seen ?? "";
  return focus ? `${focus}:${fields.caret(focus)[0]}` : "";
}

// typed are edits for all that stands here otherwise than the program has it, and for
// the fields of also.
function typed(also) {
  return fields.dirty(also).map((p) => ({ op: p ? "set" : "text", path: p, was: fields.base.get(p), now: fields.value(p), at: 0 }));
}

function go(path, line, column) {
  if (yaml && path) goText(path, line);
  if (yaml || !path) return false;
  turn(false);
  return fields.focus(path, line, column);
}

// goText goes to a place of the form in the text of the file.
async function goText(path, line) {
  const was = document.activeElement;
  const at = await text(`${base}/place?of=${encodeURIComponent(`${path}:${line}`)}`).then(JSON.parse).catch(() => ({})); // the program is gone: that is told
  await sync.pending; // the text may be on its way
  if (!at.line || sync.typed().length || (document.activeElement !== was && document.activeElement !== document.body)) return;
  turn(false);
  yaml?.focus(at.line, at.column);
}

// fix mends a finding, and goes to its field; from the list, to what comes next there.
function fix(f) {
  return settle(f, { op: "fix" }, words.fixed);
}

function silence(f, reason) {
  return settle(f, { op: "ignore", now: reason }, words.silenced);
}

async function settle(f, edit, said) {
  const inList = $("findings").contains(document.activeElement);
  if (!(await act({ ...edit, code: f.code, at: f.line, column: f.column }))) return;
  teller.say(`${said} ${f.message}`);
  const brought = !asked.isConnected && fields.at(f.path)?.contains(document.activeElement); // its button is gone
  if (sync.typed().length || (wentOn() && !brought)) return;
  if (!inList) fields.focus(f.path, f.field_line);
  else if (document.activeElement === document.body) $("findings").focus();
}

// show shows what the program answered.
async function show(state, edits) {
  last = state;
  const values = yaml && state.text !== undefined ? { ...state.values, "": state.text } : state.values;
  const said = new Map(edits.filter(isTyping).map((x) => [x.path, x.now]));
  for (const [path, now] of said) if (!(path in values)) fields.know(path, now);
  const own = edits.some(takesBack) ? ["", ...(state.back ?? [])] : []; // what this tab took back or made again itself
  for (const [path, value] of Object.entries(values)) {
    if (clashes.has(path)) clashes.get(path).theirs(value);
    else fields.show(path, value, said.get(path), own.includes(path));
  }
  const elsewhere = wentOn();
  if (state.shape !== shape && !waits()) await reshape(state.shape);
  preview.update(state);
  if (edits.length) preview.follow(spot(), state.page);
  tell(state);
  after(state, edits, !elsewhere && !(asked?.isConnected && wentOn())); // also while the form was on its way
  if (sync.unsent.offered.length) offer();
}

// reshape gets the form with other fields.
async function reshape(to) {
  const html = await text(`${base}/form`);
  if (waits()) return;
  keepFocus($("form"), () => fields.replace(html));
  for (const path of [...sync.conflicts].filter((p) => p && !fields.field(p)?.querySelector(":scope > .conflict"))) {
    clashes.delete(path); // its words are laid aside
    sync.conflicts.delete(path);
  }
  shape = to;
}

// waits tells whether somebody composes letters in the form: it gets its fields when
// they are done.
let waiting = false;
function waits() {
  if (fields.busy() && !waiting) {
    waiting = true;
    $("form").addEventListener("compositionend", () => setTimeout(() => {
      waiting = false;
      sync.refresh();
    }), { once: true });
  }
  return fields.busy();
}

// after tells what was done and, where a person stays for it, brings the focus to where
// that person goes on.
function after(state, edits, stays) {
  const one = edits.findLast((x) => takesBack(x) || ["add", "remove", "move"].includes(x.op));
  if (!one) return;
  if (takesBack(one)) teller.say(one.op === "undo" ? words.undone : words.redone);
  if (one.op === "move") teller.say(fields.nameOf(one.path));
  if (stays) goOn(one, state);
}

function goOn({ op, path, at }, state) {
  if (op === "add") fields.focus(state.added) || fields.focusLast(path);
  else if (op === "move") fields.focusMove(path, at);
  else if (op === "remove") fields.focusBeside(path);
  else goBack(state.back?.[0]);
}

// goBack goes to what was undone or made again; from its buttons it is only shown.
function goBack(path) {
  if (!path) return;
  if (document.activeElement?.closest(".bar")) fields.see(path);
  else fields.focus(path);
}

// tell shows findings and what became of the file.
function tell(state) {
  fields.marks(state.findings, { fix, silence });
  preview.mark(state.findings);
  yaml?.marks(state.findings.filter((f) => f.line).map((f) => ({ line: f.line, from: f.column, to: f.end_column, severity: f.severity, message: f.message })));
  findings.show(state.findings);
  $("pagecount").textContent = state.pages.length ? `${state.pages.length} ${state.pages.length === 1 ? words.page : words.pages}` : "";
  $("undo").setAttribute("aria-disabled", String(!state.undo));
  $("redo").setAttribute("aria-disabled", String(!state.redo));
  disk(state);
  teller.later(() => `${$("saved").textContent}. ${findings.tally()}`);
}

// status tells whether the program has everything.
function status() {
  let now = words.saved;
  if (sync.waits()) now = words.unsaved;
  else if (sync.lacks() || sync.busy) now = words.saving;
  else if (last?.disk) now = "";
  if ($("saved").textContent !== now) $("saved").textContent = now;
}

// disk tells that the file was changed by another program or cannot be written, with
// what can be done.
function disk({ disk: how, refused }) {
  const box = $("disk");
  const shown = JSON.stringify([how, refused]);
  box.hidden = !how;
  if (!how || box.dataset.shown === shown) return;
  box.dataset.shown = shown;
  const button = (label, keep) => {
    const b = make("button", { type: "button" }, label);
    b.addEventListener("click", async () => {
      delete box.dataset.shown;
      await sync.pending;
      await sync.ask("disk", { keep }, []);
      if (box.hidden) fields.focus(focus);
    });
    return b;
  };
  const buttons = { changed: [make("a", { class: "button", href: `${base}/versions?a=dia&b=nay` }, words.compareDisk), button(words.takeDisk, "disk"), button(words.keepOurs, "ours")], gone: [button(words.keepOurs, "ours")], failed: [] }[how];
  const why = refused ? [make("p", {}, make("strong", {}, refused[0]), " → ", refused[1])] : [];
  box.replaceChildren(...why, make("p", {}, words["disk" + how[0].toUpperCase() + how.slice(1)]), ...buttons);
}

// clash shows both where somebody else changed the same words.
function clash(answer, edit, ours) {
  const { path } = edit;
  const why = `${answer.why}. ${answer.hint}.`;
  const here = path ? fields.field(path) : $("yaml");
  if (ours) { // the program took it when it stopped
    fields.know(path, answer.theirs);
    return;
  }
  if (!isTyping(edit)) { // there is nothing to choose
    notice(`${answer.why}.`, "error");
    return;
  }
  if (!here) {
    sync.conflicts.delete(path);
    notice(why, "error");
    if (edit.op === "set") lay(edit);
    return;
  }
  let { theirs } = answer;
  const end = (value) => () => {
    clashes.delete(path);
    fields.know(path, theirs);
    if (value) fields.fill(path, value());
    sync.settled(path);
    if (path) fields.focus(path);
    else yaml?.focus(1);
  };
  const choices = [[words.mine, end()], [words.theirs, end(() => theirs)]];
  if (path) choices.push([words.both, end(() => fields.join(path, theirs, fields.value(path)))]);
  const box = ask(here, why, path ? theirs : "", choices);
  clashes.set(path, {
    theirs(value) {
      theirs = value;
      box.show(value);
    },
  });
}

// gone tells that the row of a field was taken out elsewhere; its words are kept.
function gone(edit, answer) {
  notice(`${answer.why}. ${answer.hint}.`, "error");
  if (edit.op !== "set") return;
  if (fields.field(edit.path)) sync.conflicts.add(edit.path); // until the form is without it, which lays the words aside
  else lay(edit);
}

// lay keeps words whose field is no longer there where they can be seen and copied.
function lay(edit, label) {
  sync.unsent.lay(edit, label ?? edit.path.replace(/^.*\./, ""));
  offer();
}

// toggle changes between form and text, once all that was typed is sent.
let turning = Promise.resolve();
function toggle(toYAML) {
  turning = turning.then(() => toggled(toYAML));
  return turning;
}

async function toggled(toYAML) {
  if (Boolean(yaml) === toYAML) return;
  await sync.pending;
  await sync.send();
  await sync.pending;
  if (typed().length || sync.lacks() || sync.conflicts.has("")) { // also what is not known to be taken back
    notice(words.stays, "error");
    return;
  }
  $("as-form").setAttribute("aria-pressed", String(!toYAML));
  $("as-yaml").setAttribute("aria-pressed", String(toYAML));
  $("form").hidden = toYAML;
  $("yaml").hidden = !toYAML;
  document.querySelector(".left").scrollTop = 0;
  swap(toYAML);
  await sync.refresh();
  if (!toYAML && focus) fields.see(focus);
}

function swap(toYAML) {
  fields.close("");
  yaml = toYAML ? openYAML() : null;
  if (yaml) fields.open("", yaml);
}

function openYAML() {
  return yamlEditor($("yaml"), {
    value: "", label: "YAML", nonce: document.body.dataset.nonce, lang: document.body.dataset.lang, describedby: "yaml-help",
    onChange: () => fields.changed(""), onFocus: () => {}, onUndo: () => act({ op: "undo" }), onRedo: () => act({ op: "redo" }),
  });
}

// turn shows the paper in the place of the form, or the form: where there is no
// room for both.
function turn(toPaper) {
  $("main").classList.toggle("paper", toPaper);
  $("as-paper").setAttribute("aria-pressed", String(toPaper));
  if (!toPaper) return;
  fit();
  preview.follow(spot(), last?.page ?? -1);
}

// listen hears of other tabs and programs, while this tab is in view: a browser
// has few connections to one server.
let events = null;
function listen() {
  if (document.hidden || sync.unsent.back) {
    events?.close();
    events = null;
  }
  sync.unsent.back = false;
  if (events || document.hidden) return;
  events = new EventSource(`${base}/events`);
  events.onmessage = (e) => {
    const news = JSON.parse(e.data);
    sync.hear(news.rev, news.disk !== (last?.disk ?? "") || news.opened !== last?.opened);
  };
  events.onerror = () => {
    if (events?.readyState === EventSource.CLOSED) { // an answer that was none
      events = null;
      setTimeout(listen, 1000);
    }
    if (!sync.unsent.offline) sync.refresh();
  };
}

let factor = 0; // 0: as wide as there is room
function zoom(to) {
  factor = Math.min(4, Math.max(0.25, to));
  preview.zoom(factor);
  $("zoom").textContent = `${Math.round(factor * 100)}%`;
}

function fit() {
  const page = $("pages").querySelector(".page");
  if (!page) return;
  zoom(($("pages").clientWidth - 32) / (Number(page.style.getPropertyValue("--w")) * (96 / 25.4)));
  fitted = true;
}
let fitted = true;
new ResizeObserver(() => fitted && fit()).observe($("pages"));

function zoomBy(by) {
  zoom(factor * by);
  fitted = false;
  teller.say($("zoom").textContent);
}

$("form").addEventListener("submit", (e) => e.preventDefault());
$("form").addEventListener("click", (e) => {
  const b = e.target.closest("button[data-op]");
  if (!b || (b.dataset.op === "remove" && !confirm(words.removeItem))) return;
  if (b.dataset.op === "remove") fields.leave(b.dataset.for);
  act({ op: b.dataset.op, path: b.dataset.for, at: Number(b.dataset.at ?? 0) });
});
document.addEventListener("keydown", (e) => {
  if (e.isComposing || e.defaultPrevented || !(e.ctrlKey || e.metaKey) || e.target.closest(".cm-search, dialog")) return;
  const key = e.key.toLowerCase();
  if (key !== "z" && key !== "y" && key !== "s") return;
  e.preventDefault();
  if (key === "s") sync.send();
  else act({ op: key === "y" || e.shiftKey ? "redo" : "undo" });
});
for (const op of ["undo", "redo"]) {
  $(op).addEventListener("click", (e) => {
    if (e.currentTarget.getAttribute("aria-disabled") === "true" && !sync.lacks() && !sync.busy) teller.say(words.nothingToDo);
    else act({ op });
  });
}
$("yaml").addEventListener("compositionend", () => queueMicrotask(() => fields.late("")));
$("as-form").addEventListener("click", () => toggle(false));
$("as-yaml").addEventListener("click", () => toggle(true));
$("as-paper").addEventListener("click", () => turn(!$("main").classList.contains("paper")));
$("to-findings").addEventListener("click", () => {
  turn(false);
  $("findings").focus();
});
$("zoom-in").addEventListener("click", () => zoomBy(1.25));
$("zoom-out").addEventListener("click", () => zoomBy(1 / 1.25));
$("zoom-fit").addEventListener("click", fit);
$("pages").addEventListener("drawn", () => preview.mark(findings.all));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) sync.send();
  listen();
});
window.addEventListener("beforeunload", (e) => {
  if (!sync.asks()) return;
  e.preventDefault();
  e.returnValue = "1"; // Chromium before 119
});
window.addEventListener("pagehide", () => sync.leave());
for (const type of ["dragover", "drop"]) { // a file would be opened in the place of the page
  addEventListener(type, (e) => e.dataTransfer?.types.includes("Files") && !e.defaultPrevented && e.preventDefault());
}
addEventListener("unhandledrejection", (e) => notice(`${words.stumbled} ${e.reason?.message ?? e.reason}`, "error"));

// A place that another view points at: /plan/NAME#muc.@1.noi_dung.
function pointed() {
  try {
    return fields.focus(decodeURIComponent(location.hash.slice(1)));
  } catch { // no place of ours
    return false;
  }
}
addEventListener("hashchange", pointed);

// offer gives back what an earlier page could not send.
function offer() {
  sync.unsent.offer($("unsent"), {
    now: (e) => (e.op === "text" ? (yaml?.value() ?? last?.text) : fields.field(e.path) ? fields.value(e.path) : undefined),
    label: (e) => (e.op === "text" ? "YAML" : (fields.nameOf(e.path) || e.path)),
    put: async (e) => {
      if (e.op === "text") await toggle(true);
      if (e.op === "text" && (!yaml || typed().length)) return false;
      if (!fields.put(e.path, e.was, e.now)) return false;
      changed();
      return true;
    },
  });
}

await sync.refresh();
offer();
fit();
listen();
pointed();
document.documentElement.dataset.ready = "";
