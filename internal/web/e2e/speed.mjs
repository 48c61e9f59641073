// From a key to the painted preview: fifty edits of a plan of five pages, told as numbers, with what of it was the wait
// before the page asked the program, and what the program took to answer.
//
//     go test ./internal/web -run '^$' -bench BrowserPreview
import { atThePage } from './driver.mjs';
import { field, openPlan } from './clerk.mjs';

const edits = 50;

await atThePage(async ({ page }) => {
  await openPlan(page, 'mat-tran-xa-2027');
  await field(page, 'Địa danh').focus();
  await page.keyboard.press('End');
  const times = [];
  for (let i = 0; i < edits; i++) {
    const watch = await page.evaluateHandle(arm);
    await page.keyboard.insertText('a');
    times.push(await watch.evaluate((w) => w.done));
  }
  for (const [what, part] of [['painted', 'painted'], ['asked', 'asked'], ['answered after that', 'answered']]) {
    const list = times.map((t) => t[part]).sort((a, b) => a - b);
    const ms = (share) => list[Math.floor(share * (edits - 1))].toFixed(1);
    console.log(`${what}: median ${ms(0.5)} ms, nine of ten within ${ms(0.9)} ms, longest ${ms(1)} ms (${edits} edits)`);
  }
});

/** Waits in the page: from the next input event until the sheets have changed and two frames were drawn. */
function arm() {
  performance.clearResourceTimings();
  const watch = {};
  watch.done = new Promise((resolve) => {
    let start;
    addEventListener('input', () => { start = performance.now(); }, { capture: true, once: true });
    const observer = new MutationObserver((list) => {
      const drawn = list.some((m) => m.target.closest?.('[role=region]') && [...m.addedNodes].some((n) => n.nodeName === 'svg' || n.querySelector?.('svg')));
      if (start === undefined || !drawn) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(tell));
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const tell = () => {
      const ask = performance.getEntriesByType('resource').find((e) => e.name.endsWith('/edit')) ?? {};
      resolve({ painted: performance.now() - start, asked: ask.startTime - start, answered: ask.responseEnd - ask.startTime });
    };
  });
  return watch;
}
