package fact

import (
	"kehoach.example/internal/plan"
)

// The keys of a part and of a phụ lục in canonical order, looked up once.
var (
	mucKeys    = plan.KeyNames(plan.Muc{})
	phuLucKeys = plan.KeyNames(plan.PhuLuc{})
)

// walker gathers the texts of a plan in the order of the paper.
type walker struct {
	lines []string
	out   []*Text
	part  int
	annex int
	row   int
}

func (w *walker) chu(key string, c plan.Chu) *Text {
	if !c.Given || c.Blank() {
		return nil
	}
	t := &Text{Key: key, Part: w.part, Annex: w.annex, Chu: c, S: c.Plain(), lines: w.lines}
	for _, r := range c.Runs {
		t.Looked = t.Looked || r.Bold || r.Italic
	}
	t.Tokens = tokens(t.S)
	w.out = append(w.out, t)
	return t
}

func (w *walker) dong(key string, d plan.Dong) {
	for _, c := range d.Items {
		w.chu(key, c)
	}
}

func (w *walker) van(key string, v plan.Van) {
	w.row = -1
	for i := range v.Doan {
		d := &v.Doan[i]
		switch d.Loai {
		case plan.DoanVan:
			w.row = -1
			if t := w.chu(key, d.Chu); t != nil {
				t.Doan, t.Heading = d, d.DeMuc
			}
		case plan.Hang:
			w.cells(key, d)
		}
	}
}

func (w *walker) cells(key string, d *plan.Doan) {
	if d.Rong {
		return
	}
	w.row++
	for _, o := range d.O {
		o.Given = true
		if t := w.chu(key, o); t != nil {
			t.Doan, t.Cell, t.Row = d, true, w.row
		}
	}
}

func (w *walker) plan(p *plan.Plan) {
	w.dong("co_quan_chu_quan", p.CoQuanChuQuan)
	w.dong("co_quan", p.CoQuan)
	w.chu("dia_danh", p.DiaDanh)
	w.chu("ten_loai", p.TenLoai)
	w.dong("trich_yeu", p.TrichYeu)
	w.chu("phu_de", p.PhuDe)
	w.chu("kem_theo", p.KemTheo)
	for _, key := range plan.Order([]string{"can_cu", "mo_dau"}, p.ThuTu) {
		switch key {
		case "can_cu":
			w.dong(key, p.CanCu)
		case "mo_dau":
			w.van(key, p.MoDau)
		}
	}
	for i := range p.Muc {
		w.part = i + 1
		w.muc(&p.Muc[i])
	}
	w.part = 0
	w.van("ket", p.Ket)
	w.dong("noi_nhan", p.NoiNhan)
	w.chu("luu", p.Luu)
	for _, k := range p.NguoiKy {
		w.dong("chuc_vu", k.ChucVu)
		w.chu("ho_ten", k.HoTen)
	}
	for i := range p.PhuLuc {
		w.annex = i + 1
		w.phuLuc(&p.PhuLuc[i])
	}
	w.annex = 0
	for _, n := range p.ChuThich {
		w.chu("chu_thich", n.Chu)
	}
}

func (w *walker) muc(m *plan.Muc) {
	if t := w.chu("tieu_de", m.TieuDe); t != nil {
		t.Heading = true
	}
	for _, key := range plan.Order(mucKeys, m.ThuTu) {
		switch key {
		case "muc_dich":
			w.van(key, m.MucDich)
		case "yeu_cau":
			w.van(key, m.YeuCau)
		case "noi_dung":
			w.van(key, m.NoiDung)
		case "dot":
			w.dots(m.Dot)
		case "nhiem_vu":
			w.tasks(m.NhiemVu)
		}
	}
}

func (w *walker) dots(list []plan.Dot) {
	for _, d := range list {
		w.chu("ten", d.Ten)
		w.chu("chu_de", d.ChuDe)
		w.dong("ky_niem", d.KyNiem)
		w.van("noi_dung", d.NoiDung)
	}
}

func (w *walker) tasks(n plan.NhiemVu) {
	w.van("nhiem_vu", n.Bang)
	for _, v := range n.Viec {
		w.chu("nhom", v.Nhom)
		w.chu("viec", v.Viec)
		w.chu("san_pham", v.SanPham)
		w.chu("thoi_han", v.ThoiHan)
		w.dong("chu_tri", v.ChuTri)
		w.dong("phoi_hop", v.PhoiHop)
		w.dong("theo_doi", v.TheoDoi)
		w.chu("ghi_chu", v.GhiChu)
	}
}

func (w *walker) phuLuc(a *plan.PhuLuc) {
	w.chu("nhan", a.Nhan)
	w.dong("tieu_de", a.TieuDe)
	w.chu("phu_de", a.PhuDe)
	for _, key := range plan.Order(phuLucKeys, a.ThuTu) {
		switch key {
		case "noi_dung":
			w.van(key, a.NoiDung)
		case "nhiem_vu":
			w.tasks(a.NhiemVu)
		}
	}
}
