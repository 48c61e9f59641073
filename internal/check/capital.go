package check

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const basisCapital = "NĐ 30/2020, PL II"

func capitalRules() []Rule {
	return []Rule{
		{
			Code: "CAP-MID", Group: GroupCapital, Basis: basisCapital, Fix: Suggested,
			Title: diag.M("viết hoa danh từ chung giữa câu", "a capital in a common noun inside a sentence"),
			Why: diag.M("Danh từ chung (cán bộ, công chức, người sử dụng lao động) viết thường giữa câu; chỉ tên riêng và các trường hợp ở Phụ lục II mới viết hoa.",
				"Common nouns are written small inside a sentence; only names and the cases of Phụ lục II have capitals."),
			Bad: Sample{Text: "Vận động các Cán bộ, công chức cùng tham gia."}, Good: Sample{Text: "Vận động cán bộ, công chức cùng tham gia. Cán bộ thôn làm trước."},
			Run: capMid,
		},
		{
			Code: "CAP-SEMI", Group: GroupCapital, Basis: basisCapital, Fix: Suggested,
			Title: diag.M("viết hoa sau dấu chấm phẩy", "a capital behind a semicolon"),
			Why: diag.M("Sau dấu chấm phẩy câu chưa hết nên không viết hoa, trừ tên riêng.",
				"A sentence goes on behind a semicolon: no capital but of a name."),
			Bad: Sample{Text: "Dọn sạch đường làng; Thực hiện phân loại rác tại nhà."}, Good: Sample{Text: "Dọn sạch đường làng; thực hiện phân loại rác tại nhà; Đoàn Thanh niên hỗ trợ."},
			Run: capSemi,
		},
		{
			Code: "CAP-INCONS", Group: GroupCapital, Basis: basisCapital, Fix: Never,
			Title: diag.M("một cụm từ viết hoa hai cách", "one term with two ways of capitals"),
			Why: diag.M("Cùng một tên gọi chỉ viết hoa một cách trong cả văn bản (Ban Chấp hành, không lúc Ban chấp hành).",
				"One name has one way of capitals throughout a document."),
			Bad: Sample{Text: "Xin ý kiến của Ban Chấp hành trước khi làm.\nBáo cáo để Ban chấp hành quyết định."}, Good: Sample{Text: "Xin ý kiến của Ban Chấp hành trước khi làm.\nBáo cáo để Ban Chấp hành quyết định."},
			Run: capTwoWays,
		},
		{
			Code: "CAP-HEADING", Group: GroupCapital, Basis: "NĐ 30/2020, PL I, V.6.b", Fix: Suggested,
			Title: diag.M("đề mục La Mã không viết hoa", "a Roman heading not in capitals"),
			Why: diag.M("Tiêu đề của phần, chương, mục đánh số La Mã in bằng chữ in hoa, đứng, đậm.",
				"The title of a part with a Roman number is in upright bold capitals."),
			Bad:  Sample{Key: "muc", Text: "\n  - tieu_de: Mục đích, yêu cầu\n    noi_dung: |\n      Giữ gìn vệ sinh chung.\n  - tieu_de: TỔ CHỨC THỰC HIỆN\n    noi_dung: |\n      Các thôn chủ động thực hiện."},
			Good: Sample{Key: "muc", Text: "\n  - tieu_de: MỤC ĐÍCH, YÊU CẦU\n    noi_dung: |\n      Giữ gìn vệ sinh chung.\n  - tieu_de: TỔ CHỨC THỰC HIỆN\n    noi_dung: |\n      Các thôn chủ động thực hiện."},
			Run:  capHeading,
		},
	}
}

func capMid(p *Pass) {
	x := p.Data.index()
	found := map[int]*hits{}
	defined := map[int]bool{} // "(sau đây gọi là Doanh nghiệp)"
	var order []int
	for _, t := range p.Texts {
		if named(t) || listed(t) || tabular(t) || inCaps(t) || len(x.lower.first) == 0 {
			continue
		}
		for i := 0; i < len(t.Tokens); i++ {
			tok := t.Tokens[i]
			if !tok.Upper() || tok.Caps() && len(tok.S) > 1 {
				continue
			}
			id, end, ok := x.lower.at(t, i, nil)
			if _, to, is := x.upper.at(t, i, nil); is && to >= end {
				i = to - 1
				continue
			}
			if !ok || t.Starts(i) || t.Quoted(tok.Lo) || t.Cited(tok.Lo) || partOfName(t, i, end) || t.Cell && t.Token(i-1).Kind == fact.Mark {
				defined[id] = defined[id] || ok && t.Token(i-1).Low == "là"
				continue
			}
			if found[id] == nil {
				found[id] = &hits{}
				order = append(order, id)
			}
			found[id].add(t, tok.Lo, t.Tokens[end-1].Hi)
			i = end - 1
		}
	}
	for _, id := range order {
		h := found[id]
		if defined[id] {
			continue
		}
		p.Mend(h.t, h.lo, h.hi, strings.ToLower(h.t.S[h.lo:h.hi]), told(diag.M("“%s” là danh từ chung, giữa câu viết thường", "“%s” is a common noun and has no capital inside a sentence", h.t.S[h.lo:h.hi]), h.times()),
			diag.M("viết: %s", "write: %s", strings.ToLower(h.t.S[h.lo:h.hi])))
	}
}

