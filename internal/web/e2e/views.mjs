// All views, one after the other, as a clerk reaches them.
import path from 'node:path';
import { given } from './driver.mjs';
import { bring, create, drop, field, finish, home, newPlan, openPlan, put, saved } from './clerk.mjs';

const plan = 'truong-tieu-hoc-2027';
const old = path.join(given.inputs, 'chu-de-nam-2027.docx');

/** Goes from view to view and gives the name of each when it stands. mark keeps the files of several runs apart. */
export async function* views(page, mark) {
  yield* starting(page, mark);
  yield* writing(page, mark);
  yield* bringing(page, mark);
  yield* ending(page);
  yield* units(page);
}

async function* starting(page, mark) {
  await page.getByRole('heading', { level: 1, name: 'Kế hoạch' }).waitFor();
  yield '10-bat-dau';
  await page.getByRole('region', { name: 'Kế hoạch mới' }).getByLabel(/^Tên( tệp)?$/).fill('a/b'); // no name for a file
  await page.getByRole('button', { name: /^Tạo/ }).click();
  await page.getByRole('alert').waitFor();
  yield '11-khong-duoc';
  await home(page);
  await page.getByRole('link', { name: /^Thư mục:/ }).click();
  await page.getByRole('link', { name: 'Thư mục của người dùng' }).click();
  await page.getByRole('button', { name: 'Mở thư mục này' }).waitFor();
  yield '13-thu-muc';
  await home(page);
  await newPlan(page, `trong-${mark}`);
  yield '12-ke-hoach-trong';
}

async function* writing(page, mark) {
  await home(page);
  await openPlan(page, plan);
  yield '20-soan';
  await put(field(page, 'Ký hiệu'), 'KH - THPS'); // blanks that the decree does not have
  await page.getByRole('button', { name: /^Điều cần xem [2-9]/ }).waitFor();
  yield '21-soan-co-canh-bao';
  await put(field(page, 'Ký hiệu'), `KH-${mark.slice(0, 2).toUpperCase()}`);
  await saved(page, `${plan}.yaml`, `KH-${mark.slice(0, 2).toUpperCase()}`);
  await page.getByRole('button', { name: /^Điều cần xem/ }).click();
  yield '22-dieu-can-xem';
  await page.getByRole('button', { name: 'YAML' }).click();
  await page.getByRole('textbox', { name: 'YAML' }).waitFor();
  yield '23-yaml';
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name: 'Các bản' }).click();
  await page.getByRole('heading', { level: 1, name: /^Các bản/ }).waitFor();
  await page.getByLabel('Ghi lại bản đang soạn').fill('trước khi trình');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await page.getByText('Đã ghi lại bản đang soạn').waitFor();
  yield '24-cac-ban';
  await page.getByRole('button', { name: /^So sánh/ }).first().click();
  yield '25-so-sanh-hai-ban';
}

async function* bringing(page, mark) {
  for (const [name, what] of [['30-doc-duoc-gi', 'soạn tiếp'], ['31-nam-moi', 'năm mới'], ['32-theo-cap-tren', 'cấp trên']]) {
    await home(page);
    await bring(page, what, { file: old });
    await page.getByRole('link', { name: 'Chọn văn bản khác' }).waitFor();
    yield name;
  }
  await page.getByLabel('Tên đơn vị').fill('Công đoàn phường B');
  await page.getByRole('button', { name: 'Lập dự thảo' }).click();
  await page.getByLabel('Tên kế hoạch mới').waitFor();
  yield '33-du-thao';
  await create(page, `du-thao-${mark}`);
  await home(page);
  await bring(page, 'soạn tiếp', { text: 'Thông báo nghỉ lễ ngày 30/4.' });
  await page.getByRole('alert').waitFor();
  yield '34-khong-phai-ke-hoach';
}

async function* ending(page) {
  await home(page);
  await openPlan(page, plan);
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name: 'Hoàn tất' }).click();
  await page.getByRole('heading', { level: 1, name: /^Hoàn tất/ }).waitFor();
  yield '40-hoan-tat';
  await finish(page, `${plan}.pdf`);
  const compare = page.getByRole('region', { name: 'So với bản trước', exact: true });
  await compare.getByLabel('hoặc tệp từ máy').setInputFiles(old);
  await compare.getByRole('button', { name: 'Nói khác nhau ở đâu' }).click();
  await page.getByRole('region', { name: 'Các chỗ khác' }).waitFor();
  yield '41-so-sanh';
  const sign = page.getByRole('region', { name: 'Ký số bằng tệp khóa' });
  await sign.getByLabel(/^Tệp khóa/).setInputFiles(path.join(given.inputs, 'khoa.p12'));
  await sign.getByLabel('Mật khẩu của tệp khóa').fill(process.env.KEHOACH_PASSPHRASE);
  await sign.getByRole('button', { name: 'Ký', exact: true }).click();
  await sign.getByRole('status').first().waitFor();
  yield '42-da-ky';
}

async function* units(page) {
  await page.getByRole('navigation', { name: 'Các việc' }).getByRole('link', { name: 'Nhiều đơn vị' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nhiều đơn vị' }).waitFor();
  yield '50-nhieu-don-vi';
  await lookOver(page);
  yield '51-soat-danh-sach';
  await page.getByLabel(/^Các dòng tốt/).check();
  await page.getByRole('button', { name: 'Lập văn bản' }).click();
  await page.getByRole('button', { name: 'Dừng' }).click();
  await page.getByRole('region', { name: 'Kết quả' }).waitFor();
  yield '52-da-dung';
}

/** Gives a plan and its list to be looked over. */
export async function lookOver(page) {
  const again = page.getByRole('group').filter({ hasText: '1. Kế hoạch và danh sách' });
  if (!(await page.getByLabel('Kế hoạch', { exact: true }).isVisible())) await again.locator('summary').click();
  await page.getByLabel('Kế hoạch', { exact: true }).selectOption({ label: 'tiem-phong-dai-cac-xa' });
  await drop(page.getByLabel(/^Danh sách đơn vị/), path.join(given.inputs, 'danh-sach.xlsx'));
  await page.getByRole('button', { name: 'Soát danh sách' }).click();
  await page.getByRole('status').filter({ hasText: 'dòng tốt' }).waitFor();
}
