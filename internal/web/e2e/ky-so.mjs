// A clerk signs the PDF with a key file, and sees that the signature holds. A wrong passphrase is told.
import path from 'node:path';
import { atThePage, given, must } from './driver.mjs';
import { files, finish, openPlan } from './clerk.mjs';

const key = path.join(given.inputs, 'khoa.p12');

await atThePage(async ({ page }) => {
  await openPlan(page, 'truong-tieu-hoc-2027');
  await finish(page, '.pdf');
  const sign = page.getByRole('region', { name: 'Ký số bằng tệp khóa' });
  await sign.getByLabel(/^Tệp khóa/).setInputFiles(key);
  await sign.getByLabel('Mật khẩu của tệp khóa').fill('không phải');
  await sign.getByRole('button', { name: 'Ký', exact: true }).click();
  await sign.getByRole('alert').filter({ hasText: /mật khẩu/i }).waitFor();
  must((await files('.pdf')).length === 1, 'a file came of a wrong passphrase');

  await sign.getByLabel(/^Tệp khóa/).setInputFiles(key);
  await sign.getByLabel('Mật khẩu của tệp khóa').fill(process.env.KEHOACH_PASSPHRASE);
  await sign.getByRole('button', { name: 'Ký', exact: true }).click();
  await sign.getByRole('status').filter({ hasText: 'Trần Thị Mẫu' }).first().waitFor();

  const verify = page.getByRole('region', { name: 'Kiểm tra chữ ký' });
  const signed = (await files('.pdf')).find((f) => f !== 'truong-tieu-hoc-2027.pdf');
  await verify.getByLabel('Tệp PDF trong thư mục').selectOption({ label: signed });
  await verify.getByLabel(/^Chứng thư gốc/).setInputFiles(path.join(given.inputs, 'goc.pem'));
  await verify.getByRole('button', { name: 'Kiểm tra' }).click();
  await verify.getByRole('status').filter({ hasText: 'Trần Thị Mẫu' }).first().waitFor();
}, { allowed: [/status of 4(00|22)/] }); // the wrong passphrase
