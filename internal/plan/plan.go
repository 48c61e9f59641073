package plan

import "kehoach.example/internal/diag"

// Plan is one plan as the clerk gives it. The tag `key` is the key of the plan
// file, `usual` marks those that a paper normally has, `doc` is the comment beside it in files that the program writes, `en` the
// description in the JSON Schema. Fields stand in the order of the paper.
type Plan struct {
	TheThuc       Chu       `key:"the_thuc" doc:"thể thức: xem kehoach forms" en:"house form"`
	CoQuanChuQuan Dong      `key:"co_quan_chu_quan" usual:"true" doc:"cơ quan chủ quản; bỏ khóa này với UBND, HĐND" en:"superior body, first row left"`
	CoQuan        Dong      `key:"co_quan" usual:"true" doc:"cơ quan ban hành; mỗi dòng một dòng trên giấy" en:"issuing body, bold"`
	So            Chu       `key:"so" usual:"true" doc:"trống: văn thư cho số" en:"number; blank is room on paper"`
	KyHieu        Chu       `key:"ky_hieu" usual:"true" doc:"phần sau số" en:"symbol after the number"`
	DiaDanh       Chu       `key:"dia_danh" usual:"true" doc:"địa danh" en:"place"`
	Ngay          Ngay      `key:"ngay" usual:"true" doc:"06/01/2027 | 01/2027 (trống ngày) | 2027 (trống ngày, tháng) | trống" en:"date of issue; blanks are room on paper"`
	TenLoai       Chu       `key:"ten_loai" doc:"mặc định theo thể thức" en:"name of the type of document"`
	TrichYeu      Dong      `key:"trich_yeu" usual:"true" doc:"mỗi dòng một dòng trên giấy; một dòng thì chương trình tự chia" need:"true" en:"subject; line breaks are kept"`
	PhuDe         Chu       `key:"phu_de" doc:"dòng nghiêng dưới trích yếu" en:"italic line under the subject"`
	KemTheo       Chu       `key:"kem_theo" doc:"kế hoạch ban hành kèm văn bản này" en:"issued with this document"`
	ThoiKy        Chu       `key:"thoi_ky" doc:"năm 2027 | giai đoạn 2026 - 2030 | năm học 2026 - 2027" en:"period of the plan"`
	DoKhan        Chu       `key:"do_khan" doc:"HỎA TỐC | THƯỢNG KHẨN | KHẨN" en:"degree of urgency"`
	LuuHanh       Chu       `key:"luu_hanh" doc:"phạm vi lưu hành" en:"circulation"`
	DuThao        Chu       `key:"du_thao" doc:"lần dự thảo: 2; có | không" en:"draft number"`
	DiaChi        Dong      `key:"dia_chi" doc:"địa chỉ ở chân trang" en:"address at the foot"`
	BieuTrung     Chu       `key:"bieu_trung" doc:"tệp PNG hoặc JPEG cạnh kế hoạch, nếu thể thức có chỗ" en:"logo, a PNG or JPEG file beside the plan, where the form has a place for it"`
	InHaiMat      Chu       `key:"in_hai_mat" doc:"có | không" en:"mirror margins"`
	Mau           Chu       `key:"mau" doc:"tệp mẫu giấy của cơ quan" en:"letterhead file beside the plan"`
	CanCu         Dong      `key:"can_cu" usual:"true" doc:"mỗi căn cứ một dòng" en:"grounds, one a line"`
	MoDau         Van       `key:"mo_dau" usual:"true" doc:"đoạn mở đầu, đến câu \"... như sau:\"" en:"paragraphs before part I"`
	Muc           []Muc     `key:"muc" usual:"true" doc:"các phần, theo thứ tự trên giấy; I., II. tự đánh" need:"true" en:"parts; a list, or running text with I. lines"`
	Ket           Van       `key:"ket" usual:"true" doc:"đoạn kết không đánh số" en:"closing paragraph"`
	NoiNhan       Dong      `key:"noi_nhan" usual:"true" doc:"mỗi nơi một dòng; dấu - và ; tự thêm" en:"recipients, one a line"`
	Luu           Chu       `key:"luu" usual:"true" doc:"dòng Lưu" en:"archive line"`
	NguoiKy       []NguoiKy `key:"nguoi_ky" usual:"true" doc:"người ký; danh sách = nhiều người, trái sang phải" en:"signer, or a list from left to right"`
	PhuLuc        []PhuLuc  `key:"phu_luc" doc:"phụ lục; nhãn, số, trang tự đánh" en:"appendices"`
	ChuThich      []MaChu   `key:"chu_thich" doc:"số: lời chú thích" en:"footnotes by number"`
	BoQua         []MaChu   `key:"bo_qua" doc:"MÃ: lý do" en:"silenced warnings, each with a reason"`

	// DauDe holds the fixed words that a text had at its head ("ĐẢNG CỘNG SẢN
	// VIỆT NAM"): the form prints its own, and is known by them.
	DauDe string
	// ThuTu holds the keys in the order of the file: the opening follows it.
	ThuTu []string
	At    diag.Place
}

