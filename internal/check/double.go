package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func doubleRules() []Rule {
	return []Rule{
		{
			Code: "DUP-WORD", Group: GroupTyping, Basis: basisCare, Fix: Safe,
			Title: diag.M("lặp từ", "a repeated word"),
			Why: diag.M("Từ bị gõ hai lần liền nhau (“của của”, “thi đua thi đua”). Từ láy và hai từ ghép đứng cạnh nhau (“cơ quan quan trọng”) không bị báo.",
				"A word typed twice in a row. Words that are doubled by nature, and two compounds side by side, are not told."),
			Bad: Sample{Text: "Chăm lo đời sống của của đoàn viên."}, Good: Sample{Text: "Dần dần nâng cao đời sống của đoàn viên; các cơ quan quan tâm."},
			Run: dupWord,
		},
		{
			Code: "DUP-CLAUSE", Group: GroupTyping, Basis: basisCare, Fix: Never,
			Title: diag.M("lặp vế câu", "a repeated clause"),
			Why: diag.M("Một vế dài xuất hiện hai lần trong một đoạn, hoặc hai gạch đầu dòng gần như giống nhau, thường do chép rồi quên xóa.",
				"A long clause twice in a paragraph, or two items that are nearly the same, were mostly copied and not taken out."),
			Bad:  Sample{Text: "Tổ chuyên môn rà soát kỹ từng phần việc đã nêu trong lịch tuần; bộ phận phục vụ chuẩn bị phòng họp; tổ chuyên môn rà soát kỹ từng phần việc đã nêu trong lịch tuần."},
			Good: Sample{Text: "Tổ chuyên môn rà soát kỹ từng phần việc đã nêu trong lịch tuần; bộ phận phục vụ chuẩn bị phòng họp, nước uống."},
			Run:  dupClause,
		},
	}
}

// longestDouble is how many words may be repeated as one.
const longestDouble = 4

func dupWord(p *Pass) {
	doubles := p.Data.index().doubles
	for _, t := range p.Texts {
		if named(t) || tabular(t) {
			continue
		}
		for i := 0; i+1 < len(t.Tokens); i++ {
			for n := 1; n <= longestDouble; n++ {
				if !twice(t, i, n) {
					continue
				}
				sure, told := judgeDouble(doubles, t, i, n)
				if told {
					p.tellDouble(t, i, n, sure)
					i += n
				}
				break
			}
		}
	}
}

// twice tells whether n words are followed by the same words, with blanks only
// between.
func twice(t *fact.Text, i, n int) bool {
	if i+2*n > len(t.Tokens) || t.Tokens[i].Low != t.Tokens[i+n].Low {
		return false
	}
	for k := i; k < i+2*n; k++ {
		if t.Tokens[k].Kind != fact.Word || k > i && !t.Tokens[k].Gap {
			return false
		}
	}
	for k := range n {
		if t.Tokens[i+k].Low != t.Tokens[i+n+k].Low {
			return false
		}
	}
	return true
}

// judgeDouble tells whether a repetition is wrong, and whether it is sure that
// one of the two has only to go.
func judgeDouble(doubles map[string]bool, t *fact.Text, i, n int) (sure, wrong bool) {
	if doubles[strings.ToLower(t.S[t.Tokens[i].Lo:t.Tokens[i+2*n-1].Hi])] {
		return false, false
	}
	w, again := t.Tokens[i], t.Tokens[i+n]
	if n > 1 {
		// "công đoàn Công đoàn": a name begins.
		return true, !again.Upper() || w.Caps() && again.Caps()
	}
	if len([]rune(w.Low)) < 2 || again.Upper() || w.Caps() {
		return false, false
	}
	if neverDouble(w.Low) {
		return true, !(w.Low == "của" && t.Token(i+2).Low == "cải")
	}
	if standsAlone(doubles, w.Low) || functionWord(w.Low) {
		return false, false
	}
	return false, endsBefore(t, i) || startsBehind(t, i+2) && !verb(w.Low)
}

// neverDouble tells whether a word is wrong wherever it stands twice.
func neverDouble(s string) bool {
	switch s {
	case "của", "và", "các", "những", "với", "cho", "để", "đã", "sẽ", "đang", "mà", "thì", "vì", "nếu", "hoặc", "mỗi", "nhằm", "gồm", "cũng":
		return true
	}
	return false
}

// endsBefore tells whether what stands before a pair ends there: a mark, a
// number or a joining word, so that the first of the pair ends no compound.
func endsBefore(t *fact.Text, i int) bool {
	tok := t.Token(i - 1)
	return i > 0 && (tok.Kind != fact.Word || functionWord(tok.Low))
}

// startsBehind tells whether something new begins behind a pair: a mark, a
// number, a name or a joining word, so that the second of the pair begins no
// compound.
func startsBehind(t *fact.Text, i int) bool {
	tok := t.Token(i)
	if tok.Kind != fact.Word || tok.Upper() {
		return true
	}
	switch tok.Low {
	case "của", "và", "các", "những", "là", "mà", "đã", "sẽ", "được", "hoặc", "nhằm", "trong", "tại":
		return true
	}
	return false
}

