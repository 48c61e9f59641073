// The view in which a plan is written: form or YAML at the left, pages at the right.

import { make, notice, post, text, Trouble, words } from "./api.js";
import { yamlEditor } from "./editor.js";
import { describe, Fields } from "./fields.js";
import { Preview } from "./preview.js";
import { offerUsed } from "./used.js";
import { Unsent } from "./unsent.js";

const name = document.body.dataset.plan;
const base = `/plan/${encodeURIComponent(name)}`;
const tab = crypto.randomUUID();
const $ = (id) => document.getElementById(id);

const shortest = 15; // ms behind a letter
let pause = shortest; // as long as the last answer took: a slow machine is not asked more than it can answer
const again = 1000; // ms until a request that got no answer is sent again

let rev = 0;
let shape = "";
let busy = false;
let timer = 0;
let focus = ""; // the field in which the caret is
let findings = [];
let yaml = null; // the editor of the text
let yamlBase = "";
const todo = []; // edits that are no typing
const unsent = new Unsent(name);

const preview = new Preview($("pages"), { base, go: (path, line) => go(path, line) });
const fields = new Fields($("form"), {
  changed: () => later(),
  undo: () => act({ op: "undo" }),
  redo: () => act({ op: "redo" }),
  focused: (path) => (focus = path),
});

function go(path, line) {
  if (yaml) return;
  turn(false);
  fields.focus(path, line);
}

offerUsed(fields, base, act);

const wish = () => {
  const { from, to } = preview.view();
  return { rev, has: preview.ids(), from, to, yaml: Boolean(yaml) };
};

function later(ms = pause) {
  $("saved").textContent = words.saving;
  unsent.keep(typed());
  if (busy) return; // the answer asks for the rest
  clearTimeout(timer);
  timer = setTimeout(send, ms);
}

function act(edit) {
  todo.push({ path: "", was: "", now: "", at: 0, column: 0, ...edit });
  clearTimeout(timer);
  send();
}

// typed are the edits of what was typed since the last answer.
function typed() {
  if (yaml) return yaml.value() === yamlBase || refused.get("") === yaml.value() ? [] : [{ op: "text", path: "", was: yamlBase, now: yaml.value(), at: 0 }];
  return fields.dirty().filter((p) => !conflicts.has(p) && refused.get(p) !== fields.value(p)).map((p) => ({ op: "set", path: p, was: fields.base.get(p), now: fields.value(p), at: 0 }));
}

// send sends what was typed and done; one request at a time.
async function send() {
  if (busy) return;
  const edits = [...typed(), ...todo.splice(0)];
  if (!edits.length) return show(null, []);
  await ask("edit", { tab, edits }, edits);
}

// ask sends a request and shows the answer; one at a time, so that answers come in
// the order of what they answer.
let stale = false; // something changed elsewhere while a request was under way
let pending = Promise.resolve();
function ask(what, body, edits) {
  busy = true;
  pending = (async () => {
    const began = performance.now();
    let wait = 0;
    try {
      show(await post(`${base}/${what}`, { ...wish(), ...body }), edits);
      notice("");
      if (unsent.answered()) listen(true);
      pause = Math.min(400, Math.max(shortest, performance.now() - began));
    } catch (e) {
      wait = failed(e, edits);
    }
    busy = false;
    if (typed().some((x) => x.now !== refused.get(x.path)) || todo.length) later(wait || pause);
    else if (wait) setTimeout(refresh, wait);
    else if (stale) refresh();
  })();
  return pending;
}

const conflicts = new Map(); // path: what somebody else wrote there
const refused = new Map(); // path: a value that the program does not take

function failed(e, edits) {
  if (!(e instanceof Trouble) || e.status === 403) { // gone, or started anew with another secret
    todo.unshift(...edits.filter((x) => x.op !== "set" && x.op !== "text"));
    if (!(e instanceof Trouble)) unsent.lost(edits);
    unsent.keep(typed());
    notice(e instanceof Trouble ? words.anew : words.offline, "error");
    return again;
  }
  if (e.answer.conflict) {
    clash(e.answer, edits);
    return 0;
  }
  const bad = edits[e.answer.failed ?? 0]; // none was made; the others are sent again
  if (bad && (bad.op === "set" || bad.op === "text")) refused.set(bad.path, bad.now);
  todo.unshift(...edits.filter((x) => x !== bad && x.op !== "set" && x.op !== "text"));
  notice([e.answer.why, e.answer.hint].filter(Boolean).join(". "), "error");
  return 0;
}

// show shows what the program answered.
function show(state, edits) {
  if (!state) {
    $("saved").textContent = words.saved;
    return;
  }
  const said = new Map(edits.filter((x) => x.op === "set").map((x) => [x.path, x.now]));
  rev = state.rev;
  for (const [path, now] of said) if (!(path in state.values)) fields.base.set(path, now);
  for (const [path, value] of Object.entries(state.values)) fields.show(path, value, said.get(path));
  if (yaml && state.text !== undefined) showText(state.text, edits.find((x) => x.op === "text")?.now);
  if (shape && state.shape !== shape) reshape(edits);
  shape = state.shape;
  findings = state.findings;
  preview.update(state.pages);
  if (edits.length) preview.follow(focus, fields.line(focus));
  tell(state);
  if (edits.some((x) => x.op === "undo" || x.op === "redo")) {
    const [path] = Object.keys(state.values);
    if (path) fields.focus(path);
  }
}

