// Each view at two sizes: the axe rules find nothing, nothing has to be scrolled sideways, what has the
// focus is seen, and a picture is taken for people to look at.
import { atThePage, must, picture, sizes } from './driver.mjs';
import { covered, rules, width } from './rules.mjs';
import { views } from './views.mjs';

for (const size of Object.keys(sizes)) {
  await atThePage(async ({ page }) => {
    const wrong = [];
    for await (const view of views(page, size)) {
      await picture(page, `${view}-${size}`);
      for (const fault of [...(await rules(page)), ...(await width(page)), ...(await covered(page))]) wrong.push(fault) && console.error(`${view} (${size}): ${fault}`);
    }
    must(wrong.length === 0, `${wrong.length} faults of the views`);
  }, { size, allowed: [/status of 400/] }); // the browser tells of the name that is refused
}
