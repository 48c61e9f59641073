package write

import (
	"strings"

	"kehoach.example/internal/plan"
)

var pasted = dialect{}

// Text writes a plan as plain text, as one would paste it out of a word
// processor: reading it again gives the same plan. Keys without words on
// paper, tables and appendices with tables are kept as lines.
func Text(p *plan.Plan) string {
	t := &texter{}
	t.head(p)
	for _, key := range plan.Order([]string{"can_cu", "mo_dau"}, nil) {
		if key == "can_cu" {
			t.dong(p.CanCu, "")
		} else {
			t.van(p.MoDau)
		}
	}
	n := 0
	for _, m := range p.Muc {
		if m.TieuDe.Given {
			n++
		}
		t.muc(m, n)
	}
	t.van(p.Ket)
	t.foot(p)
	for i, a := range p.PhuLuc {
		t.para(label(p, i))
		t.dong(a.TieuDe, "")
		t.van(a.NoiDung)
	}
	return t.b.String()
}

// label is the line by which a phụ lục is known behind the signature: its own,
// else the usual one, numbered where there are several.
func label(p *plan.Plan, i int) string {
	switch {
	case !p.PhuLuc[i].Nhan.Blank():
		return p.PhuLuc[i].Nhan.Plain()
	case len(p.PhuLuc) == 1:
		return "PHỤ LỤC"
	}
	return "PHỤ LỤC " + plan.Roman(i+1)
}

type texter struct{ b strings.Builder }

// para writes a paragraph and the blank line behind it.
func (t *texter) para(s string) {
	if s != "" {
		t.b.WriteString(s + "\n\n")
	}
}

func (t *texter) dong(d plan.Dong, lead string) {
	for _, c := range d.Items {
		t.para(lead + pasted.text(c.Runs))
	}
}

// block writes lines that stand together.
func (t *texter) block(d plan.Dong) {
	for _, c := range d.Items {
		t.b.WriteString(pasted.text(c.Runs) + "\n")
	}
	if len(d.Items) > 0 {
		t.b.WriteString("\n")
	}
}

func (t *texter) van(v plan.Van) {
	for _, d := range v.Doan {
		t.para(pasted.doan(d))
	}
}

func (t *texter) head(p *plan.Plan) {
	t.block(p.CoQuanChuQuan)
	t.block(p.CoQuan)
	switch {
	case p.KyHieu.Given:
		t.para("Số: " + p.So.Plain() + "/" + p.KyHieu.Plain())
	case p.So.Given:
		t.para("Số: " + p.So.Plain())
	}
	if p.Ngay.Given {
		place := ""
		if !p.DiaDanh.Blank() {
			place = p.DiaDanh.Plain() + ", "
		}
		t.para(place + "ngày " + p.Ngay.Day + " tháng " + p.Ngay.Month + " năm " + p.Ngay.Year)
	}
	if p.TenLoai.Blank() {
		t.b.WriteString("KẾ HOẠCH\n")
	} else {
		t.b.WriteString(p.TenLoai.Plain() + "\n")
	}
	t.block(p.TrichYeu)
	t.para(p.PhuDe.Plain())
}

func (t *texter) muc(m plan.Muc, n int) {
	if m.TieuDe.Given {
		t.para(m.Number(n) + ". " + pasted.text(m.TieuDe.Runs))
	}
	for _, key := range plan.Order(plan.KeyNames(m), m.ThuTu) {
		switch key {
		case "muc_dich":
			t.sub("1. Mục đích", m.MucDich)
		case "yeu_cau":
			t.sub("2. Yêu cầu", m.YeuCau)
		case "noi_dung":
			t.van(m.NoiDung)
		}
	}
}

func (t *texter) sub(title string, v plan.Van) {
	if v.Printed() {
		t.para(title)
		t.van(v)
	}
}

func (t *texter) foot(p *plan.Plan) {
	if p.NoiNhan.Given {
		t.b.WriteString("Nơi nhận:\n")
		for _, c := range p.NoiNhan.Items {
			lead := "- "
			if strings.HasPrefix(c.Plain(), "+ ") {
				lead = ""
			}
			t.b.WriteString(lead + pasted.text(c.Runs) + ";\n")
		}
		if !p.Luu.Blank() {
			t.b.WriteString("- Lưu: " + pasted.text(p.Luu.Runs) + ".\n")
		}
		t.b.WriteString("\n")
	}
	for _, k := range p.NguoiKy {
		t.block(k.ChucVu)
		t.para(k.HoTen.Plain())
	}
}
