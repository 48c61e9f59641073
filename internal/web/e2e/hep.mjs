// Small windows: what is in focus is not hidden under the tools, and nothing stands beside a window of 320 pixels.
import { atThePage, must } from './driver.mjs';
import { home, openPlan } from './clerk.mjs';
import { width } from './rules.mjs';

const name = 'truong-tieu-hoc-2027';

/** Runs in the page: what is in focus, if nothing of it is seen. */
function hidden() {
  const el = document.activeElement;
  const box = el.getBoundingClientRect();
  const points = [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2].map((y) => document.elementFromPoint(box.left + Math.min(8, box.width / 2), y));
  return el === document.body || points.some((p) => p && (el === p || el.contains(p) || p.contains(el))) ? '' : el.outerHTML.slice(0, 120);
}

await atThePage(async ({ page }) => {
  const keys = page.keyboard;
  await openPlan(page, name);
  const wrong = [];
  for (const size of [{ width: 683, height: 384 }, { width: 320, height: 256 }]) {
    await page.setViewportSize(size);
    await page.getByRole('button', { name: 'Thêm: Phụ lục' }).focus();
    for (let i = 0; i < 60; i++) {
      await keys.press('Shift+Tab');
      const what = await page.evaluate(hidden);
      if (what) wrong.push(`${size.width}: ${what}`);
    }
    for (const fault of await width(page)) wrong.push(`${size.width}, write: ${fault}`);
  }
  await page.getByRole('link', { name: 'Hoàn tất' }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Hoàn tất/ }).waitFor();
  must((await page.title()) === `Hoàn tất: ${name} · kehoach`, `the view is called ${await page.title()}`);
  const current = page.getByRole('navigation', { name: 'Các việc' }).locator('[aria-current=page]');
  must((await current.allInnerTexts()).join() === 'Hoàn tất', `the current view is told as ${await current.allInnerTexts()}`);
  for (const fault of await width(page)) wrong.push(`finish: ${fault}`);
  await page.getByRole('link', { name: 'Các bản' }).click();
  await page.getByRole('heading', { level: 1, name: /^Các bản/ }).waitFor();
  for (const fault of await width(page)) wrong.push(`versions: ${fault}`);
  await home(page);
  for (const fault of await width(page)) wrong.push(`start: ${fault}`);
  must(wrong.length === 0, wrong.join('\n'));
}, { allowed: [/404.*\/page\//] });
