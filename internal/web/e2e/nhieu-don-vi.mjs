// A clerk makes papers for 168 communes, of which three have a faulty cell: looks the list over, makes the good ones,
// stops, goes on, and loads them down in one archive.
import { atThePage, download, must } from './driver.mjs';
import { lookOver } from './views.mjs';

await atThePage(async ({ page }) => {
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name: 'Nhiều đơn vị' }).click();
  await lookOver(page);
  const counts = page.getByRole('status').filter({ hasText: 'dòng tốt' });
  const told = await counts.innerText();
  for (const want of ['168 đơn vị', '165 dòng tốt', '3 dòng hỏng', '3 ô hỏng']) must(told.includes(want), `not told: ${want}: ${told}`);
  await page.getByRole('navigation', { name: 'Xem những dòng nào' }).getByRole('link', { name: /hỏng/ }).click();
  for (const cell of ['31/02/2027', '(trống)', '45/3/2027']) await page.getByRole('cell', { name: cell }).filter({ hasText: 'Lỗi' }).waitFor();

  await page.getByLabel(/^Các dòng tốt/).check();
  await page.getByRole('button', { name: 'Lập văn bản' }).click();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.getByRole('button', { name: 'Lập tiếp' }).click();
  const result = page.getByRole('region', { name: 'Kết quả' });
  await result.getByRole('status').filter({ hasText: '165' }).waitFor();
  await download(page, () => result.getByRole('link', { name: /^Tải một tệp nén/ }).click());
});
