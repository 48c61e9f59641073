// What goes wrong while a clerk writes: values that are none, a slow program, somebody else in the same rows. Nothing is
// lost, nothing is done twice, and the page says what is the matter.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, must, until } from './driver.mjs';
import { field, holds, onPaper, openPlan, part, put, saved, text } from './clerk.mjs';

const name = 'truong-tieu-hoc-2027';
const file = () => readFile(path.join(given.folder, `${name}.yaml`), 'utf8').then((s) => s.normalize('NFC'));
const count = (s, what) => s.split(what).length - 1;
const lost = /Mất liên lạc/;

await atThePage(async ({ page, context }) => {
  await openPlan(page, name);
  const keys = page.keyboard;

  // A day that no calendar has: it is told at the field, the pages stay, and a row is added once.
  const before = await file();
  const day = field(page, 'Ngày ban hành');
  const was = await day.inputValue();
  await put(day, '31/02/2027');
  await page.getByRole('group', { name: 'Phần đầu' }).getByText(/không có ngày 31\/02\/2027/).waitFor();
  await page.getByText('Chưa vẽ được trang mới').waitFor();
  await onPaper(page, 'KẾ HOẠCH');
  must(!(await page.getByText(lost).count()), 'a wrong day is told as a program that is gone');
  await page.getByRole('button', { name: 'Thêm: Phần', exact: true }).click();
  await until('the caret is in the first field of the new part', () => field(page, 'Đề mục', part(4)).evaluate((e) => e === document.activeElement));
  await keys.type('KINH PHÍ');
  await saved(page, `${name}.yaml`, 'KINH PHÍ', '31/02/2027');
  must(count(await file(), '- tieu_de:') === count(before, '- tieu_de:') + 1, `parts were added: ${await file()}`);
  await put(day, was);
  await page.getByText('Chưa vẽ được trang mới').waitFor({ state: 'hidden' });
  await onPaper(page, 'KINH PHÍ');

  // The text of the file is broken while somebody types it: the line is told, the form says so too.
  await page.getByRole('button', { name: 'YAML' }).dblclick();
  const yaml = page.getByRole('textbox', { name: 'YAML' });
  await yaml.waitFor();
  must((await yaml.count()) === 1, 'a double click opens two editors');
  await page.getByRole('region', { name: 'Các trang' }).locator('svg text').filter({ hasText: /KINH PHÍ/ }).first().click();
  await until('the caret goes to what was clicked on the page', () => yaml.evaluate((e) => {
    const at = getSelection().anchorNode;
    return e.contains(at) && (at.closest ? at : at.parentElement).closest('.cm-line')?.textContent.includes('KINH PHÍ');
  }));
  await keys.press('Control+Home');
  await keys.type('zzz: [\n');
  await page.getByRole('region', { name: 'Điều cần xem' }).getByText('Lỗi', { exact: true }).first().waitFor();
  await saved(page, `${name}.yaml`, 'zzz: [');
  must(!(await page.getByText(lost).count()), 'a broken file is told as a program that is gone');
  for (let i = 0; i < 7; i++) await keys.press('Backspace');
  await until('the file is whole', async () => !(await file()).includes('zzz'));
  await page.getByRole('button', { name: 'Biểu mẫu' }).click();
  await holds(day, was);

  // A program that answers slowly: who types steadily is saved all the while.
  let asked = 0;
  await page.route('**/edit', async (route) => {
    asked += 1;
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  const place = field(page, 'Địa danh');
  await put(place, '');
  const during = asked;
  await place.pressSequentially('phường Một hai ba bốn năm sáu bảy tám', { delay: 80 });
  must(asked - during > 3, `while a clerk typed for three seconds the page sent ${asked - during} times`);
  await saved(page, `${name}.yaml`, 'sáu bảy tám');
  await page.unroute('**/edit');

  // A program that refuses all: it is told, the words are not said to be saved, and go when it takes them again.
  let refused = 0;
  await page.route(/\/(edit|state)$/, (route) => {
    refused += 1;
    return route.fulfill({ status: 423, json: { why: 'kế hoạch đang mở ở nơi khác', hint: 'đóng ở nơi đó' } });
  });
  await put(place, 'Phường Hai');
  await page.getByText('Kế hoạch đang mở ở nơi khác').waitFor();
  await page.getByText('Chưa lưu hết', { exact: true }).waitFor();
  await until('it is tried again', () => refused > 3);
  await page.unroute(/\/(edit|state)$/);
  await saved(page, `${name}.yaml`, 'Phường Hai');
  await page.getByText('Kế hoạch đang mở ở nơi khác').waitFor({ state: 'detached' });

  // Another tab takes rows out and puts rows before: what is typed stays in its own row.
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByText('Đã lưu', { exact: true }).waitFor();
  const heading = (tab, n) => field(tab, 'Đề mục', part(n));
  const second = await heading(page, 2).inputValue();
  await heading(page, 2).click();
  await keys.press('End');
  await keys.type(' MỘT');
  other.once('dialog', (d) => d.accept());
  await other.getByRole('button', { name: 'Bỏ: Phần 1', exact: true }).click();
  await keys.type(' HAI BA', { delay: 60 });
  await until('the words are in their row', async () => (await file()).includes(`${second} MỘT HAI BA`));
  must((await page.evaluate(() => document.activeElement.value)).endsWith(' MỘT HAI BA'), 'the caret has left its row');

  // A conflict that nobody has settled is not forgotten: the words are offered again.
  await context.setOffline(true);
  await put(place, 'Phường Ba');
  await put(field(other, 'Địa danh'), 'Phường Bốn');
  await context.setOffline(false);
  const [loser, mine] = await until('one of the tabs tells of the other', async () => {
    for (const [tab, words] of [[page, 'Phường Ba'], [other, 'Phường Bốn']]) if (await tab.getByRole('button', { name: 'Giữ bản của tôi' }).count()) return [tab, words];
  });
  await loser.getByText('Chưa lưu hết', { exact: true }).waitFor();
  loser.once('dialog', (d) => d.accept()); // the page asks before it goes away
  await loser.reload();
  await loser.getByRole('button', { name: 'Đưa vào kế hoạch' }).click();
  await loser.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await saved(loser, `${name}.yaml`, mine);
  for (const tab of [page, other]) await until('both tabs have what was chosen', async () => (await text(field(tab, 'Địa danh'))) === mine);
}, { allowed: [/status of (409|410|423)/, /ERR_INTERNET_DISCONNECTED/] });
