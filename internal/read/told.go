package read

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// knowledge is how a field was known.
type knowledge struct {
	sure Sureness
	why  diag.Msg
}

// know notes how a field was known; what is told of it first holds.
func (t *textReader) know(key string, sure Sureness, why diag.Msg) {
	if t.known == nil {
		t.known = map[string]knowledge{}
	}
	if _, told := t.known[key]; !told {
		t.known[key] = knowledge{sure, why}
	}
}

// byShape are the fields that are always known in one way.
var byShape = map[string]knowledge{
	"so":               {Sure, diag.Msg{Vi: "đúng dạng “Số: …/…”", En: "the shape “Số: …/…”"}},
	"ky_hieu":          {Sure, diag.Msg{Vi: "đúng dạng “Số: …/…”", En: "the shape “Số: …/…”"}},
	"dia_danh":         {Sure, diag.Msg{Vi: "đứng trước “ngày … tháng … năm …”", En: "stands before “ngày … tháng … năm …”"}},
	"ngay":             {Sure, diag.Msg{Vi: "đúng dạng “ngày … tháng … năm …”", En: "the shape “ngày … tháng … năm …”"}},
	"co_quan_chu_quan": {Likely, diag.Msg{Vi: "đứng trên tên cơ quan ban hành", En: "stands above the issuing body"}},
	"ten_loai":         {Likely, diag.Msg{Vi: "chữ ở chỗ tên loại", En: "the words in the place of the title"}},
	"trich_yeu":        {Sure, diag.Msg{Vi: "đứng ngay dưới tên loại", En: "stands right below the title"}},
	"phu_de":           {Likely, diag.Msg{Vi: "trong ngoặc, dưới trích yếu", En: "in brackets below the subject"}},
	"kem_theo":         {Sure, diag.Msg{Vi: "chữ “kèm theo” dưới trích yếu", En: "the words “kèm theo” below the subject"}},
	"do_khan":          {Sure, diag.Msg{Vi: "chữ chỉ độ khẩn", En: "a degree of urgency"}},
	"luu_hanh":         {Likely, diag.Msg{Vi: "chữ chỉ phạm vi lưu hành", En: "words of circulation"}},
	"du_thao":          {Sure, diag.Msg{Vi: "chữ “Dự thảo”", En: "the words “Dự thảo”"}},
	"dia_chi":          {Likely, diag.Msg{Vi: "dòng liên hệ ở lề trang", En: "an address in the margin of the page"}},
	"can_cu":           {Sure, diag.Msg{Vi: "mở đầu như căn cứ, đứng trước câu ban hành", En: "begins as grounds do, before the issuing sentence"}},
	"mo_dau":           {Likely, diag.Msg{Vi: "đứng giữa trích yếu và phần đầu tiên", En: "stands between the subject and the first part"}},
	"ket":              {Likely, diag.Msg{Vi: "đoạn cuối không đánh số", En: "the last paragraph, without a number"}},
	"noi_nhan":         {Sure, diag.Msg{Vi: "dưới chữ “Nơi nhận”", En: "below the words “Nơi nhận”"}},
	"luu":              {Sure, diag.Msg{Vi: "dòng “Lưu”", En: "the line “Lưu”"}},
}

// report tells every field of the plan and how it was known, in the order of
// the paper, and then what was not recognised.
func (t *textReader) report(told func(Recognised)) {
	if told == nil {
		return
	}
	p := t.plan
	tell := func(key string, given bool, at diag.Place, count int) {
		k, ok := t.known[key]
		if !ok {
			k = byShape[key]
		}
		if given {
			told(Recognised{Key: key, At: at, Sure: k.sure, Why: k.why, Count: count})
		}
	}
	chu := func(key string, c plan.Chu) { tell(key, c.Given, c.At, 1) }
	dong := func(key string, d plan.Dong) { tell(key, len(d.Items) > 0, placeOfDong(d), len(d.Items)) }
	van := func(key string, v plan.Van) { tell(key, len(v.Doan) > 0, placeOfVan(v), len(v.Doan)) }
	dong("co_quan_chu_quan", p.CoQuanChuQuan)
	dong("co_quan", p.CoQuan)
	chu("so", p.So)
	chu("ky_hieu", p.KyHieu)
	chu("dia_danh", p.DiaDanh)
	tell("ngay", p.Ngay.Given, p.Ngay.At, 1)
	chu("ten_loai", p.TenLoai)
	dong("trich_yeu", p.TrichYeu)
	chu("phu_de", p.PhuDe)
	chu("kem_theo", p.KemTheo)
	chu("do_khan", p.DoKhan)
	chu("luu_hanh", p.LuuHanh)
	chu("du_thao", p.DuThao)
	dong("dia_chi", p.DiaChi)
	dong("can_cu", p.CanCu)
	van("mo_dau", p.MoDau)
	for _, m := range p.Muc {
		told(recognisedMuc(m))
	}
	van("ket", p.Ket)
	dong("noi_nhan", p.NoiNhan)
	chu("luu", p.Luu)
	for _, k := range p.NguoiKy {
		told(t.recognisedSigner(k))
	}
	for _, a := range p.PhuLuc {
		told(recognisedAppendix(a))
	}
	for _, at := range t.unknown {
		told(Recognised{At: at, Sure: Doubt, Why: diag.M("chưa nhận dạng được, giữ nguyên chữ", "not recognised, kept as it stands"), Count: 1})
	}
}

