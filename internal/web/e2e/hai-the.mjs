// Two tabs and another program on one plan: nobody's words are lost.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, until } from './driver.mjs';
import { field, holds, onPaper, openPlan, put, saved } from './clerk.mjs';

const name = 'truong-tieu-hoc-2027';
const file = path.join(given.folder, `${name}.yaml`);

// The browser tells each request that is answered by 409.
await atThePage(async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto(page.url());
  for (const p of [page, other]) await openPlan(p, name);

  // Other fields: each tab gets what the other wrote.
  await Promise.all([put(field(page, 'Địa danh'), 'Phường Một'), put(field(other, 'Ký hiệu'), 'KH-HAI')]);
  for (const p of [page, other]) {
    await holds(field(p, 'Địa danh'), 'Phường Một');
    await holds(field(p, 'Ký hiệu'), 'KH-HAI');
  }
  await saved(page, `${name}.yaml`, 'Phường Một', 'KH-HAI');

  // The same words while one tab hears nothing: both are shown, and the clerk chooses.
  await context.setOffline(true);
  await put(field(page, 'Địa danh'), 'Phường Ba');
  await put(field(other, 'Địa danh'), 'Phường Bốn');
  await context.setOffline(false);
  const clash = page.getByRole('alert').or(other.getByRole('alert')).filter({ hasText: /Phường (Ba|Bốn)/ });
  await clash.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await until('both tabs say the same', async () => (await field(page, 'Địa danh').inputValue()) === (await field(other, 'Địa danh').inputValue()));

  // Another program writes the file.
  const text = await saved(page, `${name}.yaml`, 'Phường');
  await writeFile(file, text.replace('KH-HAI', 'KH-NGOAI'));
  await page.getByRole('alert').filter({ hasText: 'chương trình khác' }).waitFor();
  await put(field(page, 'Địa danh'), 'Phường Năm');
  await onPaper(page, 'Phường Năm');
  const kept = await readFile(file, 'utf8');
  if (!kept.includes('KH-NGOAI')) throw new Error('what another program wrote was written over');
  await page.getByRole('button', { name: 'Lấy bản trên đĩa' }).click();
  await holds(field(page, 'Ký hiệu'), 'KH-NGOAI');
}, { allowed: [/status of 409/, /ERR_INTERNET_DISCONNECTED/] });
