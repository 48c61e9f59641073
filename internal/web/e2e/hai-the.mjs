// Two tabs and another program on one plan: nobody's words are lost.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, must, until } from './driver.mjs';
import { field, holds, onPaper, openPlan, put, saved, text } from './clerk.mjs';

const name = 'truong-tieu-hoc-2027';
const file = path.join(given.folder, `${name}.yaml`);

await atThePage(async ({ page, context }) => {
  const other = await context.newPage();
  await openPlan(page, name);
  await other.goto(page.url());
  const tabs = [page, other];

  // Other fields: each tab gets what the other wrote.
  await Promise.all([put(field(page, 'Địa danh'), 'Phường Một'), put(field(other, 'Ký hiệu'), 'KH-HAI')]);
  for (const tab of tabs) {
    await holds(field(tab, 'Địa danh'), 'Phường Một');
    await holds(field(tab, 'Ký hiệu'), 'KH-HAI');
  }
  await saved(page, `${name}.yaml`, 'Phường Một', 'KH-HAI');

  // The same words while the program is not heard: both are shown, and the clerk chooses.
  await context.setOffline(true);
  await put(field(page, 'Địa danh'), 'Phường Ba');
  await put(field(other, 'Địa danh'), 'Phường Bốn');
  await context.setOffline(false);
  const loser = await until('one of the tabs tells of the other', async () => {
    for (const tab of tabs) if (await tab.getByRole('button', { name: 'Giữ bản của tôi' }).count()) return tab;
  });
  const clash = loser.getByRole('alert').filter({ hasText: 'Giữ bản của tôi' });
  const [mine, theirs] = loser === page ? ['Phường Ba', 'Phường Bốn'] : ['Phường Bốn', 'Phường Ba'];
  must((await clash.innerText()).includes(theirs), `the conflict does not show ${theirs}`);
  must((await text(field(loser, 'Địa danh'))) === mine, `what was typed is gone: ${mine}`);
  await clash.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  for (const tab of tabs) await holds(field(tab, 'Địa danh'), mine);

  // Another program writes the file while the clerk goes on: it is not written over before the clerk has chosen.
  const before = await saved(page, `${name}.yaml`, mine, 'KH-HAI');
  await writeFile(file, before.replace('KH-HAI', 'KH-SAU'));
  await put(field(page, 'Địa danh'), 'Phường Năm');
  await page.getByRole('alert').filter({ hasText: 'chương trình khác' }).waitFor();
  await onPaper(page, 'Phường Năm');
  must((await readFile(file, 'utf8')).includes('KH-SAU'), 'what another program wrote was written over');
  await page.getByRole('button', { name: 'Lấy bản trên đĩa' }).click();
  await holds(field(page, 'Ký hiệu'), 'KH-SAU');
}, { allowed: [/status of 409/, /ERR_INTERNET_DISCONNECTED/] }); // the browser tells of each refused request
