package build

import (
	"strings"
	"testing"

	"kehoach.example/internal/check"
)

// TestFixAsked: what changes other lines too is mended only for who asks, and
// nothing but those lines changes.
func TestFixAsked(t *testing.T) {
	o := openOffice(t)
	const head = "the_thuc: nd30\ntrich_yeu: Trồng cây năm 2027\n"
	van := func(lines ...string) string {
		return head + "muc:\n  - tieu_de: NỘI DUNG # giữ\n    noi_dung: |\n      " + strings.Join(lines, "\n      ") + "\nluu: VT\n"
	}
	for _, c := range []struct{ name, code, before, after string }{
		{"a line put between", "NUMBERING", van("1. Một", "2. Chen", "2. Hai", "3. Ba", "a) Bốn", "b) Năm", "4. Sáu"), van("1. Một", "2. Chen", "3. Hai", "4. Ba", "a) Bốn", "b) Năm", "5. Sáu")},
		{"a line taken out", "NUMBERING", van("a) Một;", "b) Hai;", "đ) Ba;", "e) Bốn."), van("a) Một;", "b) Hai;", "c) Ba;", "d) Bốn.")},
		{"Roman, and what lies below", "NUMBERING", van("I. Một", "1. A", "2. B", "III. Hai", "1. C", "2. D", "IV. Ba"), van("I. Một", "1. A", "2. B", "II. Hai", "1. C", "2. D", "III. Ba")},
		{"numbers of two parts", "NUMBERING", van("1. Một", "1.1. A", "1.2. B", "3. Hai", "3.1. C", "3.2. D"), van("1. Một", "1.1. A", "1.2. B", "2. Hai", "2.1. C", "2.2. D")},
		{"another list", "NUMBERING", van("- A:", "1. Một", "3. Hai", "- B:", "1. Ba", "2. Bốn"), van("- A:", "1. Một", "2. Hai", "- B:", "1. Ba", "2. Bốn")},
		{"lưu, once more", "NN-LUU", head + "muc:\n  - tieu_de: A\nnoi_nhan:\n  - Các xã # ba\n  - \"- Lưu: VT, VX (05b).\"\n  - Các thôn\nluu: VT\n", head + "muc:\n  - tieu_de: A\nnoi_nhan:\n  - Các xã # ba\n  - Các thôn\nluu: VT, VX (05b)\n"},
		{"lưu, longer already", "NN-LUU", head + "muc:\n  - tieu_de: A\nnoi_nhan: |\n  Các xã\n  • Lưu VT\nluu: VT, VX\n", head + "muc:\n  - tieu_de: A\nnoi_nhan: |\n  Các xã\nluu: VT, VX\n"},
		{"the opening", "CITE-LEAD", head + "can_cu:\n  - Căn cứ Luật Trẻ em\n  - \"Ủy ban nhân dân xã ban hành Kế hoạch như sau:\"\nmo_dau:\nmuc:\n  - tieu_de: A\n", head + "can_cu:\n  - Căn cứ Luật Trẻ em\nmo_dau: |\n  Ủy ban nhân dân xã ban hành Kế hoạch như sau:\nmuc:\n  - tieu_de: A\n"},
	} {
		in := Input{Name: "a.yaml", Data: []byte(c.before)}
		found := ofCode(o.Check(in, CheckOptions{}).Findings, c.code)
		if len(found) == 0 || o.Fixable(found[0]) != string(check.Asked) {
			t.Errorf("%s: %v", c.name, told(o.Check(in, CheckOptions{}).Findings))
			continue
		}
		if got := string(o.FixOne(in, found[0], CheckOptions{})); got != c.after {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.after)
		}
		if fixed := o.Fix(in, CheckOptions{}); strings.Contains(string(fixed.Data), strings.SplitN(c.after, "\n", 3)[2]) {
			t.Errorf("%s: made by --fix, which nobody asked", c.name)
		}
	}
}

// TestFixNotAsked: where words would be lost or it is not known what is meant,
// nothing is offered.
func TestFixNotAsked(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct{ code, text string }{
		{"NN-LUU", "noi_nhan: [Các xã, 'Lưu: VP']\nluu: VT\n"},
		{"CITE-LEAD", "can_cu: [Căn cứ Luật Trẻ em, ban hành Kế hoạch như sau]\nmo_dau: Ủy ban nhân dân xã ban hành\n"},
		{"NUMBERING", "ket: |\n  - + Trồng cây.\n"},
	} {
		in := Input{Name: "a.yaml", Data: []byte("the_thuc: nd30\ntrich_yeu: Trồng cây\nmuc:\n  - tieu_de: A\n    noi_dung: B.\n" + c.text)}
		found := ofCode(o.Check(in, CheckOptions{}).Findings, c.code)
		if len(found) != 1 || o.Fixable(found[0]) != "" || o.FixOne(in, found[0], CheckOptions{}) != nil {
			t.Errorf("%s: %v", c.code, told(found))
		}
	}
}
