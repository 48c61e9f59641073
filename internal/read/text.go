package read

import (
	"regexp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

var textMarkup = markup{}

// LooksYAML tells whether a file without a telling name is a plan file: two
// keys of the plan at the head of lines.
func LooksYAML(data []byte) bool {
	names := plan.KeyNames(plan.Plan{})
	found := 0
	for _, l := range strings.SplitN(string(data), "\n", 400) {
		key, _, ok := strings.Cut(l, ":")
		if ok && key != "" && len(key) < 40 && key[0] != ' ' && contains(names, strictyaml.Fold(key)) {
			found++
		}
	}
	return found >= 2 && strings.Contains(string(data), "muc:")
}

var textTitle = regexp.MustCompile(`(?m)^[\s*#_]*KẾ HOẠCH[\s*_]*$`)

// LooksText tells whether a file holds a plan in plain text: its title stands
// alone on a line, and there is no key above it.
func LooksText(data []byte) bool {
	text, _ := clean("", string(data))
	at := textTitle.FindStringIndex(text)
	return at != nil && !textKey.MatchString(text[:at[0]])
}

var textKey = regexp.MustCompile(`(?m)^[a-z_]+:`)

// Text reads a plan as people paste it out of Word, a PDF or a web page. A
// text that is no plan gives the error NOT-A-PLAN with its reasons. What is
// absent or could not be placed is told in info findings.
func Text(file string, data []byte, opt Options) (*plan.Plan, []diag.Finding) {
	text, fs := Source(file, data)
	if diag.HasErrors(fs) {
		return nil, fs
	}
	t := &textReader{words: opt.Words, plan: &plan.Plan{At: diag.Place{File: file}}, findings: fs}
	lines, dropped := dropPageNumbers(textLines(file, text))
	t.findings = append(t.findings, dropped...)
	if t.text(lines, opt) == nil {
		return nil, t.findings
	}
	t.findings = append(t.findings, checkGlyphs(file, text, opt.HasGlyph)...)
	t.report(opt.Told)
	return t.plan, t.findings
}

// text reads the lines of a text; nil for one that is no plan.
func (t *textReader) text(lines []tline, opt Options) *plan.Plan {
	parts := t.cut(lines)
	f, foreign := t.refuse(lines, parts)
	if foreign {
		t.findings = append(t.findings, f)
		if !opt.AnyDocument {
			return nil
		}
		parts = t.cutAny(lines)
	}
	t.header(parts.header)
	t.title(parts)
	t.opening(parts.opening)
	t.body(parts.body)
	t.foot(parts.foot)
	t.appendix(parts.appendix)
	t.closing()
	if !foreign {
		t.absent(parts)
	}
	return t.plan
}

type textReader struct {
	words    *Vocabulary
	plan     *plan.Plan
	findings []diag.Finding
	leftover []plan.Doan // text of the foot that has no place
	unknown  []diag.Place
	known    map[string]knowledge

	// looks gives a piece of a line of a Word file in its looks; nil for text,
	// whose looks are typed as marks.
	looks func(l tline, piece string) []plan.Run
	rows  func(l tline) []plan.Doan // of a table of a Word file
}

// absent tells in info findings which parts of a paper the source lacks.
func (t *textReader) absent(r regions) {
	p, at := t.plan, diag.Place{File: t.plan.At.File}
	tell := func(missing bool, code string, msg diag.Msg) {
		if missing {
			t.findings = append(t.findings, note(code, at, msg, diag.M("thêm vào tệp kế hoạch nếu bản chính có", "add it to the plan file if the paper has it")))
		}
	}
	if !p.TrichYeu.Given {
		t.findings = append(t.findings, warning("TITLE-ABSENT", at, diag.M("không thấy trích yếu dưới tên loại", "the subject is missing below the title"),
			diag.M("thêm khóa trich_yeu", "add the key trich_yeu")))
	}
	noHeader := !p.CoQuan.Given && !p.So.Given && !p.KyHieu.Given && !p.Ngay.Given
	noFoot := !p.NoiNhan.Given && len(p.NguoiKy) == 0
	if p.KemTheo.Given && noHeader && noFoot {
		return // those are of the document that it is issued with
	}
	tell(noHeader, "HEAD-ABSENT", diag.M("nguồn không có phần đầu (cơ quan, số, ngày)", "the source has no header (body, number, date)"))
	tell(noFoot, "FOOT-ABSENT", diag.M("nguồn không có phần cuối (nơi nhận, chữ ký)", "the source has no foot (recipients, signature)"))
	if !noHeader {
		tell(!p.CoQuan.Given, "HEAD-ABSENT", diag.M("không thấy tên cơ quan", "the name of the body is missing"))
		tell(!p.KyHieu.Given, "NUM-ABSENT", diag.M("không thấy số, ký hiệu", "number and symbol are missing"))
		tell(!p.Ngay.Given, "DATE-ABSENT", diag.M("không thấy địa danh, ngày tháng", "place and date are missing"))
	}
	if !noFoot {
		tell(!p.NoiNhan.Given, "FOOT-ABSENT", diag.M("không thấy nơi nhận", "the recipients are missing"))
		tell(len(p.NguoiKy) == 0, "SIGN-ABSENT", diag.M("không thấy chữ ký", "the signature is missing"))
		tell(len(p.NguoiKy) == 1 && p.NguoiKy[0].HoTen.Blank(), "SIGN-NAME-ABSENT", diag.M("không thấy họ tên người ký", "the name of the signer is missing"))
	}
}
