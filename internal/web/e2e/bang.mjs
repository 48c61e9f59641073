// A clerk edits a table as a table: with the mouse, and by keyboard alone.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, must, picture, sizes, until } from './driver.mjs';
import { onPaper, openPlan, saved, tabTo } from './clerk.mjs';
import { rules, width } from './rules.mjs';
import { compose, words } from './typing.mjs';

const name = 'dang-uy-xa-2027';
const file = `${name}.yaml`;
const excel = '<html><body><table><tr><td>5</td><td>Chi bộ dán A</td><td>15</td></tr><tr><td>6</td><td>Chi bộ dán B</td><td>16</td></tr></table></body></html>';

const grid = (page) => page.getByRole('dialog', { name: 'Bảng' });
const cell = (page, row, column) => grid(page).getByRole('textbox', { name: `Hàng ${row}, cột ${column}`, exact: true });
const button = (page, name) => grid(page).getByRole('button', { name: new RegExp(`(^|: )${name}$`) }); // it begins with what is seen
const inFocus = (at) => until('the focus is in the cell', () => at.evaluate((e) => e === document.activeElement));

/** Pastes as programs do that copy cells. */
function paste(at, html, text) {
  return at.evaluate((e, [html, text]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', text);
    e.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, [html, text]);
}

const text = () => readFile(path.join(given.folder, file), 'utf8');
const kept = (words) => until(`the file holds ${words}`, async () => (await text()).includes(words));

/** The preview may ask for a page that is no longer that of the plan. */
const stale = { allowed: [/404.*\/page\//] };

/** Fails if the dialog breaks a rule. */
async function judged(page) {
  const wrong = [...(await rules(page)), ...(await width(page))];
  must(wrong.length === 0, wrong.join('\n'));
}

await atThePage(async ({ page }) => {
  await openPlan(page, name);
  const before = await readFile(path.join(given.folder, file), 'utf8');
  const open = page.getByRole('button', { name: 'Sửa bảng: Nội dung' }).first();
  await open.click();
  await picture(page, 'bang-man-hinh');
  await judged(page);

  // A cell and a row change, a word is composed, cells come from Excel and from text; all other lines stay.
  await cell(page, 4, 2).fill('Chi bộ thôn Mới');
  await cell(page, 9, 3).click();
  await button(page, 'Thêm hàng trên').click();
  await cell(page, 9, 1).click();
  await paste(cell(page, 9, 1), excel, '');
  await cell(page, 10, 4).fill('');
  const { finish } = await compose(page, words.telex[0]);
  await finish();
  await button(page, 'Thêm hàng dưới').click();
  await inFocus(cell(page, 11, 4)); // where one goes on typing
  await paste(cell(page, 11, 4), '', 'Dán | chữ\t"30/4\n2027"\n');
  await picture(page, 'bang-sua');
  await button(page, 'Xong').click();
  await page.getByRole('region', { name: 'Các trang' }).press('End');
  await onPaper(page, 'Chi bộ thôn Mới', 'Chi bộ dán B', 'tiếng', 'Dán | chữ');
  const after = await saved(page, file, '| 1 | Chi bộ thôn Mới | 24 |', '| 5 | Chi bộ dán A | 15 |', '| 6 | Chi bộ dán B | 16 | tiếng |', 'Dán \\| chữ | 30/4 |');
  const gone = before.split('\n').filter((l) => !after.split('\n').includes(l));
  must(gone.length === 2, `lines that nobody changed are gone: ${gone.join('\n')}`); // the cell's, and that under the pasted cells

  // What is typed in the dialog is kept at once. Escape asks, and puts back what stood there.
  await open.click();
  await cell(page, 4, 2).fill('không giữ');
  await kept('không giữ');
  page.once('dialog', (d) => d.accept());
  await page.keyboard.press('Escape');
  await grid(page).waitFor({ state: 'hidden' });
  must(!(await page.getByRole('region', { name: 'Nội dung kế hoạch' }).innerText()).includes('không giữ'), 'Escape kept what was typed');
  await until('what was typed is out of the file', async () => await text() === after);

  // It opens at the row of the caret, and takes widths as people write them. A new table that is given up leaves nothing.
  await page.locator('.cm-line').filter({ hasText: 'Chi bộ dán A' }).click();
  await open.click();
  await inFocus(cell(page, 9, 1));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Chèn bảng: Nội dung' }).first().click();
  await button(page, 'hết đầu bảng ở đây').click();
  const wide = grid(page).getByRole('textbox', { name: 'Rộng cột 1, mm' });
  await wide.fill('rộng');
  await grid(page).getByRole('status').filter({ hasText: 'ghi bằng số mm' }).waitFor();
  await wide.fill('1,5 cm');
  await kept('|-15-|');
  const one = cell(page, 1, 2); // one cell of Excel is its text alone; what is undone can be done again
  await one.click();
  await paste(one, '<table><tr><td>Một ô</td></tr></table>', 'Một ô\r\n');
  must((await one.inputValue()) === 'Một ô', `one cell became ${await one.inputValue()}`);
  await page.keyboard.press('Control+Z');
  must((await one.inputValue()) === '', 'the step is not undone');
  await page.keyboard.press('Control+Y');
  must((await one.inputValue()) === 'Một ô', 'the step is not done again');
  page.once('dialog', (d) => d.accept());
  await button(page, 'Bỏ, không sửa').click();
  await until('the new table is out of the file', async () => !(await text()).includes('|-15-|'));

  // A page that is left in the middle of it has lost nothing.
  await open.click();
  await cell(page, 4, 2).fill('giữ khi tải lại');
  await page.reload();
  await kept('giữ khi tải lại');
}, stale);

// By keyboard alone.
await atThePage(async ({ page }) => {
  const keys = page.keyboard;
  await openPlan(page, name);
  await tabTo(page, page.getByRole('toolbar', { name: 'Công cụ: Nội dung' }).first());
  await keys.press('End');
  must(await page.evaluate(() => document.activeElement.textContent) === 'Chèn bảng', 'End goes to the last tool');
  await keys.press('Enter');
  await inFocus(cell(page, 1, 1));
  await keys.type('Thôn');
  await keys.press('ArrowRight');
  await inFocus(cell(page, 1, 2));
  await keys.type('Sản phẩm');
  for (let i = 0; i < 'Sản phẩm'.length; i++) await keys.press('ArrowLeft'); // in the words, not out of them
  await inFocus(cell(page, 1, 2));
  await keys.press('End');
  await keys.press('ArrowDown');
  await inFocus(cell(page, 2, 2));
  await keys.type('Bảng gõ bằng phím');
  await tabTo(page, grid(page).getByRole('toolbar'));
  await keys.press('Enter');
  await grid(page).getByRole('status').filter({ hasText: '4 hàng' }).waitFor();
  const { viewport } = sizes['phong-to'];
  await page.setViewportSize(viewport);
  await picture(page, 'bang-phong-to');
  await judged(page);
  await page.setViewportSize(sizes['man-hinh'].viewport);
  await tabTo(page, button(page, 'Xong'));
  await keys.press('Enter');
  await grid(page).waitFor({ state: 'hidden' });
  await onPaper(page, 'Bảng gõ bằng phím');
  await saved(page, file, '| Thôn | Sản phẩm | |', 'Bảng gõ bằng phím');
  await until('the table is undone', async () => {
    await keys.press('Control+Z'); // each pause in the dialog was a step
    return !(await text()).includes('Bảng gõ bằng phím');
  });
}, stale);
