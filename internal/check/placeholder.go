package check

import (
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func placeholderRules() []Rule {
	return []Rule{{
		Code: "PLACEHOLDER", Group: GroupTyping, Basis: basisCare, Fix: Never,
		Title: diag.M("chỗ chờ điền còn trong văn bản", "a place left to be filled in"),
		Why: diag.M("Chữ của bản mẫu như “[điền tên]”, “xxx”, “………” còn trong văn bản đem ký là văn bản chưa soạn xong.",
			"Words of a model such as “[điền tên]”, “xxx” or “………” in a paper that is to be signed mean that it is not finished."),
		Bad: Sample{Text: "Giao [điền tên đơn vị] chủ trì thực hiện."}, Good: Sample{Text: "Giao các thôn chủ trì thực hiện; xem tài liệu [1], Đại hội lần thứ XXX."},
		Run: placeholder,
	}, {
		Code: "INVISIBLE", Group: GroupTyping, Basis: basisTyping, Fix: Safe,
		Title: diag.M("ký tự không nhìn thấy", "characters of no width"),
		Why: diag.M("Chữ chép từ trang mạng hay phần mềm chat có ký tự không bề rộng (U+200B, U+00AD …): không thấy trên màn hình nhưng làm tìm kiếm, so sánh, bỏ dấu sai. Bản in đã bỏ chúng.",
			"Text from web pages and chats has characters of no width (U+200B, U+00AD …): nobody sees them, and searches and comparisons fail. They are left out on paper."),
		Bad: Sample{Text: "Trồng c\u200bây đầu xuân."}, Good: Sample{Text: "Trồng cây đầu xuân."},
		Run: unseen,
	}}
}

func unseen(p *Pass) {
	for _, at := range p.Invisible {
		f := p.Report(at, diag.M("dòng có ký tự không nhìn thấy; trên giấy đã bỏ", "the line has characters of no width; on paper they are left out"),
			diag.M("xóa rồi gõ lại chỗ này", "delete this and type it again"))
		if f.At.EndColumn-f.At.Column > 1 {
			f.Fix = marked(f.At)
		}
	}
}

func placeholder(p *Pass) {
	for _, t := range p.Texts {
		if t.Annex > 0 || t.Key == "so" || t.Key == "ngay" || named(t) && t.Key != "co_quan" && t.Key != "co_quan_chu_quan" && t.Key != "dia_danh" {
			continue
		}
		for i := 0; i < len(t.Tokens); i++ {
			end := roomAt(t, i)
			if end == 0 {
				continue
			}
			lo, hi := t.Tokens[i].Lo, t.Tokens[end-1].Hi
			if !t.Quoted(lo) {
				p.At(t, lo, hi, diag.M("chỗ chờ điền: “%s”", "to be filled in: “%s”", t.S[lo:hi]), diag.M("điền nội dung, hoặc bỏ chỗ này", "fill it in, or leave it out")).Severity = p.Blank()
			}
			i = end - 1
		}
	}
}

// roomAt gives the end of what a model leaves to be filled in, 0 for none.
func roomAt(t *fact.Text, i int) int {
	tok := &t.Tokens[i]
	switch {
	case tok.S == "[":
		return inBrackets(t, i)
	case tok.S == "(" && t.Token(i+1).Is("ghi") && t.Token(i+2).Is("rõ"):
		if end := runOfDots(t, i+3); end > i+3 && t.Token(end).S == ")" {
			return end + 1
		}
	case tok.Kind == fact.Word && tok.Low[0] == 'x' && strings.Trim(tok.Low, "x") == "":
		return crosses(t, i)
	case tok.S == "." || tok.S == "…":
		return dotsToFill(t, i)
	}
	return 0
}

// bracketWords open what is to be put into square brackets.
var bracketWords = map[string]bool{
	"điền": true, "ghi": true, "nhập": true, "chèn": true, "tên": true, "họ": true, "số": true, "ngày": true, "tháng": true, "năm": true,
	"địa": true, "chức": true, "thời": true, "đơn": true, "cơ": true, "nội": true, "bổ": true,
}

const bracketLong = 12 // tokens

// inBrackets reads "[điền tên]", "[...]" and "[ ]"; "[1]" is a note, "[số 5]"
// tells something.
func inBrackets(t *fact.Text, i int) int {
	end := i + 1
	for end < len(t.Tokens) && end-i < bracketLong && t.Tokens[end].S != "]" {
		if t.Tokens[end].Kind == fact.Number {
			return 0
		}
		end++
	}
	if t.Token(end).S != "]" || t.Token(end+1).S == "(" && !t.Token(end+1).Gap {
		return 0
	}
	if bracketWords[t.Token(i+1).Low] || end > i+1 && runOfDots(t, i+1) == end {
		return end + 1
	}
	return 0
}

func runOfDots(t *fact.Text, i int) int {
	for i < len(t.Tokens) && (t.Tokens[i].S == "." || t.Tokens[i].S == "…") {
		i++
	}
	return i
}

// ordinals are words before a Roman number: "lần thứ XXX".
var ordinals = map[string]bool{
	"thứ": true, "lần": true, "khóa": true, "khoá": true, "kỳ": true, "kỷ": true, "hội": true, "chương": true, "mục": true, "phần": true, "games": true, "olympic": true, "số": true,
}

// crosses reads "xxx", "XXX" that is no Roman number, "xx/xx/20xx".
func crosses(t *fact.Text, i int) int {
	tok, prev, next := t.Tokens[i], t.Token(i-1), t.Token(i+1)
	n := len(tok.S)
	if inAddress(t, i) || tok.S != tok.Low && tok.S != strings.ToUpper(tok.S) {
		return 0
	}
	stroke := prev.S == "/" && !tok.Gap || next.S == "/" && !next.Gap
	switch {
	case n >= 3 && (tok.S == tok.Low || n > 3 || !ordinals[prev.Low] && i > 0 && prev.S != "-" && prev.S != "–" && next.S != "-" && next.S != "–" && next.S != "."):
	case n == 2 && tok.S == tok.Low && (stroke || prev.Kind == fact.Number && !tok.Gap && len(prev.S) == 2):
	default:
		return 0
	}
	end := i + 1
	for end < len(t.Tokens) && !t.Tokens[end].Gap && (t.Tokens[end].S == "/" || t.Tokens[end].Kind == fact.Number || strings.Trim(t.Tokens[end].Low, "x") == "") {
		end++
	}
	return end
}

// dotsToFill reads runs of dots that are room to write on: six and more,
// "ngày … tháng", "số …/", "phường …".
func dotsToFill(t *fact.Text, i int) int {
	if t.Cell || i > 0 && !t.Tokens[i].Gap && (t.Tokens[i-1].S == "." || t.Tokens[i-1].S == "…") {
		return 0
	}
	end, n := i, 0
	for end < len(t.Tokens) && (end == i || !t.Tokens[end].Gap) && (t.Tokens[end].S == "." || t.Tokens[end].S == "…") {
		if n++; t.Tokens[end].S == "…" {
			n += 2
		}
		end++
	}
	prev, next := t.Token(i-1), t.Token(end)
	switch {
	case n >= longDots:
		return end
	case n < 3:
		return 0
	case prev.Is("ngày") && (next.Is("tháng") || next.S == "/"), prev.Is("tháng") && next.Is("năm"), prev.Is("số") && next.S == "/":
		return end
	case nameless(t, i):
		return end
	}
	return 0
}

// wanting are words that say little without a name or what else comes behind
// them, as models have them: "phường …", "Đối với …".
var wanting = []string{
	"phường", "xã", "đặc khu", "tỉnh", "thành phố", "thôn", "đoàn", "đảng bộ", "đảng ủy", "đảng uỷ", "chi bộ",
	"ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân", "liên đoàn lao động", "thường vụ",
	"đối với", "về", "chủ trì", "phối hợp",
}

// nameless tells whether an ellipsis stands in the place of what such a word
// wants. Behind one of several ("các xã, phường …") it is an ellipsis.
func nameless(t *fact.Text, i int) bool {
	if !t.Tokens[i].Gap || t.Tokens[i].S != "…" {
		return false
	}
	for _, phrase := range wanting {
		words := strings.Fields(phrase)
		from := i - len(words)
		if from < 0 || !slices.EqualFunc(words, t.Tokens[from:i], func(w string, tok fact.Token) bool { return tok.Low == w }) {
			continue
		}
		switch t.Token(from - 1).Low {
		case ",", "và", "hoặc", "các", "những", "mọi":
			return false
		}
		return true
	}
	return false
}
