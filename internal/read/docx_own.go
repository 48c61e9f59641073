package read

import (
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

// blankLine reads the line of number and symbol, or of place and day, in which
// all is left blank: nothing but its style tells what it is.
func (t *textReader) blankLine(l tline) bool {
	s := strings.Join(strings.FieldsFunc(l.text, func(r rune) bool { return !isWordRune(r) }), " ")
	switch {
	case l.role == "so" && s == "Số":
		t.plan.So, t.plan.KyHieu = plan.Chu{Given: true, At: l.at}, plan.Chu{Given: true, At: l.at}
	case l.role == "ngay" && s == "ngày tháng năm":
		t.plan.DiaDanh, t.plan.Ngay = plan.Chu{Given: true, At: l.at}, plan.Ngay{Given: true, At: l.at}
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
	if k < 1 || m.NoiDung.Doan[k].Loai != plan.DoanVan || m.NoiDung.Doan[k].Dau != plan.KhongDau || m.NoiDung.Doan[k-1].DeMuc || finalMark(m.NoiDung.Doan[k].Chu.Plain()) == 0 {
		return
	}
	t.plan.Ket = plan.Van{Given: true, Doan: []plan.Doan{m.NoiDung.Doan[k]}, At: m.NoiDung.Doan[k].Chu.At}
	m.NoiDung.Doan = m.NoiDung.Doan[:k]
}
