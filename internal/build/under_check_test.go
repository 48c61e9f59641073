package build

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// edit changes one line of a plan file.
type edit struct{ old, new string }

// underFindings gives what a check against a superior tells of the comparison:
// code, "?" where it was not judged, and what of the superior it names.
func underFindings(t *testing.T, o *Office, sup *Superior, name string, data []byte) []diag.Finding {
	t.Helper()
	c := o.Check(Input{Name: name, Data: data}, CheckOptions{SkipPages: true, Under: sup})
	if c.Paper == nil {
		t.Fatalf("%s was not read: %v", name, c.Findings)
	}
	var out []diag.Finding
	for _, f := range c.Findings {
		if strings.HasPrefix(f.Code, "UNDER-") {
			out = append(out, f)
		}
	}
	return out
}

// TestUnderCheck: a plan that answers everything in its own words has no
// warning; each change of it is told, and nothing else is.
func TestUnderCheck(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct {
		name, dir string
		edits     []edit
		want      []string // code, "?" if not judged, and words of the message
	}{
		{"all answered", "cong-doan-tinh", nil, nil},
		{"all answered, state", "ubnd-tinh", nil, nil},
		{"in words of its own: a school", "so-giao-duc", nil, []string{"UNDER-UNANSWERED mục I, khoản 2", "UNDER-LATE? mục III, khoản 2, gạch đầu dòng 1"}},
		{"in words of its own: a party committee", "tinh-uy-2", nil, []string{"UNDER-UNANSWERED? mục I, khoản 2"}},
		{"in words of its own: without the yearly report", "phu-nu-tinh", nil, []string{"UNDER-UNANSWERED? rà soát, lập danh sách", "UNDER-UNANSWERED? báo cáo năm"}},
		{"all but two", "cong-doan-tinh", []edit{
			{"      - Mở Chợ Tết không đồng tại sân Trung tâm Văn hóa phường vào ngày 23/01/2027, có 30 gian hàng quần áo, gạo, bánh mứt.\n", "      - Treo cờ, đèn lồng ở 12 khu phố.\n"},
			{"      - Báo cáo kết quả chăm lo Tết về tỉnh trước ngày 12/02/2027.\n", ""},
		}, []string{
			"UNDER-UNANSWERED mục II, khoản 1, điểm 1.2, gạch đầu dòng 1",
			"UNDER-UNANSWERED mục III, khoản 2, gạch đầu dòng 2",
		}},
		{"all but two, state", "ubnd-tinh", []edit{
			{"      | 1 | Kiện toàn 12 Tổ công nghệ số cộng đồng của các thôn | Phòng Văn hóa - Xã hội | 20/3/2027 | Quyết định |\n", ""},
			{"      - Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã số hóa toàn bộ 46 quyển sổ hộ tịch, xong trước ngày 15/9/2027.\n", "      - Thay 04 máy tính cũ.\n"},
		}, []string{"UNDER-UNANSWERED mục II, khoản 2, gạch đầu dòng 1", "UNDER-UNANSWERED mục III, bảng việc, dòng tệp 33"}},
		{"what is for other units is not judged", "cong-doan-tinh", []edit{
			{"      - Niêm yết lịch nghỉ Tết tại cổng trước ngày 18/01/2027.\n", ""},
		}, []string{"UNDER-UNANSWERED? mục III, khoản 3"}},
		{"late", "cong-doan-tinh", []edit{{"trước ngày 12/02/2027", "trước ngày 28/02/2027"}}, []string{"UNDER-LATE mục III, khoản 2, gạch đầu dòng 2"}},
		{"late in a row", "ubnd-tinh", []edit{{"| 20/3/2027 |", "| 20/4/2027 |"}}, []string{"UNDER-LATE mục III, bảng việc, dòng tệp 33"}},
		{"no deadline", "cong-doan-tinh", []edit{{" về tỉnh trước ngày 12/02/2027", " về tỉnh"}}, []string{"UNDER-LATE? mục III, khoản 2, gạch đầu dòng 2"}},
		{"another number", "cong-doan-tinh", []edit{{"số 12/KH-LĐLĐ", "số 21/KH-LĐLĐ"}}, []string{"UNDER-CITE 21/KH-LĐLĐ"}},
		{"another day", "cong-doan-tinh", []edit{{"ngày 15/12/2026", "ngày 15/11/2026"}}, []string{"UNDER-CITE 15/11/2026"}},
		{"not cited", "ubnd-tinh", []edit{{"Thực hiện Kế hoạch số 145/KH-UBND ngày 20/01/2027 của Ủy ban nhân dân tỉnh Sơn Bình về chuyển đổi số trên địa bàn tỉnh Sơn Bình năm 2027", "Căn cứ Luật Giao dịch điện tử"}}, []string{"UNDER-CITE số 145"}},
		{"number still blank", "cong-doan-tinh", []edit{{"số 12/KH-LĐLĐ", "số …/KH-LĐLĐ"}}, []string{"UNDER-CITE? trống số"}},
		{"a report of another time", "cong-doan-tinh", []edit{{"Báo cáo kết quả chăm lo Tết về tỉnh trước ngày 12/02/2027", "Báo cáo về tỉnh trước ngày 12/9/2026"}}, []string{"UNDER-UNANSWERED mục III, khoản 2, gạch đầu dòng 2"}},
		{"the plan itself is late", "ubnd-tinh", []edit{{"ngay: 10/02/2027", "ngay: 20/02/2027"}, {"      a) Tham mưu ban hành kế hoạch của đơn vị trước ngày 12/02/2027.\n", ""}}, []string{"UNDER-LATE ban hành ngày 20/02/2027"}},
		{"last year's plan", "ubnd-tinh", []edit{{"Chuyển đổi số trên địa bàn xã Mường Lập năm 2027\n", "Chuyển đổi số trên địa bàn xã Mường Lập năm 2026\n"}}, []string{"UNDER-PERIOD 01/01/2026"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := "testdata/under/" + c.dir + "/"
			files, _ := filepath.Glob(dir + "cap-tren.*")
			sup := superiorOf(t, o, Input{Name: files[0], Data: mustRead(t, files[0])})
			text := string(mustRead(t, dir+"tra-loi.yaml"))
			for _, e := range c.edits {
				if strings.Count(text, e.old) != 1 {
					t.Fatalf("%q stands %d times", e.old, strings.Count(text, e.old))
				}
				text = strings.Replace(text, e.old, e.new, 1)
			}
			got := underFindings(t, o, sup, "k.yaml", []byte(text))
			for _, want := range c.want {
				code, words, _ := strings.Cut(want, " ")
				judged := !strings.HasSuffix(code, "?")
				i := slices.IndexFunc(got, func(f diag.Finding) bool {
					return f.Code == strings.TrimSuffix(code, "?") && f.Judged == judged && strings.Contains(f.Message.Vi, words)
				})
				if i < 0 {
					t.Errorf("not told: %s", want)
					continue
				}
				got = slices.Delete(got, i, i+1)
			}
			for _, f := range got {
				t.Errorf("told too: %s %v %d: %s", f.Code, f.Judged, f.At.Line, f.Message.Vi)
			}
		})
	}
}

// TestUnderDraftAnswersNothing: an empty draft answers nothing of what it is
// made from, and cites its superior rightly.
func TestUnderDraftAnswersNothing(t *testing.T) {
	o := openOffice(t)
	for _, c := range underCases(t) {
		sup := superiorOf(t, o, c.input)
		data, report, _ := o.Under(sup, UnderOptions{Unit: c.unit}, "vi")
		open, want := 0, 0
		for _, u := range report.Tasks {
			if u.Product != "kế hoạch" { // which the draft itself is
				want++
			}
		}
		for _, f := range underFindings(t, o, sup, "nháp.yaml", data) {
			switch {
			case f.Code == "UNDER-UNANSWERED":
				open++
			case f.Judged:
				t.Errorf("%s: %s: %s", c.name, f.Code, f.Message.Vi)
			}
		}
		if open != want {
			t.Errorf("%s: %d tasks are open, want %d", c.name, open, want)
		}
	}
}
