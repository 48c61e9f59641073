// What a clerk does at the page, by the names that stand there: nothing here knows an id or a class.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { given, must, until } from './driver.mjs';

/** Makes a plan and goes to it. from is a sample, or a form by its name, or nothing. */
export async function newPlan(page, name, { sample, form } = {}) {
  const card = page.getByRole('region', { name: 'Kế hoạch mới' });
  await card.getByLabel('Tên tệp').fill(name);
  if (form) await card.getByLabel('Thể thức').selectOption({ label: form });
  if (sample) await card.getByLabel('Bắt đầu từ').selectOption({ label: `mẫu: ${sample}` });
  await card.getByRole('button', { name: 'Tạo' }).click();
  await atPlan(page, name);
}

/** Opens a plan of the folder. */
export async function openPlan(page, name) {
  await page.getByRole('link', { name: `${name}.yaml`, exact: true }).click();
  await atPlan(page, name);
}

async function atPlan(page, name) {
  await page.getByRole('heading', { level: 1, name: `Soạn kế hoạch: ${name}.yaml` }).waitFor({ state: 'attached' });
  await sheets(page).first().waitFor();
}

/** A field of the form. in names the group or groups around it, outermost first. */
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

/** Adds an item to a list of the form. */
export async function addItem(page, list) {
  await page.getByRole('button', { name: `Thêm: ${list}`, exact: true }).click();
}

/** Goes to something by Tab alone. What has the focus on the way must show it. */
export async function tabTo(page, to, most = 300) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const [there, seen, what] = await to.evaluate(lookAtFocus);
    must(seen, `the focus is not seen: ${what}`);
    if (there) return;
  }
  must(false, `no Tab leads to ${to}`);
}

/** Runs in the page: is an element in focus, is that seen, and what is in focus. */
function lookAtFocus(element) {
  const now = document.activeElement;
  const style = getComputedStyle(now);
  const seen = now === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none';
  return [element === now || element.contains(now), seen, now.outerHTML.slice(0, 120)];
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
  await page.getByRole('status').filter({ hasText: 'Đã lưu' }).waitFor();
  return until(`${name} says ${words.join(', ')}`, async () => {
    const text = (await readFile(path.join(given.folder, name), 'utf8')).normalize('NFC');
    return words.every((w) => text.includes(w)) && text;
  });
}

/** Goes from the plan to its end, makes the papers, and waits for the files in the folder. */
export async function finish(page, ...endings) {
  await page.getByRole('navigation').getByRole('link', { name: 'Hoàn tất' }).click();
  await page.getByRole('button', { name: /^Lập (DOCX|văn bản)/ }).click();
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
