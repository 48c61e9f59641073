package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// leftoverRules look at what copying and scanning leave behind.
func leftoverRules() []Rule {
	return []Rule{
		{
			Code: "MARKDOWN", Group: GroupTyping, Basis: basisCare, Fix: Never,
			Title: diag.M("dấu định dạng còn sót trong văn bản", "marks of formatting left in the text"),
			Why: diag.M("Các dấu **, *, #, ` của trình soạn thảo trên mạng không có trên giấy; dấu không có cặp sẽ in ra nguyên.",
				"The marks **, *, # and ` of web editors do not belong on paper; one without its partner is printed as it stands."),
			Bad: Sample{Text: "Hoàn thành trước **ngày 30 tháng 6."}, Good: Sample{Text: "Hoàn thành **trước ngày 30 tháng 6**; số liệu (*) do các thôn báo cáo."},
			Run: markdown,
		},
		{
			Code: "OCR-JUNK", Group: GroupTyping, Basis: basisCare, Fix: Never,
			Title: diag.M("chữ vụn của con dấu khi quét", "scraps of a stamp in scanned text"),
			Why: diag.M("Khi quét văn bản giấy, chữ trên con dấu lọt vào giữa đoạn thành các dòng chữ hoa cụt.",
				"When a paper is scanned, the letters of its stamp get into the text as short broken lines in capitals."),
			Bad: Sample{Text: "Giữ gìn vệ sinh chung.\nỦY BA\nN D\nPHƯỜ\nTrồng thêm cây xanh."}, Good: Sample{Text: "Giữ gìn vệ sinh chung.\nTrồng thêm cây xanh."},
			Run: ocrJunk,
		},
		{
			Code: "SPLIT-PARA", Group: GroupTyping, Basis: basisCare, Fix: Never,
			Title: diag.M("đoạn văn bị ngắt đôi", "a paragraph cut in two"),
			Why: diag.M("Chép từ PDF, đoạn bị ngắt ở cuối trang: nửa sau thành một đoạn riêng, thụt đầu dòng, bắt đầu bằng chữ thường.",
				"Text from a PDF is cut at the end of a page: the second half becomes a paragraph of its own that begins with a small letter."),
			Bad: Sample{Text: "Các thôn rà soát lại danh sách, phân công người phụ trách trong\ntừng ngõ xóm và báo cáo kết quả."}, Good: Sample{Text: "Các thôn rà soát lại danh sách, phân công người phụ trách trong từng ngõ xóm và báo cáo kết quả."},
			Run: splitPara,
		},
		{
			Code: "SENT-FRAG", Group: GroupTyping, Basis: basisCare, Fix: Never,
			Title: diag.M("câu thiếu vế chính", "a sentence without its main clause"),
			Why: diag.M("Câu chỉ có phần mở (“Căn cứ …”, “Nhằm …”) rồi chấm: phần chính nằm ở câu sau, lẽ ra nối bằng dấu phẩy.",
				"A sentence of “Căn cứ …” or “Nhằm …” that ends there: its main clause is the next sentence and belongs behind a comma."),
			Bad: Sample{Text: "Căn cứ tình hình thực tế của các thôn và khả năng đóng góp của từng hộ. Các thôn chọn phần việc phù hợp."}, Good: Sample{Text: "Căn cứ tình hình thực tế và khả năng đóng góp của từng hộ, các thôn chọn phần việc phù hợp."},
			Run: fragment,
		},
		{
			Code: "MAIL-PUBLIC", Group: GroupTyping, Basis: "thực hành văn thư; nên dùng thư điện tử công vụ", Fix: Never,
			Title: diag.M("hộp thư công cộng", "a public mail address"),
			Why: diag.M("Cơ quan giao dịch bằng hộp thư có tên miền của cơ quan; hộp thư công cộng (gmail …) dễ bị giả mạo, mất khi đổi người.",
				"An office uses mail of its own domain; a public box is easily imitated and is lost when people leave."),
			Bad: Sample{Text: "Báo cáo gửi về hộp thư vanthu.xa@gmail.com trước ngày 20 hằng tháng."}, Good: Sample{Text: "Báo cáo gửi về hộp thư vanthu@xa.example trước ngày 20 hằng tháng."},
			Run: publicMail,
		},
	}
}

