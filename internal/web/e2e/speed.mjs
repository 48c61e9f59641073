// From a key to the painted preview: fifty edits of a plan of five pages, told as numbers.
//
//     go test ./internal/web -run '^$' -bench BrowserPreview
import { atThePage } from './driver.mjs';
import { field, openPlan, sheets } from './clerk.mjs';

const edits = 50;

await atThePage(async ({ page }) => {
  await openPlan(page, 'mat-tran-xa-2027');
  await sheets(page).nth(0).waitFor();
  const at = field(page, 'Địa danh');
  await at.focus();
  await page.keyboard.press('End');
  const times = [];
  for (let i = 0; i < edits; i++) {
    const painted = await page.evaluateHandle(arm);
    await page.keyboard.insertText('a');
    times.push(await painted.evaluate((w) => w.done));
  }
  times.sort((a, b) => a - b);
  const ms = (part) => times[Math.floor(part * (edits - 1))].toFixed(1);
  console.log(`preview: ${edits} edits, median ${ms(0.5)} ms, nine of ten within ${ms(0.9)} ms, longest ${ms(1)} ms`);
});

/** Waits in the page: from the next input event until the sheets have changed and two frames were drawn. */
function arm() {
  const watch = {};
  watch.done = new Promise((resolve) => {
    let start;
    addEventListener('input', () => { start = performance.now(); }, { capture: true, once: true });
    const observer = new MutationObserver((list) => {
      const drawn = list.some((m) => m.target.closest?.('[role=region]') && [...m.addedNodes].some((n) => n.nodeName === 'svg' || n.querySelector?.('svg')));
      if (start === undefined || !drawn) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  return watch;
}
