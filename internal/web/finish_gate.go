package web

import (
	"bytes"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// gateData is what stands between a plan and its signing.
type gateData struct {
	*build.Gate
	Groups   []gateGroup
	Sentence diag.Msg
}

type gateGroup struct {
	Name diag.Msg
	Fine bool
	Rows []gateRow
}

// gateRow is a finding with the field in which it is mended.
type gateRow struct {
	diag.Finding
	Where diag.Msg
	Link  string
}

// gate judges a plan as one to be signed, and the PDF of it that stands in the
// folder.
func (s *Server) gate(f *finishing, toSign []paperShown) gateData {
	g := gateData{Gate: s.Office.Gate(f.in)}
	for _, group := range g.Gate.Groups {
		name, ours := gateWords[group.ID]
		switch {
		case ours && group.Fine && len(group.Findings) == 0:
			continue // nobody but the program can fail in it
		case !ours:
			name = group.Name
		}
		out := gateGroup{Name: capital(name), Fine: group.Fine}
		for _, found := range group.Findings {
			where, link := f.place(found.At)
			out.Rows = append(out.Rows, gateRow{found, where, link})
		}
		g.Groups = append(g.Groups, out)
	}
	s.gatePDF(f, toSign, &g)
	switch {
	case g.Errors > 0:
		g.Sentence = diag.M("Chưa trình ký được: còn %d lỗi phải sửa.", "Not ready to be signed: errors to mend: %d.", g.Errors)
	case g.Warnings > 0:
		g.Sentence = diag.M("Không còn lỗi. Nên xem %d cảnh báo dưới đây trước khi trình ký.", "There are no errors. Look at the warnings below before it is signed: %d.", g.Warnings)
	default:
		g.Sentence = diag.M("Sẵn sàng trình ký: chương trình không phát hiện lỗi, cảnh báo nào.", "Ready to be signed: the program found neither errors nor warnings.")
	}
	return g
}

// gateWords are what groups are called that are parts of the program: what they mean
// on paper.
var gateWords = map[string]diag.Msg{
	"read":    diag.M("chữ trong kế hoạch", "the text of the plan"),
	"yaml":    diag.M("cách ghi tệp kế hoạch", "how the plan file is written"),
	"compose": diag.M("những gì chưa đưa lên giấy được", "what cannot be put on paper"),
	"layout":  diag.M("cách chia trang", "how pages are filled"),
	"fmt":     diag.M("cách sắp tệp kế hoạch", "how the plan file is arranged"),
}

// gatePDF judges the file that will be signed: the newest that is as the plan says.
func (s *Server) gatePDF(f *finishing, toSign []paperShown, g *gateData) {
	name := f.base + build.PDF.Ending()
	if i := slices.IndexFunc(toSign, func(p paperShown) bool { return !p.Stale && !p.Signed }); i >= 0 {
		name = toSign[i].Name
	}
	out := gateGroup{Name: diag.M("Tệp %s", "File %s", name)}
	add := func(found diag.Finding) {
		switch found.Severity {
		case diag.Error:
			g.Errors++
		case diag.Warning:
			g.Warnings++
		}
		out.Rows = append(out.Rows, gateRow{Finding: found, Link: "#ghi"})
	}
	data, err := f.dir.Read(name, mostLooked)
	now, unmade := f.fresh(build.PDF, f.base)
	switch {
	case unmade != nil:
		return // which is told
	case err != nil:
		add(diag.New("", diag.Info, "", diag.Place{}, diag.M("chưa có tệp PDF để ký", "there is no PDF to sign yet"), diag.M("ghi PDF vào thư mục", "write the PDF into the folder")))
	case bytes.Equal(now, data):
		for _, found := range s.Office.CheckPDF(build.Input{Name: name, Data: data}, build.CheckOptions{Stage: build.Signing}).Findings {
			add(found)
		}
	case build.Unchanged(build.PDF, data):
		add(diag.New("", diag.Warning, "", diag.Place{}, diag.M("tệp cũ hơn kế hoạch", "the file is older than the plan"), diag.M("ghi lại PDF vào thư mục", "write the PDF into the folder again")))
	default:
		add(diag.New("", diag.Warning, "", diag.Place{}, diag.M("tệp đã có người sửa hoặc không do chương trình này ghi", "the file was edited, or not written by this program"), diag.M("ghi PDF bằng tên khác rồi ký bản đó", "write the PDF under another name and sign that")))
	}
	out.Fine = err == nil && !slices.ContainsFunc(out.Rows, func(r gateRow) bool { return r.Severity != diag.Info })
	g.Groups = append(g.Groups, out)
}

// place is the field of a place of the plan, in words and as an address.
func (f *finishing) place(at diag.Place) (diag.Msg, string) {
	path, _, _ := f.form.FieldOf(at)
	if path == "" || at.Line < 1 {
		if at.Line > 0 {
			return diag.M("dòng %d của tệp", "line %d of the file", at.Line), address(f.name)
		}
		return diag.Msg{}, ""
	}
	where := whereIn(f.form, path)
	if where == (diag.Msg{}) {
		where = diag.Msg{Vi: path, En: path}
	}
	return where, address(f.name) + "#" + f.key(path)
}

// capital begins a text with a capital.
func capital(m diag.Msg) diag.Msg {
	first := func(s string) string {
		r := []rune(s)
		if len(r) == 0 {
			return s
		}
		return strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return diag.Msg{Vi: first(m.Vi), En: first(m.En)}
}
