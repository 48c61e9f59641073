// What a person is asked where somebody else changed the same words.

import { make, words } from "./api.js";

// ask shows both in a box at the field. choices are [label, act]; theirs is what the
// other wrote, and show(text) of what comes back shows what they wrote since.
export function ask(place, why, theirs, choices) {
  place.querySelector(":scope > .conflict")?.remove();
  const shown = make("pre", { lang: "vi" }, theirs);
  const buttons = make("div");
  const box = make("div", { class: "conflict", role: "group", "aria-label": why }, make("p", { role: "alert" }, why), ...(theirs ? [make("p", {}, make("strong", {}, `${words.theirsWas}:`)), shown] : []), buttons);
  for (const [label, act] of choices) {
    const b = make("button", { type: "button" }, label);
    b.addEventListener("click", () => {
      box.remove();
      act();
    });
    buttons.append(b);
  }
  place.prepend(box);
  return { show: (text) => (shown.textContent = text), remove: () => box.remove() };
}
