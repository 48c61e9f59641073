package build

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

const metaPlan = `the_thuc: nd30
co_quan: |
  ỦY BAN NHÂN DÂN
  PHƯỜNG A
so: "07"
ky_hieu: KH-UBND
dia_danh: Phường A
ngay: 06/01/2027
trich_yeu: |
  Tổ chức ngày hội
  đọc sách năm 2027
do_khan: KHẨN
muc:
  - tieu_de: MỤC ĐÍCH
    noi_dung: Đọc sách mỗi ngày.
noi_nhan:
  - "- Thường trực Đảng ủy (để b/c);"
  - Các trường;
  - "+ Khối tiểu học"
luu: VT
nguoi_ky:
  chuc_vu: |
    TM. ỦY BAN NHÂN DÂN
    KT. CHỦ TỊCH
    PHÓ CHỦ TỊCH
  ho_ten: Trần Thị Mẫu
`

// TestMeta: what the file says about a paper is what stands on it.
func TestMeta(t *testing.T) {
	office := openOffice(t)
	whole := page.Meta{
		LoaiVanBan: "Kế hoạch", So: "07", KyHieu: "KH-UBND", Ngay: "2027-01-06", CoQuan: "ỦY BAN NHÂN DÂN PHƯỜNG A",
		TrichYeu: "Tổ chức ngày hội đọc sách năm 2027",
		NguoiKy:  []page.Signer{{ChucVu: "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", HoTen: "Trần Thị Mẫu"}},
		NoiNhan:  []string{"Thường trực Đảng ủy (để b/c)", "Các trường", "Khối tiểu học"},
		DoKhan:   "KHẨN",
		Day:      6,
		Month:    1,
		Year:     2027,
	}
	for _, c := range []struct {
		name, from, to string
		want           func(*page.Meta)
	}{
		{"whole", "", "", func(*page.Meta) {}},
		{"blank number", `so: "07"`, "so:", func(m *page.Meta) { m.So = "" }},
		{"blank day", "ngay: 06/01/2027", "ngay: 01/2027", func(m *page.Meta) { m.Ngay, m.Day = "", 0 }},
		{"blank date", "ngay: 06/01/2027", "ngay:", func(m *page.Meta) { m.Ngay, m.Day, m.Month, m.Year = "", 0, 0, 0 }},
		{"draft", "do_khan: KHẨN", "du_thao: 2", func(m *page.Meta) { m.DoKhan, m.Draft = "", true }},
		{"no draft", "do_khan: KHẨN", "du_thao: không", func(m *page.Meta) { m.DoKhan = "" }},
		{"another kind", "do_khan: KHẨN", "ten_loai: CHƯƠNG TRÌNH HÀNH ĐỘNG", func(m *page.Meta) { m.DoKhan, m.LoaiVanBan = "", "Chương trình hành động" }},
		{"several bodies", "co_quan: |\n  ỦY BAN NHÂN DÂN\n  PHƯỜNG A", "co_quan:\n  - SỞ X\n  - SỞ Y", func(m *page.Meta) { m.CoQuan = "SỞ X; SỞ Y" }},
		{"unknown signer", "  ho_ten: Trần Thị Mẫu\n", "  ho_ten:\n", func(m *page.Meta) { m.NguoiKy[0].HoTen = "" }},
		{"issued with another", "do_khan: KHẨN", "kem_theo: Quyết định số 5/QĐ-UBND", func(m *page.Meta) {
			*m = page.Meta{LoaiVanBan: m.LoaiVanBan, TrichYeu: m.TrichYeu}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := office.Make(Input{Name: "k.yaml", Data: bytes.Replace([]byte(metaPlan), []byte(c.from), []byte(c.to), 1)})
			if p.Pages == nil {
				t.Fatal(p.Findings)
			}
			want := whole
			want.NguoiKy = []page.Signer{whole.NguoiKy[0]}
			c.want(&want)
			if got := p.Pages.Meta; !reflect.DeepEqual(got, want) {
				t.Errorf("got\n\t%+v, want\n\t%+v", got, want)
			}
		})
	}
}

