package check

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const basisNoiNhan = "NĐ 30/2020, PL I, II.9"

// noiNhanRules look at the list of recipients.
func noiNhanRules() []Rule {
	return []Rule{
		{
			Code: "NN-MISSING", OfPlans: true, Group: GroupNoiNhan, Basis: "NĐ 30/2020, Điều 8.2; PL I, II.9", Fix: Never,
			Title: diag.M("thiếu nơi nhận", "the recipients are missing"),
			Why: diag.M("Nơi nhận là thành phần bắt buộc: không có thì văn thư không biết gửi và lưu văn bản ở đâu.",
				"Recipients must be named, or the clerk does not know where to send and keep the document."),
			Bad: Sample{Key: "noi_nhan", Text: "-"}, Good: Sample{Key: "noi_nhan", Text: "\n  - Các thôn"},
			Run: noiNhanMissing,
		},
		{
			Code: "NN-FORM", Group: GroupNoiNhan, Basis: basisNoiNhan, Fix: Suggested,
			Title: diag.M("nơi nhận sai cách trình bày", "recipients out of form"),
			Why: diag.M("Mỗi nơi nhận một dòng có gạch đầu dòng, cuối dòng dấu chấm phẩy; dòng cuối ghi “Lưu”, dấu hai chấm, chữ viết tắt của văn thư, đơn vị soạn thảo, và kết thúc bằng dấu chấm. Của Đảng, Đoàn: sau “Lưu” không có dấu hai chấm.",
				"Each recipient stands on a line with a dash and a semicolon; the last line has “Lưu”, a colon, the short form of the clerk's office, the drafting unit, and ends with a full stop. The Party and the Youth Union put no colon behind “Lưu”."),
			Bad:  Sample{Key: "noi_nhan", Text: "\n  - Như trên\n  - Các thôn"},
			Good: Sample{Key: "noi_nhan", Text: "\n  - Thường trực Đảng ủy\n  - Các thôn"},
			Run:  noiNhanForm,
		},
		{
			Code: "NN-ABBR", Group: GroupNoiNhan, Basis: "thực hành văn thư; NĐ 30/2020, PL I, II.9", Fix: Never,
			Title: diag.M("nơi nhận viết tắt chưa giải nghĩa", "a recipient in a short form that is not explained"),
			Why: diag.M("Nơi nhận viết tắt thì người ngoài cơ quan, và văn thư mới, không biết gửi đi đâu.",
				"Somebody from outside, or a new clerk, does not know where to send a paper to a short form."),
			Bad:  Sample{Key: "noi_nhan", Text: "\n  - Phòng KTHTX\n  - Ban BQLHK"},
			Good: Sample{Key: "noi_nhan", Text: "\n  - Phòng Kinh tế\n  - Thường trực HĐND xã"},
			Run:  noiNhanAbbr,
		},
		noiNhanLuuRule(),
	}
}

func noiNhanMissing(p *Pass) {
	if len(p.Of("noi_nhan")) == 0 && !p.attached() {
		at := p.Bottom()
		if p.Plan.NoiNhan.Given && p.Plan.NoiNhan.At.Line > 0 {
			at = p.Plan.NoiNhan.At
		}
		p.Report(at, diag.M("không có nơi nhận", "no recipients are named"),
			diag.M("ghi noi_nhan, mỗi nơi một dòng", "write noi_nhan, one a line"))
	}
}

func noiNhanForm(p *Pass) {
	items := p.Of("noi_nhan")
	for i, t := range items {
		if t.Token(0).Is("như") && t.Token(1).Is("trên") {
			p.At(t, 0, t.Token(1).Hi, diag.M("“Như trên” chỉ dùng khi văn bản có dòng Kính gửi", "“Như trên” needs a line Kính gửi above"),
				diag.M("ghi tên nơi nhận", "name the recipient"))
		}
		if p.Pasted {
			p.itemAsTyped(t, i == len(items)-1 && p.Plan.Luu.Blank())
		}
	}
	p.archive()
}