// verb tells whether a word is often a verb of its own, as the second of a pair
// may be: "đổi mới, sáng tạo | tạo được".
func verb(s string) bool {
	switch s {
	case "tạo", "giao", "góp", "nối", "lập", "đưa", "gửi", "nêu", "đề", "dạy", "dùng", "đạt", "giữ", "gắn", "chọn", "chia", "chuyển",
		"nâng", "giảm", "tăng", "mở", "đóng", "xây", "sửa", "nhận", "trao", "tặng", "thông", "phát", "trình", "quyết", "dự", "hỏi", "nói",
		"xem", "nghe", "viết", "đọc", "ghi", "in", "cử", "mời", "họp", "trực", "kiểm", "đăng", "nộp", "thành", "hành", "hiện", "kết", "đảm", "bảo":
		return true
	}
	return false
}

// standsAlone tells whether a word is often a word of its own, so that two in a
// row may belong to two phrases ("đi làm việc | việc nhà"). Words that the data
// know doubled are such too.
func standsAlone(doubles map[string]bool, s string) bool {
	switch s {
	case "năm", "ngày", "tháng", "người", "nhà", "việc", "nước", "hội", "đảng", "đoàn", "tổ", "xã", "số", "đội", "bộ", "sở", "phòng",
		"ban", "trường", "lớp", "học", "dân", "chi", "thu", "tiền", "giá", "con", "cây", "đất", "xe", "đường", "hai", "ba", "bốn",
		"làm", "đi", "sau", "trước", "mới", "cao", "thấp", "tốt", "đầu", "cuối", "bên", "đêm", "giờ", "tuần", "quý", "sách", "báo", "máy",
		"thi", "tin", "ăn", "ở", "bản", "mẫu", "cấp", "mức", "điểm", "nơi", "vùng", "khu", "nghề", "nông", "công", "tự", "tập":
		return true
	}
	return doubles[s]
}

func (p *Pass) tellDouble(t *fact.Text, i, n int, sure bool) {
	lo, hi := t.Tokens[i].Lo, t.Tokens[i+2*n-1].Hi
	once := t.S[lo:t.Tokens[i+n-1].Hi]
	msg := diag.M("lặp từ: “%s”", "a repeated word: “%s”", t.S[lo:hi])
	if !sure {
		f := p.At(t, lo, hi, msg, diag.M("bỏ một chữ “%s”, hoặc sửa nếu đó là chữ khác", "leave one “%s” out, or mend it if another word was meant", once))
		if f.Severity == diag.Error {
			f.Severity = diag.Warning
		}
		return
	}
	p.Mend(t, lo, hi, once, msg, diag.M("bỏ bớt một lần “%s”", "leave one “%s” out", once))
}

// clauseLong is how many words a repeated clause has at least, those of common
// lists of people ("cán bộ, công chức, viên chức") not counted.
const clauseLong = 8

// clauseMost is how many tokens of a clause are compared at most.
const clauseMost = 80

// dupClause finds a clause that begins behind a mark and stands twice in a
// paragraph, and items of a list that are nearly the same. Names and numbers
// are repeated rightly, so a clause has none.
func dupClause(p *Pass) {
	items := newItems(p)
	for _, t := range p.Texts {
		items.see(t)
		if named(t) || t.Cell || len(t.Tokens) < 2*clauseLong {
			continue
		}
		seen := map[uint64]int{}
		for i := range t.Tokens {
			if !clauseStart(t, i) {
				continue
			}
			h, ok := hashWords(t, i, clauseLong)
			if !ok {
				continue
			}
			first, again := seen[h]
			if !again {
				seen[h] = i
				continue
			}
			end, n := sameWords(p, t, first, i)
			if n >= clauseLong {
				p.At(t, t.Tokens[i].Lo, t.Tokens[end-1].Hi, diag.M("vế “%s” lặp lại trong cùng đoạn", "the clause “%s” stands twice in the paragraph", shorten(t.S[t.Tokens[i].Lo:t.Tokens[end-1].Hi])),
					diag.M("bỏ một lần, hoặc viết lại câu", "leave one out, or write the sentence anew"))
				break
			}
		}
	}
}

func clauseStart(t *fact.Text, i int) bool {
	if t.Tokens[i].Kind != fact.Word || t.Quoted(t.Tokens[i].Lo) {
		return false
	}
	switch t.Token(i - 1).S {
	case "", ",", ";", ".", ":":
		return true
	}
	return false
}

// hashWords hashes the next n words. Marks between them are passed over, but
// not ends of sentences, brackets, quotations and numbers.
func hashWords(t *fact.Text, i, n int) (uint64, bool) {
	h := uint64(14695981039346656037)
	for k := i; n > 0; k++ {
		tok := t.Token(k)
		switch {
		case tok.Kind == fact.Mark && tok.S == ",":
			continue
		case tok.Kind != fact.Word || k > i && tok.Upper():
			return 0, false
		}
		h = hashWord(h, tok.Low)
		n--
	}
	return h, true
}

