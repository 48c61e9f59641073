package write

import (
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
	"kehoach.example/templates"
)

// TestText: the whole dump of a small plan, as one would paste it.
func TestText(t *testing.T) {
	p := readBack(t, []byte(`co_quan_chu_quan: UBND XÃ VẠC
co_quan: TRƯỜNG TIỂU HỌC VẠC
so: 07
ky_hieu: KH-THV
dia_danh: Vạc
ngay: 06/3/2027
trich_yeu: |
  Dọn *kênh*
  mùa khô
can_cu: [Căn cứ Luật Thủy lợi]
mo_dau: |
  Trường dọn kênh như sau:
muc:
  - tieu_de: MỤC ĐÍCH
    muc_dich: |
      Cho **nước** chảy.
    noi_dung: |
      1.1. Việc \* một.
      # ghi chú
  - tieu_de: VIỆC
    so: V
ket: |
  Xong./.
noi_nhan: [Xã, + Thôn]
luu: VT
nguoi_ky: {chuc_vu: [KT. HIỆU TRƯỞNG, PHÓ HIỆU TRƯỞNG], ho_ten: Lò Thị Vạc}
`))
	const want = `UBND XÃ VẠC

TRƯỜNG TIỂU HỌC VẠC

Số: 07/KH-THV

Vạc, ngày 06 tháng 3 năm 2027

KẾ HOẠCH
Dọn *kênh*
mùa khô

Căn cứ Luật Thủy lợi

Trường dọn kênh như sau:

I. MỤC ĐÍCH

1. Mục đích

Cho **nước** chảy.

1.1. Việc * một.

# ghi chú

V. VIỆC

Xong./.

Nơi nhận:
- Xã;
+ Thôn;
- Lưu: VT.

KT. HIỆU TRƯỞNG
PHÓ HIỆU TRƯỞNG

Lò Thị Vạc

`
	if got := Text(p); got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestTextLosesNoWord: every word that a plan has for its paper stands in the
// dump once: those of rows and appendices too.
func TestTextLosesNoWord(t *testing.T) {
	p := readBack(t, []byte(`trich_yeu: chu_a
phu_de: chu_b
muc:
  - tieu_de: chu_c
    yeu_cau: |
      chu_d
    noi_dung: |
      - {dot}
      | chu_e | chu_f |
ket: chu_g
phu_luc:
  - tieu_de: chu_h
    noi_dung: |
      chu_i
`))
	got := Text(p)
	for c := 'a'; c <= 'i'; c++ {
		if n := strings.Count(got, "chu_"+string(c)); n != 1 {
			t.Errorf("chu_%c stands %d times", c, n)
		}
	}
}

// TestTextReadsBack: the dump of a sample, pasted, has the same words again,
// and what is recognised stands in the same fields.
func TestTextReadsBack(t *testing.T) {
	words, found := read.LoadVocabulary(templates.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, file := range plans(t) {
		if strings.Contains(file, "khoi-dau") || strings.Contains(file, "cac-xa") {
			continue // starter plans have more ellipses than words; pasted text has no holes
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		p := readBack(t, data)
		back, found := read.Text("f.txt", []byte(Text(p)), read.Options{Words: words})
		if back == nil || diag.HasErrors(found) {
			t.Errorf("%s: refused: %v", file, found)
			continue
		}
		missing, extra := readback.MissingWords(readback.Tokens(Text(p)), readback.Tokens(Text(back)))
		if len(missing)+len(extra) > 0 {
			t.Errorf("%s: lost %q, added %q", file, missing, extra)
		}
		if got, want := facts(back), facts(p); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
		}
	}
}

// facts are the fields that reading must recognise.
func facts(p *plan.Plan) string {
	out := []string{p.CoQuan.Plain(" "), p.So.Plain(), p.KyHieu.Plain(), p.DiaDanh.Plain(), p.Ngay.String(), p.TrichYeu.Plain(" "), p.NoiNhan.Plain(" | "), p.Luu.Plain()}
	for _, m := range p.Muc {
		out = append(out, m.TieuDe.Plain())
	}
	for _, k := range p.NguoiKy {
		out = append(out, k.ChucVu.Plain(" | "), k.HoTen.Plain())
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}