// itemAsTyped judges a recipient of pasted text by its line as it stands.
func (p *Pass) itemAsTyped(t *fact.Text, last bool) {
	line := strings.TrimSpace(t.Chu.At.Text)
	if !strings.Contains(line, t.S) || strings.Count(line, ";") > 1 || strings.Contains(line, "\t") || strings.Contains(line, "   ") {
		return // several on one line, or two columns
	}
	end := ";"
	if last {
		end = "."
	}
	if strings.ContainsAny(line[:1], "-–+*•") && strings.HasSuffix(line, end) || strings.HasSuffix(line, ",") {
		return
	}
	if !strings.ContainsAny(line[:1], "-–+*•") {
		p.At(t, 0, len(t.S), diag.M("nơi nhận không có gạch đầu dòng", "a recipient without a dash"), diag.M("viết: - %s%s", "write: - %s%s", t.S, end))
		return
	}
	p.At(t, 0, len(t.S), diag.M("dòng nơi nhận không kết thúc bằng %q", "the line does not end with %q", end), diag.M("thêm dấu %s", "add %s", end))
}

// archive judges the line Lưu: its colon as it stands in pasted text, and the
// clerk's office that keeps the document.
func (p *Pass) archive() {
	words := p.Standard.Form.NoiNhan
	colon := strings.Contains(words.Luu, ":")
	if p.Plan.Luu.Blank() {
		if len(p.Of("noi_nhan")) > 0 {
			p.Report(p.placeOr(p.Plan.NoiNhan.Given, p.Plan.NoiNhan.At), diag.M("nơi nhận không có dòng Lưu", "the recipients lack the line Lưu"),
				diag.M("ghi luu: %s", "write luu: %s", keeper(words.VanThu)))
		}
		return
	}
	t := p.Of("luu")[0]
	line := t.Chu.At.Text
	_, rest, found := strings.Cut(line, "Lưu")
	switch {
	case p.Pasted && found && colon != strings.HasPrefix(strings.TrimSpace(rest), ":"):
		want := strings.TrimLeft(words.Luu, "- ")
		p.At(t, 0, len(t.S), diag.M("sau chữ Lưu sai dấu hai chấm", "the colon behind Lưu is wrong"), diag.M("viết: %s%s", "write: %s%s", want, t.S))
	case p.Pasted && !strings.HasSuffix(strings.TrimSpace(line), words.Last):
		p.At(t, 0, len(t.S), diag.M("dòng Lưu không kết thúc bằng dấu %q", "the line Lưu does not end with %q", words.Last), diag.M("thêm dấu %s", "add %s", words.Last))
	}
	if words.VanThu != "" && !slices.ContainsFunc(t.Tokens, func(k fact.Token) bool { return k.S == words.VanThu || k.Is("văn") }) {
		p.At(t, 0, len(t.S), diag.M("dòng Lưu không ghi văn thư (%s)", "the line Lưu does not name the clerk's office (%s)", words.VanThu),
			diag.M("viết: %s, %s", "write: %s, %s", words.VanThu, strings.TrimRight(t.S, ".")))
	}
}

func keeper(vanThu string) string {
	if vanThu == "" {
		return "…"
	}
	return vanThu
}

// noiNhanAbbr tells the short forms among the recipients that are neither known
// to every reader nor explained in the document, all in one finding.
func noiNhanAbbr(p *Pass) {
	known := map[string]bool{}
	for _, a := range p.Abbrs {
		told := a.Text.Key != "noi_nhan" && a.Text.Key != "luu" && !a.Symbol && !a.Quoted // by ABBR-UNDEF
		known[a.S] = known[a.S] || a.Def || told
	}
	x := p.Data.index()
	for i := 0; i < len(p.Abbrs); i++ {
		a := &p.Abbrs[i]
		if a.Text.Key != "noi_nhan" || known[a.S] || common(x, a.S) {
			continue
		}
		known[a.S] = true
		names := "“" + a.S + "”"
		for _, b := range p.Abbrs[i+1:] { // of the same line
			if b.Text == a.Text && !known[b.S] && !common(x, b.S) {
				known[b.S] = true
				names += ", “" + b.S + "”"
			}
		}
		p.At(a.Text, a.Lo, a.Hi, diag.M("%s ở nơi nhận không được giải nghĩa trong văn bản", "%s among the recipients: explained nowhere in the document", names),
			diag.M("viết đầy đủ tên nơi nhận", "write the recipient's name out"))
	}
}