func placeOfDong(d plan.Dong) diag.Place {
	if d.At.Line > 0 || len(d.Items) == 0 {
		return d.At
	}
	return d.Items[0].At
}

func placeOfVan(v plan.Van) diag.Place {
	for _, d := range v.Doan {
		switch {
		case v.At.Line > 0:
			return v.At
		case d.Chu.At.Line > 0:
			return d.Chu.At
		case len(d.O) > 0 && d.O[0].At.Line > 0:
			return d.O[0].At
		}
	}
	return v.At
}

// recognisedMuc tells of a part: a heading in capitals behind I. is nothing else.
func recognisedMuc(m plan.Muc) Recognised {
	r := Recognised{Key: "muc", At: m.TieuDe.At, Count: len(m.NoiDung.Doan) + len(m.MucDich.Doan) + len(m.YeuCau.Doan)}
	switch {
	case !m.TieuDe.Given:
		r.At = placeOfVan(m.NoiDung)
		r.Sure, r.Why = Doubt, diag.M("chữ không có đề mục I., II.", "text without a heading I., II.")
	case plan.Capitals(m.TieuDe.Plain()):
		r.Sure, r.Why = Sure, diag.M("đề mục I., II. viết hoa", "a heading I., II. in capitals")
	default:
		r.Sure, r.Why = Likely, diag.M("đề mục I., II. viết thường", "a heading I., II. in small letters")
	}
	if r.At.Line == 0 {
		r.At = m.At
	}
	return r
}

// recognisedSigner tells of a signer: authority by its words, the name by its place.
func (t *textReader) recognisedSigner(k plan.NguoiKy) Recognised {
	r := Recognised{Key: "nguoi_ky", At: k.At, Count: 1}
	first := ""
	if len(k.ChucVu.Items) > 0 {
		first = k.ChucVu.Items[0].Plain()
	}
	switch {
	case !t.isSignLine(first):
		r.Sure, r.Why = Doubt, diag.M("chức vụ không có trong danh sách đã biết", "the title is not among those that are known")
	case k.HoTen.Blank():
		r.Sure, r.Why = Likely, diag.M("có chức vụ, họ tên để trống", "a title; the name is blank")
	case plan.Capitals(k.HoTen.Plain()):
		r.Sure, r.Why = Likely, diag.M("họ tên viết hoa hết", "the name is in capitals")
	default:
		r.Sure, r.Why = Sure, diag.M("chữ chức vụ, dưới là họ tên", "words of a title, a name below")
	}
	if kn, own := t.known["nguoi_ky"]; own {
		r.Sure, r.Why = kn.sure, kn.why
	}
	return r
}

func recognisedAppendix(a plan.PhuLuc) Recognised {
	r := Recognised{Key: "phu_luc", At: a.At, Count: len(a.NoiDung.Doan), Sure: Likely, Why: diag.M("sau chữ ký, có nhãn", "behind the signature, with a label")}
	if strings.EqualFold(a.Nhan.Plain(), "không") || !a.Nhan.Given {
		r.Sure, r.Why = Doubt, diag.M("sau chữ ký, không có nhãn", "behind the signature, without a label")
	}
	return r
}

// plain gives the text of a name, a title or a mark, whose looks are the form's.
func (t *textReader) plain(l tline, s string) plan.Chu {
	if t.looks == nil {
		return textMarkup.inline(s, l.at)
	}
	return chuAt(squeeze(s), l.at)
}

// chu gives running text in its looks.
func (t *textReader) chu(l tline, s string) plan.Chu {
	if t.looks == nil {
		return textMarkup.inline(s, l.at)
	}
	return plan.Chu{Given: true, Runs: t.looks(l, s), At: l.at}
}

// doan gives a paragraph with its sign.
func (t *textReader) doan(l tline, s string) plan.Doan {
	if t.looks == nil {
		return textMarkup.doan(line{Text: s, At: l.at})
	}
	dau, nhan, rest := splitSign(s)
	return plan.Doan{Dau: dau, Nhan: nhan, Chu: t.chu(l, rest)}
}
