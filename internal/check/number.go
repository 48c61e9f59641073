package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

const basisNumber = "NĐ 30/2020, PL I, II.3"

// numberRules look at số, ký hiệu of the document itself. They read the line as
// it stands, because a reader has taken blanks away.
func numberRules() []Rule {
	return []Rule{
		{
			Code: "NUM-SPACE", Group: GroupNumber, Basis: basisNumber, Fix: Safe,
			Title: diag.M("dấu cách trong số, ký hiệu", "a blank in number or symbol"),
			Why: diag.M("Giữa số và ký hiệu là dấu gạch chéo, giữa các nhóm chữ của ký hiệu là dấu gạch nối, đều không cách chữ. Máy tìm văn bản theo số, ký hiệu sẽ không thấy số có dấu cách.",
				"Number and symbol are joined by a stroke and the groups of a symbol by hyphens, without blanks. A search for the number does not find one with blanks."),
			Bad: Sample{Key: "ky_hieu", Text: "KH - UBND"}, Good: Sample{Key: "ky_hieu", Text: "KH-UBND"},
			Run: numSpace,
		},
		{
			Code: "NUM-PAD", Group: GroupNumber, Basis: basisNumber, Fix: Safe,
			Title: diag.M("số nhỏ hơn 10 thiếu số 0", "a number below 10 without its 0"),
			Why: diag.M("Số dưới 10 phải ghi thêm số 0 phía trước: 05, không ghi 5.",
				"A number below 10 is written with a 0 before it: 05, not 5."),
			Bad: Sample{Key: "so", Text: "5"}, Good: Sample{Key: "so", Text: "05"},
			Run: numPad,
		},
		{
			Code: "NUM-WHOLE", Group: GroupNumber, Basis: basisNumber, Fix: Safe,
			Title: diag.M("khóa so ghi cả chữ “Số:” hoặc ký hiệu", "so holds the word “Số:” or the symbol"),
			Why: diag.M("Chữ “Số:” và ký hiệu được in sẵn cạnh số. Dán cả dòng “Số: 15/KH-UBND” vào khóa so thì trên giấy chúng đứng hai lần.",
				"The word “Số:” and the symbol are printed beside the number. Where a whole line “Số: 15/KH-UBND” is pasted into so they stand twice on paper."),
			Bad: Sample{Key: "so", Text: "15/KH-UBND"}, Good: Sample{Key: "so", Text: "15"},
			Run: numWhole,
		},
		{
			Code: "NUM-FORM", Group: GroupNumber, Basis: "NĐ 30/2020, PL I, II.3; PL III; HD 05-HD/VPTW, tr. 6-9", Fix: Never,
			Title: diag.M("ký hiệu sai cách viết", "a symbol of another form"),
			Why: diag.M("Văn bản của cơ quan nhà nước, công đoàn viết số/loại-cơ quan (25/KH-UBND); văn bản của Đảng, Đoàn viết số-loại/cơ quan (25-KH/ĐU). Loại là chữ viết tắt của kế hoạch, các nhóm chữ viết hoa.",
				"State bodies and unions write number/type-body (25/KH-UBND), the Party and the Youth Union number-type/body (25-KH/ĐU). The type is the short form of plan, and all groups are in capitals."),
			Bad: Sample{Key: "ky_hieu", Text: "UBND-VX"}, Good: Sample{Key: "ky_hieu", Text: "-"},
			Run: numForm,
		},
		{
			Code: "NUM-MISSING", OfPlans: true, Group: GroupNumber, Basis: basisNumber, Fix: Never,
			Title: diag.M("thiếu số hoặc ký hiệu", "number or symbol is missing"),
			Why: diag.M("Văn bản phát hành phải có số và ký hiệu. Bản thảo để trống số cho văn thư; bản cuối thì không.",
				"An issued document has a number and a symbol. A draft leaves the number to the clerk, a final text does not."),
			Bad: Sample{Key: "ky_hieu", Text: "-"}, Good: Sample{Key: "so", Text: "05"},
			Run: numMissing,
		},
	}
}

var symbolSpace = re(`\s*[/\-–]\s*`)

func numSpace(p *Pass) {
	for _, c := range []plan.Chu{p.Plan.KyHieu, p.Plan.So} {
		line, from := valueOf(c)
		for _, m := range symbolSpace.FindAllStringIndex(line[from:], -1) {
			lo, hi := from+m[0], from+m[1]
			piece := line[lo:hi]
			if strings.TrimSpace(piece) == piece || lo == from || roomForNumber(line[from:lo]) {
				continue
			}
			at := span(c.At, line, lo, hi)
			f := p.Report(at, diag.M("số, ký hiệu có dấu cách: %q", "number or symbol has blanks: %q", strings.Trim(line[from:], " \"'")),
				diag.M("viết liền, không cách trước và sau dấu / và dấu -", "write it without blanks around / and -"))
			f.Fix = strings.TrimSpace(strings.ReplaceAll(piece, "–", "-"))
		}
		if c.Given && strings.HasPrefix(strings.TrimSpace(line[from:]), "Số") {
			return // both stand on one line, as pasted
		}
	}
}

// roomForNumber tells whether nothing but "Số:" stands before a separator: the
// blanks are the room for a number that is not given yet.
func roomForNumber(before string) bool {
	return strings.Trim(strings.TrimPrefix(strings.TrimSpace(before), "Số"), ": ") == ""
}

