package sign

import (
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// strays tells of signatures that stand on a page and in no field of the form, as
// some programs leave them: they cannot be judged, and nobody may take the file for
// one that is not signed.
func (p *past) strays() {
	known := map[cos.Ref]bool{}
	for _, d := range p.form.fields {
		known[d.ref] = true
		for _, w := range d.widgets {
			known[w.ref] = true
		}
	}
	onPages, err := p.widgetPages()
	if err != nil {
		return // told where the fields are read
	}
	var pages []int
	for ref, page := range onPages {
		dict := p.dict(ref)
		if !known[ref] && p.file.name(dict["FT"]) == "Sig" && p.Get(dict["V"]) != nil {
			pages = append(pages, page)
		}
	}
	p.stray = len(pages) > 0
	slices.Sort(pages)
	for _, page := range slices.Compact(pages) {
		p.problems = append(p.problems, problem{code: "VERIFY-STRAY", what: diag.M("trang %d có chữ ký không nằm trong danh sách ô của tệp, không xét được", "page %d has a signature that no field of the form holds, it cannot be judged", page)})
	}
}