func markdown(p *Pass) {
	var bold, italic hits
	for _, t := range p.Texts {
		if p.Pasted && !p.Word {
			if lo, hi, ok := firstRun(t.Chu, func(r plan.Run) bool { return r.Bold }); ok {
				bold.add(t, lo, hi)
			}
			if lo, hi, ok := firstRun(t.Chu, func(r plan.Run) bool { return r.Italic && !r.Bold }); ok {
				italic.add(t, lo, hi)
			}
		}
		if lo, hi, ok := leftMark(t); ok {
			p.At(t, lo, hi, diag.M("còn sót dấu định dạng %s", "a mark of formatting is left: %s", t.S[lo:hi]),
				diag.M("xóa dấu đó, hoặc thêm dấu đóng cho đủ cặp", "delete it, or close it"))
		}
	}
	p.tellLook(&bold, "**", diag.M("đậm", "bold"))
	p.tellLook(&italic, "*", diag.M("nghiêng", "in italics"))
}

// tellLook tells once what the marks of pasted text do.
func (p *Pass) tellLook(h *hits, mark string, look diag.Msg) {
	if h.n == 0 {
		return
	}
	f := p.At(h.t, h.lo, h.hi, told(diag.Msg{Vi: "chữ giữa hai dấu " + mark + " được in " + look.Vi, En: "words between " + mark + " are printed " + look.En}, h.times()),
		diag.M("bỏ dấu %s nếu không cần", "leave %s out if they need not be", mark))
	f.Severity = diag.Info
}

// firstRun is the first piece of a paragraph with a look.
func firstRun(c plan.Chu, has func(plan.Run) bool) (lo, hi int, ok bool) {
	for _, r := range c.Runs {
		hi = lo + len(r.Text)
		if has(r) && r.Text != "" {
			return lo, hi, true
		}
		lo = hi
	}
	return 0, 0, false
}

// leftMark finds a mark of formatting: ** and `, a single * that opens before a
// word, # at the head, a link, a tag of HTML. "(*)" and a star behind a word
// point to a note.
func leftMark(t *fact.Text) (lo, hi int, ok bool) {
	for i, tok := range t.Tokens {
		if tok.Kind != fact.Mark {
			continue
		}
		next := t.Token(i + 1)
		switch tok.S {
		case "`":
			return tok.Lo, tok.Hi, true
		case "*":
			if next.S == "*" && !next.Gap {
				return tok.Lo, next.Hi, !starsOnly(t)
			}
			if i > 0 && next.Kind == fact.Word && !next.Gap && (tok.Gap || t.Token(i-1).S == "“") {
				return tok.Lo, tok.Hi, true
			}
		case "#":
			if end := headSigns(t, i); i == 0 && end < len(t.Tokens) && t.Tokens[end].Gap {
				return tok.Lo, t.Tokens[end-1].Hi, true
			}
		case "]":
			if next.S == "(" && !next.Gap && strings.HasPrefix(t.Token(i+2).Low, "http") {
				return tok.Lo, next.Hi, true
			}
		case "<":
			if k := tag(t, i); k > 0 {
				return tok.Lo, t.Tokens[k].Hi, true
			}
		}
	}
	return 0, 0, false
}

func headSigns(t *fact.Text, i int) int {
	for i < len(t.Tokens) && t.Tokens[i].S == "#" {
		i++
	}
	return i
}

// starsOnly tells whether a line of stars divides the text.
func starsOnly(t *fact.Text) bool { return strings.Trim(t.S, "* ") == "" }

