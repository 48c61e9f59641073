// All views, one after the other, as a clerk reaches them.
import { openPlan, newPlan } from './clerk.mjs';

/** Goes from view to view and gives the name of each when it stands. mark keeps the files of several runs apart. */
export async function* views(page, mark) {
  await page.getByRole('heading', { level: 1, name: 'Kế hoạch' }).waitFor();
  yield '1-bat-dau';

  await page.getByRole('region', { name: 'Kế hoạch mới' }).getByLabel(/^Tên( tệp)?$/).fill('a/b'); // no name for a file
  await page.getByRole('button', { name: /^Tạo/ }).click();
  await page.getByRole('alert').waitFor();
  yield '2-khong-duoc';

  await newPlan(page, `trong-${mark}`);
  yield '3-ke-hoach-trong';

  await page.getByRole('link', { name: 'Kế hoạch', exact: true }).click();
  await openPlan(page, 'truong-tieu-hoc-2027');
  yield '4-soan';

  await page.getByRole('button', { name: /^Điều cần xem/ }).click();
  yield '5-dieu-can-xem';

  await page.getByRole('button', { name: 'YAML' }).click();
  await page.getByRole('textbox', { name: 'YAML' }).waitFor();
  yield '6-yaml';
}
