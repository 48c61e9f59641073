// What is typed and done in a tab, on its way to the program: one request at a time,
// nothing forgotten until it was answered, nothing done twice.

import { notice, post, Silence, Trouble, words } from "./api.js";
import { rebase } from "./rebase.js";
import { Unsent } from "./unsent.js";

const shortest = 15; // ms behind a letter
const longest = 400; // a slow machine is not asked more than it can answer
const again = 1000; // ms until a request that got no answer is sent again
const stumble = 5000; // ms until this page tries again where it failed itself
const most = 60_000; // bytes that a page which goes away can still send

export class Sync {
  // base is the address of the plan, tab {id, next()}. typed(also) gives edits for what
  // stands here otherwise than the program has it, and for the paths of also; wish()
  // what the tab has and wants to see; show(state, edits) shows an answer, clash(answer,
  // edit, ours) that somebody else changed the same words, gone(edit, answer) that the
  // row of a field is no longer there, status() that something has come or gone.
  constructor({ base, name, tab, typed, wish, show, clash, gone, status }) {
    this.base = base;
    this.tab = tab;
    this.on = { typed, wish, show, clash, gone, status };
    this.rev = 0;
    this.opened = 0; // which opening of the plan rev belongs to
    this.todo = []; // acts: {edit, stood, made}
    this.unanswered = null; // a request with acts that got no answer: {typing, acts}
    this.sent = { typing: [], acts: [] }; // of the request that is under way
    this.conflicts = new Set(); // paths of which a person has to choose
    this.refused = new Map(); // path: {now, rev} of a value that the program does not take
    this.unsent = new Unsent(name);
    this.busy = false;
    this.stale = false; // the tab lacks something that it has not asked for yet
    this.news = 0; // the latest revision that was heard of
    this.timer = 0;
    this.asking = 0; // the timer of a request that is tried again
    this.stuck = false; // the program refuses all, and does not tell which
    this.pause = shortest;
    this.pending = Promise.resolve();
  }

  // typed are the edits of what was typed since the last answer and can be sent; of
  // what stood here at an act, where that is given. What was sent before without an
  // answer goes first: the program may have it or not.
  typed(stood) {
    const { said } = this.unsent;
    return this.ready(stood).flatMap((e) => chain(e, said.get(e.path) ?? []));
  }

  ready(stood) {
    const all = this.on.typed([...this.unsure(), ...Object.keys(stood ?? {})]);
    const then = stood ? all.filter((e) => e.path in stood).map((e) => ({ ...e, now: stood[e.path] })) : all;
    return then.filter((e) => !this.conflicts.has(e.path) && !this.refuses(e));
  }

  // unsure are the paths of values that were sent and not answered: what stands there
  // must be sent, too, if it is the old value again.
  unsure() {
    const typing = [...this.sent.typing, ...(this.unanswered?.typing ?? [])];
    return [...this.unsent.said.keys(), ...typing.map((e) => e.path)];
  }

  refuses(e) {
    const r = this.refused.get(e.path);
    return Boolean(r) && r.now === e.now && r.rev === this.rev;
  }

  // later sends what was typed, soon: the first letter decides when.
  later(ms = this.pause) {
    this.keep();
    this.on.status();
    if (this.busy || this.timer) return;
    this.timer = setTimeout(() => this.send(), ms);
  }

  keep() {
    this.unsent.keep(this.on.typed([...this.unsent.said.keys()]));
  }

  // act does something that is no typing, behind what stands here now and before what
  // is typed from now on. The promise tells whether it was made.
  act(edit) {
    return new Promise((made) => {
      this.todo.push({ edit: { path: "", was: "", now: "", at: 0, column: 0, no: this.tab.next(), ...edit }, stood: this.stands(), made });
      this.send();
    });
  }

  // stands gives the values that stand here and the program has not taken for sure.
  stands() {
    return Object.fromEntries(this.on.typed(this.unsure()).map((e) => [e.path, e.now]));
  }