// tag gives the token that closes a tag of HTML, 0 for none.
func tag(t *fact.Text, i int) int {
	k := i + 1
	if t.Token(k).S == "/" {
		k++
	}
	switch t.Token(k).Low {
	case "b", "i", "u", "br", "p", "strong", "em", "div", "span", "li", "ul", "ol", "td", "tr", "table":
	default:
		return 0
	}
	if k++; t.Token(k).S == "/" {
		k++
	}
	if t.Token(k).S == ">" {
		return k
	}
	return 0
}

// junkLines is how many short lines in a row are scraps.
const junkLines = 3

func ocrJunk(p *Pass) {
	run := 0
	for i, t := range p.Texts {
		if !junk(t) {
			run = 0
			continue
		}
		if run++; run != junkLines {
			continue
		}
		end := i
		for end+1 < len(p.Texts) && junk(p.Texts[end+1]) {
			end++
		}
		first := p.Texts[i-junkLines+1]
		p.At(first, 0, len(first.S), diag.M("%d dòng chữ hoa cụt, có vẻ là chữ của con dấu khi quét: %q", "%d short lines in capitals, as a scanned stamp leaves them: %q", end-i+junkLines, first.S),
			diag.M("xóa các dòng này, nối lại đoạn bị cắt", "delete these lines and join the paragraph that they cut"))
	}
}

