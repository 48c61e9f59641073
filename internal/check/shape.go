package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

const (
	basisBody  = "NĐ 30/2020, PL I, II.6"
	basisTitle = "NĐ 30/2020, PL I, II.5"
)

// shapeRules look at the parts of the paper and how they are numbered.
func shapeRules() []Rule {
	return append([]Rule{
		{
			Code: "HEAD-MISSING", OfPlans: true, Group: GroupShape, Basis: "NĐ 30/2020, Điều 8; PL I, II.1, II.2", Fix: Never,
			Title: diag.M("thiếu tên cơ quan ban hành", "the issuing body is missing"),
			Why: diag.M("Quốc hiệu (hoặc tiêu đề), tên cơ quan ban hành là thành phần bắt buộc. Chương trình in Quốc hiệu; tên cơ quan phải ghi trong kế hoạch.",
				"The national name (or heading) and the name of the issuing body must stand there. The program prints the first; the body must be written in the plan."),
			Bad: Sample{Key: "co_quan", Text: "-"}, Good: Sample{Key: "co_quan", Text: "ỦY BAN NHÂN DÂN XÃ SƠN HẠ"},
			Run: headMissing,
		},
		{
			Code: "TITLE-LINE", OfPlans: true, Group: GroupShape, Basis: basisTitle, Fix: Suggested,
			Title: diag.M("trích yếu thiếu hoặc có dấu ở cuối", "the subject is missing or ends with a mark"),
			Why: diag.M("Trích yếu là một cụm từ nêu nội dung chủ yếu, không phải một câu: không có dấu chấm ở cuối, không nhắc lại tên loại.",
				"The subject is a phrase that tells what the document is about and no sentence: it has no final mark and does not repeat the type."),
			Bad: Sample{Key: "trich_yeu", Text: "Chăm sóc cây xanh năm 2027."}, Good: Sample{Key: "trich_yeu", Text: "Chăm sóc cây xanh năm 2027"},
			Run: titleLine,
		},
		{
			Code: "HEAD-DOT", Group: GroupShape, Basis: basisBody, Fix: Suggested,
			Title: diag.M("đề mục có dấu chấm ở cuối", "a heading with a full stop"),
			Why: diag.M("Đề mục đứng riêng một dòng và không có dấu ở cuối; các đề mục cùng bậc phải viết như nhau.",
				"A heading stands on a line of its own without a final mark; those of one level are written alike."),
			Bad:  Sample{Text: "1. Công tác chuẩn bị.\n- Rà soát danh sách cây.\n2. Công tác trồng cây\n- Trồng cây ven đường."},
			Good: Sample{Text: "1. Công tác chuẩn bị\n- Rà soát danh sách cây.\n2. Công tác trồng cây\n- Trồng cây ven đường."},
			Run:  headDot,
		},
		{
			Code: "PARA-NOEND", Group: GroupShape, Basis: "quy tắc chính tả; thực hành văn thư", Fix: Suggested,
			Title: diag.M("đoạn không có dấu ở cuối", "a paragraph without a final mark"),
			Why: diag.M("Đoạn văn kết thúc bằng dấu câu. Đoạn không có dấu thường là câu viết dở hoặc bị cắt khi chép.",
				"A paragraph ends with a mark. One without is often left unfinished, or was cut when it was copied."),
			Bad:  Sample{Text: "- Các thôn chủ động chăm sóc cây xanh trên những tuyến đường được giao cho mình\n- Các thôn báo cáo kết quả hằng tháng."},
			Good: Sample{Text: "- Các thôn chủ động chăm sóc cây xanh trên những tuyến đường được giao cho mình.\n- Các thôn báo cáo kết quả hằng tháng."},
			Run:  paraNoEnd,
		},
		{
			Code: "END-MARK", Group: GroupShape, Basis: "NĐ 30/2020, PL III (mẫu 1.4); HD 05-HD/VPTW, tr. 12", Fix: Suggested,
			Title: diag.M("thiếu hoặc sai dấu kết thúc văn bản", "the mark at the end of the text is missing or wrong"),
			Why: diag.M("Nội dung văn bản của cơ quan nhà nước, công đoàn kết thúc bằng dấu ./. như các mẫu của nghị định; văn bản của Đảng bằng dấu chấm.",
				"The text of state bodies and unions ends with ./. as in the decree's templates, that of the Party with a full stop."),
			Bad:  Sample{Key: "ket", Text: "Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện/."},
			Good: Sample{Key: "ket", Text: "Trên đây là Kế hoạch, đề nghị các đơn vị thực hiện."},
			Run:  endMark,
		},
		{
			Code: "KINH-GUI", Group: GroupShape, Basis: "NĐ 30/2020, PL I, II.9", Fix: Suggested,
			Title: diag.M("kế hoạch có dòng Kính gửi", "a plan with a line of address"),
			Why: diag.M("Dòng Kính gửi chỉ có ở công văn, tờ trình, báo cáo gửi cấp trên. Kế hoạch ghi nơi nhận ở cuối văn bản.",
				"The line Kính gửi stands in letters, submissions and reports to a superior. A plan names its recipients at the end."),
			Bad:  Sample{Key: "mo_dau", Text: "|\n  Kính gửi: Các thôn trên địa bàn xã.\n  Ủy ban nhân dân xã xây dựng Kế hoạch như sau:"},
			Good: Sample{Key: "mo_dau", Text: "|\n  Ủy ban nhân dân xã xây dựng Kế hoạch như sau:"},
			Run:  kinhGui,
		},
	}, numberingRules()...)
}

