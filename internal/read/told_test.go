package read_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
)

// TestTold: each field is told once, in the order of the paper, with its place,
// how sure it is and why; what was not recognised comes last.
func TestTold(t *testing.T) {
	head := table(row(cell("^SỞ VĂN HÓA CAO SƠN", "^!THƯ VIỆN TỈNH", "^Số: 15/KH-TVT"), cell(right...)))
	d := docOf(joinAll("#Tem kho sách số bốn", head, titleLines, bodyLines, foot, "Chữ lạ sau chữ ký của thư viện")...)
	opt := options(t)
	var got []string
	opt.Told = func(r read.Recognised) {
		if r.Why.Vi == "" || r.Why.En == "" {
			t.Errorf("%s has no reason", r.Key)
		}
		got = append(got, fmt.Sprintf("%s:%d %s", r.Key, r.At.Line, r.Sure))
	}
	if p, fs := read.Document("f", d, nil, opt); p == nil {
		t.Fatal(fs)
	}
	want := `co_quan_chu_quan:2 sure
co_quan:3 sure
so:4 sure
ky_hieu:4 sure
dia_danh:8 sure
ngay:8 sure
trich_yeu:10 sure
can_cu:13 sure
mo_dau:1 likely
muc:15 sure
muc:18 sure
ket:21 likely
noi_nhan:22 sure
luu:25 sure
nguoi_ky:26 sure
:1 doubt
:30 doubt`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

// TestToldOfText: a text is told in the same way.
func TestToldOfText(t *testing.T) {
	opt := options(t)
	var got []string
	opt.Told = func(r read.Recognised) { got = append(got, fmt.Sprintf("%s:%d %s", r.Key, r.At.Line, r.Sure)) }
	text := "TRƯỜNG TRUNG HỌC B\nSố: 12/KH-THB\n\nKẾ HOẠCH\nTổ chức ngày hội đọc sách\n\nTrường ban hành Kế hoạch như sau:\nI. Mục đích\n1. Khuyến khích học sinh đọc sách mỗi ngày ở nhà, ở trường.\nII. TỔ CHỨC THỰC HIỆN\n1. Thư viện chuẩn bị sách trước ngày 20/4/2027.\n\nHIỆU TRƯỞNG\nTRẦN THỊ MẪU\n"
	if p, fs := read.Text("f", []byte(text), opt); p == nil {
		t.Fatal(fs)
	}
	want := "co_quan:1 likely; so:2 sure; ky_hieu:2 sure; trich_yeu:5 sure; mo_dau:7 likely; muc:8 likely; muc:10 sure; nguoi_ky:13 likely"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}

// TestDOCXOfText: a Word file that a program made of a text is read as text is:
// its marks and its lines wrapped by hand.
func TestDOCXOfText(t *testing.T) {
	lines := []any{
		"TRƯỜNG TRUNG HỌC B", "Số: 12/KH-THB", "_KẾ HOẠCH", "Tổ chức ngày hội đọc sách", "_Trường ban hành Kế hoạch như sau:",
		"**I. MỤC ĐÍCH**", "1. Khuyến khích học sinh *đọc sách* mỗi ngày.", "II. TỔ CHỨC THỰC HIỆN", "1. Thư viện chuẩn bị sách trước ngày 20/4/2027.",
	}
	p, fs := read.Document("f", docOf(lines...), nil, options(t))
	if p == nil {
		t.Fatal(fs)
	}
	dump := plan.Dump(*p)
	for _, want := range []string{"muc[].tieu_de = MỤC ĐÍCH\n", "1. Khuyến khích học sinh <i:đọc sách> mỗi ngày.\n"} {
		if !strings.Contains(dump, want) {
			t.Errorf("no %q in\n%s", want, dump)
		}
	}
}

// TestDOCXOfAnotherKind: a Word file that is no plan is refused by its kind.
func TestDOCXOfAnotherKind(t *testing.T) {
	head := func() *ooxml.Table {
		return table(row(cell("^!TRƯỜNG TRUNG HỌC B", "^Số: 15/QĐ-THB"), cell(right...)))
	}
	for want, blocks := range map[string][]any{
		"đây là quyết định, không phải một kế hoạch": {head(), "^!QUYẾT ĐỊNH", "^!Ban hành Kế hoạch đọc sách", "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch đọc sách.", "Điều 2. Quyết định có hiệu lực.", "^!KẾ HOẠCH", "^!Đọc sách", "I. MỤC ĐÍCH", "1. Đọc sách."},
		"đây là công văn, không phải một kế hoạch":   {table(row(cell("^!TRƯỜNG B", "^Số: 16/THB", "^V/v mượn sách"), cell(right...))), "^Kính gửi: Thư viện xã.", "Nhà trường đề nghị cho mượn sách."},
		"đây là báo cáo, không phải một kế hoạch":    {head(), "^!BÁO CÁO", "^!Kết quả thực hiện Kế hoạch đọc sách", "!I. KẾT QUẢ", "1. Đã đọc 300 cuốn."},
		"đây không phải một kế hoạch":                {"Một lá thư riêng."},
	} {
		p, fs := read.Document("f", docOf(blocks...), nil, options(t))
		if p != nil || len(fs) != 1 || fs[0].Code != "NOT-A-PLAN" || fs[0].Severity != diag.Error || !strings.HasPrefix(fs[0].Message.Vi, want) {
			t.Errorf("%s: %v", want, fs)
		}
	}
}
