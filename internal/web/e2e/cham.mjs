// What is typed and done while an answer is on its way, or is lost: nothing comes back that was taken out, nothing is
// undone that was typed later, and what others wrote meanwhile is shown.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, must, until } from './driver.mjs';
import { field, holds, openPlan, part, put, saved } from './clerk.mjs';

const name = 'truong-tieu-hoc-2027';
const file = () => readFile(path.join(given.folder, `${name}.yaml`), 'utf8').then((s) => s.normalize('NFC'));

/** Lets edits of a tab wait: "asked" before they are sent, "answered" behind that, "lost" for ever. */
async function wait(tab, how) {
  await tab.evaluate((at) => {
    window.real ??= window.fetch;
    window.waiting = 0;
    const open = new Promise((done) => (window.open = done));
    window.fetch = async (...request) => {
      if (!String(request[0]).endsWith('/edit')) return window.real(...request);
      if (at !== 'asked') window.answer = await window.real(...request);
      window.waiting += 1;
      if (at === 'lost') throw new TypeError('the answer is lost');
      await open;
      return at === 'asked' ? window.real(...request) : window.answer;
    };
  }, how);
}

const waiting = (tab, n = 1) => until('an edit waits', () => tab.evaluate((want) => window.waiting >= want, n));

/** Lets all go on. */
async function goOn(tab) {
  await tab.evaluate(() => {
    window.fetch = window.real;
    window.open();
  });
}

