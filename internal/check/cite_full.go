package check

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// placesOf tells of the lines of further findings of the same kind: "dòng 4, 9".
func placesOf(list []*fact.Citation) (n int, lines string) {
	var out []string
	for _, c := range list {
		if at := c.Text.Place(c.Lo, c.Hi); at.Line > 0 && !slices.Contains(out, strconv.Itoa(at.Line)) {
			out = append(out, strconv.Itoa(at.Line))
		}
	}
	return len(list), strings.Join(out, ", ")
}

// again adds to a message how often the same thing stands in the document.
func again(msg diag.Msg, list []*fact.Citation) diag.Msg {
	n, lines := placesOf(list)
	if n < 2 {
		return msg
	}
	more := diag.M(" (%d chỗ: dòng %s)", " (%d places: lines %s)", n, lines)
	return diag.Msg{Vi: msg.Vi + more.Vi, En: msg.En + more.En}
}

// grouped gathers citations by a key, in order; "" leaves one out.
func grouped(p *Pass, key func(*fact.Citation) string) [][]*fact.Citation {
	var out [][]*fact.Citation
	index := map[string]int{}
	for i := range p.Citations {
		c := &p.Citations[i]
		k := key(c)
		if k == "" {
			continue
		}
		n, ok := index[k]
		if !ok {
			n = len(out)
			index[k] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], c)
	}
	return out
}

// inTitle tells whether a text is a title or a list that may cite in short.
func inTitle(t *fact.Text) bool {
	switch t.Key {
	case "trich_yeu", "phu_de", "kem_theo", "noi_nhan", "luu", "tieu_de", "ten", "nhan", "chu_de", "chuc_vu":
		return true
	}
	return t.Heading || t.Cell
}

// own tells whether a number is that of the document itself.
func own(p *Pass, n fact.DocNumber) bool {
	symbol := p.Plan.KyHieu.Plain()
	return symbol != "" && strings.HasSuffix(n.S, symbol) && (n.Num == "" || n.Num == p.Plan.So.Plain())
}

// introduced tells whether a short name is just being given: "(gọi tắt là Nghị
// định 30)".
func introduced(c *fact.Citation) bool {
	for i := c.I - 1; i >= 0 && i >= c.I-4; i-- {
		if t := c.Text.Tokens[i]; t.Low == "gọi" || t.Low == "tắt" {
			return true
		}
	}
	return false
}

func citeFull(p *Pass) {
	whole := wholeMentions(p)
	seen := map[string]bool{}
	for i := range p.Citations {
		c := &p.Citations[i]
		if c.Kind == "" || c.Quoted || c.Inner || c.Number.S != "" && (c.Number.Num == "" || own(p, c.Number)) {
			continue
		}
		short := c.Kind + " " + c.Number.Num
		key := short
		if c.Number.Whole() {
			key = c.Number.S
		}
		if seen[key] || introduced(c) {
			seen[key], seen[short] = true, true
			continue
		}
		missing := missingOf(p, c)
		if inTitle(c.Text) {
			if len(missing) == 0 {
				seen[key], seen[short] = true, true
			}
			continue
		}
		if c.Number.S != "" {
			seen[key], seen[short] = true, true
		}
		if len(missing) > 0 {
			reportFull(p, c, missing, whole[c.Number.S])
		}
	}
}

// wholeMentions gives the first whole mention of each number.
func wholeMentions(p *Pass) map[string]*fact.Citation {
	out := map[string]*fact.Citation{}
	for i := range p.Citations {
		c := &p.Citations[i]
		if c.Number.Whole() && c.Dated && c.Issuer && out[c.Number.S] == nil && !c.Cell() {
			out[c.Number.S] = c
		}
	}
	return out
}

// missingOf tells what a first mention lacks. Laws are cited by name.
func missingOf(p *Pass, c *fact.Citation) []diag.Msg {
	var out []diag.Msg
	kind, _ := p.Words.KindOf(c.Kind)
	opening := c.Text.Key == "can_cu" || c.Text.Key == "mo_dau"
	switch {
	case kind.ByName:
		return nil
	case c.Plenum:
		if c.Dated {
			return nil
		}
		out = append(out, diag.M("số, ký hiệu", "number and symbol"))
	case c.Number.S == "":
		if !opening || !c.About {
			return nil
		}
		out = append(out, diag.M("số, ký hiệu", "number and symbol"))
	case !c.Number.Whole():
		out = append(out, diag.M("ký hiệu", "symbol"))
	}
	if !c.Dated {
		out = append(out, diag.M("ngày, tháng, năm", "day"))
	}
	if !c.Issuer {
		out = append(out, diag.M("cơ quan ban hành", "issuer"))
	}
	if !c.About && !c.Shared && !c.Told && (len(out) > 0 || opening && c.Ground && tail(c) <= longestIssuer) {
		out = append(out, diag.M("trích yếu", "subject"))
	}
	return out
}

// longestIssuer is how many words the name of an issuer has at most: where more
// stand behind the number, a trích yếu is among them.
const longestIssuer = 12

// tail is how many tokens stand behind a citation in its clause.
func tail(c *fact.Citation) int {
	n := 0
	for i := c.End; i < len(c.Text.Tokens) && c.Text.Tokens[i].Lo < c.Clause; i++ {
		n++
	}
	return n
}