function showText(text, said) {
  const now = yaml.value();
  if (now !== (said ?? yamlBase) && now !== text) {
    yamlBase = said ?? yamlBase;
    return;
  }
  yamlBase = text;
  if (now !== text) yaml.setValue(text);
}

async function reshape(edits) {
  const html = await text(`${base}/form`);
  if (fields.busy()) {
    $("form").addEventListener("compositionend", () => setTimeout(() => reshape(edits)), { once: true });
    return;
  }
  fields.replace(html);
  fields.marks(findings, fix);
  const one = edits.find((x) => ["add", "remove", "move"].includes(x.op));
  if (!one) return;
  const [list, i] = one.op === "add" ? [one.path, one.at] : split(one.path);
  if (fields.focus(`${list}.${one.op === "move" ? i + one.at : i}`) || fields.focus(`${list}.${i - 1}`)) return;
  $("form").querySelector(`.add[data-for="${CSS.escape(list)}"]`)?.focus();
}

// split parts the path of an item into its list and its number.
function split(path) {
  const i = path.lastIndexOf(".");
  return [path.slice(0, i), Number(path.slice(i + 1))];
}

// tell shows findings, counts and what became of the file.
function tell(state) {
  fields.marks(findings, fix);
  preview.mark(findings);
  yaml?.marks(findings.filter((f) => f.line).map((f) => ({ line: f.line, from: f.column, to: f.end_column, severity: f.severity, message: f.message })));
  const box = $("findings");
  box.replaceChildren(...(findings.length ? [make("ul", { class: "marks" }, ...findings.map(item))] : [make("p", {}, words.none)]));
  $("count").textContent = findings.length ? String(findings.length) : "";
  $("pagecount").textContent = `${state.pages.length} ${words.pages}`;
  $("saved").textContent = state.disk ? "" : words.saved;
  disk(state.disk);
}

function item(f) {
  const li = make("li", { class: f.severity }, make("span", { class: "severity" }, words[f.severity]), " ", ...describe(f, fix));
  if (f.path || f.line) {
    const b = make("button", { type: "button" }, words.goto);
    b.addEventListener("click", () => (yaml ? yaml.focus(f.line, f.column) : fields.focus(f.path, f.field_line, f.field_column)));
    li.append(" ", b);
  }
  return li;
}

const fix = (f) => act({ op: "fix", path: f.path, now: f.code, at: f.line, column: f.column });

// disk tells that the file was changed by another program, with what can be done.
function disk(how) {
  const box = $("disk");
  box.hidden = !how;
  if (!how || box.dataset.how === how) return;
  box.dataset.how = how;
  const button = (label, keep) => {
    const b = make("button", { type: "button" }, label);
    b.addEventListener("click", async () => {
      delete box.dataset.how;
      await pending;
      await ask("disk", { keep }, []);
    });
    return b;
  };
  const buttons = { changed: [make("a", { class: "button", href: `${base}/versions?a=dia&b=nay` }, words.compareDisk), button(words.takeDisk, "disk"), button(words.keepOurs, "ours")], gone: [button(words.keepOurs, "ours")], failed: [] }[how];
  box.replaceChildren(make("p", {}, words["disk" + how[0].toUpperCase() + how.slice(1)]), ...buttons);
}

// clash shows both where somebody else changed the same words.
function clash(answer, edits) {
  const path = answer.path;
  const mine = edits.find((x) => x.path === path)?.now ?? "";
  show(answer.state, []);
  todo.unshift(...edits.filter((x) => x !== edits[answer.failed] && x.op !== "set" && x.op !== "text"));
  if (unsent.mine(path, answer.theirs)) { // our own, which the program took when it stopped
    if (path) fields.base.set(path, answer.theirs);
    else yamlBase = answer.theirs;
    return;
  }
  if (!path) return clashText(answer, mine);
  conflicts.set(path, answer.theirs);
  const el = fields.field(path);
  const box = make("div", { class: "conflict", role: "alert" }, make("p", {}, `${answer.why}. ${answer.hint}.`), make("p", {}, make("strong", {}, `${words.theirsWas}:`)), make("pre", {}, answer.theirs));
  const end = (value) => () => {
    box.remove();
    conflicts.delete(path);
    fields.base.set(path, answer.theirs);
    if (value !== undefined) fields.fill(path, value);
    later();
  };
  for (const [label, value] of [[words.mine], [words.theirs, answer.theirs], [words.both, `${answer.theirs}\n${mine}`]]) {
    const b = make("button", { type: "button" }, label);
    b.addEventListener("click", end(value));
    box.append(b);
  }
  el.querySelector(".conflict")?.remove();
  el.append(box);
}

// clashText keeps what was typed into the text as a whole beside the other one.
function clashText(answer, mine) {
  notice(`${answer.why}. ${answer.hint}.`, "error");
  yamlBase = answer.theirs;
  yaml?.setValue(mine);
}