func hashWord(h uint64, w string) uint64 {
	for k := range len(w) {
		h = (h ^ uint64(w[k])) * 1099511628211
	}
	return (h ^ ' ') * 1099511628211
}

// sameWords is how far two clauses are the same, and how many of their words
// count.
func sameWords(p *Pass, t *fact.Text, a, b int) (end, n int) {
	start, end := b, b
	lower := p.Data.index().lower
	skip := 0
	for a < start && b < min(len(t.Tokens), start+clauseMost) && t.Tokens[a].Low == t.Tokens[b].Low && t.Tokens[b].Kind != fact.Number {
		switch t.Tokens[b].S {
		case ".", ";", "“", "”", "(", ")":
			return end, n
		}
		if t.Tokens[b].Kind == fact.Word {
			if _, to, ok := lower.at(t, b, nil); ok {
				skip = max(skip, to-b)
			}
			if skip--; skip < 0 {
				skip, n = 0, n+1
			}
			end = b + 1
		}
		a, b = a+1, b+1
	}
	return end, n
}

// shorten keeps the beginning and the end of a long quotation in a message.
func shorten(s string) string {
	words := strings.Fields(s)
	if len(words) <= 14 {
		return s
	}
	return strings.Join(words[:8], " ") + " … " + strings.Join(words[len(words)-4:], " ")
}

// items compares the items of one list by their runs of five words.
type items struct {
	p     *Pass
	texts []*fact.Text
	runs  []int           // how many runs each has
	own   map[uint64]bool // runs of the plan's subject, which may stand anywhere
	first map[uint64]int  // run -> the first item that has it
}

func newItems(p *Pass) *items {
	l := &items{p: p, first: map[uint64]int{}, own: map[uint64]bool{}}
	var title []uint64
	for _, t := range p.Of("trich_yeu") {
		title = append(title, wordHashes(t)...)
	}
	for i := 0; i+itemRun <= len(title); i++ {
		l.own[hashRun(title[i:i+itemRun])] = true
	}
	return l
}

func wordHashes(t *fact.Text) []uint64 {
	out := make([]uint64, 0, len(t.Tokens))
	for _, tok := range t.Tokens {
		if tok.Kind != fact.Mark {
			out = append(out, hashWord(0, tok.Low))
		}
	}
	return out
}

func hashRun(words []uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		h = (h ^ w) * 1099511628211
	}
	return h
}

const (
	itemLong = 16  // words of an item that is compared
	itemRun  = 5   // words of a run
	itemMost = 200 // items that are compared with each other
	itemSame = 0.7 // of its runs stand in one item above
	itemHalf = 0.5 // of the runs of the shorter one stand in the other too,
	itemMany = 15  // and at least so many
)

func (l *items) see(t *fact.Text) {
	if t.Doan == nil || t.Cell || t.Heading || t.Doan.Nhan == "" || len(l.texts) > 0 && l.texts[0].Part != t.Part || len(l.texts) == itemMost {
		l.texts, l.runs, l.first = l.texts[:0], l.runs[:0], map[uint64]int{}
	}
	if t.Doan == nil || t.Cell || t.Heading || t.Doan.Nhan == "" {
		return
	}
	if len(t.Tokens) < itemLong {
		return
	}
	words := wordHashes(t)
	if len(words) < itemLong {
		return
	}
	me := len(l.texts)
	runs := 0
	common := make([]int, me)
	for i := 0; i+itemRun <= len(words); i++ {
		h := hashRun(words[i : i+itemRun])
		if l.own[h] {
			continue
		}
		runs++
		if k, ok := l.first[h]; !ok {
			l.first[h] = me
		} else if k < me {
			common[k]++
		}
	}
	l.texts, l.runs = append(l.texts, t), append(l.runs, runs)
	for k := range me {
		n := float64(common[k])
		whole := runs > 0 && n >= itemSame*float64(runs)
		half := n >= itemMany && n >= itemHalf*float64(min(runs, l.runs[k]))
		if !whole && !half || counted(t, l.texts[k]) {
			continue
		}
		line := l.texts[k].Place(0, 1).Line
		hint := diag.M("gộp hai ý, hoặc bỏ một", "join the two, or leave one out")
		if whole {
			l.p.At(t, 0, len(t.S), diag.M("ý này gần như giống ý ở dòng %d", "this item is nearly the same as the one in line %d", line), hint)
		} else {
			l.p.At(t, 0, len(t.S), diag.M("quá nửa ý này giống ý ở dòng %d", "more than half of this item stands in line %d too", line), hint).Severity = diag.Info
		}
		return
	}
}

// counted tells whether two items differ in a number or a name, as steps that
// are told one by one do.
func counted(a, b *fact.Text) bool {
	return marksOf(a) != marksOf(b)
}

func marksOf(t *fact.Text) string {
	var b strings.Builder
	for i, tok := range t.Tokens {
		if tok.Kind == fact.Number || tok.Upper() && i > 0 {
			b.WriteString(tok.Low + " ")
		}
	}
	return b.String()
}
