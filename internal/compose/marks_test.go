package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
)

const marksMuc = "muc:\n  - tieu_de: A\n    noi_dung: |\n      Nạo vét.\n"

// TestMarks: each mark stands in the words and the frame of its form, at its
// place: below the number, at the head or foot of page 1, or at the foot of
// the last page.
func TestMarks(t *testing.T) {
	for _, c := range []struct{ form, keys, want string }{
		{"nd30", "do_khan: HỎA TỐC", "cell do_khan box=hoa_toc: HỎA TỐC"},
		{"nd30", "do_khan: HOẢ TỐC", "cell do_khan box=hoa_toc: HOẢ TỐC"},
		{"nd30", "do_khan: THƯỢNG KHẨN", "cell do_khan box=thuong_khan: THƯỢNG KHẨN"},
		{"nd30", "do_khan: KHẨN\ndu_thao: 2", "cell do_khan box=khan: KHẨN | cell du_thao box=du_thao: DỰ THẢO LẦN 2"},
		{"nd30", "do_khan: không\ndu_thao: không\nluu_hanh: không\nkem_theo: không", ""},
		{"nd30", "do_khan:\ndu_thao:\nluu_hanh:\nkem_theo:\ndia_chi:", ""},
		{"nd30", "du_thao: có", "cell du_thao box=du_thao: DỰ THẢO"},
		{"nd30", "luu_hanh: LƯU HÀNH NỘI BỘ", "first head luu_hanh box=luu_hanh: LƯU HÀNH NỘI BỘ"},
		{"nd30", "dia_chi: |\n  Số 1\n  Số 2", "first foot rule dia_chi | first foot dia_chi: Số 1 | first foot dia_chi: Số 2"},
		{"doan", "do_khan: KHẨN\ndu_thao: 1", "cell do_khan box=dau: KHẨN | cell du_thao box=dau: DỰ THẢO LẦN 1"},
		{"dang", "do_khan: KHẨN\ndu_thao: 3", "cell do_khan: KHẨN | cell du_thao: Dự thảo lần 3"},
		{"dang", "luu_hanh: TÀI LIỆU HỌP", "first head luu_hanh: TÀI LIỆU HỌP"},
		{"dang", "luu_hanh: Không phổ biến trên phương tiện thông tin đại chúng\ndia_chi: Số 1", "last foot rule dia_chi | last foot dia_chi: Số 1 | last foot luu_hanh_cuoi: Không phổ biến trên phương tiện thông tin đại chúng"},
	} {
		_, d, found := paper(t, "f", []byte("the_thuc: "+c.form+"\nso: 1\nky_hieu: KH-A\ntrich_yeu: Dọn kênh\n"+c.keys+"\n"+marksMuc))
		if len(found) > 0 {
			t.Fatalf("%s, %s: %v", c.form, c.keys, found)
		}
		if got := marksOf(d.Dump()); got != c.want {
			t.Errorf("%s, %s:\n got %s\nwant %s", c.form, c.keys, got, c.want)
		}
	}
}

// marksOf gives the marks of a dump with the place that each stands in.
func marksOf(dump string) string {
	var out []string
	place := ""
	for _, row := range strings.Split(dump, "\n") {
		switch {
		case row == "dau_trang[2,0]":
			place = "cell"
		case strings.HasPrefix(row, "first ") || strings.HasPrefix(row, "last "):
			place = row
		case !strings.HasPrefix(row, "  "):
			place = ""
		case place != "":
			out = append(out, place+" "+strings.TrimSpace(row))
		}
	}
	return strings.Join(out, " | ")
}

// TestMarkValues: a mark that the form does not have is told at its place, with
// the list of those that it has, together with what else is wrong.
func TestMarkValues(t *testing.T) {
	for _, c := range []struct{ form, keys, want string }{
		{"nd30", "do_khan: KHẨN CẤP", "error MARK-VALUE 3:10 HỎA TỐC, THƯỢNG KHẨN, KHẨN, không"},
		{"nd30", "do_khan: Khẩn", "error MARK-VALUE 3:10 HỎA TỐC, THƯỢNG KHẨN, KHẨN, không"},
		{"dang", "do_khan: GẤP", "error MARK-VALUE 3:10 HỎA TỐC, THƯỢNG KHẨN, KHẨN, không"},
		{"nd30", "du_thao: lần hai", "error MARK-VALUE 3:10 1, 2, 3 …, có, không"},
		{"nd30", "luu_hanh: CHỈ ĐỌC", "warning MARK-VALUE 3:11 LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI"},
		{"doan", "luu_hanh: CHỈ ĐỌC", ""},
		{"nd30", "do_khan: GẤP\ndu_thao: sau", "error MARK-VALUE 3:10 HỎA TỐC, THƯỢNG KHẨN, KHẨN, không | error MARK-VALUE 4:10 1, 2, 3 …, có, không"},
	} {
		_, d, found := paper(t, "f", []byte("the_thuc: "+c.form+"\ntrich_yeu: Dọn kênh\n"+c.keys+"\n"+marksMuc))
		found = diag.Sort(found)
		if (d == nil) != strings.Contains(c.want, "error") {
			t.Errorf("%s, %s: paper %v", c.form, c.keys, d != nil)
		}
		var got []string
		for _, f := range found {
			row := string(f.Severity) + " " + f.Code + " " + position(f.At)
			if f.Code == "MARK-VALUE" {
				_, list, _ := strings.Cut(f.Hint.Vi, ": ")
				row += " " + list
			}
			got = append(got, row)
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s, %s:\n got %s\nwant %s", c.form, c.keys, strings.Join(got, " | "), c.want)
		}
	}
}