// TestMetaFile compares the sidecar with one written by hand, but for its seal.
func TestMetaFile(t *testing.T) {
	p := openOffice(t).Make(Input{Name: "k.yaml", Data: []byte(metaPlan)})
	data, err := p.MetaFile("Kế hoạch <7>.pdf")
	if err != nil {
		t.Fatal(err)
	}
	const want = `{
  "version": 1,
  "file": "Kế hoạch <7>.pdf",
  "type": "Kế hoạch",
  "number": "07",
  "symbol": "KH-UBND",
  "number_and_symbol": "07/KH-UBND",
  "date": "2027-01-06",
  "issuer": "ỦY BAN NHÂN DÂN PHƯỜNG A",
  "subject": "Tổ chức ngày hội đọc sách năm 2027",
  "signers": [
    {
      "title": "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
      "name": "Trần Thị Mẫu"
    }
  ],
  "recipients": [
    "Thường trực Đảng ủy (để b/c)",
    "Các trường",
    "Khối tiểu học"
  ],
  "pages": 1,
  "urgency": "KHẨN",
  "draft": false,
  "seal": "kehoach-sha256:`
	if i := bytes.LastIndex(data, []byte(":")); string(data[:i+1]) != want {
		t.Errorf("got\n%s", data)
	}
	sealed(t, Meta, data)
}

// TestKySo: places on paper, by hand, from the bottom left corner.
func TestKySo(t *testing.T) {
	at := func(x, y, w, h float64) (a, b, c, d unit.Length) {
		return unit.FromMM(x), unit.FromMM(y), unit.FromMM(w), unit.FromMM(h)
	}
	fill := page.Slot{Name: "so", Kind: page.Fill, Label: "Số", Size: 13 * unit.PT, Baseline: unit.FromMM(43.1)}
	fill.X, fill.Y, fill.W, fill.H = at(47.004, 39.35, 9.16, 5)
	ky := page.Slot{Name: "ky_1", Kind: page.Person, Label: "Chữ ký"}
	ky.X, ky.Y, ky.W, ky.H = at(120, 150.5, 50, 25)
	p := &Paper{Pages: &page.Document{Pages: []page.Page{
		{W: 210 * unit.MM, H: 297 * unit.MM, Slots: []page.Slot{fill}},
		{W: 297 * unit.MM, H: 210 * unit.MM, Slots: []page.Slot{ky}},
	}}}
	data, err := p.KySo("k.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var got KySo
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	want := KySo{
		Version: 1, File: "k.pdf", Unit: "mm", Origin: "bottom-left",
		Pages: []KySoPage{{1, 210, 297}, {2, 297, 210}},
		Slots: []KySoSlot{
			{Name: "so", Kind: "fill", Label: "Số", Page: 1, X: 47, Y: 252.65, Width: 9.16, Height: 5, Baseline: 253.9, SizePt: 13},
			{Name: "ky_1", Kind: "person", Label: "Chữ ký", Page: 2, X: 120, Y: 34.5, Width: 50, Height: 25},
		},
		Seal: got.Seal,
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n\t%+v, want\n\t%+v", got, want)
	}
	if bytes.Count(data, []byte("baseline")) != 1 || bytes.Count(data, []byte("size_pt")) != 1 {
		t.Errorf("a place for no words tells of words:\n%s", data)
	}
	sealed(t, Kyso, data)
}

// sealed: a sidecar is known as ours until a byte of it is another.
func sealed(t *testing.T, f Format, data []byte) {
	t.Helper()
	if !Unchanged(f, data) {
		t.Errorf("%s: a fresh file counts as changed", f)
	}
	for i := range data {
		other := bytes.Clone(data)
		other[i] ^= 1
		if Unchanged(f, other) {
			t.Errorf("%s: byte %d was changed unseen", f, i)
		}
	}
	if Unchanged(f, append(bytes.Clone(data), '\n')) || Unchanged(f, nil) {
		t.Errorf("%s: one byte more, or nothing, counts as ours", f)
	}
}

func TestFormatOf(t *testing.T) {
	for file, want := range map[string][2]string{
		"a.docx": {"docx", "a"}, "a.b.pdf": {"pdf", "a.b"}, "KH 1.kyso.json": {"kyso", "KH 1"}, "x.meta.json": {"meta", "x"},
		"muc-luc.json": {"", "muc-luc.json"}, "a.PDF": {"", "a.PDF"}, "kyso": {"", "kyso"},
	} {
		if f, base := FormatOf(file); string(f) != want[0] || base != want[1] {
			t.Errorf("FormatOf(%q) = %q, %q", file, f, base)
		}
	}
	for _, f := range Formats() {
		if got, base := FormatOf("x.y" + f.Ending()); got != f || base != "x.y" {
			t.Errorf("%s is known as %q of %q", f, got, base)
		}
	}
}