// Muc is one part: "I. …" and what stands under it.
type Muc struct {
	TieuDe  Chu     `key:"tieu_de" doc:"đề mục; hoa, thường giữ như gõ" en:"heading without its number"`
	So      Chu     `key:"so" doc:"chỉ khi phải giữ số khác số tự đánh" en:"number, only if not the automatic one"`
	MucDich Van     `key:"muc_dich" doc:"in \"1. Mục đích\" rồi văn" en:"purpose"`
	YeuCau  Van     `key:"yeu_cau" doc:"in \"2. Yêu cầu\" rồi văn" en:"requirements"`
	NoiDung Van     `key:"noi_dung" doc:"văn: mỗi dòng một đoạn" en:"running text of the part"`
	Dot     []Dot   `key:"dot" doc:"đặt ở chỗ {dot}, không thì sau noi_dung" en:"phases, at {dot} or after noi_dung"`
	NhiemVu NhiemVu `key:"nhiem_vu" doc:"bảng việc" en:"tasks, as a table or a list"`
	Khi     Khi     `key:"khi" doc:"chỉ in khi cột của danh sách thỏa" en:"condition on a column of a batch list"`

	ThuTu []string
	At    diag.Place
}

// Dot is one phase of the plan.
type Dot struct {
	Ten     Chu  `key:"ten" doc:"Đợt 1" need:"true" en:"name"`
	Tu      Ngay `key:"tu" doc:"ngày | tháng | năm | chữ" en:"first day, or words"`
	Den     Ngay `key:"den" doc:"ngày | tháng | năm | chữ" en:"last day, or words"`
	ChuDe   Chu  `key:"chu_de" doc:"chủ đề, in trong ngoặc kép" en:"theme"`
	KyNiem  Dong `key:"ky_niem" doc:"ngày gốc + sự kiện; số năm được tính" en:"base date and event, one a line"`
	NoiDung Van  `key:"noi_dung" doc:"văn sau câu mở của đợt" en:"text after the first sentence"`

	ThuTu []string
	At    diag.Place
}

// NhiemVu holds the tasks in one of two notations: a table in running text or
// a list of tasks.
type NhiemVu struct {
	Given bool
	Bang  Van
	Viec  []Viec
	At    diag.Place
}

// Viec is one task.
type Viec struct {
	TT      Chu  `key:"tt" doc:"số thứ tự, nếu không tự đánh" en:"number in the table"`
	Nhom    Chu  `key:"nhom" doc:"nhóm việc" en:"group row above"`
	Viec    Chu  `key:"viec" doc:"việc" need:"true" en:"task"`
	SanPham Chu  `key:"san_pham" doc:"sản phẩm" en:"product"`
	ThoiHan Chu  `key:"thoi_han" doc:"thời hạn" en:"deadline"`
	ChuTri  Dong `key:"chu_tri" doc:"chủ trì" en:"owner"`
	PhoiHop Dong `key:"phoi_hop" doc:"phối hợp" en:"supporting units"`
	TheoDoi Dong `key:"theo_doi" doc:"theo dõi" en:"supervisor"`
	GhiChu  Chu  `key:"ghi_chu" doc:"ghi chú" en:"remark"`

	ThuTu []string
	At    diag.Place
}

// NguoiKy is one signer.
type NguoiKy struct {
	ChucVu Dong `key:"chuc_vu" doc:"quyền hạn, chức vụ, từ trên xuống: TM. …, KT. …" en:"authority and title lines, top to bottom"`
	HoTen  Chu  `key:"ho_ten" doc:"trống: để chỗ ký" en:"name; blank is room"`

	ThuTu []string
	At    diag.Place
}

// PhuLuc is an appendix: a small document of its own.
type PhuLuc struct {
	Nhan      Chu     `key:"nhan" doc:"nhãn khác mặc định, hoặc không" en:"label, or không"`
	TieuDe    Dong    `key:"tieu_de" doc:"tên phụ lục" en:"title"`
	PhuDe     Chu     `key:"phu_de" doc:"dòng nghiêng dưới tên" en:"italic line under the title"`
	KemTheo   Chu     `key:"kem_theo" doc:"câu Kèm theo khác mặc định, hoặc không" en:"wording of the Kèm theo line, or không"`
	Kho       Chu     `key:"kho" doc:"dọc | ngang" en:"portrait or landscape"`
	NoiDung   Van     `key:"noi_dung" doc:"văn, có I. 1. a) riêng" en:"running text"`
	NhiemVu   NhiemVu `key:"nhiem_vu" doc:"bảng việc" en:"tasks"`
	TrangTinh Chu     `key:"trang_tinh" doc:"trang tính của danh sách" en:"sheet of the batch list"`
	Khi       Khi     `key:"khi" doc:"chỉ in khi cột của danh sách thỏa" en:"condition on a column of a batch list"`

	ThuTu []string
	At    diag.Place
}

// Khi is the condition under which a part stands in one copy of a batch.
type Khi struct {
	Cot Chu  `key:"cot" doc:"tên cột" need:"true" en:"column"`
	La  Dong `key:"la" doc:"một trong các giá trị này" en:"one of these values"`

	ThuTu []string
	At    diag.Place
}

// MaChu is one entry of a map from a code or number to text.
type MaChu struct {
	Ma  string
	Chu Chu
	At  diag.Place
}
