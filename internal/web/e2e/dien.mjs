// A clerk fills a plan from nothing to PDF: every place that the starter of the form leaves open.
import { atThePage } from './driver.mjs';
import { addPart, field, finish, newPlan, onPaper, onePart, part, put, saved } from './clerk.mjs';

const fields = [
  ['Cơ quan chủ quản', 'ỦY BAN NHÂN DÂN PHƯỜNG A'],
  ['Cơ quan ban hành', 'TRƯỜNG TIỂU HỌC B'],
  ['Số', '12'],
  ['Ký hiệu', 'KH-THB'],
  ['Địa danh', 'Phường A'],
  ['Ngày ban hành', '06/01/2027'],
  ['Trích yếu', 'Tổ chức ngày hội đọc sách năm 2027'],
  ['Căn cứ', ['Căn cứ Kế hoạch số 31/KH-UBND ngày 04 tháng 01 năm 2027 của Ủy ban nhân dân phường A về phát triển văn hóa đọc']],
  ['Mở đầu', 'Trường Tiểu học B ban hành Kế hoạch tổ chức ngày hội đọc sách năm 2027 như sau:'],
  ['Đoạn kết', 'Trên đây là Kế hoạch tổ chức ngày hội đọc sách năm 2027 của Trường Tiểu học B.'],
  ['Nơi nhận', ['Ủy ban nhân dân phường A (để báo cáo)', 'Giáo viên chủ nhiệm']],
  ['Lưu', 'VT'],
  ['Quyền hạn, chức vụ', 'HIỆU TRƯỞNG'],
  ['Họ và tên', 'Trần Thị Mẫu'],
];

await atThePage(async ({ page }) => {
  page.on('dialog', (d) => d.accept()); // a part is taken out only after a question
  await newPlan(page, 'doc-sach-2027', { form: /hành chính/ });
  for (const [label, value] of fields) await put(field(page, label), value);
  await onPaper(page, 'TRƯỜNG TIỂU HỌC B', 'Tổ chức ngày hội đọc sách năm 2027', 'như sau:', 'Trần Thị Mẫu');

  await onePart(page);
  await put(field(page, 'Đề mục', part(1)), 'MỤC ĐÍCH, YÊU CẦU');
  await put(field(page, 'Mục đích', part(1)), 'Khuyến khích học sinh đọc sách mỗi ngày.');
  await put(field(page, 'Yêu cầu', part(1)), ['a) Bảo đảm an toàn, tiết kiệm.', 'Mỗi lớp có một góc đọc.']);
  await onPaper(page, '1. Mục đích', 'mỗi ngày.', 'b) Mỗi lớp có một góc đọc.');

  await addPart(page);
  await put(field(page, 'Đề mục', part(2)), 'TỔ CHỨC THỰC HIỆN');
  await put(field(page, 'Nội dung', part(2)), ['1. Thư viện chuẩn bị sách trước ngày 20/4/2027.', 'Giáo viên chủ nhiệm hướng dẫn học sinh.']);
  await onPaper(page, 'II. TỔ CHỨC THỰC HIỆN', '2. Giáo viên chủ nhiệm hướng dẫn');
  await saved(page, 'doc-sach-2027.yaml', 'Trần Thị Mẫu', '2. Giáo viên chủ nhiệm');
  await finish(page, '.docx', '.pdf');
});