  // send sends what was typed and done.
  send() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.busy) return this.pending;
    const { typing, acts } = this.next();
    const edits = [...typing, ...acts.map((a) => a.edit)];
    return edits.length ? this.ask("edit", { edits }, edits, acts) : Promise.resolve();
  }

  // shown notes that value is shown where known stood: what stood there at acts that
  // wait is based on that now.
  shown(path, known, value) {
    for (const { stood } of this.todo) {
      if (!(path in stood)) continue;
      const now = rebase(known, stood[path], value);
      if (now === undefined || now === value) delete stood[path];
      else stood[path] = now;
    }
  }

  // next takes the acts before which the same words stood here, with what was typed
  // before them. What got no answer is repeated as it was: it is made already or not.
  next() {
    const same = this.unanswered;
    this.unanswered = null;
    if (same) return same;
    const n = this.todo.findIndex((a) => !sameWords(a.stood, this.todo[0].stood));
    const acts = this.todo.splice(0, n < 0 ? this.todo.length : n);
    return { typing: this.typed(acts[0]?.stood), acts };
  }

  // lacks tells whether something is to be sent.
  lacks() {
    return Boolean(this.unanswered) || this.todo.length > 0 || this.typed().length > 0;
  }

  // refresh asks for what this tab lacks; where something is to be sent, the answer to
  // that tells it.
  refresh() {
    this.stale = this.busy;
    if (this.busy) return this.pending;
    return this.lacks() ? this.send() : this.ask("state", {});
  }

  // hear notes that there is another revision, or something else to ask for.
  hear(rev, more) {
    this.news = rev;
    if (this.busy) this.stale ||= more;
    else if (this.news > this.rev || more) this.refresh();
  }

  // ask sends a request and shows the answer, one at a time, so that answers come in
  // the order of what they answer.
  ask(what, body, edits = [], acts = []) {
    this.busy = true;
    this.sent = { typing: edits.filter(isTyping), acts };
    this.pending = this.asked(what, body, edits, acts).then((wait) => this.rest(wait));
    return this.pending;
  }

  async asked(what, body, edits, acts) {
    let sent = false;
    let taken = false;
    try {
      if (this.unsent.offline) await post(`${this.base}/edit`, { ...this.wish(), edits: [] }); // what is not sent cannot be half taken
      sent = true;
      const began = performance.now();
      const state = await post(`${this.base}/${what}`, { ...this.wish(), ...body });
      this.pause = Math.min(longest, Math.max(shortest, performance.now() - began));
      this.taken(state, edits);
      taken = true;
      await this.on.show(state, edits);
      end(acts, true);
      return 0;
    } catch (e) {
      if (!taken) return await this.failed(e, { what, edits, acts, sent });
      end(acts, true);
      return this.stumbled(e);
    } finally {
      this.busy = false;
      this.sent = { typing: [], acts: [] };
      this.keep();
    }
  }

  wish() {
    return { ...this.on.wish(), tab: this.tab.id, rev: this.rev, opened: this.opened };
  }

  taken(state, edits) {
    this.seen(state);
    if (edits.filter((e) => this.refused.delete(e.path)).length) notice("");
    this.heard(this.sent.typing);
  }

  // heard notes that the program answers, to what was typed.
  heard(typing) {
    if (this.unsent.offline || this.stuck) notice("");
    this.stuck = false;
    this.unsent.answered(typing);
  }

  // seen notes what an answer is of.
  seen({ rev, opened }) {
    if (opened !== this.opened) this.news = rev; // revisions of another text say nothing
    this.rev = rev;
    this.opened = opened;
  }

  // rest goes on with what came while a request was under way.
  rest(wait) {
    this.on.status();
    if (this.lacks()) this.later(wait || this.pause);
    else if (wait) this.askAgain(wait);
    else if (this.stale || this.news > this.rev) return this.refresh();
    return undefined;
  }

  askAgain(wait) {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.refresh(), wait);
  }

  // failed tells how long to wait until the page tries again.
  failed(e, { what, edits, acts, sent }) {
    if (e instanceof Silence || e.status === 403) { // gone, or started anew with another secret
      if (acts.length) this.unanswered = this.sent;
      this.unsent.lost(e instanceof Silence && sent ? this.sent.typing : []);
      notice(e instanceof Silence ? words.offline : words.anew, "error");
      return again;
    }
    if (!(e instanceof Trouble)) {
      end(acts, false);
      return this.stumbled(e);
    }
    this.heard([]); // what it says is told below
    const bad = edits[e.answer.failed]; // then none was made
    if (!bad) { // nothing tells which: what is typed is sent again, what was done is not
      end(acts, false);
      this.stuck = what === "state" || edits.some(isTyping);
      notice(told(e.answer), "error");
      return this.stuck ? again : 0;
    }
    end(acts.filter((a) => a.edit === bad), false);
    this.todo.unshift(...acts.filter((a) => a.edit !== bad));
    if (e.answer.conflict) return this.clashed(e.answer, bad);
    if (isTyping(bad)) this.refuse(bad);
    notice(told(e.answer), "error");
    return 0;
  }

  // stumbled tells of a mistake of this page itself, behind an answer. A form that did
  // not come is asked for again.
  stumbled(e) {
    console.error(e);
    if (e instanceof Silence || e instanceof Trouble) return again;
    notice(`${words.stumbled} ${e.message}`, "error");
    return stumble;
  }

  // refuse notes a value that the program does not take; it was perhaps a step of what
  // was typed since, which may be taken.
  refuse(bad) {
    this.unsent.said.delete(bad.path);
    for (const a of this.todo) delete a.stood[bad.path];
    const now = this.on.typed().find((x) => x.op === bad.op && x.path === bad.path)?.now;
    if (now === bad.now) this.refused.set(bad.path, { now, rev: this.rev });
  }

  async clashed(answer, bad) {
    const typing = isTyping(bad);
    const ours = typing && this.unsent.mine(bad.path, answer.theirs); // which the program took when it stopped
    if (typing && !ours && !answer.gone) this.conflicts.add(bad.path);
    if (answer.gone) this.on.gone(bad, answer);
    else this.on.clash(answer, bad, ours);
    this.seen(answer.state);
    try {
      await this.on.show(answer.state, []);
    } catch (e) { // the form did not come: it is asked for again
      console.error(e);
      return again;
    }
    return 0;
  }

  // settled tells that a person has chosen.
  settled(path) {
    this.conflicts.delete(path);
    this.later();
  }

  // waits tells whether something stands here that the program will not get by itself.
  waits() {
    return this.conflicts.size > 0 || this.unsent.offline || this.on.typed().some((e) => this.stuck || this.refuses(e));
  }

  // leave sends what is left when the page goes away.
  leave() {
    const body = this.parting();
    if (body) fetch(`${this.base}/edit`, { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body });
  }

  // parting is a request with all that has no answer yet, in the order in which it was
  // typed and done; "" for nothing. What is under way goes first: it may be made already.
  parting() {
    const { typing, acts } = this.unanswered ?? this.sent;
    const all = [...typing, ...acts.map((a) => a.edit)];
    const at = new Map(typing.map((e) => [e.path, e.now])); // to what these lead
    const type = (e) => {
      all.push(...(at.has(e.path) ? chain({ ...e, was: at.get(e.path) }, []) : chain(e, this.unsent.said.get(e.path) ?? [])));
      at.set(e.path, e.now);
    };
    for (const a of this.todo.filter((x) => this.fits(x))) {
      this.ready(a.stood).forEach(type);
      all.push(a.edit);
    }
    this.ready().forEach(type);
    return all.length ? JSON.stringify({ ...this.wish(), has: [], edits: all }) : "";
  }

  // fits tells whether an act can be made behind what stands here now: what was typed
  // since is not to be undone.
  fits({ edit, stood }) {
    const here = () => this.on.typed([...this.unsure(), ...Object.keys(stood)]);
    return !takesBack(edit) || here().every((e) => e.now === (stood[e.path] ?? e.was));
  }

  // asks tells whether a person has to be asked before the page goes away.
  asks() {
    return (this.waits() && this.on.typed().length > 0) || new Blob([this.parting()]).size > most;
  }
}

