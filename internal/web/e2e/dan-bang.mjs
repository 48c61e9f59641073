// A clerk pastes what Word has put on the clipboard: tables and bold words stay.
import { atThePage, must, until } from './driver.mjs';
import { create, saved } from './clerk.mjs';

const lines = ['ỦY BAN NHÂN DÂN', 'PHƯỜNG VŨ NINH', 'Số: 15/KH-UBND', 'Vũ Ninh, ngày 06 tháng 01 năm 2027', 'KẾ HOẠCH', 'Cải cách hành chính năm 2027', 'I. MỤC ĐÍCH, YÊU CẦU', '- Phục vụ <b>người dân</b>.', 'II. NỘI DUNG', '1. Việc làm trong năm'];
const row = (...cells) => `<tr>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
const foot = ['III. TỔ CHỨC THỰC HIỆN', 'Giao Văn phòng chủ trì.', 'Nơi nhận:', '- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Nguyễn Văn A'];
const html = [...lines.map((l) => `<p>${l}</p>`), `<table>${row('TT', 'Việc', 'Thời gian')}${row('1', 'Mở lớp', 'Quý I')}</table>`, ...foot.map((l) => `<p>${l}</p>`)].join('');

await atThePage(async ({ page }) => {
  const box = page.getByLabel('hoặc dán chữ');
  await box.focus();
  await box.evaluate((e, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    clipboardData.setData('text/plain', 'chữ thường');
    e.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await until('the text is pasted', async () => (await box.inputValue()).includes('| 1 | Mở lớp | Quý I |'));
  must((await box.inputValue()).includes('**người dân**'), 'bold words are plain');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await create(page, 'dan-bang');
  await saved(page, 'dan-bang.yaml', '      | 1 | Mở lớp | Quý I |', '**người dân**');
});