// TestAttached: a plan that is issued with a document has title, text and end
// mark; the document's name stands under the title in the form's words, as far
// as they are not typed; what is not printed is told.
func TestAttached(t *testing.T) {
	for typed, want := range map[string]string{
		"Quyết định số 1/QĐ-UBND":               "(Kèm theo Quyết định số 1/QĐ-UBND)",
		"Kèm theo Quyết định số 1":              "(Kèm theo Quyết định số 1)",
		"Ban hành kèm theo Quyết định số 1":     "(Ban hành kèm theo Quyết định số 1)",
		"(Ban hành kèm theo Quyết định số 1)":   "(Ban hành kèm theo Quyết định số 1)",
		"(Kèm theo Công văn số 2/UBND-VX)":      "(Kèm theo Công văn số 2/UBND-VX)",
		"Quyết định số 1 (bản sửa đổi lần hai)": "(Kèm theo Quyết định số 1 (bản sửa đổi lần hai))",
	} {
		_, d, found := paper(t, "f", []byte("the_thuc: nd30\ntrich_yeu: Dọn kênh\nso:\nkem_theo: "+typed+"\n"+marksMuc))
		if len(found) > 0 {
			t.Fatal(found)
		}
		if got := last(lines(d, doc.KemVanBan)); got != want {
			t.Errorf("%q is printed %q, want %q", typed, got, want)
		}
		if got, want := d.Dump(), "ten_loai keep-next: KẾ HOẠCH\ntrich_yeu keep-next: Dọn kênh\nkem_van_ban: "; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "Nạo vét./.\n") {
			t.Errorf("%q: %s", typed, got)
		}
	}
	_, d, found := paper(t, "f", []byte("the_thuc: nd30\nco_quan: XÃ A\nso: 3\nky_hieu:\nngay: 2027\ntrich_yeu: Dọn kênh\nkem_theo: Quyết định số 1\ndo_khan: KHẨN\ndia_chi: Số 1\n"+marksMuc+"noi_nhan: [Tổ A]\nluu: VT\nnguoi_ky: {chuc_vu: A, ho_ten: B}\n"))
	if len(found) != 1 || found[0].Code != "KEM-THEO-UNPRINTED" || found[0].Severity != diag.Warning || position(found[0].At) != "2:10" ||
		!strings.HasSuffix(found[0].Message.Vi, ": co_quan, so, ngay, do_khan, dia_chi, noi_nhan, luu, nguoi_ky") {
		t.Errorf("told: %v", found)
	}
	if got := marksOf(d.Dump()); got != "" {
		t.Errorf("marks are printed: %s", got)
	}
}

// TestUnknownSigner: a signer of several who is not known yet has a column.
func TestUnknownSigner(t *testing.T) {
	for _, keys := range []string{"nguoi_ky:\n  - {chuc_vu: A, ho_ten: B}\n  - {chuc_vu: , ho_ten: }\n", "nguoi_ky: [{ho_ten: }, {ho_ten: }]\n"} {
		_, d, found := paper(t, "f", []byte("the_thuc: nd30\ntrich_yeu: Dọn kênh\n"+marksMuc+keys))
		if len(found) > 0 {
			t.Fatal(found)
		}
		s, ok := d.Sections[0].Blocks[len(d.Sections[0].Blocks)-1].(*doc.Signers)
		if !ok || len(s.Columns) != 2 || len(s.Columns[1]) != 1 {
			t.Errorf("%q: the foot is %+v", keys, s)
		}
	}
}

// TestSeveral: several bodies stand one under the other, or on one line where
// the form joins them; several signers have a column each, nơi nhận its own.
func TestSeveral(t *testing.T) {
	text := "\nco_quan: [XÃ A, XÃ B]\ntrich_yeu: Dọn kênh\n" + marksMuc + "luu: VT\nnguoi_ky:\n  - {chuc_vu: A, ho_ten: B}\n  - {chuc_vu: C, ho_ten: }\n"
	for form, want := range map[string]string{"nd30": "XÃ A, XÃ B", "doan": "XÃ A, XÃ B", "dang": "XÃ A - XÃ B"} {
		_, d, found := paper(t, "f", []byte("the_thuc: "+form+text))
		if len(found) > 0 {
			t.Fatal(found)
		}
		if got := strings.ReplaceAll(strings.Join(lines(d, doc.CoQuan), ", "), "\u00a0", " "); got != want {
			t.Errorf("%s: %s", form, got)
		}
		s, ok := d.Sections[0].Blocks[len(d.Sections[0].Blocks)-1].(*doc.Signers)
		if !ok || len(s.Columns) != 2 || len(s.NoiNhan) != 2 || len(s.Columns[1]) != 2 {
			t.Errorf("%s: the foot is %+v", form, s)
		}
	}
}

func position(at diag.Place) string { return fmt.Sprintf("%d:%d", at.Line, at.Column) }
