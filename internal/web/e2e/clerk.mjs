// What a clerk does at the page, by the names that stand there: nothing here knows an id or a class.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { given, must, until } from './driver.mjs';

/** Makes a plan and goes to it. from is a sample, or a form by its name, or nothing. */
export async function newPlan(page, name, { sample, form } = {}) {
  const card = page.getByRole('region', { name: 'Kế hoạch mới' });
  await card.getByLabel(/^Tên( tệp)?$/).fill(name);
  if (form) await choose(card.getByLabel('Thể thức'), form);
  if (sample) await card.getByLabel('Bắt đầu từ').selectOption(sample);
  await card.getByRole('button', { name: /^Tạo/ }).click();
  await atPlan(page, name);
}

/** Chooses what a name begins with or matches. */
async function choose(list, name) {
  const option = list.getByRole('option').filter({ hasText: name });
  await list.selectOption({ label: (await option.innerText()).trim() });
}

/** Opens a plan of the folder. */
export async function openPlan(page, name) {
  await page.getByRole('link', { name, exact: true }).click();
  await atPlan(page, name);
}

async function atPlan(page, name) {
  await page.getByRole('heading', { level: 1, name: `Soạn kế hoạch: ${name}` }).waitFor({ state: 'attached' });
  await page.getByText('Đã lưu', { exact: true }).waitFor();
}

/** The name of a part of the plan. */
export const part = (n) => new RegExp(`^(Phần|Các phần) ${n}$`);

/** A field of the form; groups are the names of what stands around it, outermost first. */
export function field(page, label, ...groups) {
  const around = groups.reduce((at, name) => at.getByRole('group', { name, exact: true }), page.getByRole('region', { name: 'Nội dung kế hoạch' }));
  return around.getByRole('textbox', { name: label, exact: true });
}

/** Puts a value into a field as a person types it; a list is so many lines. */
export async function put(at, value) {
  await clear(at);
  for (const [i, line] of [value].flat().entries()) {
    if (i > 0) await at.page().keyboard.press('Enter');
    await at.page().keyboard.insertText(line);
  }
}

/** Empties a field and leaves the caret in it. */
export async function clear(at) {
  await at.click();
  await at.page().keyboard.press('Control+A');
  await at.page().keyboard.press('Delete');
}

/** Sets the caret behind words of a field, by keys. */
export async function caretAfter(at, words) {
  await at.page().keyboard.press('Control+Home');
  for (let i = 0; i < words.length; i++) await at.page().keyboard.press('ArrowRight');
}

/** Takes all parts but the first out of the plan. */
export async function onePart(page) {
  const last = page.getByRole('button', { name: /^Bỏ:? (Các )?phần \d+$/i }).last();
  for (let left = await page.getByRole('group', { name: /^(Phần|Các phần) \d+$/ }).count(); left > 1; left--) {
    await last.click();
    await page.getByRole('group', { name: part(left) }).waitFor({ state: 'detached' });
  }
}

/** Adds a part to the plan. */
export async function addPart(page) {
  await page.getByRole('button', { name: /^Thêm:? (một |Các )?phần$/i }).click();
}

/** Goes to something by Tab alone, and out of an editor, which keeps Tab for itself, by Escape first. What has the
 * focus on the way must show it. */
export async function tabTo(page, to, most = 300) {
  for (let i = 0; i < most; i++) {
    if (await page.evaluate(() => document.activeElement.isContentEditable)) await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    const [there, seen, what] = await to.evaluate(lookAtFocus);
    if (!seen) await until(`the focus is seen: ${what}`, async () => (await to.evaluate(lookAtFocus))[1], 2000); // an editor gets its frame a moment later
    if (there) return;
  }
  must(false, `no Tab leads to ${to}`);
}

