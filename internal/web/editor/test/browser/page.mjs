// A page of its own in a browser of its own, under the strict CSP of the program.
import { createServer } from "node:http";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const built = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../../static");
const nonce = "bm9uY2U";
const policy = `default-src 'self'; style-src 'self' 'nonce-${nonce}'; object-src 'none'; base-uri 'none'`;

const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>thử</title>
<link rel="stylesheet" href="/editor.css"><body>
<button id="before">trước</button><p id="help">Bấm Esc rồi Tab để ra khỏi ô.</p><div id="at"></div><button id="after">sau</button>
<script type="module" src="/page.js"></script>`;

const script = `import * as editor from "/editor.js";
window.said = [];
document.addEventListener("securitypolicyviolation", (e) => window.said.push("CSP: " + e.violatedDirective + " " + e.sample));
window.calls = [];
window.open = (kind, options = {}) => {
  window.ed?.destroy();
  window.calls = [];
  window.ed = editor[kind](document.getElementById("at"), {
    label: "Nội dung", describedby: "help", nonce: "${nonce}", lang: "vi",
    onChange: (text) => window.calls.push(["change", text]), onFocus: () => window.calls.push(["focus"]),
    onUndo: () => window.calls.push(["undo"]), onRedo: () => window.calls.push(["redo"]), ...options });
  window.ed.view.contentDOM.focus();
};
window.editor = editor;
window.ready = true;`;

const kinds = { ".js": "text/javascript", ".css": "text/css" };

async function answer(request, response) {
  const name = new URL(request.url, "http://x").pathname;
  response.setHeader("Content-Security-Policy", policy);
  if (name === "/") return response.setHeader("Content-Type", "text/html; charset=utf-8").end(html);
  response.setHeader("Content-Type", kinds[path.extname(name)] ?? "text/plain");
  if (name === "/page.js") return response.end(script);
  if (!/^\/editor\.(js|css)$/.test(name)) return response.writeHead(204).end();
  response.end(await readFile(path.join(built, name)));
}

/** openPage starts a browser at the page: {page, client, open, type, close}. */
export async function openPage() {
  const server = createServer((q, r) => answer(q, r).catch((e) => r.destroy(e)));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const profile = await mkdtemp(path.join(tmpdir(), "editor-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.ready);
  const client = await context.newCDPSession(page);
  return {
    page, client, errors,
    /** open makes an editor; | in the text is the caret, two are a selection. */
    open: (kind, text = "", options = {}) => open(page, kind, text, options),
    text: () => page.evaluate(() => window.ed.value()),
    shown: () => shown(page),
    calls: (name) => page.evaluate((n) => window.calls.filter((c) => !n || c[0] === n), name),
    said: async () => [...(await page.evaluate(() => window.said)), ...errors],
    async close() {
      await context.close();
      await new Promise((done) => server.close(done));
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function open(page, kind, text, options) {
  const carets = [];
  const value = text.replace(/¦/g, (_, at) => (carets.push(at - carets.length), ""));
  await page.evaluate(([k, o, c]) => {
    window.open(k, o);
    if (c.length) window.ed.view.dispatch({ selection: { anchor: c[0], head: c.at(-1) } });
  }, [kind, { value, ...options }, carets]);
}

// shown is the text with the caret or the selection as ¦.
function shown(page) {
  return page.evaluate(() => {
    const { from, to } = window.ed.view.state.selection.main;
    const s = window.ed.value();
    return s.slice(0, from) + (from === to ? "¦" : "¦" + s.slice(from, to) + "¦") + s.slice(to);
  });
}
