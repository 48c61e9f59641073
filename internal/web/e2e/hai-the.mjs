// Two tabs and another program on one plan: nobody's words are lost.
import { readdir, readFile, writeFile } from 'node:fs/promises';
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
  const clash = loser.getByRole('group', { name: /vừa được sửa/i });
  const [mine, theirs] = loser === page ? ['Phường Ba', 'Phường Bốn'] : ['Phường Bốn', 'Phường Ba'];
  must((await clash.innerText()).includes(theirs), `the conflict does not show ${theirs}`);
  must((await text(field(loser, 'Địa danh'))) === mine, `what was typed is gone: ${mine}`);
  await clash.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  for (const tab of tabs) await holds(field(tab, 'Địa danh'), mine);

  // Another program writes the file while the clerk types. Where nothing was left to save, the page takes it over; else
  // it does not write over it before the clerk has chosen. What was typed is kept in either case.
  const before = await saved(page, `${name}.yaml`, mine, 'KH-HAI');
  await put(field(page, 'Địa danh'), 'Phường Năm');
  await onPaper(page, 'Phường Năm');
  await writeFile(file, before.replace('KH-HAI', 'KH-SAU'));
  const take = page.getByRole('button', { name: 'Lấy bản trên đĩa' });
  const taken = async () => (await text(field(page, 'Ký hiệu'))) === 'KH-SAU';
  await until('the page tells what another program wrote', async () => (await take.count()) || (await taken()));
  must((await readFile(file, 'utf8')).includes('KH-SAU'), 'what another program wrote was written over');
  if (!(await taken())) await take.click();
  await holds(field(page, 'Ký hiệu'), 'KH-SAU');
  await until('what was typed is kept', () => keptSomewhere('Phường Năm'));
}, { allowed: [/status of 409/, /ERR_INTERNET_DISCONNECTED/] }); // the browser tells of each refused request

/** Is a text in a file of the folder: the plan, its journal, a version? */
async function keptSomewhere(words) {
  const there = await readdir(given.folder, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(there.filter((f) => f.isFile()).map((f) => readFile(path.join(f.parentPath ?? f.path, f.name), 'utf8').catch(() => '')));
  return texts.some((t) => t.includes(words));
}