// valueOf gives the line of a value as it stands, and where in it the value
// begins. Of a pasted line "Số: …" that is the line's own beginning.
func valueOf(c plan.Chu) (line string, from int) {
	line = c.At.Text
	if !c.Given || line == "" {
		return "", 0
	}
	for n := 1; n < c.At.Column && from < len(line); n++ {
		_, size := utf8.DecodeRuneInString(line[from:])
		from += size
	}
	return line[:valueEnd(c.At, line, from)], from
}

// valueEnd is where a value that begins at from ends in its line: at its quotation
// mark, else at its end where a comment of the file stands behind it.
func valueEnd(at diag.Place, line string, from int) int {
	if rest := line[from:]; strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "'") {
		if i := strings.Index(rest[1:], rest[:1]); i >= 0 {
			return from + i + 2
		}
	}
	r := []rune(line)
	if at.EndColumn <= at.Column || at.EndColumn > len(r) || !strings.HasPrefix(strings.TrimLeft(string(r[at.EndColumn-1:]), " \t"), "#") {
		return len(line)
	}
	return len(string(r[:at.EndColumn-1]))
}

// span is a place in the line of another, from byte to byte.
func span(at diag.Place, line string, lo, hi int) diag.Place {
	at.Column = utf8.RuneCountInString(line[:lo]) + 1
	at.EndColumn = utf8.RuneCountInString(line[:hi]) + 1
	return at
}

func numPad(p *Pass) {
	so := p.Plan.So
	if s := so.Plain(); len(s) != 1 || s < "1" || s > "9" {
		return
	}
	line, from := valueOf(so)
	i := strings.Index(line[from:], so.Plain())
	if i < 0 {
		return
	}
	f := p.Report(span(so.At, line, from+i, from+i+1), diag.M("số %s thiếu số 0 phía trước", "the number %s lacks a 0 before it", so.Plain()),
		diag.M("viết 0%s", "write 0%s", so.Plain()))
	f.Fix = "0" + so.Plain()
}

// numForm judges the symbol by the shape that the form gives it: the sign that
// stands between number and symbol there is not the one inside the symbol.
func numForm(p *Pass) {
	c := p.Plan.KyHieu
	symbol := strings.TrimSpace(c.Plain())
	if symbol == "" || strings.Contains(symbol, "{") {
		return
	}
	inner, outer := "-", "/"
	if strings.Contains(p.Standard.Form.So, "{so}-") {
		inner, outer = "/", "-"
	}
	hint := diag.M("viết %s, cách nhau bằng dấu %s", "write %s, joined by %s", p.Standard.Form.KyHieu+inner+"…", inner)
	kind, body, ok := strings.Cut(symbol, inner)
	kind = strings.TrimSpace(kind)
	switch {
	case !ok && strings.Contains(symbol, outer):
		f := p.Report(c.At, diag.M("ký hiệu %s viết theo kiểu của hệ thống văn bản khác", "the symbol %s has the form of another system", symbol), hint)
		if p.Plan.TheThuc.Blank() {
			f.Severity = diag.Warning // the form itself is only taken from the words
		}
	case p.Plan.TenLoai.Given:
	case symbol == p.Standard.Form.KyHieu:
		p.Report(c.At, diag.M("ký hiệu %s thiếu chữ viết tắt tên cơ quan", "the symbol %s lacks the short form of the body", symbol), hint)
	case !ok || !strings.HasPrefix(kind, p.Standard.Form.KyHieu):
		p.Report(c.At, diag.M("ký hiệu %s không mở đầu bằng chữ viết tắt của kế hoạch", "the symbol %s does not begin with the short form of plan", symbol), hint)
	case strings.IndexFunc(kind+body, unicode.IsLower) >= 0:
		p.Report(c.At, diag.M("ký hiệu %s có chữ thường", "the symbol %s has small letters", symbol),
			diag.M("viết hoa các chữ viết tắt của ký hiệu", "write the short forms of a symbol in capitals")).Severity = diag.Warning
	case strings.Contains(strings.TrimSpace(body), " ") && !symbolSpace.MatchString(strings.TrimSpace(body)):
		p.Report(c.At, diag.M("ký hiệu %s có hai nhóm chữ cách nhau bằng dấu cách", "the symbol %s has two groups with a blank between them", symbol),
			diag.M("viết liền, hoặc nối bằng dấu gạch nối", "write them as one, or join them by a hyphen"))
	}
}

func numMissing(p *Pass) {
	so, symbol := p.Plan.So, p.Plan.KyHieu
	if p.attached() {
		return
	}
	if so.Blank() && p.Stage != Signing {
		p.Report(p.placeOr(so.Given, so.At), diag.M("chưa có số văn bản", "the document has no number yet"),
			diag.M("bản thảo để trống được: văn thư cho số khi phát hành", "a draft may leave it open: the clerk gives it on issue")).Severity = p.Blank()
	}
	if symbol.Blank() {
		p.Report(p.placeOr(symbol.Given, symbol.At), diag.M("chưa có ký hiệu", "the document has no symbol"),
			diag.M("ghi ký hiệu, ví dụ: %s", "write the symbol, such as: %s", p.Standard.Form.KyHieu)).Severity = p.Blank()
	}
}
