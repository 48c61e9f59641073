// A clerk rolls last year's Word file over: three lists, one line kept as it was, one changed by hand.
import path from 'node:path';
import { atThePage, given, must, until } from './driver.mjs';
import { bring, create, finish, onPaper, saved } from './clerk.mjs';

await atThePage(async ({ page }) => {
  await bring(page, 'năm mới', { file: path.join(given.inputs, 'chu-de-nam-2027.docx') });
  await page.getByLabel('Năm của kế hoạch mới').fill('2028');
  await page.getByRole('button', { name: 'Tính lại' }).click();
  const lists = page.getByRole('heading', { level: 2, name: /\(\d+\)$/ });
  await lists.first().waitFor();
  must((await lists.count()) === 3, `${await lists.count()} lists instead of three`);

  // A whole list at once.
  const chosen = (value) => page.locator(`#da-doi input[value=${value}]:checked`).count();
  const changed = await chosen('nhan');
  await page.getByRole('button', { name: 'Giữ tất cả như cũ: Đã đổi' }).click();
  must((await chosen('giu')) > 0 && (await chosen('nhan')) === 0, 'not all of the list were kept');
  await page.getByRole('button', { name: 'Nhận tất cả: Đã đổi' }).click();
  must((await chosen('nhan')) === changed, 'not all of the list were accepted');

  const other = page.getByRole('group', { name: /^Chọn cho/ }).filter({ has: page.getByRole('textbox') }).first();
  await other.getByRole('textbox').fill('ngày 15/02/2028');
  await page.keyboard.press('Enter'); // goes on to the next one, and makes no plan of what nobody has seen
  must(await page.evaluate(() => document.activeElement.matches('input[data-for]') && !document.activeElement.value.includes('15/02/2028')), 'Enter does not go on');
  await until('it is remembered', async () => {
    await page.reload();
    return (await other.getByRole('textbox').inputValue()) === 'ngày 15/02/2028';
  });
  await page.getByLabel('Năm của kế hoạch mới').fill('2029');
  await page.getByRole('button', { name: 'Tính lại' }).click();
  await page.getByLabel('Tên kế hoạch mới').and(page.locator('[value*="2029"]')).waitFor();
  must((await other.getByRole('textbox').inputValue()) === 'ngày 15/02/2028', 'another year forgets what was typed');
  await page.getByLabel('Năm của kế hoạch mới').fill('2028');
  await page.getByRole('button', { name: 'Tính lại' }).click();
  await page.getByLabel('Tên kế hoạch mới').and(page.locator('[value*="2028"]')).waitFor();
  await create(page, 'nam-2028');
  await onPaper(page, '2028', 'ngày 15/02/2028');
  await saved(page, 'nam-2028.yaml', '2028');
  await finish(page, '.docx', '.pdf');
});
