// The whole flow by keyboard alone, with the focus seen at every step.
import { atThePage, until } from './driver.mjs';
import { field, files, onPaper, part, saved, tabTo } from './clerk.mjs';

await atThePage(async ({ page }) => {
  const keys = page.keyboard;
  await tabTo(page, page.getByRole('region', { name: 'Kế hoạch mới' }).getByLabel(/^Tên( tệp)?$/));
  await keys.type('ban-phim');
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: /ban-phim/ }).waitFor({ state: 'attached' });
  for (const [label, value] of [['Địa danh', 'Phường A'], ['Trích yếu', 'Thử bàn phím năm 2027']]) {
    await tabTo(page, field(page, label));
    await keys.press('Control+A');
    await keys.type(value);
  }
  await onPaper(page, 'Thử bàn phím năm 2027');

  // The editor keeps Tab for itself until Escape is pressed.
  const first = field(page, 'Nội dung', part(1));
  await tabTo(page, first);
  await keys.press('Control+A');
  await keys.type('1. Việc thứ nhất');
  await keys.press('Enter');
  await keys.type('Việc thứ hai');
  await onPaper(page, '2. Việc thứ hai');
  await keys.press('Escape');
  await keys.press('Tab');
  await until('the focus leaves the editor', () => first.evaluate((e) => !e.contains(document.activeElement)));

  await keys.press('Control+Z');
  await keys.press('Control+Y');
  await saved(page, 'ban-phim.yaml', 'Việc thứ hai');
  await tabTo(page, page.getByRole('link', { name: 'Hoàn tất' }).first());
  await keys.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Hoàn tất/ }).waitFor();
  await tabTo(page, page.getByRole('button', { name: 'Ghi vào thư mục' }));
  await keys.press('Enter');
  await until('papers in the folder', async () => (await files('.pdf')).length && (await files('.docx')).length);
});
