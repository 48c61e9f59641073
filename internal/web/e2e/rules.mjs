// What no view may do, told in one line for each fault.
import { readFile } from 'node:fs/promises';
import { given } from './driver.mjs';

const axe = await readFile(given.axe, 'utf8');

/** Waits until nothing of the page changes any more, or only what goes on for ever. */
function still(page) {
  return page.evaluate(() => new Promise((done) => {
    const end = () => {
      watch.disconnect();
      done();
    };
    let rest = setTimeout(end, 500);
    setTimeout(end, 5000);
    const watch = new MutationObserver(() => {
      clearTimeout(rest);
      rest = setTimeout(end, 500);
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  }));
}

/** What the axe rules find, in one line each. */
export async function rules(page) {
  await still(page); // axe stumbles over what goes away under it
  await page.evaluate(axe); // by the debugger's wire, which the Content-Security-Policy does not concern
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`));
}

/** Does the page want to be scrolled sideways? */
export async function width(page) {
  const [has, wants] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  return wants > has ? [`${wants - has} pixels stand to the right of the window`] : [];
}

/** Is what has the focus seen? Goes through all that Tab leads to, forth and back, and tells what lies under something
 * else then, such as a bar that stays in its place. */
export async function covered(page) {
  return page.evaluate(() => {
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
    const wrong = new Set();
    for (const list of [stops, [...stops].reverse()]) {
      for (const stop of list) {
        if (stop.disabled || stop.type === 'hidden' || stop.closest('[hidden], dialog:not([open])') || !stop.getClientRects().length || stop.matches('.skip')) continue;
        stop.focus();
        if (document.activeElement !== stop) continue;
        const box = stop.getBoundingClientRect();
        const seen = [8, box.height / 2, box.height - 8].some((y) => {
          const at = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + y);
          return at && (stop.contains(at) || at.contains(stop) || [...(stop.labels ?? [])].some((l) => l.contains(at)));
        });
        if (!seen) wrong.add(`the focus is not seen: ${stop.outerHTML.slice(0, 120).replace(/\s+/g, ' ')} at ${Math.round(box.y)}`);
      }
    }
    document.activeElement.blur();
    scrollTo(0, 0);
    return [...wrong];
  });
}