// toggle changes between form and text.
async function toggle(toYAML) {
  if (Boolean(yaml) === toYAML) return;
  await pending;
  await send();
  $("as-form").setAttribute("aria-pressed", String(!toYAML));
  $("as-yaml").setAttribute("aria-pressed", String(toYAML));
  $("form").hidden = toYAML;
  $("yaml").hidden = !toYAML;
  if (!toYAML) {
    yaml.destroy();
    yaml = null;
    return refresh();
  }
  yaml = yamlEditor($("yaml"), {
    value: "", label: "YAML", nonce: document.body.dataset.nonce, lang: document.body.dataset.lang,
    onChange: () => later(), onFocus: () => {}, onUndo: () => act({ op: "undo" }), onRedo: () => act({ op: "redo" }),
  });
  yamlBase = "";
  await refresh();
}

// turn shows the paper in the place of the form, or the form: where there is no
// room for both.
function turn(toPaper) {
  $("main").classList.toggle("paper", toPaper);
  $("as-paper").setAttribute("aria-pressed", String(toPaper));
  if (toPaper) {
    fit();
    preview.follow(focus, fields.line(focus));
  }
}

// refresh asks for what this tab lacks.
async function refresh() {
  stale = busy;
  if (!busy) await ask("state", {}, []);
}

// listen hears of other tabs and programs, while this tab is in view: a browser
// has few connections to one server.
let events = null;
function listen(anew = false) {
  if (document.hidden || anew) {
    events?.close();
    events = null;
  }
  if (events || document.hidden) return;
  events = new EventSource(`${base}/events`);
  events.onmessage = (e) => {
    const news = JSON.parse(e.data);
    if ((news.rev !== rev || news.disk !== ($("disk").hidden ? "" : $("disk").dataset.how))) refresh();
  };
  events.onerror = () => unsent.offline || refresh();
}

let factor = 1;
function zoom(to) {
  factor = Math.min(4, Math.max(0.25, to));
  preview.zoom(factor);
  $("zoom").textContent = `${Math.round(factor * 100)}%`;
}

function fit() {
  const page = $("pages").firstElementChild;
  if (page) zoom(($("pages").clientWidth - 32) / (Number(page.style.getPropertyValue("--w")) * (96 / 25.4)));
}

$("form").addEventListener("submit", (e) => e.preventDefault());
$("form").addEventListener("click", (e) => {
  const b = e.target.closest("button[data-op]");
  if (!b || (b.dataset.op === "remove" && !confirm(words.removeItem))) return;
  act({ op: b.dataset.op, path: b.dataset.for, at: Number(b.dataset.at ?? 0) });
});
document.addEventListener("keydown", (e) => {
  if (e.isComposing || e.defaultPrevented || !(e.ctrlKey || e.metaKey)) return;
  const key = e.key.toLowerCase();
  if (key !== "z" && key !== "y" && key !== "s") return;
  e.preventDefault();
  if (key === "s") send();
  else act({ op: key === "y" || e.shiftKey ? "redo" : "undo" });
});
$("undo").addEventListener("click", () => act({ op: "undo" }));
$("redo").addEventListener("click", () => act({ op: "redo" }));
$("as-form").addEventListener("click", () => toggle(false));
$("as-yaml").addEventListener("click", () => toggle(true));
$("as-paper").addEventListener("click", () => turn(!$("main").classList.contains("paper")));
$("to-findings").addEventListener("click", () => {
  turn(false);
  $("findings").focus();
});
$("zoom-in").addEventListener("click", () => zoom(factor * 1.25));
$("zoom-out").addEventListener("click", () => zoom(factor / 1.25));
$("zoom-fit").addEventListener("click", fit);
$("pages").addEventListener("drawn", () => preview.mark(findings));
document.addEventListener("visibilitychange", () => listen());
window.addEventListener("beforeunload", (e) => {
  if (unsent.offline && typed().length) e.preventDefault();
});
window.addEventListener("pagehide", () => {
  const edits = typed();
  if (edits.length) fetch(`${base}/edit`, { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ ...wish(), has: [], tab, edits }) });
});

// A place that another view points at: /plan/NAME#muc.0.noi_dung.
const pointed = () => location.hash.length > 1 && fields.focus(decodeURIComponent(location.hash.slice(1)));
addEventListener("hashchange", pointed);

// offer gives back what an earlier page could not send.
function offer() {
  unsent.offer($("unsent"), {
    now: (e) => (e.path ? (fields.field(e.path) ? fields.value(e.path) : undefined) : yaml?.value()),
    label: (e) => (e.path ? (fields.field(e.path)?.querySelector("label")?.textContent.trim() ?? e.path) : "YAML"),
    put: async (e) => {
      if (e.op === "text") {
        await toggle(true);
        yamlBase = unsent.mine("", yaml.value(), e.said) ? yaml.value() : e.was;
        yaml.setValue(e.now);
      } else if (!fields.put(e.path, e.was, e.now)) return false;
      later();
      return true;
    },
  });
}

await refresh();
offer();
fit();
listen();
pointed();
document.documentElement.dataset.ready = "";