await atThePage(async ({ page, context }) => {
  await openPlan(page, name);
  const keys = page.keyboard;
  const [place, sign, subject] = ['Địa danh', 'Ký hiệu', 'Trích yếu'].map((label) => field(page, label));
  const was = await place.inputValue();
  const signWas = await sign.inputValue();

  const typedAndUndone = async () => { // while the letters are on their way
    await wait(page, 'asked');
    await place.click();
    await keys.press('End');
    await keys.type(' Q');
    await waiting(page);
    await keys.press('Control+Z');
  };

  // Letters that are taken back before the answer comes, which comes late, or never, or when the page is gone.
  for (const how of ['answered', 'lost', 'gone']) {
    await wait(page, how === 'gone' ? 'answered' : how);
    await place.click();
    await keys.press('End');
    await keys.type('Q');
    await waiting(page);
    await keys.press('Backspace');
    if (how === 'gone') await page.reload();
    else await goOn(page);
    await until(`letters taken back stay so (${how})`, async () => !(await file()).includes(`${was}Q`) && (await page.getByText('Đã lưu', { exact: true }).count()));
    await holds(place, was);
  }

  // What is typed behind an undo is not undone.
  await put(sign, 'KH-A');
  await saved(page, `${name}.yaml`, 'KH-A');
  await typedAndUndone();
  await sign.click();
  await keys.press('End');
  await keys.type('B');
  await goOn(page);
  await saved(page, `${name}.yaml`, 'KH-AB');
  await holds(place, was);
  await put(sign, signWas);
  await saved(page, `${name}.yaml`, signWas);

  // In the same field, too; and two undos are two steps.
  await typedAndUndone();
  await keys.type('X');
  await goOn(page);
  await saved(page, `${name}.yaml`, `${was}X`);
  await holds(place, `${was}X`);
  await put(place, was);
  await saved(page, `${name}.yaml`, `dia_danh: ${was}\n`);
  await put(sign, 'KH-D');
  await saved(page, `${name}.yaml`, 'KH-D');
  await typedAndUndone();
  await keys.press('Control+Z');
  await goOn(page);
  await until('both steps are undone', async () => !(await file()).includes('KH-D'));
  await holds(place, was);
  await holds(sign, signWas);

  // In running text the caret stays where the words are undone.
  const body = field(page, 'Nội dung', part(1));
  const bodyWas = await file();
  await body.click();
  await keys.press('Control+Home');
  await keys.press('ArrowDown');
  await keys.press('End');
  await keys.type(' Q');
  await until('the letters are saved', async () => (await file()).includes(' Q\n'));
  await keys.press('Control+Z');
  await until('they are undone', async () => (await file()) === bodyWas);
  await keys.type('Z');
  const typedIn = (await until('the caret stays', async () => (await file()) !== bodyWas && (await file()))).split('\n').find((l) => !bodyWas.includes(l));
  must(typedIn.endsWith('Z') && bodyWas.includes(typedIn.slice(0, -1)), `the letter went into ${typedIn}`);
  await keys.press('Control+Z');
  await until('all is as before', async () => (await file()) === bodyWas);

  // Who types elsewhere when a part that was asked for comes goes on there.
  await wait(page, 'asked');
  await page.getByRole('button', { name: 'Thêm: Phần', exact: true }).click();
  await waiting(page);
  await sign.click();
  await keys.press('End');
  await keys.type('E');
  await goOn(page);
  await saved(page, `${name}.yaml`, `${signWas}E`);
  await page.getByRole('group', { name: part(4) }).waitFor();
  must(await sign.evaluate((e) => e === document.activeElement), 'the focus left the field in which somebody types');
  await put(sign, signWas);
  await saved(page, `${name}.yaml`, signWas);

  // What was typed behind a part whose answer was lost goes along when the page is closed, and the part is one.
  const parts = async () => (await file()).split('- tieu_de:').length;
  const partsWas = await parts();
  await wait(page, 'lost');
  await page.getByRole('button', { name: 'Thêm: Phần', exact: true }).click();
  await waiting(page);
  await sign.click();
  await keys.press('End');
  await keys.type('G');
  page.once('dialog', (d) => d.accept());
  await page.reload();
  await saved(page, `${name}.yaml`, `${signWas}G`);
  must((await parts()) === partsWas + 1, `${(await parts()) - partsWas} parts came`);
  await put(sign, signWas);
  await saved(page, `${name}.yaml`, signWas);

  // Letters typed before the scripts of the page were there.
  let ready;
  const scripts = new Promise((done) => (ready = done));
  await page.route('**/plan.js*', async (route) => {
    await scripts;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await place.click();
  await keys.press('End');
  await keys.type(' R');
  ready();
  await saved(page, `${name}.yaml`, `${was} R`);
  await page.unroute('**/plan.js*');
  await put(place, was);
  await saved(page, `${name}.yaml`, `dia_danh: ${was}\n`);

  // What another tab wrote into a field in which something stood that is taken out again.
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByText('Đã lưu', { exact: true }).waitFor();
  const subjectWas = await subject.inputValue();
  await wait(page, 'asked');
  await put(sign, 'KH-C');
  await waiting(page);
  await place.click();
  await keys.press('End');
  await keys.type('Q');
  await put(field(other, 'Địa danh'), 'Phường Tám');
  await put(field(other, 'Trích yếu'), `${subjectWas} Q`);
  await saved(other, `${name}.yaml`, 'Phường Tám', `${subjectWas.split('\n').pop()} Q`);
  await page.waitForTimeout(500); // a slow program is asked seldom: the letters are taken back before they are sent
  await page.evaluate(async ([before]) => {
    const at = (label) => [...document.querySelectorAll('.field')].find((f) => f.querySelector('label')?.textContent.trim() === label).querySelector('input, textarea');
    window.fetch = window.real;
    window.open();
    const turn = new MessageChannel(); // its turn comes before that of any timer
    const next = () => new Promise((done) => ((turn.port1.onmessage = done), turn.port2.postMessage(0)));
    while (!at('Trích yếu').value.endsWith(' Q')) await next();
    at('Địa danh').value = before;
    at('Địa danh').dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, [was]);
  await holds(place, 'Phường Tám');
  await saved(page, `${name}.yaml`, 'Phường Tám');
  await put(sign, signWas);
  await saved(page, `${name}.yaml`, signWas);
  await other.close();

  // Lines that another program wrote where the form has room for one stay lines.
  const oneLine = await saved(page, `${name}.yaml`, 'Phường Tám');
  await writeFile(path.join(given.folder, `${name}.yaml`), oneLine.replace('dia_danh: Phường Tám', 'dia_danh: |-\n  Phường\n  Tám'));
  await holds(place, 'Phường\nTám');
  await put(sign, `${signWas}F`);
  await saved(page, `${name}.yaml`, `${signWas}F`, 'Phường\n  Tám');

  // Lines from other plans: one is put in, undone, another is put in.
  const used = field(page, 'Nơi nhận').locator('xpath=ancestor::*[contains(@class,"field")][1]').locator('details');
  await used.locator('summary').click();
  const lines = used.getByRole('button', { name: /^Thêm/ });
  await lines.first().waitFor();
  const [first, second] = await lines.evaluateAll((all) => all.slice(0, 2).map((b) => b.dataset.line));
  await lines.first().click();
  await saved(page, `${name}.yaml`, first);
  await keys.press('Control+Z');
  await until('the line is undone', async () => !(await file()).includes(first));
  await used.getByRole('button', { name: second }).click();
  await saved(page, `${name}.yaml`, second);
  must(!(await file()).includes(first), 'a line that was undone came back');

  // The text of the file: what was sent when the page went away is not offered again; what was not is, and no more.
  await page.getByRole('button', { name: 'YAML' }).click();
  const yaml = page.getByRole('textbox', { name: 'YAML' });
  await wait(page, 'answered');
  await yaml.click();
  await keys.press('Control+Home');
  await keys.type('# Một\n');
  await waiting(page);
  await page.reload();
  await saved(page, `${name}.yaml`, '# Một');
  const offered = page.getByRole('button', { name: 'Đưa vào kế hoạch' });
  await offered.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'YAML' }).click();
  await page.evaluate(() => {
    window.fetch = async (at) => {
      throw new TypeError(`nothing answers at ${at}`);
    };
  });
  await yaml.click();
  await keys.press('Control+Home');
  await keys.type('# Hai\n');
  page.once('dialog', (d) => d.accept());
  await page.reload();
  await offered.waitFor();
  const told = await page.locator('#unsent pre').allInnerTexts();
  must(told.length === 1 && told[0].trim() === '# Hai', `offered: ${JSON.stringify(told)}`);
  await offered.click();
  await saved(page, `${name}.yaml`, '# Hai', '# Một');
});