// listed are keys that hold lists of bodies and people.
func listed(t *fact.Text) bool {
	switch t.Key {
	case "noi_nhan", "luu", "chu_tri", "phoi_hop", "theo_doi":
		return true
	}
	return false
}

// partOfName tells whether a common noun stands in a name: a capital before or
// behind it, or a word before it that names follow.
func partOfName(t *fact.Text, i, end int) bool {
	prev, next := t.Token(i-1), t.Token(end)
	if prev.Upper() && !t.Starts(i-1) || next.Upper() && !next.Caps() {
		return true
	}
	if (prev.S == "," || prev.S == "và" || prev.S == "-") && t.Token(i-2).Upper() && inNameList(t, i) {
		return true
	}
	switch prev.Low {
	case "luật", "ban", "phòng", "vụ", "cục", "sở", "hội", "trường", "khoa", "viện", "báo", "giải", "ngày", "tháng", "năm", "trào", "thi",
		"án", "trình", "đội", "là", "đoàn", "quỹ", "lệnh", "định", "hiệu", "hình", "đề", "mục", "bộ", "đàn", "tâm", "chí", "khen", "chương":
		return true
	}
	return false
}

// inNameList tells whether a capital behind a comma goes on with a name that
// began before it ("Sở Lao động, Người cao tuổi"): a word of bodies stands in
// front with a capital.
func inNameList(t *fact.Text, i int) bool {
	for k := i - 2; k >= 0 && i-k < 12; k-- {
		switch t.Tokens[k].S {
		case ".", ";", ":":
			return false
		case "Sở", "Bộ", "Ban", "Phòng", "Hội", "Cục", "Vụ", "Viện", "Khoa", "Luật", "Trường", "Trung", "Ủy", "Uỷ":
			return true
		}
	}
	return false
}

// capWays are the ways in which one term has its capitals.
type capWays struct {
	id     int
	of     map[string]*hits
	list   []string
	starts []capStart
}

// capStart is a term at the start of a sentence: its first letter tells
// nothing, the others do.
type capStart struct {
	t      *fact.Text
	lo, hi int
}

func (w *capWays) add(way string, t *fact.Text, lo, hi int) {
	if w.of[way] == nil {
		w.of[way] = &hits{}
		w.list = append(w.list, way)
	}
	w.of[way].add(t, lo, hi)
}

// settle counts the terms at starts with the ways that they may be.
func (w *capWays) settle() {
	for _, st := range w.starts {
		way := st.t.S[st.lo:st.hi]
		for _, known := range w.list {
			if small(known) == small(way) {
				way = ""
				break
			}
		}
		if way != "" {
			w.add(way, st.t, st.lo, st.hi)
		}
	}
}

func capTwoWays(p *Pass) {
	p.capNames()
	p.capKinds()
	p.capPlan()
	p.capDays()
	p.capPhases()
	p.capTerms()
}

// capTerms tells terms that stand with and without capitals.
func (p *Pass) capTerms() {
	x := p.Data.index()
	if len(x.forms.first) == 0 {
		return
	}
	found := map[string]*capWays{}
	var order []string
	for _, t := range p.Texts {
		if named(t) || tabular(t) || inCaps(t) {
			continue
		}
		inside := 0
		x.forms.each(t, func(id, i, end int) {
			if end <= inside {
				return // a part of a longer term
			}
			inside = end
			level := id >= len(p.Data.Caps.Forms)
			key, ok := formKey(t, i, end, level)
			start := t.Starts(i)
			if !ok || start && end == i+1 {
				return
			}
			key = strconv.Itoa(id) + "|" + key
			w := found[key]
			if w == nil {
				w = &capWays{id: id, of: map[string]*hits{}}
				found[key] = w
				order = append(order, key)
			}
			lo, hi := t.Tokens[i].Lo, t.Tokens[end-1].Hi
			if start {
				w.starts = append(w.starts, capStart{t, lo, hi})
				return
			}
			w.add(t.S[lo:hi], t, lo, hi)
		})
	}
	told := map[int]bool{}
	for _, key := range order {
		w := found[key]
		if w.settle(); len(w.list) > 1 && !told[w.id] {
			told[w.id] = true
			p.tellCapWays(w)
		}
	}
}

