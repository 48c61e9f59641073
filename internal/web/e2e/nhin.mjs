// Each view at two sizes: the axe rules find nothing, nothing has to be scrolled sideways, and a picture is taken for
// people to look at.
import { readFile } from 'node:fs/promises';
import { atThePage, given, must, picture, sizes } from './driver.mjs';
import { views } from './views.mjs';

const axe = await readFile(given.axe, 'utf8');
for (const size of Object.keys(sizes)) {
  await atThePage(async ({ page }) => {
    const wrong = [];
    for await (const view of views(page, size)) {
      await picture(page, `${view}-${size}`);
      for (const fault of [...(await rules(page)), ...(await width(page))]) wrong.push(`${view} (${size}): ${fault}`);
    }
    must(wrong.length === 0, wrong.join('\n'));
  }, { size, allowed: [/status of 400/] }); // the browser tells of the name that is refused
}

/** What the axe rules find, in one line each. */
async function rules(page) {
  await page.evaluate(axe); // by the debugger's wire, which the Content-Security-Policy does not concern
  const found = await page.evaluate(() => globalThis.axe.run(document));
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`));
}

/** Does the page want to be scrolled sideways? */
async function width(page) {
  const [has, wants] = await page.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
  return wants > has ? [`${wants - has} pixels stand to the right of the window`] : [];
}