func headMissing(p *Pass) {
	if p.Plan.CoQuan.Plain("") != "" || p.attached() {
		return
	}
	at := p.placeOr(p.Plan.CoQuan.Given, p.Plan.CoQuan.At)
	p.Report(at, diag.M("không có tên cơ quan ban hành ở đầu văn bản", "the head of the document names no issuing body"),
		diag.M("ghi co_quan (và co_quan_chu_quan nếu có); chương trình in phần còn lại của đầu văn bản", "write co_quan (and co_quan_chu_quan if there is one); the program prints the rest of the head"))
}

func titleLine(p *Pass) {
	lines := p.Of("trich_yeu")
	if len(lines) == 0 {
		p.Report(p.placeOr(p.Plan.TrichYeu.Given, p.Plan.TrichYeu.At), diag.M("không có trích yếu", "the subject is missing"),
			diag.M("ghi một cụm từ nêu nội dung của kế hoạch", "write a phrase that tells what the plan is about"))
		return
	}
	last := lines[len(lines)-1]
	end := last.Token(len(last.Tokens) - 1)
	if end.S == "." && !strings.HasSuffix(last.S, "v.v.") || end.S == ";" || end.S == "," || end.S == ":" {
		p.At(last, end.Lo, end.Hi, diag.M("trích yếu có dấu %q ở cuối", "the subject ends with %q", end.S),
			diag.M("bỏ dấu ở cuối", "leave the mark out"))
	}
	if first := lines[0]; first.Token(0).Is("v") && first.Token(1).S == "/" && first.Token(2).Is("v") {
		p.At(first, 0, first.Token(2).Hi, diag.M("trích yếu của kế hoạch mở đầu bằng %q", "the subject of a plan begins with %q", first.S[:first.Token(2).Hi]),
			diag.M("bỏ V/v: chỉ công văn viết như vậy; dưới tên loại ghi thẳng nội dung", "leave V/v out: only letters have it; below the type stands the subject itself"))
	}
	if p.Standard == nil {
		return
	}
	name := p.Standard.Form.TenLoai
	if first := lines[0]; name != "" && !p.Plan.TenLoai.Given && strings.HasPrefix(strings.ToUpper(first.S), name+" ") {
		p.At(first, 0, len(name), diag.M("trích yếu nhắc lại tên loại %s", "the subject repeats the type %s", name),
			diag.M("bỏ chữ %q: tên loại đã đứng ở dòng trên", "leave out %q: the type stands on the line above", first.S[:len(name)]))
	}
}

