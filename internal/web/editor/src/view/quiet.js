// Input methods compose a word in the page before it is typed. Until that has
// ended, nothing of ours may touch the text or its looks: what the page asks
// for meanwhile waits here.
import { ChangeSet, StateEffect } from "@codemirror/state";
import { ViewPlugin } from "@codemirror/view";
import { differences } from "../edit/change.js";

/** settled tells the parts of the editor that a composition has ended. */
export const settled = StateEffect.define();

/** isComposing tells whether an input method is at work. */
export const isComposing = (view) => view.compositionStarted || Boolean(view.plugin(quiet)?.active);

/**
 * whenQuiet runs a task at once, or when the composition has ended. A later task
 * of the same name takes the place of an earlier one. The task gets what was
 * typed since (a text that it is about: typed, see baseOf), and what the task
 * before it gave back.
 */
export function whenQuiet(view, name, task, typed = ChangeSet.empty(view.state.doc.length)) {
  if (!isComposing(view)) return task(typed);
  view.plugin(quiet).wait(name, task, typed);
}

/**
 * baseOf tells of which text another one was made: {doc, typed}. While a word is
 * composed, what comes from the page may know the text of a few keys ago; it is
 * the one from which it differs least. typed is what was typed since.
 */
export function baseOf(view, text) {
  const now = { doc: view.state.doc, typed: ChangeSet.empty(view.state.doc.length) };
  if (!isComposing(view)) return now;
  const past = view.plugin(quiet).past;
  const all = [now, ...past.slice().reverse()];
  const costs = all.map(({ doc }) => cost(smallest(doc, text)));
  return all[costs.indexOf(Math.min(...costs))];
}

function cost(changes) {
  let n = 0;
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => (n += toA - fromA + inserted.length));
  return n;
}

/** smallest is the smallest change that gives a document another text. */
export function smallest(doc, text) {
  return ChangeSet.of(differences(doc.toString(), text.replace(/\r\n?/g, "\n")), doc.length);
}

class Quiet {
  constructor(view) {
    this.view = view;
    this.active = false;
    this.tasks = new Map(); // name -> {task, typed: what was typed since}
    this.past = []; // the texts since the composition began: {doc, typed since}
    this.timer = 0;
  }

  update(update) {
    if (!update.docChanged) return;
    if (this.active) this.past.push({ doc: update.startState.doc, typed: ChangeSet.empty(update.startState.doc.length) });
    this.past = this.past.map((p) => ({ ...p, typed: p.typed.compose(update.changes) }));
    for (const [name, w] of this.tasks) this.tasks.set(name, { ...w, typed: w.typed.compose(update.changes) });
  }

  wait(name, task, typed) {
    this.tasks.delete(name); // so that it stands behind those asked for before
    this.tasks.set(name, { task, typed });
  }

  started() {
    this.active = true;
    clearTimeout(this.timer);
  }

  // ended waits until the editor has read what was composed.
  ended() {
    this.active = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), 0);
  }

  run() {
    if (isComposing(this.view)) return;
    const tasks = [...this.tasks.values()];
    this.tasks.clear();
    this.past = [];
    let ours = null; // what the tasks before have changed
    for (const { task, typed } of tasks) ours = task(typed, ours) ?? ours;
    this.view.dispatch({ effects: settled.of(null) });
  }

  destroy() {
    clearTimeout(this.timer);
    this.tasks.clear();
  }
}

/** quiet knows whether an input method is at work, and holds what waits for its end. */
export const quiet = ViewPlugin.fromClass(Quiet, {
  eventObservers: {
    compositionstart() { this.started(); },
    compositionupdate() { this.started(); },
    compositionend() { this.ended(); },
  },
});
