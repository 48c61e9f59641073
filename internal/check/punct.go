package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const basisPunct = "thực hành văn thư; quy tắc đặt dấu câu tiếng Việt"

func punctRules() []Rule {
	return []Rule{
		{
			Code: "PUNCT-SPACE", Group: GroupTyping, Basis: basisPunct, Fix: Safe,
			Title: diag.M("dấu cách quanh dấu câu", "blanks around punctuation"),
			Why: diag.M("Dấu câu viết liền chữ trước và cách chữ sau; dấu ngoặc viết liền chữ bên trong. Dấu cách sai chỗ làm dấu câu rơi xuống đầu dòng.",
				"A mark stands close to the word before it and a blank away from the word behind; brackets and quotation marks close to what is inside. A blank before a mark lets it fall to the next line."),
			Bad: Sample{Text: "Dọn vệ sinh đường làng , ngõ xóm."}, Good: Sample{Text: "Dọn vệ sinh lúc 7:30, đường dài 2,5 km, chi 1.000.000 đồng; thư: vanthu@xa.example, v.v."},
			Run: punctSpace,
		},
		{
			Code: "PUNCT-DOTS", Group: GroupTyping, Basis: basisPunct, Fix: Safe,
			Title: diag.M("dấu chấm lửng", "an ellipsis"),
			Why: diag.M("Dấu chấm lửng là một ký tự “…” (ba chấm), viết liền chữ trước, không thêm dấu phẩy ngay trước hay dấu chấm ngay sau.",
				"An ellipsis is one character “…” close to the word before it, without a comma directly before or a full stop directly behind."),
			Bad: Sample{Text: "Dọn vệ sinh đường làng, ngõ xóm.... giữ gìn cảnh quan."}, Good: Sample{Text: "Dọn vệ sinh đường làng, ngõ xóm… giữ gìn cảnh quan."},
			Run: punctDots,
		},
	}
}

func punctSpace(p *Pass) {
	for _, t := range p.Texts {
		if holed(t) || t.Key == "ho_ten" {
			continue
		}
		p.gluedSign(t)
		for i, tok := range t.Tokens {
			if tok.Kind != fact.Mark {
				if tok.Kind == fact.Number {
					p.gluedNumber(t, i)
				}
				continue
			}
			if p.twice(t, i) {
				continue
			}
			if closesUp(t, i) {
				p.At(t, tok.Lo, t.Token(i+1).Hi, diag.M("thiếu dấu cách sau dấu chấm lửng", "no blank behind an ellipsis"),
					diag.M("thêm dấu cách", "add a blank"))
				continue
			}
			switch tok.S {
			case ",", ";", ":", ".", "!", "?":
				if !p.blankBefore(t, i) {
					p.blankBehind(t, i)
				}
			case "(", "[", "“", "«":
				if next := t.Token(i + 1); i+1 < len(t.Tokens) && next.Gap && (next.Kind != fact.Mark || next.S == "“") {
					p.mendBlank(t, tok.Lo, next.Hi, tok.S+next.S, diag.M("thừa dấu cách sau %s", "a blank behind %s", tok.S))
				}
			case ")", "]", "”", "»":
				p.closing(t, i)
			case "-", "–":
				p.dash(t, i)
			}
		}
	}
}

// mendBlank tells of a blank too much or too few. At the border of a quotation
// it may be mended: what is quoted stays.
func (p *Pass) mendBlank(t *fact.Text, lo, hi int, fix string, msg diag.Msg) {
	f := p.At(t, lo, hi, msg, diag.M("viết: %s", "write: %s", fix))
	inside := t.Quoted(lo) && t.Quoted(hi-1) || t.Cited(lo) && t.Cited(hi-1)
	if !inside && marked(f.At) == t.S[lo:hi] {
		f.Fix = fix
	}
}

// ends tells whether a token can have a mark of punctuation behind it.
func ends(tok fact.Token) bool {
	if tok.Kind != fact.Mark {
		return true
	}
	switch tok.S {
	case ")", "]", "”", "»", "%":
		return true
	}
	return false
}

func (p *Pass) blankBefore(t *fact.Text, i int) bool {
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	if !tok.Gap || i == 0 || !ends(prev) {
		return false
	}
	if tok.S == "." && !next.Gap && i+1 < len(t.Tokens) && (next.S == "." || next.Kind != fact.Mark) {
		return false // an ellipsis; a file ending; .5
	}
	if (tok.S == ":" || tok.S == "." || tok.S == ",") && prev.Kind == fact.Number && next.Kind == fact.Number {
		return false // a ratio 1 : 2
	}
	if tok.S == ":" && (next.S == ")" || next.S == "/") {
		return false
	}
	hi := tok.Hi
	if tok.S == "." && next.S == "/" && t.Token(i+2).S == "." {
		hi = t.Token(i + 2).Hi
	}
	mark, fix := t.S[tok.Lo:hi], prev.S+t.S[tok.Lo:hi]
	if next.Kind != fact.Mark && !next.Gap {
		hi, fix = next.Hi, fix+" "+next.S
	}
	p.mendBlank(t, prev.Lo, hi, fix, diag.M("thừa dấu cách trước “%s”", "a blank before “%s”", mark))
	return true
}

