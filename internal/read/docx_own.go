package read

import "kehoach.example/internal/plan"

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
