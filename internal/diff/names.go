package diff

import "kehoach.example/internal/diag"

// groupNames names what of the paper a change belongs to, in its order.
var groupNames = []struct {
	group string
	name  diag.Msg
}{
	{groupHead, diag.M("Phần đầu", "Head")},
	{groupCanCu, diag.M("Căn cứ", "Grounds")},
	{groupMoDau, diag.M("Mở đầu", "Opening")},
	{groupMuc, diag.M("Nội dung", "Body")},
	{groupKet, diag.M("Kết", "Closing")},
	{groupNoiNhan, diag.M("Nơi nhận", "Recipients")},
	{groupNguoiKy, diag.M("Người ký", "Signer")},
	{groupPhuLuc, diag.M("Phụ lục", "Appendices")},
	{groupChuThich, diag.M("Chú thích", "Footnotes")},
}

// fieldNames are the words of people for the keys of a plan.
var fieldNames = map[string]diag.Msg{
	"the_thuc":         diag.M("thể thức", "house form"),
	"co_quan_chu_quan": diag.M("cơ quan chủ quản", "superior body"),
	"co_quan":          diag.M("cơ quan ban hành", "issuing body"),
	"so":               diag.M("số", "number"),
	"ky_hieu":          diag.M("ký hiệu", "symbol"),
	"dia_danh":         diag.M("địa danh", "place"),
	"ngay":             diag.M("ngày ban hành", "date of issue"),
	"ten_loai":         diag.M("tên loại", "type of document"),
	"trich_yeu":        diag.M("trích yếu", "subject"),
	"phu_de":           diag.M("dòng dưới tên", "line under the title"),
	"kem_theo":         diag.M("ban hành kèm", "issued with"),
	"thoi_ky":          diag.M("thời kỳ", "period"),
	"do_khan":          diag.M("độ khẩn", "urgency"),
	"luu_hanh":         diag.M("phạm vi lưu hành", "circulation"),
	"du_thao":          diag.M("lần dự thảo", "draft"),
	"dia_chi":          diag.M("địa chỉ", "address"),
	"bieu_trung":       diag.M("biểu trưng", "logo"),
	"in_hai_mat":       diag.M("in hai mặt", "two-sided"),
	"mau":              diag.M("mẫu giấy", "letterhead"),
	"can_cu":           diag.M("căn cứ", "ground"),
	"noi_nhan":         diag.M("nơi nhận", "recipient"),
	"luu":              diag.M("dòng lưu", "archive line"),
	"chuc_vu":          diag.M("quyền hạn, chức vụ", "authority and title"),
	"ho_ten":           diag.M("họ tên", "name"),
	"muc":              diag.M("cả phần", "the whole part"),
	"tieu_de":          diag.M("tên", "title"),
	"dot":              diag.M("đợt", "phase"),
	"ten":              diag.M("tên", "name"),
	"tu":               diag.M("từ", "from"),
	"den":              diag.M("đến", "to"),
	"chu_de":           diag.M("chủ đề", "theme"),
	"ky_niem":          diag.M("ngày kỷ niệm", "anniversary"),
	"nhiem_vu":         diag.M("nhiệm vụ", "task"),
	"tt":               diag.M("số thứ tự", "number"),
	"nhom":             diag.M("nhóm việc", "group"),
	"viec":             diag.M("việc", "task"),
	"san_pham":         diag.M("sản phẩm", "product"),
	"thoi_han":         diag.M("thời hạn", "deadline"),
	"chu_tri":          diag.M("chủ trì", "owner"),
	"phoi_hop":         diag.M("phối hợp", "supporting units"),
	"theo_doi":         diag.M("theo dõi", "supervisor"),
	"ghi_chu":          diag.M("ghi chú", "remark"),
	"phu_luc":          diag.M("cả phụ lục", "the whole appendix"),
	"nhan":             diag.M("nhãn", "label"),
	"kho":              diag.M("khổ giấy", "orientation"),
	"chu_thich":        diag.M("chú thích", "footnote"),
}

// running are the keys of running text: the place says enough.
var running = map[string]bool{"mo_dau": true, "muc_dich": true, "yeu_cau": true, "noi_dung": true, "ket": true}

// fieldName is what people call a field: a key, or the head of a column.
func fieldName(field, lang string) string {
	if m, ok := fieldNames[field]; ok {
		return m.In(lang)
	}
	if running[field] {
		return ""
	}
	return field
}