func (p *Pass) blankBehind(t *fact.Text, i int) {
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	if i+1 >= len(t.Tokens) || next.Gap || i == 0 || tok.Gap && !ends(prev) {
		return
	}
	if next.Kind == fact.Mark {
		opening := next.S == "“" || next.S == "(" || next.S == "«"
		if opening && (tok.S == "," || tok.S == ";" || tok.S == ":") {
			p.mendBlank(t, prev.Lo, next.Hi, t.S[prev.Lo:tok.Hi]+" "+next.S, diag.M("thiếu dấu cách sau “%s”", "no blank behind “%s”", tok.S))
		}
		return
	}
	if !parted(t, i) || inAddress(t, i) {
		return
	}
	p.mendBlank(t, prev.Lo, next.Hi, t.S[prev.Lo:tok.Hi]+" "+next.S, diag.M("thiếu dấu cách sau “%s”", "no blank behind “%s”", tok.S))
}

// parted tells whether the words around a mark belong apart: no number 1.000 or
// 2,5, no time 7:30, no short form TP.HCM or v.v, no name of a file.
func parted(t *fact.Text, i int) bool {
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	switch tok.S {
	case ",":
		return !(prev.Kind == fact.Number && next.Kind == fact.Number) && ends(prev) && !inShortName(t, i)
	case ";":
		return ends(prev)
	case ":":
		if next.Kind == fact.Number && (prev.Kind == fact.Number || utf8.RuneCountInString(prev.S) == 1) {
			return false
		}
		return ends(prev) && utf8.RuneCountInString(prev.S) > 1
	case "!", "?":
		return prev.Kind == fact.Word && next.Kind == fact.Word
	}
	// A full stop: only between a word in small letters and one with a capital,
	// one of them with a letter of Vietnamese.
	return prev.Kind == fact.Word && next.Kind == fact.Word && prev.S == prev.Low && utf8.RuneCountInString(prev.S) > 1 &&
		next.Upper() && !next.Caps() && (vietnamese(prev.S) || vietnamese(next.S))
}

// inShortName tells whether a comma stands inside a name of capitals that are
// joined without blanks, an & among them: "VH,TT&DL".
func inShortName(t *fact.Text, i int) bool {
	and := false
	for _, step := range [2]int{-1, 1} {
		for k := i; ; k += step {
			tok := t.Token(k)
			if k < 0 || k >= len(t.Tokens) || tok.S != "," && tok.S != "&" && !tok.Caps() || step > 0 && k > i && tok.Gap {
				break
			}
			if (k == i-1 || k == i+1) && !tok.Caps() {
				return false
			}
			and = and || tok.S == "&"
			if step < 0 && tok.Gap {
				break
			}
		}
	}
	return and
}

// closing looks at closing brackets and quotation marks.
func (p *Pass) closing(t *fact.Text, i int) {
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	if tok.Gap && i > 0 && (ends(prev) || prev.S == "." || prev.S == "…") {
		p.mendBlank(t, prev.Lo, tok.Hi, prev.S+tok.S, diag.M("thừa dấu cách trước %s", "a blank before %s", tok.S))
	}
	if i+1 >= len(t.Tokens) || next.Gap || tok.S == "]" {
		return
	}
	dash := (next.S == "-" || next.S == "–") && t.Token(i+2).Gap
	letters := next.Kind == fact.Word && utf8.RuneCountInString(next.S) > 1 && (tok.S != ")" || next.S == next.Low && vietnamese(next.S) && i > 1)
	if dash || letters {
		p.mendBlank(t, tok.Lo, next.Hi, tok.S+" "+next.S, diag.M("thiếu dấu cách sau %s", "no blank behind %s", tok.S))
	}
}

// dash looks at a dash between words with a blank on one side only. Symbols
// (KH -UBND) and ranges of numbers are other rules' matter.
func (p *Pass) dash(t *fact.Text, i int) {
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	if i == 0 || i+1 >= len(t.Tokens) || tok.Gap == next.Gap || prev.Kind != fact.Word || next.Kind != fact.Word || prev.Caps() || next.Caps() {
		return
	}
	p.mendBlank(t, prev.Lo, next.Hi, prev.S+" "+tok.S+" "+next.S, diag.M("dấu %s chỉ cách một bên", "the dash %s has a blank on one side only", tok.S))
}

// longDots is from how many dots on they are room to write on, no ellipsis.
const longDots = 6

