// A clerk fills a plan from nothing to PDF.
import { atThePage } from './driver.mjs';
import { addPart, field, finish, newPlan, onPaper, part, put, saved } from './clerk.mjs';

await atThePage(async ({ page }) => {
  await newPlan(page, 'doc-sach-2027');
  const fields = [
    ['Cơ quan chủ quản', 'UBND PHƯỜNG A'],
    ['Cơ quan ban hành', 'TRƯỜNG TIỂU HỌC B'],
    ['Số', '12'],
    ['Ký hiệu', 'KH-THB'],
    ['Địa danh', 'Phường A'],
    ['Ngày ban hành', '06/01/2027'],
    ['Trích yếu', 'Tổ chức ngày hội đọc sách năm 2027'],
    ['Mở đầu', 'Trường Tiểu học B ban hành Kế hoạch tổ chức ngày hội đọc sách năm 2027 như sau:'],
  ];
  for (const [label, value] of fields) await put(field(page, label), value);
  await onPaper(page, 'TRƯỜNG TIỂU HỌC B', 'Tổ chức ngày hội đọc sách năm 2027', 'như sau:');

  await addPart(page);
  await put(field(page, 'Đề mục', part(1)), 'MỤC ĐÍCH, YÊU CẦU');
  await put(field(page, 'Nội dung', part(1)), ['1. Khuyến khích học sinh đọc sách mỗi ngày.', '2. Bảo đảm an toàn, tiết kiệm.']);
  await put(field(page, 'Nơi nhận'), 'Phòng Văn hóa - Xã hội (để báo cáo)');
  await put(field(page, 'Lưu'), 'VT');
  await put(field(page, 'Quyền hạn, chức vụ'), 'HIỆU TRƯỞNG');
  await put(field(page, 'Họ và tên'), 'Trần Thị Mẫu');
  await onPaper(page, 'Khuyến khích học sinh', 'Trần Thị Mẫu');
  await saved(page, 'doc-sach-2027.yaml', 'Trần Thị Mẫu', 'Bảo đảm an toàn');
  await finish(page, '.docx', '.pdf');
});
