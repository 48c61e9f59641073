package build

import (
	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// Fmt gives a plan file in canonical form: its comments, its blank lines and
// its meaning stay. The meaning is held to: the canonical file must compose to
// the same paper, else the file is refused unchanged.
func (o *Office) Fmt(in Input) ([]byte, []diag.Finding) {
	text, found := read.Source(in.Name, in.Data)
	if diag.HasErrors(found) {
		return nil, found
	}
	before, found := read.YAML(in.Name, []byte(text), read.Options{HasGlyph: o.Fonts.Has})
	if before == nil || diag.HasErrors(found) {
		return nil, found
	}
	root, _ := strictyaml.Parse(in.Name, []byte(text))
	out := write.Fmt(text, root)
	after, again := read.YAML(in.Name, []byte(out), read.Options{HasGlyph: o.Fonts.Has})
	if after == nil || diag.HasErrors(again) || o.meaning(before) != o.meaning(after) {
		return nil, append(found, diag.New("FMT-MEANING", diag.Error, "fmt", diag.Place{File: in.Name},
			diag.M("không đưa được về dạng chuẩn mà giữ nguyên nghĩa; tệp không bị sửa", "the canonical form would change the meaning; the file was left alone"),
			diag.M("gửi tệp này cho người bảo trì", "send this file to the maintainers")))
	}
	return []byte(out), found
}

// meaning is what a plan puts on paper, or its facts where it holds what is
// not drawn yet.
func (o *Office) meaning(p *plan.Plan) string {
	paper := &Paper{Plan: p}
	o.choose(paper)
	if paper.Standard == nil {
		return plan.Dump(*p)
	}
	d, found := compose.Compose(p, &paper.Standard.Form)
	if diag.HasErrors(found) {
		return plan.Dump(*p)
	}
	return d.Dump()
}
