// The browser of the tests: Debian's Chromium, driven by playwright-core. A scenario is a script beside this one; a
// Go test (../browser_test.go) starts the page, runs the script with node, and judges the files that come out.
//
// In, by the environment: KEHOACH_BROWSER (folder with node_modules), KEHOACH_ADDRESS (what opens the page),
// KEHOACH_FOLDER (the clerk's), KEHOACH_IN (files that the test laid ready), KEHOACH_OUT (where downloads go) and, if
// wanted, KEHOACH_SHOTS (where pictures go). Out: exit status 0, or 1 with what went wrong on stderr.
//
// A scenario fails on an error that the browser tells (of a script, of the Content-Security-Policy, of a request that
// was refused), unless it says beforehand that it provokes it, and on any request that would leave the machine.
// It waits for what a person would wait for, never for a time.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const packages = path.join(process.env.KEHOACH_BROWSER, 'node_modules');
const { chromium } = await import(pathToFileURL(path.join(packages, 'playwright-core', 'index.mjs')));

/** Paths that the Go test gives. */
export const given = {
  address: process.env.KEHOACH_ADDRESS,
  folder: process.env.KEHOACH_FOLDER,
  inputs: process.env.KEHOACH_IN,
  out: process.env.KEHOACH_OUT,
  shots: process.env.KEHOACH_SHOTS,
  axe: path.join(packages, 'axe-core', 'axe.min.js'),
};

/** How long a person would wait, in ms: the machines of a test are slow and shared. */
export const patience = 30_000;

/** Sizes of the window that offices have. The second is 1366 × 768 at 200 %. */
export const sizes = {
  'man-hinh': { viewport: { width: 1366, height: 768 } },
  'phong-to': { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 },
};

const quiet = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-extensions',
  '--disable-domain-reliability', '--disable-client-side-phishing-detection', '--metrics-recording-only',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE *.localhost',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater,HttpsUpgrades,SpareRendererForSitePerProcess',
];

/** Starts the browser, opens the page, lets work do what a clerk does, and ends the process. */
export async function atThePage(work, { size = 'man-hinh', allowed = [], reducedMotion = 'reduce' } = {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet });
  const context = await browser.newContext({
    ...sizes[size], locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', acceptDownloads: true, reducedMotion,
  });
  context.setDefaultTimeout(patience);
  const faults = listen(context, allowed);
  const page = await context.newPage();
  let failure;
  try {
    await page.goto(given.address, { waitUntil: 'commit' }); // it leads on, to the first view
    await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await work({ page, context, browser, faults });
  } catch (err) {
    failure = err;
    await tell(context).catch((e) => console.error(`no picture: ${e.message}`));
  }
  await browser.close();
  for (const f of faults) console.error(`FAULT ${f}`);
  if (failure) console.error(failure.stack ?? failure);
  if (failure || faults.length) process.exitCode = 1;
}

/** Gathers what no page of ours may do. */
function listen(context, allowed) {
  const faults = [];
  const add = (text) => allowed.some((a) => a.test(text)) || faults.push(text);
  context.on('console', (m) => m.type() === 'error' && add(`console: ${m.text()} (${m.location().url})`));
  context.on('weberror', (e) => add(`script: ${e.error().stack ?? e.error()}`));
  context.on('request', (r) => {
    const url = new URL(r.url());
    const inside = ['data:', 'blob:', 'about:'].includes(url.protocol) || url.hostname === '127.0.0.1' || url.hostname.endsWith('.localhost') || r.url() === given.address;
    if (!inside) faults.push(`a request leaves the page's server: ${r.url()}`);
  });
  return faults;
}

/** Tells what stood on the screens when a scenario failed. */
async function tell(context) {
  for (const [i, page] of context.pages().entries()) {
    console.error(`--- screen ${i + 1}: ${page.url().replace(/\?.*/, '')}`);
    console.error(await page.locator('body').ariaSnapshot({ timeout: 5000 }));
    await picture(page, `hong-${path.basename(process.argv[1], '.mjs')}-${i + 1}`);
  }
}

/** Takes a picture of what is seen, if pictures are wanted. */
export async function picture(page, name) {
  if (!given.shots) return;
  await mkdir(given.shots, { recursive: true });
  await page.screenshot({ path: path.join(given.shots, `${name}.png`), caret: 'initial' }); // to hide it a style would be put in, which the policy forbids
}

/** Waits until condition gives something true, and gives it back. For what no locator can wait for: files. */
export async function until(what, condition, limit = patience) {
  for (const end = Date.now() + limit; ; await new Promise((done) => setTimeout(done, 20))) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${limit / 1000} s: ${what}`);
  }
}

/** Fails unless ok. */
export function must(ok, what) {
  if (!ok) throw new Error(what);
}

/** Does what starts a download, and keeps the file under its name in KEHOACH_OUT. */
export async function download(page, start) {
  const [file] = await Promise.all([page.waitForEvent('download'), start()]);
  const to = path.join(given.out, file.suggestedFilename());
  await file.saveAs(to);
  return to;
}
