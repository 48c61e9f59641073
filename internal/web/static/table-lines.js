// The lines of a table in its editor. What is done in the dialog stands there at
// each pause, so that it is kept like all that is typed.

import { newGrid, readGrid, tablesIn, writeGrid } from "./editor.js";

export class TableLines {
  // number is that of a table; where there is none, a new one has its room.
  constructor(editor, number) {
    const lines = editor.value().split("\n");
    const place = tablesIn(editor.value())[number];
    this.editor = editor;
    this.take(place ?? editor.roomForTable());
    this.model = place ? readGrid(this.old) : newGrid(3, 3);
    const caret = editor.view.state.doc.lineAt(editor.view.state.selection.main.head).number - 1;
    const inside = place && place.from <= caret && caret < place.to;
    this.row = inside ? readGrid(lines.slice(place.from, caret + 1)).rows.length - 1 : 0;
  }

  take({ from, to }) {
    this.from = from;
    this.old = this.editor.value().split("\n").slice(from, to); // what "cancel" puts back
    this.now = this.old;
  }

  // apart gives up the lines: the table becomes another one.
  apart() {
    this.take(this.editor.roomForTable());
  }

  // stands tells whether the editor is still on the page.
  stands() {
    return this.editor.view.dom.isConnected;
  }

  // put writes a grid, null for what stood there at the beginning; false where the
  // lines were changed by others meanwhile.
  put(grid) {
    const lines = grid ? writeGrid(grid) : this.old;
    if (lines.join("\n") === this.now.join("\n") && lines.length === this.now.length) return true;
    const at = find(this.editor.value().split("\n"), this.now, this.from);
    if (at < 0) return false;
    this.editor.putLines(at, at + this.now.length, lines);
    [this.from, this.now] = [at, lines];
    return true;
  }
}

// find gives the place of lines among others, the nearest to where they stood.
function find(lines, wanted, near) {
  if (wanted.length === 0) return Math.min(near, lines.length);
  const places = lines.map((_, i) => i).filter((i) => wanted.every((l, k) => lines[i + k] === l));
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? -1;
}
