package sign

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// attack is what somebody does to a signed file without breaking a signature,
// and the words by which the report must name it.
type attack struct {
	name string
	do   func(p *paper) map[int]string // objects that are written behind the file
	want string
}

// replaced gives an object of a paper with words replaced.
func replaced(p *paper, n int, old, new string) string {
	if !strings.Contains(p.objects[n], old) {
		panic(fmt.Sprintf("object %d has no %q", n, old))
	}
	return strings.Replace(p.objects[n], old, new, 1)
}

// edit is the attack that changes words in one object.
func edit(n int, old, new string) func(*paper) map[int]string {
	return func(p *paper) map[int]string { return map[int]string{n: replaced(p, n, old, new)} }
}

// field is the attack that changes words in a field.
func editField(name, old, new string) func(*paper) map[int]string {
	return func(p *paper) map[int]string {
		return map[int]string{p.number(name): replaced(p, p.number(name), old, new)}
	}
}

const far = 900 // the number of a new object

var attacks = []attack{
	{"content of a page", edit(pContents2, "KE HOACH", "KE HOACX"), "trang 2: nội dung đã bị sửa"},
	{"another content of a page", func(p *paper) map[int]string {
		return map[int]string{pPage1: replaced(p, pPage1, fmt.Sprintf("/Contents %d 0 R", pContents1), "/Contents 900 0 R"), far: stream("", "BT ET")}
	}, "trang 1: nội dung đã bị sửa"},
	{"content taken away", func(p *paper) map[int]string { return map[int]string{pContents1: "null"} }, "trang 1: nội dung đã bị sửa"},
	{"widths of the font", edit(pFont, "/Widths [ 500", "/Widths [ 400"), "trang 1: phông chữ"},
	{"letters of the font", edit(pUnicode, "<0110>", "<0111>"), "trang 1: phông chữ"},
	{"another font", edit(pPage2, fmt.Sprintf("/F0 %d 0 R", pFont), fmt.Sprintf("/F0 %d 0 R", pItalic)), "trang 2: phông chữ"},
	{"a comment over the page", func(p *paper) map[int]string {
		return map[int]string{
			pPage2: replaced(p, pPage2, "/Annots [", "/Annots [ 900 0 R"),
			far:    "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 800] /Contents (khac) /F 4 >>",
		}
	}, "trang 2: có chú thích, ô hoặc hình đè lên trang"},
	{"a field taken off the page", func(p *paper) map[int]string {
		return map[int]string{pPage2: regexp.MustCompile(`/Annots \[[^]]*\]`).ReplaceAllString(p.objects[pPage2], "/Annots [ ]")}
	}, "trang 2: có chú thích"},
	{"size of the page", edit(pPage1, "841.89", "400"), "trang 1: khổ giấy"},
	{"turned page", edit(pPage1, "/Tabs /S", "/Tabs /S /Rotate 180"), "trang 1: khổ giấy"},
	{"a page less", edit(pPages, fmt.Sprintf("%d 0 R]", pPage2), "]"), "số trang hoặc thứ tự trang bị đổi: trước 2 trang, nay 1"},
	{"pages in another order", edit(pPages, fmt.Sprintf("[%d 0 R %d 0 R]", pPage1, pPage2), fmt.Sprintf("[%d 0 R %d 0 R]", pPage2, pPage1)), "thứ tự trang"},
	{"size of all pages", edit(pPages, "/Count 2", "/Count 2 /CropBox [0 0 9 9]"), "danh sách trang"},
	{"metadata", edit(pMetadata, "KH-LĐLĐ", "QD-LĐLĐ"), "siêu dữ liệu (XMP)"},
	{"other metadata", func(p *paper) map[int]string {
		return map[int]string{pCatalog: replaced(p, pCatalog, fmt.Sprintf("/Metadata %d 0 R", pMetadata), "/Metadata 900 0 R"), far: p.objects[pMetadata]}
	}, "siêu dữ liệu (XMP)"},
	{"title", edit(pInfo, "Ke hoach", "Quyet dinh"), "thông tin về tệp"},
	{"an action", edit(pCatalog, "/Lang", "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Lang"), "lệnh tự chạy"},
	{"attached files", edit(pCatalog, "/Lang", "/Names << >> /Lang"), "danh mục tên"},
	{"hidden layers", edit(pCatalog, "/Lang", "/OCProperties << >> /Lang"), "các lớp ẩn"},
	{"no tags", edit(pCatalog, "/MarkInfo << /Marked true >>", ""), "thẻ cấu trúc"},
	{"another catalog", func(p *paper) map[int]string {
		return map[int]string{pCatalog: replaced(p, pCatalog, "/Lang (vi-VN)", "/Lang (en)")}
	}, "thiết lập chung của tệp bị sửa (Lang)"},
	{"a moved field", editField("dau_1", "/Rect [300", "/Rect [100"), `ô "dau_1" đã bị sửa (Rect)`},
	{"a look without a signature", func(p *paper) map[int]string {
		n := p.number("dau_1")
		return map[int]string{n: replaced(p, n, fmt.Sprintf("/N %d 0 R", n+1), "/N 900 0 R"), far: stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f")}
	}, `ô "dau_1" đã bị sửa (AP)`},
	{"a look changed in place", func(p *paper) map[int]string {
		return map[int]string{p.number("dau_1") + 1: stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f")}
	}, "trang 2: có chú thích, ô hoặc hình đè lên trang"},
	{"an action of a field", editField("dau_1", "/F 4", "/F 4 /AA << >>"), `ô "dau_1" đã bị sửa (AA)`},
	{"a hidden field", editField("dau_1", "/F 4", "/F 2"), `ô "dau_1" đã bị sửa (F)`},
	{"a value that is not shown", func(p *paper) map[int]string {
		n := p.number("thang")
		return map[int]string{n: replaced(p, n, "/F 4", "/F 4 /V (12)")}
	}, `ô "thang" hiện trên trang khác với chữ đã điền "12"`},
	{"another value shown", func(p *paper) map[int]string {
		n := p.number("thang")
		look := stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 20 16] /Resources << /Font << /F1 %d 0 R >> >>", pItalic), "BT /F1 13 Tf 0 0 Td (11) Tj ET")
		return map[int]string{n: replaced(p, n, fmt.Sprintf("/F 4 /Rect [360 700 380 716] /P %d 0 R /StructParent %d /AP << /N %d 0 R >>", pPage1, n, n+1), fmt.Sprintf("/F 4 /Rect [360 700 380 716] /P %d 0 R /StructParent %d /V (12) /AP << /N 900 0 R >>", pPage1, n)), far: look}
	}, `ô "thang" hiện trên trang khác với chữ đã điền "12"`},
	{"a picture in a blank", func(p *paper) map[int]string {
		n := p.number("thang")
		return map[int]string{
			n:   replaced(p, n, fmt.Sprintf("/AP << /N %d 0 R >>", n+1), "/V (12) /AP << /N 900 0 R >>"),
			far: stream("/Type /XObject /Subtype /Form /BBox [0 0 20 16] /Resources << /XObject << /I 901 0 R >> >>", "/I Do"), far + 1: stream("/Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f"),
		}
	}, `ô "thang" hiện trên trang khác`},
	{"a new field that is seen", func(p *paper) map[int]string {
		return map[int]string{
			pForm:  replaced(p, pForm, " ] /DA", " 900 0 R ] /DA"),
			pPage2: replaced(p, pPage2, "/Annots [", "/Annots [ 900 0 R"),
			far:    fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Sig /T (khac) /F 4 /Rect [0 0 500 800] /P %d 0 R >>", pPage2),
		}
	}, "trang 2: có chú thích, ô hoặc hình đè lên trang"},
	{"a new text field", func(p *paper) map[int]string {
		return map[int]string{
			pForm: replaced(p, pForm, " ] /DA", " 900 0 R ] /DA"),
			far:   "<< /Type /Annot /Subtype /Widget /FT /Tx /T (khac) /F 4 /Rect [0 0 0 0] >>",
		}
	}, `có ô mới "khac"`},
	{"a form less", edit(pCatalog, fmt.Sprintf("/AcroForm %d 0 R", pForm), ""), "ô"},
	{"fonts of the form", edit(pForm, fmt.Sprintf("/F1 %d 0 R", pItalic), fmt.Sprintf("/F1 %d 0 R", pFont)), "AcroForm/DR"},
	{"fields made anew by the viewer", edit(pForm, "/DA (/F0 10 Tf 0 g)", "/DA (/F0 10 Tf 0 g) /NeedAppearances true"), "AcroForm/NeedAppearances"},
	{"something that nobody uses", func(*paper) map[int]string { return map[int]string{far: "(giau)"} }, "có phần được thêm mà chữ ký không cần đến"},
}

// TestAttacks: whatever is written behind a signed file is named, though the
// signature itself holds for other programs. Signing such a file is refused.
func TestAttacks(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	for _, a := range attacks {
		t.Run(a.name, func(t *testing.T) {
			p := full()
			first := signFile(t, p.bytes(), Request{Key: key, Number: "25"})
			// The objects that the signature rewrote are taken from the signed file.
			f, err := cos.Open(first.Data)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range []int{pCatalog, pForm} {
				if got := string(cos.Append(nil, f.Get(cos.Ref{Num: n}))); got != string(cos.Append(nil, cos.Raw(p.objects[n]))) {
					p.objects[n] = spelled(p.objects[n], n, f)
				}
			}
			data := added(t, first.Data, a.do(p))
			r, found := Verify("a.pdf", data, VerifyOptions{})
			if r == nil || !r.Broken() || !diag.HasErrors(found) {
				t.Fatalf("not noticed: %+v %v", r, messages(found))
			}
			told := strings.Join(messages(found), "\n")
			if !strings.Contains(told, a.want) {
				t.Errorf("want %q in\n%s", a.want, told)
			}
			for _, c := range r.Changes {
				if c.After != "ky_1" || c.Revision != 3 {
					t.Errorf("%+v", c)
				}
			}
			if out, found := Sign("a.pdf", data, Request{Key: key, Now: signedAt}); out != nil {
				t.Errorf("signed all the same: %v", messages(found))
			}
		})
	}
}

// spelled adds to an object what the signature put into it.
func spelled(body string, n int, f *cos.File) string {
	d, _ := f.Get(cos.Ref{Num: n}).(cos.Dict)
	for _, key := range []cos.Name{"Perms", "SigFlags"} {
		if v, ok := d[key]; ok {
			body = strings.TrimSuffix(body, ">>") + "/" + string(key) + " " + string(cos.Append(nil, v)) + " >>"
		}
	}
	return body
}

// TestBytesBehind: whatever stands behind the last signature is noticed, be it
// blanks, a comment or the whole file once more.
func TestBytesBehind(t *testing.T) {
	data := twice(t)
	for _, tail := range []string{"\n", " ", "\x00", "% ghi chú\n", "%%EOF\n", "1 0 obj\nnull\nendobj\n", string(data)} {
		if !noticed(append(bytes.Clone(data), tail...)) {
			t.Errorf("%.20q is not noticed", tail)
		}
	}
	for _, head := range []string{"\n", "%!\n"} {
		if !noticed(append([]byte(head), data...)) {
			t.Errorf("%q before the file is not noticed", head)
		}
	}
}

// TestGenerations: an object that is written anew with another generation takes
// the old one away from whatever refers to it, also where a signature refers to
// the new one.
func TestGenerations(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Body("Công đoàn Thử Nghiệm"))
	p := full()
	p.change(t, p.number("ky_1")+1, "/Resources <<", fmt.Sprintf("/Resources << /XObject << /A %d 1 R >>", pContents2))
	f, err := cos.Open(signFile(t, p.bytes(), Request{Key: key}).Data)
	if err != nil {
		t.Fatal(err)
	}
	u := f.NewUpdate()
	u.Set(cos.Ref{Num: pContents2, Gen: 1}, cos.Raw(stream("", "BT ET")))
	r, found := Verify("a.pdf", u.Bytes(), VerifyOptions{})
	if r != nil && !strings.Contains(strings.Join(messages(found), "\n"), "trang 2: nội dung đã bị sửa") {
		t.Errorf("%+v %v", r, messages(found))
	}
}
