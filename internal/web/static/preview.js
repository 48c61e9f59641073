// The pages as they will be printed, drawn by the program as SVG.

import { text } from "./api.js";

const kept = 400; // pages that are kept in memory

export class Preview {
  // go(path, line) is called for a click on a page.
  constructor(root, { base, go }) {
    this.root = root;
    this.base = base;
    this.svgs = new Map(); // by ID
    this.visible = new Set();
    this.watch = new IntersectionObserver((es) => this.seen(es), { root, rootMargin: "600px" });
    root.addEventListener("click", (e) => {
      const at = e.target.closest("[data-at]")?.dataset.at;
      if (at) go(...placeOf(at.split(" ").pop()));
    });
  }

  ids() {
    return [...this.svgs.keys()];
  }

  // view are the first and last page that are near the view, from 0.
  view() {
    const is = [...this.visible].map((el) => [...this.root.children].indexOf(el)).filter((i) => i >= 0);
    return is.length ? { from: Math.min(...is), to: Math.max(...is) } : { from: 0, to: 2 };
  }

  // update shows the pages of an answer. Where an error stops the drawing, the last
  // ones stay, and it is told that they are old.
  update({ pages }) {
    this.root.classList.toggle("old", pages.length === 0);
    document.getElementById("old").hidden = pages.length > 0;
    if (pages.length === 0) return;
    while (this.root.children.length > pages.length) {
      this.watch.unobserve(this.root.lastChild);
      this.visible.delete(this.root.lastChild);
      this.root.lastChild.remove();
    }
    pages.forEach((p, i) => this.put(p, i));
  }

  put(p, i) {
    let el = this.root.children[i];
    if (!el) {
      el = document.createElement("div");
      el.className = "page";
      this.root.append(el);
      this.watch.observe(el);
    }
    if (p.svg) this.remember(p.id, p.svg);
    if (el.dataset.id === p.id) {
      if ("stale" in el.dataset && this.visible.has(el)) this.draw(el);
      return;
    }
    el.dataset.id = p.id;
    el.style.setProperty("--w", p.w);
    el.style.setProperty("--h", p.h);
    this.draw(el);
  }

  remember(id, svg) {
    this.svgs.set(id, svg);
    if (this.svgs.size > kept) this.svgs.delete(this.svgs.keys().next().value);
  }

  // draw puts the picture of a page into its place, when it is near the view.
  async draw(el) {
    const id = el.dataset.id;
    if (this.svgs.has(id)) {
      el.innerHTML = this.svgs.get(id);
      el.dispatchEvent(new Event("drawn", { bubbles: true }));
      return;
    }
    if (!this.visible.has(el)) {
      el.dataset.stale = "";
      return;
    }
    delete el.dataset.stale;
    const svg = await text(`${this.base}/page/${id}`).catch(() => ""); // "": replaced meanwhile
    if (svg) this.remember(id, svg);
    if (el.dataset.id !== id) return;
    if (svg) this.draw(el);
    else el.dataset.stale = ""; // until the next answer
  }

  seen(entries) {
    for (const e of entries) {
      if (e.isIntersecting) this.visible.add(e.target);
      else this.visible.delete(e.target);
      if (e.isIntersecting && "stale" in e.target.dataset) this.draw(e.target);
    }
  }

  // at is what stands on the pages of a place such as "muc.@1.noi_dung:3", or of its field.
  at(place) {
    const field = CSS.escape(`${placeOf(place)[0]}:`);
    return this.root.querySelector(`[data-at~="${CSS.escape(place)}"]`) ?? this.root.querySelector(`[data-at^="${field}"], [data-at*=" ${field}"]`);
  }

  // follow keeps a place in view, "" for none; page is the one on which it stands, -1
  // where that is not known.
  follow(place, page) {
    if (place && page >= 0) this.shown(page);
    const el = place && this.at(place);
    if (!el) return;
    const box = this.root.getBoundingClientRect();
    const at = el.getBoundingClientRect();
    if (at.top >= box.top && at.bottom <= box.bottom) return;
    this.root.scrollTop += at.top - box.top - box.height / 3;
  }

  // shown draws a page that is not near the view yet.
  shown(page) {
    const el = this.root.children[page];
    if (!el || el.firstChild) return;
    this.visible.add(el);
    this.draw(el);
  }

  // mark shows findings on the pages.
  mark(findings) {
    for (const el of this.root.querySelectorAll("[data-mark]")) delete el.dataset.mark;
    for (const el of this.root.querySelectorAll("title.told")) el.remove();
    for (const f of [...findings].sort((a, b) => rank(a) - rank(b))) {
      if (!f.path) continue;
      for (const el of this.root.querySelectorAll(`[data-at~="${CSS.escape(`${f.path}:${f.field_line}`)}"]`)) {
        el.dataset.mark = f.severity;
        const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
        title.setAttribute("class", "told");
        title.textContent = [f.message, f.hint, f.basis].filter(Boolean).join(". ");
        el.prepend(title);
      }
    }
  }

  zoom(factor) {
    this.root.style.setProperty("--zoom", factor);
  }
}

const rank = (f) => ["info", "warning", "error"].indexOf(f.severity);

function placeOf(at) {
  const i = at.lastIndexOf(":");
  return [at.slice(0, i), Number(at.slice(i + 1))];
}
