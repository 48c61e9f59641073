// A clerk pastes each real text and ends with papers. One of the texts is no plan, and is refused in words.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { atThePage, given, must } from './driver.mjs';
import { bring, create, finish, home } from './clerk.mjs';

const notPlan = '003';

await atThePage(async ({ page }) => {
  for (const file of (await readdir(given.inputs)).sort()) {
    const number = file.slice(0, 3);
    await home(page);
    await bring(page, 'soạn tiếp', { text: await readFile(path.join(given.inputs, file), 'utf8') });
    if (number === notPlan) {
      await page.getByRole('alert').filter({ hasText: 'Không tạo được kế hoạch' }).waitFor();
      must(await page.getByRole('region', { name: 'Vì sao' }).getByRole('listitem').count(), 'it is not told why');
      must(!(await page.getByLabel('Tên kế hoạch mới').count()), 'a plan is offered all the same');
      continue;
    }
    await create(page, number);
    await finish(page, `${number}.docx`, `${number}.pdf`);
  }
}, { allowed: [/status of 4(00|22)/] }); // the refusal