// junk tells whether a line is a scrap: an unnumbered paragraph, short, all
// its letters capitals, without a final mark.
func junk(t *fact.Text) bool {
	if t.Doan == nil || t.Cell || t.Heading || t.Doan.Loai != plan.DoanVan || t.Doan.Nhan != "" || utf8.RuneCountInString(t.S) > 14 {
		return false
	}
	letters := false
	for _, r := range t.S {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	return letters && !ended(t)
}

// splitPara finds unnumbered paragraphs that begin with a small letter behind
// one that has no end, scraps of a stamp between them left aside.
func splitPara(p *Pass) {
	var last *fact.Text
	for _, t := range p.Texts {
		if t.Doan == nil || t.Cell {
			last = nil
			continue
		}
		if junk(t) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(t.S)
		if last != nil && last.Key == t.Key && last.Part == t.Part && t.Doan.Nhan == "" && (unicode.IsLower(first) && (!ended(last) || goesOn(last)) || opensList(last)) && !holed(t) {
			hi := len(t.S)
			if len(t.Tokens) > 4 {
				hi = t.Tokens[4].Hi
			}
			p.At(t, 0, hi, diag.M("đoạn này có vẻ là nửa sau của đoạn trên", "this paragraph seems to be the second half of the one above"),
				diag.M("nếu đúng, nối hai dòng làm một", "if it is, join the two lines"))
		}
		last = t
	}
}

// goesOn tells whether a long paragraph ends with a comma: no list does.
func goesOn(t *fact.Text) bool {
	return len(t.Tokens) > 15 && strings.HasSuffix(strings.TrimRight(t.S, " ”\"*"), ",")
}

// fragment finds sentences that only open: in the preamble those that begin
// with Thực hiện, Phát huy …, anywhere those with Căn cứ or Nhằm, where no
// clause with a body or people stands behind a comma.
func fragment(p *Pass) {
	for _, t := range p.Texts {
		if t.Doan == nil || t.Cell || t.Heading || t.Key == "can_cu" || len(t.Tokens) == 0 {
			continue
		}
		for i := 0; i < len(t.Tokens); {
			end := sentenceEnd(t, i)
			if end > i && end-i >= 6 && end < len(t.Tokens)-1 && opens(t, i) && !mainClause(t, i, end) {
				p.At(t, t.Tokens[i].Lo, t.Tokens[end].Hi, diag.M("câu chỉ có phần mở “%s …”, thiếu vế chính", "a sentence that only opens (“%s …”), without a main clause", t.S[t.Tokens[i].Lo:t.Tokens[i+1].Hi]),
					diag.M("nối với câu sau bằng dấu phẩy, hoặc viết thành câu đủ", "join it to the next by a comma, or make it a whole sentence"))
			}
			i = end + 1
		}
	}
}

// sentenceEnd is the token "." that ends the sentence begun at i.
func sentenceEnd(t *fact.Text, i int) int {
	for ; i < len(t.Tokens); i++ {
		if s := t.Tokens[i].S; (s == "." || s == "!" || s == "?") && t.Token(i+1).Gap && t.Token(i+1).Kind != fact.Mark {
			return i
		}
	}
	return len(t.Tokens)
}

func opens(t *fact.Text, i int) bool {
	a, b := t.Tokens[i], t.Token(i+1).Low
	if !a.Upper() || t.Quoted(a.Lo) {
		return false
	}
	switch two := a.Low + " " + b; {
	case two == "căn cứ", a.Low == "nhằm":
		return true
	case t.Key == "mo_dau":
		return two == "thực hiện" || two == "phát huy" || two == "hưởng ứng" || two == "tiếp tục"
	}
	return false
}

// mainClause tells whether a sentence has more than its opening: a body or
// people behind a comma, a colon, or what it is for.
func mainClause(t *fact.Text, i, end int) bool {
	for k := i + 2; k < end; k++ {
		tok := t.Tokens[k]
		if tok.S == ":" || tok.Low == "để" || tok.Low == "thì" {
			return true
		}
		if tok.S != "," || t.Quoted(tok.Lo) {
			continue
		}
		if next := t.Token(k + 1); next.Upper() {
			return true
		}
		switch t.Token(k + 1).Low {
		case "các", "từng", "mỗi", "ban", "công", "đoàn", "hội", "chi", "cấp", "đơn", "cơ", "trường", "ủy", "uỷ", "liên", "đề", "yêu", "xã", "phường", "tổ", "thôn", "việc", "cán", "đảng", "mọi", "toàn":
			return true
		}
	}
	return false
}

func publicMail(p *Pass) {
	x := p.Data.index()
	if len(x.mail) == 0 {
		return
	}
	for _, t := range p.Texts {
		for from := 0; ; {
			at := strings.IndexByte(t.S[from:], '@')
			if at < 0 {
				break
			}
			at += from
			lo, hi := mailAround(t.S, at)
			if x.mail[strings.ToLower(t.S[at+1:hi])] {
				p.At(t, lo, hi, mailMsg(t.S[lo:hi]), mailHint())
			}
			from = at + 1
		}
	}
	for _, c := range p.Plan.DiaChi.Items {
		s := c.Plain()
		if at := strings.IndexByte(s, '@'); at >= 0 {
			if lo, hi := mailAround(s, at); x.mail[strings.ToLower(s[at+1:hi])] {
				p.Report(c.At, mailMsg(s[lo:hi]), mailHint())
			}
		}
	}
}

func mailHint() diag.Msg {
	return diag.M("dùng hộp thư công vụ của cơ quan", "use the mail of the office")
}

func mailMsg(s string) diag.Msg {
	return diag.M("hộp thư công cộng: %s", "a public mail address: %s", s)
}

// mailAround is the address around its @.
func mailAround(s string, at int) (lo, hi int) {
	ok := func(c byte) bool {
		return c == '.' || c == '-' || c == '_' || c == '+' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	for lo, hi = at, at+1; lo > 0 && ok(s[lo-1]); {
		lo--
	}
	for hi < len(s) && ok(s[hi]) {
		hi++
	}
	for hi > at+1 && (s[hi-1] == '.' || s[hi-1] == '-') {
		hi--
	}
	return lo, hi
}

// opensList tells whether a paragraph ends with "như:", behind which its
// examples stand in the same paragraph.
func opensList(t *fact.Text) bool {
	n := len(t.Tokens)
	return t.Token(n-1).S == ":" && t.Token(n-2).Is("như")
}
