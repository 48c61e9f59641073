// Keys that an input method uses for itself.
import { ViewPlugin } from "@codemirror/view";

const ours = new Set(["Enter", "Tab", "Escape", "F8"]);

/** ofInputMethod tells whether a key went to an input method: no command of the editor may act on it. */
export const ofInputMethod = (event) =>
  (event.isComposing || event.keyCode === 229) && (ours.has(event.key) || event.ctrlKey || event.metaKey);

/** guard stops such keys before the editor sees them; the browser does with them what it does. */
export const guard = ViewPlugin.define((view) => {
  const stop = (event) => {
    if (ofInputMethod(event)) event.stopImmediatePropagation();
  };
  view.dom.addEventListener("keydown", stop, true);
  return { destroy: () => view.dom.removeEventListener("keydown", stop, true) };
});
