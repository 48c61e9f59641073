package check

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// numberingRules look at the signs at the head of paragraphs.
func numberingRules() []Rule {
	return []Rule{{
		Code: "NUMBERING", Group: GroupShape, Basis: basisBody, Fix: Asked,
		Title: diag.M("đánh số sai thứ tự", "numbers out of order"),
		Why: diag.M("Các phần, mục, khoản, điểm đánh số liên tục. Số bị nhảy hoặc lặp thường là dấu hiệu chép thiếu, chép thừa, và làm sai viện dẫn đến mục đó.",
			"Parts, sections and items are numbered without gaps. A number that is left out or repeated is often a sign of something lost or copied twice, and spoils references."),
		Bad:  Sample{Text: "1. Rà soát cây xanh trên các tuyến đường.\n2. Trồng cây ven đường.\n4. Chăm sóc cây đã trồng.\nCác việc trên làm xong trong năm."},
		Good: Sample{Text: "1. Rà soát cây xanh trên các tuyến đường.\n2. Trồng cây ven đường.\n3. Chăm sóc cây đã trồng.\nCác việc trên làm xong trong năm."},
		Run:  numbering,
	}}
}

func numbering(p *Pass) {
	for i, m := range p.Plan.Muc {
		if so := strings.TrimRight(m.So.Plain(), ".-– "); so != "" && so != plan.Roman(i+1) && so != strconv.Itoa(i+1) {
			p.Report(m.So.At, diag.M("phần thứ %d mang số %s", "part %d has the number %s", i+1, so),
				diag.M("đánh lại số, hoặc tìm phần bị thiếu", "number the parts anew, or look for the one that is missing"))
		}
	}
	eachVan(p.Plan, func(v plan.Van) {
		s := sequence{p: p}
		for i := range v.Doan {
			s.next(v.Doan, i)
		}
	})
	p.outsideLevels()
}

// eachVan visits the running texts of a plan.
func eachVan(pl *plan.Plan, visit func(plan.Van)) {
	visit(pl.MoDau)
	for _, m := range pl.Muc {
		for _, v := range []plan.Van{m.MucDich, m.YeuCau, m.NoiDung} {
			visit(v)
		}
		for _, d := range m.Dot {
			visit(d.NoiDung)
		}
	}
	visit(pl.Ket)
	for _, a := range pl.PhuLuc {
		visit(a.NoiDung)
	}
}

// sequence follows the numbers of each level through one running text.
type sequence struct {
	p    *Pass
	last [plan.DauCong + 1]string // last number of each level, "" for none yet
	row  [plan.DauCong + 1]int    // paragraph that has it
}

func (s *sequence) next(ds []plan.Doan, i int) {
	d := ds[i]
	if d.Loai != plan.DoanVan {
		return
	}
	if strings.HasPrefix(d.Nhan, "-") && strings.Contains(d.Nhan, "+") {
		s.p.Report(d.Chu.At, diag.M("một đoạn có hai dấu đầu dòng %q", "a paragraph with two signs %q", d.Nhan),
			diag.M("giữ một dấu", "keep one of them"))
	}
	s.lost(ds, i)
	if d.Dau < plan.DauMuc || d.Dau > plan.DauDiem {
		return
	}
	if now := label(d); now != "" {
		if was := s.last[d.Dau]; was != "" && !follows(was, now, d.Dau) && !s.restarts(ds, i, now) {
			f := s.p.Report(d.Chu.At, diag.M("số %s đứng sau số %s", "the number %s stands behind %s", d.Nhan, was),
				diag.M("đánh lại số, hoặc tìm đoạn bị thiếu, bị lặp", "number anew, or look for what is missing or stands there twice"))
			f.Ask = !s.p.Pasted && len(recount(ds, s.row[d.Dau], i)) > 0
		}
		s.last[d.Dau], s.row[d.Dau] = now, i
	}
	for k := d.Dau + 1; k < plan.Dau(len(s.last)); k++ {
		s.last[k] = ""
	}
}

// label is the number of a sign without its dot or bracket, in capitals for
// Roman ones.
func label(d plan.Doan) string { return strings.TrimRight(d.Nhan, ".)-– ") }

// restarts tells whether a list begins anew: with its first number, and with
// something of another kind between it and the list above.
func (s *sequence) restarts(ds []plan.Doan, i int, now string) bool {
	first := now == "I" || now == "1" || now == "a" || strings.HasSuffix(now, ".1")
	return first && i-s.row[ds[i].Dau] > 1 && !(ds[i].Dau == plan.DauKhoan && s.last[plan.DauKhoan] == "1")
}

// lost tells of an item without its sign between two items of one list.
func (s *sequence) lost(ds []plan.Doan, i int) {
	if i == 0 || i+1 >= len(ds) || ds[i].Dau != plan.KhongDau {
		return
	}
	above, here, below := ds[i-1], ds[i], ds[i+1]
	list := above.Dau == below.Dau && above.Dau >= plan.DauDiem && above.Loai == plan.DoanVan && below.Loai == plan.DoanVan
	if list && strings.HasSuffix(above.Chu.Plain(), ";") && strings.HasSuffix(here.Chu.Plain(), ";") {
		s.p.Report(here.Chu.At, diag.M("đoạn này thiếu dấu đầu dòng mà các đoạn trên, dưới đều có", "this paragraph lacks the sign that those above and below have"),
			diag.M("thêm dấu %s, hoặc nối vào đoạn trên", "add the sign %s, or join it to the paragraph above", above.Nhan))
	}
}

// letters are those of the points: the decree counts đ and leaves out f, j, w,
// z; people count in both ways.
const letters = "abcdđefghijklmnopqrstuvwxyz"

// follows tells whether a number is the next one behind another.
func follows(was, now string, dau plan.Dau) bool {
	switch dau {
	case plan.DauMuc:
		n, ok := plan.RomanValue(now)
		before, known := plan.RomanValue(was)
		return ok && known && n == before+1
	case plan.DauKhoan:
		return atoi(now) == atoi(was)+1
	case plan.DauDiem:
		return nextLetter(was, now)
	}
	i, j := strings.LastIndexByte(was, '.'), strings.LastIndexByte(now, '.')
	return i > 0 && j > 0 && was[:i] == now[:j] && atoi(now[j+1:]) == atoi(was[i+1:])+1
}

// nextLetter lets those be left out that one of the two alphabets lacks.
func nextLetter(was, now string) bool {
	i, j := strings.Index(letters, was), strings.Index(letters, now)
	if i < 0 || j <= i {
		return false
	}
	for _, between := range letters[i+len(was) : j] {
		if !strings.ContainsRune("đfjwz", between) {
			return false
		}
	}
	return true
}

func atoi(s string) int { n, _ := strconv.Atoi(s); return n }

// outsideLevels tells once where the plan uses levels that the basis of its
// form does not know.
func (p *Pass) outsideLevels() {
	for _, t := range p.Texts {
		if t.Doan == nil || t.Cell || t.Doan.Nhan == "" {
			continue
		}
		for _, sign := range p.Standard.Form.Outside {
			if sign == t.Doan.Nhan || t.Doan.Dau == plan.DauKhoan2 && strings.Count(sign, ".") == 2 {
				f := p.Report(t.Chu.At, diag.M("bậc %q không có trong nghị định, chỉ có I., 1., a)", "the decree has no level %q, only I., 1. and a)", t.Doan.Nhan),
					diag.M("nhiều cơ quan vẫn dùng; nếu cần đúng bậc thì đổi thành a), b)", "many offices use it; for the decree's levels write a), b)"))
				f.Severity = diag.Info
				return
			}
		}
	}
}
