// Package plan is the first noun: the facts of a plan (kế hoạch), with their
// places and without looks.
//
// In: nothing. Out: plain data, a list of its keys and a text dump for tests.
// It promises that the struct tags are the one list of keys: the reader, the
// writer, the JSON Schema for editors and the comments of a starter plan are
// all made from them. It leaves files, sizes and rules to others.
//
// # Glossary
//
// Domain words are those of Nghị định 30/2020/NĐ-CP without diacritics; they
// have no settled English. Term, key of the plan file, field:
//
//	thể thức (house form)                    the_thuc          TheThuc
//	cơ quan, tổ chức chủ quản trực tiếp      co_quan_chu_quan  CoQuanChuQuan
//	cơ quan, tổ chức ban hành                co_quan           CoQuan
//	số của văn bản                           so                So
//	ký hiệu của văn bản                      ky_hieu           KyHieu
//	địa danh                                 dia_danh          DiaDanh
//	thời gian ban hành                       ngay              Ngay
//	tên loại văn bản                         ten_loai          TenLoai
//	trích yếu nội dung                       trich_yeu         TrichYeu
//	văn bản mà kế hoạch ban hành kèm theo    kem_theo          KemTheo
//	độ khẩn (degree of urgency)              do_khan           DoKhan
//	phạm vi lưu hành (circulation)           luu_hanh          LuuHanh
//	dự thảo lần n (draft)                    du_thao           DuThao
//	địa chỉ cơ quan (address at the foot)    dia_chi           DiaChi
//	căn cứ ban hành                          can_cu            CanCu
//	mở đầu (text before part I)              mo_dau            MoDau
//	mục (part "I.")                          muc               Muc
//	khoản, điểm                              lines "1.", "a)"  Doan
//	mục đích, yêu cầu                        muc_dich, yeu_cau MucDich, YeuCau
//	đợt (phase)                              dot               Dot
//	nhiệm vụ (task)                          nhiem_vu          NhiemVu
//	kết (closing text)                       ket               Ket
//	nơi nhận (recipients)                    noi_nhan          NoiNhan
//	lưu (archive line)                       luu               Luu
//	người ký: chức vụ, họ tên                nguoi_ky          NguoiKy
//	phụ lục (appendix)                       phu_luc           PhuLuc
//	chú thích (footnote)                     chu_thich         ChuThich
//	bảng: hàng, ô (table: row, cell)         lines "| a | b |" Doan.O
//	ô gộp (cell joined to a neighbour)       ^ above, < left   Chu.Gop
//	nhóm (row that names a group)            one cell          Doan.O
//	tiến độ (schedule on a time line)        {tien_do}         Doan.ChoTen
//	biểu trưng (logo)                        bieu_trung        BieuTrung
//	hình (image between lines)               line {hinh: …}    Doan
//
// Four kinds of value: chữ (Chu, one paragraph), dòng (Dong, lines), ngày
// (Ngay, a day with blanks), văn (Van, running text as a flat outline).
package plan