// formKey tells with what a term is compared: alone, or before the same name.
// It tells nothing where the capital means another thing: in a quotation or a
// citation, inside of a name, in a plural or a list of kinds.
func formKey(t *fact.Text, i, end int, level bool) (string, bool) {
	first, prev, next := t.Tokens[i], t.Token(i-1), t.Token(end)
	if t.Quoted(first.Lo) || t.Cited(first.Lo) || first.Caps() && len(first.S) > 2 || prev.Upper() && !t.Starts(i-1) || prev.Low == "luật" {
		return "", false
	}
	if first.S == first.Low && !t.Starts(i) && (kindOf(t, i, end) || !level && attribute(t, i, end)) {
		return "", false
	}
	switch {
	case next.Upper() && !next.Gap:
		return "", false
	case next.Upper(), unitWord(t.Tokens[end-1].Low) && next.Kind == fact.Number:
		return next.Low, true
	case level && next.Kind == fact.Word && !functionWord(next.Low):
		return "", false // xã hội, Tỉnh ủy
	}
	return "", true
}

// kindOf tells whether a term in small letters means any of its kind: "các
// quận", "cấp xã", "toàn tỉnh", "tỉnh, huyện, xã".
func kindOf(t *fact.Text, i, end int) bool {
	prev, next := t.Token(i-1), t.Token(end)
	switch prev.Low {
	case "các", "những", "mọi", "từng", "mỗi", "một", "nhiều", "cấp", "số", "hai", "ba", "theo", "toàn", "trong", "ngoài", "liên", "nội", "ven":
		return true
	}
	return prev.Kind == fact.Number || unitWord(prev.Low) || (prev.S == "," || prev.Low == "và") && unitWord(t.Token(i-2).Low) || next.S == "," && unitWord(t.Token(end+1).Low)
}

// attribute tells whether a term in small letters belongs to the noun before
// it: "quản lý nhà nước", "quân đội nhân dân", "chức danh phó chủ tịch". Names
// that are always written large are none.
func attribute(t *fact.Text, i, end int) bool {
	switch strings.ToLower(t.S[t.Tokens[i].Lo:t.Tokens[end-1].Hi]) {
	case "thủ đô", "tháng công nhân", "tháng thanh niên", "tết nguyên đán", "mặt trận tổ quốc", "liên đoàn lao động":
		return false
	}
	prev := t.Token(i - 1)
	return end-i < 4 && prev.Kind == fact.Word && !functionWord(prev.Low)
}

// unitWord tells whether a word is a kind of administrative unit, of which names
// are made ("quận Long Biên", "Quận 1").
func unitWord(s string) bool {
	switch s {
	case "tỉnh", "phố", "quận", "huyện", "xã", "phường", "trấn", "thị", "khu", "thành":
		return true
	}
	return false
}

func (p *Pass) tellCapWays(w *capWays) {
	most, least := w.list[0], w.list[0]
	var vi, en []string
	for _, way := range w.list {
		h := w.of[way]
		if h.n > w.of[most].n {
			most = way
		}
		if h.n <= w.of[least].n {
			least = way
		}
		m := diag.M("“%s” %d lần (dòng %s)", "“%s” %d times (lines %s)", way, h.n, h.where())
		vi, en = append(vi, m.Vi), append(en, m.En)
	}
	if least == most {
		least = w.list[len(w.list)-1]
	}
	h := w.of[least]
	msg := diag.Msg{Vi: "viết hoa hai cách: " + strings.Join(vi, ", "), En: "capitals in two ways: " + strings.Join(en, ", ")}
	p.At(h.t, h.lo, h.hi, msg, diag.M("thống nhất một cách trong cả văn bản", "keep to one way throughout"))
}

func capHeading(p *Pass) {
	h := hits{}
	for _, t := range p.Texts {
		if t.Key != "tieu_de" || t.Part == 0 || t.Annex != 0 || holed(t) || t.S == strings.ToUpper(t.S) {
			continue
		}
		h.add(t, 0, len(t.S))
	}
	if h.n == 0 {
		return
	}
	p.Mend(h.t, h.lo, h.hi, strings.ToUpper(h.t.S), told(diag.M("đề mục La Mã chưa viết hoa", "a Roman heading is not in capitals"), h.times()),
		diag.M("viết: %s", "write: %s", strings.ToUpper(h.t.S)))
}
