package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// figureRules look at brackets without their partner and at numbers in the
// style of English.
func figureRules() []Rule {
	return []Rule{
		{
			Code: "BRACKET-UNBAL", Group: GroupTyping, Basis: basisPunct, Fix: Never,
			Title: diag.M("ngoặc đơn thiếu một bên", "a round bracket without its partner"),
			Why: diag.M("Ngoặc mở mà không đóng làm người đọc không biết phần chú thích hết ở đâu; ngoặc đóng thừa thường là chữ còn sót khi sửa.",
				"Where a bracket opens and does not close nobody knows where the remark ends; one that only closes is often left over from a change."),
			Bad: Sample{Text: "Các thôn trồng cây (mỗi hộ 02 cây và báo cáo kết quả."}, Good: Sample{Text: "Các thôn trồng cây (mỗi hộ 02 cây), báo cáo kết quả: 1) số cây; 2) số hộ."},
			Run: bracketUnbal,
		},
		{
			Code: "NUM-STYLE", Group: GroupTyping, Basis: "thực hành văn thư; cách viết số trong văn bản tiếng Việt (dấu chấm ngăn hàng nghìn)", Fix: Suggested,
			Title: diag.M("số lớn viết bằng dấu phẩy", "thousands parted by commas"),
			Why: diag.M("Trong văn bản tiếng Việt, dấu chấm ngăn hàng nghìn và dấu phẩy ngăn phần thập phân: 1.500.000 đồng; 2,5 km. Viết 1,500,000 là theo lối tiếng Anh, dễ đọc nhầm.",
				"In Vietnamese a dot parts thousands and a comma decimals: 1.500.000 đồng, 2,5 km. 1,500,000 is the English way and easily misread."),
			Bad: Sample{Text: "Kinh phí 1,500,000 đồng do các hộ đóng góp."}, Good: Sample{Text: "Kinh phí 1.500.000 đồng, đường dài 2,5 km, các cự ly 100,200,400 m."},
			Run: numStyle,
		},
	}
}

// bracketReach is over how many paragraphs a bracket may close: a list inside.
const bracketReach = 12

func bracketUnbal(p *Pass) {
	type open struct {
		t  *fact.Text
		lo int
		at int
	}
	var stack []open
	left := func(o open) {
		p.At(o.t, o.lo, o.lo+1, diag.M("ngoặc “(” không có ngoặc đóng", "“(” is not closed"), diag.M("thêm “)” hoặc bỏ “(”", "add “)” or leave “(” out"))
	}
	for n, t := range p.Texts {
		if named(t) || t.Looked && holed(t) {
			continue
		}
		for len(stack) > 0 && (n-stack[0].at > bracketReach || stack[0].t.Key != t.Key || stack[0].t.Part != t.Part || stack[0].t.Annex != t.Annex || stack[0].t.Cell != t.Cell || t.Cell) {
			left(stack[0])
			stack = stack[1:]
		}
		for i := range t.Tokens {
			tok := &t.Tokens[i]
			if tok.Kind != fact.Mark {
				continue
			}
			switch {
			case tok.S == "(" && !face(t, i):
				stack = append(stack, open{t, tok.Lo, n})
			case tok.S != ")" || face(t, i):
			case len(stack) > 0:
				stack = stack[:len(stack)-1]
			case !signOf(t, i) && !holed(t):
				p.At(t, tok.Lo, tok.Hi, diag.M("ngoặc “)” không có ngoặc mở", "“)” closes nothing"), diag.M("thêm “(” hoặc bỏ “)”", "add “(” or leave “)” out"))
			}
		}
	}
	for _, o := range stack {
		left(o)
	}
}

// face tells whether a bracket belongs to a face of two or three signs: :), ;(.
func face(t *fact.Text, i int) bool {
	prev := t.Token(i - 1)
	return !t.Tokens[i].Gap && (prev.S == ":" || prev.S == ";") || !t.Tokens[i].Gap && prev.S == "-" && !prev.Gap && t.Token(i-2).S == ":"
}

// signOf tells whether a closing bracket makes a sign of what stands before it:
// "a)", "1)", "iv)", "2.1)".
func signOf(t *fact.Text, i int) bool {
	prev := t.Token(i - 1)
	if i == 0 || t.Tokens[i].Gap || len(prev.S) > 4 {
		return i == 0
	}
	start := i - 1
	for start > 0 && !t.Tokens[start].Gap && t.Tokens[start-1].Kind != fact.Word {
		start--
	}
	if prev.Kind == fact.Number {
		return len(prev.S) <= 2 && (start == 0 || t.Tokens[start].Gap || t.Token(start-1).Kind == fact.Mark)
	}
	return prev.Kind == fact.Word && (len([]rune(prev.S)) == 1 || strings.Trim(prev.Low, "ivx") == "") || prev.S == "*"
}

func numStyle(p *Pass) {
	for _, t := range p.Texts {
		for i := 0; i < len(t.Tokens); i++ {
			if t.Tokens[i].Kind != fact.Number {
				continue
			}
			end := groups(t, i)
			if end-i < 5 || !english(t, i, end) {
				i = max(i, end-1)
				continue
			}
			lo, hi := t.Tokens[i].Lo, t.Tokens[end-1].Hi
			right := strings.ReplaceAll(t.S[lo:hi], ",", ".")
			p.Mend(t, lo, hi, right, diag.M("số “%s” dùng dấu phẩy ngăn hàng nghìn", "the number “%s” has commas between thousands", t.S[lo:hi]),
				diag.M("viết: %s", "write: %s", right))
			i = end - 1
		}
	}
}

// groups is the end of a number in groups of three digits behind commas.
func groups(t *fact.Text, i int) int {
	end := i + 1
	if s := t.Tokens[i].S; len(s) > 3 || s[0] == '0' || !t.Tokens[i].Gap && i > 0 && (t.Tokens[i-1].S == "," || t.Tokens[i-1].S == ".") {
		return end
	}
	for {
		comma, three := t.Token(end), t.Token(end+1)
		if comma.S != "," || comma.Gap || three.Kind != fact.Number || three.Gap || len(three.S) != 3 {
			break
		}
		end += 2
	}
	if next := t.Token(end); next.S == "," && !next.Gap && t.Token(end+1).Kind == fact.Number && !t.Token(end+1).Gap {
		return i + 1 // 100,200,50: a list
	}
	return end
}

// english tells whether groups are one number and no list without blanks
// (100,200,400 m): money, or a group of zeros, or a short first group.
func english(t *fact.Text, i, end int) bool {
	switch t.Token(end).Low {
	case "đồng", "đ", "vnđ", "vnd", "usd":
		return true
	}
	if len(t.Tokens[i].S) < 3 {
		return true
	}
	for k := i + 2; k < end; k += 2 {
		if t.Tokens[k].S == "000" {
			return true
		}
	}
	return false
}
