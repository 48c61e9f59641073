// The program is killed while a clerk types, as if the plug were pulled, and started again: what was typed is there.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, must, until } from './driver.mjs';
import { field, holds, openPlan, saved, text } from './clerk.mjs';

const name = 'truong-tieu-hoc-2027';
const file = path.join(given.folder, `${name}.yaml`);
let program;

/** Starts the program and gives the address that opens its page. */
function start(port) {
  program?.kill('SIGKILL');
  program = spawn(process.env.KEHOACH_PROGRAM, ['serve', given.folder, '--no-browser', '--port', String(port)]);
  return new Promise((found, failed) => {
    let told = '';
    const read = (data) => {
      told += data;
      const address = /http:\/\/k[a-z2-7]+\.localhost:\d+\/\S+/.exec(told);
      if (address) found(address[0]);
    };
    program.stdout.on('data', read);
    program.stderr.on('data', read);
    program.on('exit', () => failed(new Error(`the program ended: ${told}`)));
  });
}

/** Pulls the plug. */
async function kill() {
  const gone = new Promise((done) => program.on('exit', done));
  program.kill('SIGKILL');
  await gone;
}

const told = (page, words) => page.getByRole('status').filter({ hasText: words }).waitFor();
const unsaved = async (words) => !(await readFile(file, 'utf8')).includes(words);

await atThePage((at) => work(at).finally(() => program?.kill('SIGKILL')), { // the browser tells of each request that fails
  allowed: [/status of 403/, /ERR_CONNECTION_(REFUSED|RESET)/, /ERR_EMPTY_RESPONSE/, /ERR_INCOMPLETE_CHUNKED_ENCODING/],
});

async function work({ page, context }) {
  const first = await start(0);
  const port = new URL(first).port;
  await page.goto(first, { waitUntil: 'commit' });
  await openPlan(page, name);
  const place = field(page, 'Địa danh');
  await place.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Phường Một');
  await saved(page, `${name}.yaml`, 'Phường Một');

  // Killed between two letters. What is typed then stays on the page, which says so.
  await page.keyboard.type(' và Hai');
  await page.keyboard.type(' và Ba', { delay: 20 });
  await kill();
  await page.keyboard.type(' và Bốn');
  await told(page, 'Mất liên lạc với chương trình');
  must(await unsaved('Bốn'), 'the file has what nobody could write');

  // Started again: the page says how to go on. The new page has what was typed before, the old one the rest.
  const second = await start(port);
  await told(page, 'Chương trình đã được mở lại');
  const other = await context.newPage();
  await other.goto(second, { waitUntil: 'commit' });
  await openPlan(other, name);
  await until('the journal brings back what was typed', async () => (await text(field(other, 'Địa danh'))).startsWith('Phường Một và Hai'));
  for (const tab of [page, other]) await holds(field(tab, 'Địa danh'), 'Phường Một và Hai và Ba và Bốn');
  must((await page.getByRole('button', { name: 'Giữ bản của tôi' }).count()) === 0, 'the page takes its own words for those of somebody else');
  await saved(page, `${name}.yaml`, 'Phường Một và Hai và Ba và Bốn');
  await other.close();

  // Killed again, and the clerk leaves the page, though the browser asks whether to: the same tab is offered later what it
  // could not send.
  await page.bringToFront();
  await kill();
  await place.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' và Năm');
  await told(page, 'Mất liên lạc với chương trình');
  let asked = false;
  page.once('dialog', (d) => {
    asked = d.type() === 'beforeunload';
    return d.accept();
  });
  await page.goto('about:blank');
  must(asked, 'the page lets itself be closed with words that nobody else has');
  const third = await start(port);
  await page.goto(third, { waitUntil: 'commit' });
  await openPlan(page, name);
  await holds(place, 'Phường Một và Hai và Ba và Bốn');
  const offer = page.getByRole('alert').filter({ hasText: 'chưa gửi được' });
  must((await offer.innerText()).includes('và Năm'), 'what was not sent is not shown');
  await offer.getByRole('button', { name: 'Đưa vào kế hoạch' }).click();
  await saved(page, `${name}.yaml`, 'Phường Một và Hai và Ba và Bốn và Năm');
  await offer.waitFor({ state: 'hidden' });
}