/** Runs in the page: is an element in focus, is that seen (an editor shows it by its frame), and what is in focus. */
function lookAtFocus(element) {
  const now = document.activeElement;
  const frames = [now, now.parentElement, now.parentElement?.parentElement].filter(Boolean);
  const seen = now === document.body || frames.some((e) => getComputedStyle(e).outlineStyle !== 'none');
  return [element === now || element.contains(now), seen, now.outerHTML.slice(0, 160)];
}

/** The pages of the preview. */
export function sheets(page) {
  return page.getByRole('region', { name: 'Các trang' }).locator('svg');
}

/** The words on the preview, without the room between them: where a line breaks is not what is asked. */
export async function paper(page) {
  const texts = await page.getByRole('region', { name: 'Các trang' }).locator('svg text').allTextContents();
  return tight(texts.join(''));
}

/** Waits until the preview says something. */
export async function onPaper(page, ...words) {
  for (const w of words) await until(`the preview says ${w}`, async () => (await paper(page)).includes(tight(w)));
}

function tight(s) {
  return s.normalize('NFC').replace(/[\s\u00a0]+/gu, '');
}

/** Waits until the page says that all is saved, and the file of the plan says so too. Gives the text of the file. */
export async function saved(page, name, ...words) {
  await page.getByText('Đã lưu', { exact: true }).waitFor();
  return until(`${name} says ${words.join(', ')}`, async () => {
    const text = (await readFile(path.join(given.folder, name), 'utf8')).normalize('NFC');
    return words.every((w) => text.includes(w)) && text;
  });
}

/** Goes to the first view. */
export async function home(page) {
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Kế hoạch', exact: true }).waitFor();
}

/** Brings a text or a file that there is, and goes on with it. what is a part of the words of what it is for. */
export async function bring(page, what, { text, file }) {
  const card = page.getByRole('region', { name: 'Từ văn bản có sẵn' });
  await card.getByRole('radio', { name: what }).check();
  if (file) await drop(card.getByLabel(/^Tệp Word/), file);
  else await card.getByLabel(/^hoặc dán chữ/).fill(text);
  await card.getByRole('button', { name: 'Tiếp tục' }).click();
}

/** Drops a file on the frame around an input for files. */
export async function drop(input, file) {
  const data = { name: path.basename(file), base64: (await readFile(file)).toString('base64') };
  await input.evaluate((element, { name, base64 }) => {
    const moved = new DataTransfer();
    moved.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      element.parentElement.dispatchEvent(new DragEvent(type, { dataTransfer: moved, bubbles: true, cancelable: true }));
    }
  }, data);
  await until(`${data.name} is taken`, () => input.evaluate((element) => element.files.length === 1));
}

/** Makes the plan of what was brought. */
export async function create(page, name) {
  await page.getByLabel('Tên kế hoạch mới').fill(name);
  await page.getByRole('button', { name: 'Tạo kế hoạch' }).click();
  await atPlan(page, name);
}

/** Goes from the plan to its end, writes the papers, and waits for the files in the folder. */
export async function finish(page, ...endings) {
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name: 'Hoàn tất' }).click();
  await page.getByRole('button', { name: 'Ghi vào thư mục' }).click();
  for (const e of endings) await until(`a ${e} in the folder`, async () => (await files(e)).length > 0);
}

/** The files of a kind in the clerk's folder. */
export async function files(ending) {
  const all = await readdir(given.folder, { recursive: true });
  return all.filter((f) => f.endsWith(ending) && !f.startsWith('.')); // .kehoach is the page's own
}

/** Fails unless a field holds a value. */
export async function holds(at, want) {
  await until(`the field holds ${want}`, async () => (await text(at)) === want).catch(async (err) => {
    must(false, `${err.message}; it holds ${JSON.stringify(await text(at))}`);
  });
}

/** What stands in a field, be it an input or an editor. */
export async function text(at) {
  const value = await at.evaluate((e) => ('value' in e ? e.value : e.innerText));
  return value.normalize('NFC');
}
