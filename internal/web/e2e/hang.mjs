// Phases and tasks as rows, values from lists, and lines that were used in other plans.
import { atThePage, must, picture, sizes, until } from './driver.mjs';
import { field, holds, newPlan, onPaper, part, put, saved } from './clerk.mjs';
import { rules, width } from './rules.mjs';

const used = (page, label) => page.locator('details').filter({ has: page.getByText(`: ${label}`, { exact: true }) });

await atThePage(async ({ page }) => {
  const keys = page.keyboard;
  await newPlan(page, 'hang');
  const file = 'hang.yaml';

  // Values from a list.
  await page.getByRole('group', { name: 'Phần đầu' }).getByText(/^Ít dùng/).click();
  await page.getByRole('combobox', { name: 'Độ khẩn' }).selectOption('KHẨN');
  await onPaper(page, 'KHẨN');
  await picture(page, 'chon-man-hinh');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await until('the urgency is undone', async () => (await page.getByRole('combobox', { name: 'Độ khẩn' }).inputValue()) === '');

  // Lines of another plan: added by keys, one undone.
  const recipients = field(page, 'Nơi nhận');
  await put(recipients, 'Như trên');
  await used(page, 'Nơi nhận').locator('summary').click();
  const offered = used(page, 'Nơi nhận').getByRole('button');
  const line = (await offered.first().innerText()).trim();
  await offered.first().focus();
  await keys.press('Enter');
  await holds(recipients, `Như trên\n${line}`);
  await saved(page, file, 'Như trên', line);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await holds(recipients, 'Như trên');

  // Rows.
  for (const [list, fields] of [['Đợt', [['Tên đợt', 'Đợt 1'], ['Từ ngày', '01/3/2027'], ['Đến ngày', '31/12/2027'], ['Chủ đề', 'Khởi động']]], ['Nhiệm vụ', [['Nhiệm vụ', 'Mở lớp'], ['Chủ trì', 'Tổ 1']]]]) {
    await page.getByRole('button', { name: `Thêm: ${list}`, exact: true }).first().click();
    for (const [label, value] of fields) await put(field(page, label, part(1), `${list} 1`), value);
  }
  await saved(page, file, 'Khởi động', '31/12/2027', 'Mở lớp', 'Tổ 1');
  for (const list of ['Đợt 1', 'Nhiệm vụ 1']) {
    const tools = page.getByRole('group', { name: part(1) }).getByRole('group', { name: list, exact: true }).getByRole('button', { name: `: ${list}` });
    must((await tools.count()) === 3, `a row has ${await tools.count()} tools`);
  }

  // Running text: bold is seen as bold, the way out is told, and phases can have their place in it.
  const body = field(page, 'Nội dung', part(1));
  await put(body, '1. **Đậm:** thường');
  const bold = page.getByRole('toolbar', { name: 'Công cụ: Nội dung' }).first().getByRole('button', { name: 'Đậm' });
  must((await bold.getAttribute('aria-pressed')) === 'false', 'plain words are told as bold');
  await until('the marks are not seen', async () => (await body.innerText()).trim() === '1. Đậm: thường');
  await keys.press('Home');
  for (let i = 0; i < 7; i++) await keys.press('ArrowRight');
  await until('bold is told', async () => (await bold.getAttribute('aria-pressed')) === 'true');
  const told = await body.evaluate((e) => e.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(' '));
  must(told.includes('Esc rồi Tab: ra khỏi ô'), `the way out of the editor is not told: ${told}`);
  await page.getByRole('button', { name: 'Chỗ của các đợt: Nội dung' }).click();
  await saved(page, file, '{dot}');
  const [first, last] = await Promise.all(['Tên đợt', 'Chủ đề'].map((l) => field(page, l, part(1), 'Đợt 1').boundingBox()));
  must(Math.abs(first.y - last.y) < 2, `the fields of a phase do not stand in one row: ${first.y}, ${last.y}`);
  const wrong = [];
  for (const [name, { viewport }] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await field(page, 'Từ ngày', part(1), 'Đợt 1').focus();
    await picture(page, `hang-${name}`);
    await field(page, 'Nhiệm vụ', part(1), 'Nhiệm vụ 1').focus();
    await picture(page, `viec-${name}`);
    await recipients.scrollIntoViewIfNeeded();
    await picture(page, `da-dung-${name}`);
    wrong.push(...(await rules(page)), ...(await width(page)));
  }
  must(wrong.length === 0, wrong.join('\n'));
}, { allowed: [/404.*\/page\//] });
