package read

import (
	"regexp"
	"strings"

	"kehoach.example/internal/plan"
)

// formVariable names the variable of a file that holds its house form.
const formVariable = "kehoach.the_thuc"

// settings reads what the settings of the file tell of a plan.
func (t *docxReader) settings() {
	if t.doc.Mirrored {
		t.plan.InHaiMat = plan.Text("có")
	}
	if form := t.doc.Vars[formVariable]; form != "" {
		t.plan.TheThuc = plan.Text(form)
	}
}

// ownDay is the line of place and day as all forms print it.
var ownDay = regexp.MustCompile(`^(.*?)\s*,\s*ngày\s*(\d{0,2})\s*tháng\s*(\d{0,2})\s*năm\s*(\d{0,4})$`)

// blankLine reads the line of place and day, and the line of number and symbol
// where both are blank: what it is can be told by its style alone.
func (t *textReader) blankLine(l tline) bool {
	switch s := squeeze(l.text); l.role {
	case "so":
		if strings.Trim(strings.TrimPrefix(s, "Số"), " :/-") != "" {
			return false
		}
		t.plan.So, t.plan.KyHieu = plan.Chu{Given: true, At: l.at}, plan.Chu{Given: true, At: l.at}
	case "ngay":
		m := ownDay.FindStringSubmatch(s)
		if m == nil {
			return false
		}
		t.plan.DiaDanh = plan.Chu{Given: true, Runs: plain(m[1]), At: l.at}
		t.plan.Ngay = plan.Ngay{Given: true, Day: m[2], Month: m[3], Year: m[4], At: l.at}
	default:
		return false
	}
	return true
}

// ownName reads tên loại in a file of this program, where all of its line is the
// name of the type, and gives what is left for the title to read.
func (t *docxReader) ownName(r regions) string {
	if r.name == t.words.TenLoai {
		return r.name
	}
	t.plan.TenLoai = chuAt(r.name, r.nameAt)
	return t.words.TenLoai
}

// closeOwn takes the last paragraph of a file of this program for its closing
// text whatever its words are: without a sign, below no heading, ended.
func (t *docxReader) closeOwn() {
	n := len(t.plan.Muc)
	if n == 0 || t.plan.Ket.Given {
		return
	}
	m := &t.plan.Muc[n-1]
	k := len(m.NoiDung.Doan) - 1
	if k < 1 || m.NoiDung.Doan[k].Loai != plan.DoanVan || m.NoiDung.Doan[k].Dau != plan.KhongDau || m.NoiDung.Doan[k-1].DeMuc || plan.FinalMark(m.NoiDung.Doan[k].Chu.Plain()) == 0 {
		return
	}
	t.plan.Ket = plan.Van{Given: true, Doan: []plan.Doan{m.NoiDung.Doan[k]}, At: m.NoiDung.Doan[k].Chu.At}
	m.NoiDung.Doan = m.NoiDung.Doan[:k]
}