// headDot compares headings of one level in one part.
func headDot(p *Pass) {
	type level struct {
		part, annex int
		dau         plan.Dau
	}
	plain := map[level]int{}
	dotted := map[level][]*fact.Text{}
	var order []level
	for i, t := range p.Texts {
		k := level{t.Part, t.Annex, plan.DauMuc}
		if t.Doan != nil {
			k.dau = t.Doan.Dau
		} else if t.Key == "tieu_de" && t.Annex == 0 {
			k.part = 0
		} else {
			continue
		}
		switch {
		case k.dau == plan.KhongDau || k.dau > plan.DauKhoan3 || t.Cell:
		case t.Heading && !strings.HasSuffix(t.S, "."):
			plain[k]++
		case headingWithDot(p.Texts, i):
			if dotted[k] == nil {
				order = append(order, k)
			}
			dotted[k] = append(dotted[k], t)
		}
	}
	for _, k := range order {
		for _, t := range dotted[k] {
			if plain[k] == 0 {
				continue
			}
			p.Mend(t, len(t.S)-1, len(t.S), "", diag.M("đề mục có dấu chấm ở cuối, các đề mục cùng bậc thì không", "this heading ends with a full stop, those of its level do not"),
				diag.M("bỏ dấu chấm", "leave the full stop out"))
		}
	}
}

// longestHeading is how many words a line may have to be taken for a heading.
const longestHeading = 20

// headingWithDot tells whether a numbered line is a heading in all but its full
// stop: a short one of a single sentence, with text of a lower level below it.
func headingWithDot(texts []*fact.Text, i int) bool {
	t := texts[i]
	if t.Doan == nil {
		return t.Heading && strings.HasSuffix(t.S, ".")
	}
	if !strings.HasSuffix(t.S, ".") || words(t.Tokens) > longestHeading || i+1 == len(texts) {
		return false
	}
	for _, tok := range t.Tokens[:len(t.Tokens)-1] {
		if tok.S == "." || tok.S == ";" || tok.S == ":" {
			return false
		}
	}
	below := texts[i+1]
	return below.Key == t.Key && below.Part == t.Part && below.Doan != nil && !below.Cell &&
		(below.Doan.Dau > t.Doan.Dau || below.Doan.Dau == plan.KhongDau)
}

func words(list []fact.Token) int {
	n := 0
	for _, tok := range list {
		if tok.Kind == fact.Word {
			n++
		}
	}
	return n
}

// shortest is from how many words on a paragraph without a final mark is told:
// below that it may be a caption or a heading without a number.
const shortest = 8

func paraNoEnd(p *Pass) {
	for i, t := range p.Texts {
		if t.Doan == nil || t.Heading || t.Cell || t.Key == "chu_thich" || words(t.Tokens) < shortest || ended(t) || bold(t) {
			continue
		}
		if t.Annex > 0 || tabular(t) || inCaps(t) || strings.HasPrefix(t.S, "(") && strings.HasSuffix(t.S, ")") {
			continue // of a list, a table, a title, a remark
		}
		if next := i + 1 + scraps(p.Texts[i+1:]); next < len(p.Texts) && sameText(t, p.Texts[next]) && continued(p.Texts[next]) {
			continue // SPLIT-PARA tells of it
		}
		if i+1 == len(p.Texts) || lastOfBody(p.Texts, i) {
			continue // END-MARK tells of it
		}
		last := t.Token(len(t.Tokens) - 1)
		p.At(t, last.Lo, last.Hi, diag.M("đoạn này không có dấu câu ở cuối", "this paragraph has no final mark"),
			diag.M("thêm dấu chấm hoặc chấm phẩy, hoặc viết nốt câu", "add a full stop or a semicolon, or finish the sentence"))
	}
}