func reportFull(p *Pass, c *fact.Citation, missing []diag.Msg, whole *fact.Citation) {
	var vi, en []string
	for _, m := range missing {
		vi, en = append(vi, m.Vi), append(en, m.En)
	}
	hint := diag.M("ghi đủ: tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu; các lần sau chỉ ghi tên loại và số, ký hiệu",
		"write kind, number, symbol, day, issuer and subject here; later kind and number are enough")
	if whole != nil && whole != c {
		hint = diag.M("đến dòng %d mới ghi đủ: ghi đủ ở đây, dòng đó chỉ cần tên loại và số, ký hiệu", "it is told in full only on line %d: tell it in full here, and there by kind and number",
			whole.Text.Place(whole.Lo, whole.Hi).Line)
	}
	cited := c.Text.S[c.Lo:c.Hi]
	p.At(c.Text, c.Lo, c.Hi, diag.Msg{
		Vi: "viện dẫn lần đầu \"" + cited + "\" thiếu " + strings.Join(vi, "; "),
		En: "the first citation \"" + cited + "\" lacks: " + strings.Join(en, "; "),
	}, hint)
}

func citeSo(p *Pass) {
	defined := map[string]bool{}
	for _, list := range grouped(p, func(c *fact.Citation) string {
		if introduced(c) {
			defined[c.Kind+c.Number.S] = true
		}
		if c.Kind == "" || c.Number.S == "" || c.Lead == fact.PlainLead || c.Quoted || defined[c.Kind+c.Number.S] {
			return ""
		}
		return c.Kind + c.Number.S + strconv.Itoa(int(c.Lead))
	}) {
		c := list[0]
		good := c.Text.S[c.KindLo:c.KindHi] + " số " + c.Number.S
		if c.Short {
			good = c.Kind + " số " + c.Number.S
		}
		if c.Name != "" {
			good = c.Text.S[c.KindLo:c.KindHi] + " " + c.Name + " số " + c.Number.S
		}
		msg := diag.M("thiếu chữ \"số\" trước %s", "\"số\" is missing before %s", c.Number.S)
		if c.Lead == fact.ColonLead {
			msg = diag.M("thừa dấu hai chấm sau \"số\"", "a colon behind \"số\" is too much")
		}
		p.At(c.Text, c.KindLo, c.Number.Hi, again(msg, list), diag.M("viết: %s", "write: %s", good))
	}
}

func citeComma(p *Pass) {
	list := grouped(p, func(c *fact.Citation) string {
		if c.Comma < 0 || c.Quoted {
			return ""
		}
		return "comma"
	})
	if len(list) == 0 {
		return
	}
	c := list[0][0]
	p.At(c.Text, c.Comma, c.Comma+1, again(diag.M("dấu phẩy trước \"ngày\" là cách ghi của văn bản Đảng", "a comma before \"ngày\" is the way of Party papers"), list[0]),
		diag.M("bỏ dấu phẩy: số %s ngày …", "leave the comma out: số %s ngày …", c.Number.S))
}

// grounds05 is the day of HD 05-HD/VPTW, which ends the last ground with a full
// stop; before, Party papers ended it with a comma (HD 36-HD/VPTW).
var grounds05 = fact.Date{Y: 2026, M: 5, D: 27}

func citeEnd(p *Pass) {
	words := p.Standard.Form.CanCu
	list := p.Of("can_cu")
	if t := p.groundBehind(list); t != nil {
		list = append(list, t)
	}
	for i, t := range list {
		s := strings.TrimRight(t.S, " \u00a0”\"")
		last := i == len(list)-1
		want := words.Sep
		if last {
			want = words.Last
		}
		mark := ""
		if s != "" && strings.ContainsAny(s[len(s)-1:], ",;.") {
			mark = s[len(s)-1:]
		}
		if mark == "" || mark == want || want == "" || len(s) != len(t.S) || strings.HasSuffix(s, "..") || strings.HasSuffix(s, ",…") {
			continue
		}
		if last && (mark == "." || mark == "," && words.Prefix != "" && p.Issued.Before(grounds05)) {
			continue
		}
		msg := diag.M("căn cứ kết thúc bằng %q, cần %q", "a ground ends with %q, %q is wanted", mark, want)
		if last {
			msg = diag.M("căn cứ cuối kết thúc bằng %q, cần %q", "the last ground ends with %q, %q is wanted", mark, want)
		}
		p.Mend(t, len(s)-1, len(s), want, msg, diag.M("sửa dấu cuối dòng, hoặc bỏ dấu để chương trình tự thêm", "mend the mark, or leave it out: it is added"))
	}
}

// groundBehind gives the ground that stands behind the list of grounds as a
// paragraph of its own, because it ends with a comma before the sentence that
// issues the plan.
func (p *Pass) groundBehind(list []*fact.Text) *fact.Text {
	if len(list) == 0 {
		return nil
	}
	i := slices.Index(p.Texts, list[len(list)-1])
	if i+2 >= len(p.Texts) {
		return nil
	}
	t := p.Texts[i+1]
	if t.Heading || t.Cell || len(t.Tokens) == 0 || !strings.HasSuffix(t.S, ",") || !t.Tokens[0].Upper() || !p.Words.IsGround(t, 0) {
		return nil
	}
	return t
}
