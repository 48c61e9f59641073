// What no view may do, told in one line for each fault.
import { readFile } from 'node:fs/promises';
import { given } from './driver.mjs';

const axe = await readFile(given.axe, 'utf8');

/** What the axe rules find, in one line each. */
export async function rules(page) {
  await page.evaluate(axe); // by the debugger's wire, which the Content-Security-Policy does not concern
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`));
}

/** Does the page want to be scrolled sideways? */
export async function width(page) {
  const [has, wants] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  return wants > has ? [`${wants - has} pixels stand to the right of the window`] : [];
}