// scraps counts the scraps of a stamp at the head of texts, of which OCR-JUNK
// tells.
func scraps(texts []*fact.Text) int {
	n := 0
	for n < len(texts) && junk(texts[n]) {
		n++
	}
	return n
}

// ended tells whether a text ends with a mark; quotation marks and brackets may
// stand behind it.
func ended(t *fact.Text) bool {
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		switch t.Tokens[i].S {
		case "”", "\"", "’", "'", ")", "»", "]", "*":
			continue
		case ".", ";", ":", ",", "!", "?", "…", "/":
			return true
		}
		return false
	}
	return true
}

func bold(t *fact.Text) bool {
	for _, r := range t.Chu.Runs {
		if !r.Bold && strings.TrimSpace(r.Text) != "" {
			return false
		}
	}
	return true
}

// sameText tells whether two paragraphs stand in one running text.
func sameText(a, b *fact.Text) bool {
	return a.Key == b.Key && a.Part == b.Part && a.Annex == b.Annex && b.Doan != nil && !b.Cell
}

// continued tells whether a paragraph begins in the middle of a sentence.
func continued(t *fact.Text) bool {
	first := t.Token(0)
	return t.Doan.Dau == plan.KhongDau && first.Kind == fact.Word && first.S == first.Low
}

// lastOfBody tells whether nothing of the text stands below a paragraph.
func lastOfBody(texts []*fact.Text, i int) bool {
	for _, t := range texts[i+1:] {
		if t.Key == "ket" || t.Part > 0 {
			return false
		}
	}
	return texts[i].Annex == 0
}

// endMark judges the last paragraph of the text. In a plan file a full stop is
// enough: the form's mark is completed on paper.
func endMark(p *Pass) {
	last := -1
	for i, t := range p.Texts {
		if t.Annex == 0 && (t.Part > 0 || t.Key == "ket") {
			last = i
		}
	}
	for last > 0 && p.Pasted && nearSignature(p.Texts[last]) {
		last--
	}
	if last < 0 || p.Texts[last].Cell || p.Texts[last].Doan == nil || p.Texts[last].Heading {
		return
	}
	t, mark := p.Texts[last], p.Standard.Form.EndMark
	s := strings.TrimRight(t.S, " ")
	tail := s[len(strings.TrimRight(s, "./ ")):]
	end := t.Token(len(t.Tokens) - 1)
	hint := diag.M("kết thúc bằng %s", "end with %s", mark)
	switch {
	case tail == mark, !p.Pasted && (tail == "" || tail == "."):
	case tail == "" || tail == ".":
		p.At(t, end.Lo, end.Hi, diag.M("văn bản không kết thúc bằng dấu %s", "the text does not end with %s", mark), hint)
	default:
		p.At(t, len(s)-len(tail), len(s), diag.M("dấu kết thúc văn bản viết là %q", "the mark at the end is written %q", tail), hint)
	}
}

// nearSignature tells whether the last line of pasted text belongs to a
// signature that was not recognised: a remark in brackets ("(Ký tên, đóng dấu)"),
// a name or a title.
func nearSignature(t *fact.Text) bool {
	return t.Key == "ket" && (strings.HasPrefix(t.S, "(") && strings.HasSuffix(t.S, ")") || words(t.Tokens) < shortest && !ended(t))
}

func kinhGui(p *Pass) {
	for _, t := range p.Texts {
		if t.Part > 0 || t.Annex > 0 {
			return
		}
		if t.Token(0).Is("kính") && t.Token(1).Is("gửi") {
			p.At(t, 0, t.Token(1).Hi, diag.M("kế hoạch không có dòng Kính gửi", "a plan has no line Kính gửi"),
				diag.M("bỏ dòng này, ghi nơi nhận ở noi_nhan", "leave the line out and name the recipients in noi_nhan"))
		}
	}
}