export const isTyping = (edit) => edit.op === "set" || edit.op === "text";

export const takesBack = (edit) => edit.op === "undo" || edit.op === "redo";

const sameWords = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function end(acts, made) {
  for (const a of acts) a.made(made);
}

// chain makes an edit in steps, by values that the program may have already.
function chain(edit, values) {
  const steps = [edit.was, ...values, edit.now];
  return steps.slice(1).map((now, i) => ({ ...edit, was: steps[i], now })).filter((e) => e.was !== e.now);
}

// told puts why and hint into one line.
function told({ why, hint }) {
  const capital = (s) => s[0].toUpperCase() + s.slice(1);
  return [why, hint].filter(Boolean).map((s) => `${capital(s)}.`).join(" ");
}

// theTab gives this tab of the browser a name that it keeps, so that it can undo what
// it did before it was at another page. A copy of a tab is another tab: the lock of
// the name is held by the first.
export async function theTab() {
  const key = "the";
  const kept = read(key);
  const tab = kept && (await holds(kept.id)) ? kept : { id: crypto.randomUUID(), no: 0 };
  if (tab !== kept) await holds(tab.id);
  write(key, tab);
  return {
    id: tab.id,
    next() {
      tab.no = Math.max(tab.no + 1, Date.now()); // a tab that is restored after a crash may have an old one
      write(key, tab);
      return tab.no;
    },
  };
}

// holds takes a name for as long as this page lives.
function holds(id) {
  return new Promise((resolve) => {
    navigator.locks.request(`kehoach ${id}`, { signal: AbortSignal.timeout(500) }, () => {
      resolve(true);
      return new Promise(() => {});
    }).catch(() => resolve(false));
  });
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // a browser that keeps nothing: the tab is another one after each page
  }
}