func punctDots(p *Pass) {
	three := hits{}
	for _, t := range p.Texts {
		if holed(t) || t.Cell && strings.Trim(t.S, ".… ") == "" || roomy(t) {
			continue
		}
		for i := 0; i < len(t.Tokens); i++ {
			end, n := dots(t, i)
			if n == 0 {
				continue
			}
			p.ellipsis(t, i, end, n, &three)
			i = end - 1
		}
	}
	if three.n == 0 {
		return
	}
	f := p.Mend(three.t, three.lo, three.hi, "…", told(diag.M("ba dấu chấm rời “...”", "three single dots “...”"), three.times()),
		diag.M("dùng một ký tự “…”", "use the one character “…”"))
	f.Severity = diag.Info // everybody types it so
}

// dots gives the end of a run of dots and ellipses, and how many dots it has;
// 0 for a full stop, an ellipsis alone, "./." and "v.v.".
func dots(t *fact.Text, i int) (end, n int) {
	for end = i; end < len(t.Tokens) && (end == i || !t.Tokens[end].Gap); end++ {
		if t.Tokens[end].S == "." {
			n++
		} else if t.Tokens[end].S == "…" {
			n += 3
		} else {
			break
		}
	}
	if end == i {
		return i, 0
	}
	if end == i+1 && (t.Tokens[i].S == "." || !t.Tokens[i].Gap || !ends(t.Token(i-1))) {
		n = 0
	}
	return end, n
}

// roomy tells whether dots are room to write on: a line of them, or several
// runs in one text.
func roomy(t *fact.Text) bool {
	return strings.Contains(t.S, strings.Repeat(".", longDots)) || strings.Contains(t.S, "………") || strings.Count(t.S, "....") > 3
}

// ellipsis tells what is wrong with a run of dots.
func (p *Pass) ellipsis(t *fact.Text, i, end, n int, three *hits) {
	tok, prev := t.Tokens[i], t.Token(i-1)
	if i == 0 || n < 3 && !(n == 2 && prev.Kind == fact.Word) || blankOf(t, i, end) {
		return
	}
	if prev.Low == "v" {
		return // v.v...
	}
	lo, hi := tok.Lo, t.Tokens[end-1].Hi
	run := t.S[lo:hi]
	fix, msg := "…", diag.M("dấu chấm lửng có %d chấm: “%s”", "an ellipsis of %d dots: “%s”", n, run)
	switch {
	case prev.S == "," && run == "…":
		return
	case prev.S == "," && !tok.Gap:
		msg = diag.M("dấu phẩy ngay trước dấu chấm lửng: “,%s”", "a comma directly before an ellipsis: “,%s”", run)
		lo = prev.Lo
	case tok.Gap && ends(prev):
		msg = diag.M("thừa dấu cách trước dấu chấm lửng “%s”", "a blank before an ellipsis “%s”", run)
		lo, fix = prev.Lo, prev.S+"…"
	case run == "...":
		three.add(t, lo, hi)
		return
	case n == 2:
		fix, msg = ".", diag.M("hai dấu chấm liền nhau", "two full stops")
	case n == 3:
		return
	}
	if next := t.Token(end); end < len(t.Tokens) && !next.Gap && next.Kind == fact.Word {
		hi, fix = next.Hi, fix+" "+next.S
	}
	p.Mend(t, lo, hi, fix, msg, diag.M("dùng một ký tự “…” viết liền chữ trước", "use the one character “…” close to the word before"))
}

// blankOf tells whether dots stand for something to be filled in: "ngày ...
// tháng ... năm ...", "số ...", "ông ...", "phường …".
func blankOf(t *fact.Text, i, end int) bool {
	prev, next := t.Token(i-1), t.Token(end)
	if nameless(t, i) {
		return true
	}
	switch prev.Low {
	case "ngày", "tháng", "năm", "số", "lần", "thứ", "tên", "ông", "bà", "quý", "từ", "đến", "của", ":", "/", "-", "(":
		return true
	}
	switch next.Low {
	case "tháng", "năm", "/", "-":
		return prev.Kind != fact.Word || next.S != "/" || !strings.HasPrefix(t.S[next.Lo:], "/.")
	case "đồng", "người":
		return unicode.IsDigit(rune(prev.S[0]))
	}
	return false
}

// closesUp tells whether a word follows a run of dots behind another word
// without a blank.
func closesUp(t *fact.Text, i int) bool {
	next := t.Token(i + 1)
	if next.Kind != fact.Word || next.Gap || t.Tokens[i].S != "." && t.Tokens[i].S != "…" {
		return false
	}
	start := i
	for start > 0 && !t.Tokens[start].Gap && (t.Tokens[start-1].S == "." || t.Tokens[start-1].S == "…") {
		start--
	}
	long := i-start >= 2 || t.Tokens[i].S == "…"
	return long && start > 0 && !t.Tokens[start].Gap && t.Tokens[start-1].Kind == fact.Word && t.Tokens[start-1].Low != "v"
}
