package check

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// twoLevels is the first day without quận, huyện, thị xã, thị trấn and cities of
// a province (Luật Tổ chức chính quyền địa phương 72/2025/QH15).
var twoLevels = fact.Date{Y: 2025, M: 7, D: 1}

// newWards is the day since which the list of communes holds: some xã became
// phường then (NQ 237/NQ-UBTVQH16).
var newWards = fact.Date{Y: 2026, M: 4, D: 30}

const basisUnit = "Luật Tổ chức chính quyền địa phương 72/2025/QH15; NQ 202/2025/QH15"

func unitRules() []Rule {
	return []Rule{
		{
			Code: "UNIT-OLD", Group: GroupUnit, Basis: basisUnit, Fix: Never, From: twoLevels,
			Title: diag.M("đơn vị hành chính không còn từ 01/7/2025", "an administrative unit that is no more since 01/7/2025"),
			Why: diag.M("Từ 01/7/2025 không còn quận, huyện, thị xã, thị trấn, thành phố thuộc tỉnh, không còn Huyện ủy, UBND huyện, LĐLĐ huyện; 29 tỉnh, thành phố đã nhập vào tỉnh khác. Tên cũ trong văn bản được viện dẫn, trong ngoặc kép và khi nói chuyện trước đây thì giữ.",
				"Since 01/7/2025 there are no districts, no towns and no cities of a province, and none of their bodies; 29 provinces are part of others. Old names stay in citations, in quotations and where the past is told."),
			Bad:  Sample{Text: "Các đơn vị báo cáo Ủy ban nhân dân huyện trước khi triển khai.", With: []Sample{{Key: "ngay", Text: "20/12/2027"}}},
			Good: Sample{Text: "Các đơn vị báo cáo Ủy ban nhân dân huyện trước khi triển khai.", With: []Sample{{Key: "ngay", Text: "20/12/2023"}}},
			Run:  unitOld,
		},
		{
			Code: "UNIT-NAME", Group: GroupUnit, Basis: "Danh mục đơn vị hành chính cấp xã (dữ liệu don-vi của chương trình)", Fix: Suggested,
			Title: diag.M("tên xã, phường, đặc khu không có trong danh mục", "the name of a commune is not in the list"),
			Why: diag.M("Tên đơn vị hành chính phải đúng danh mục. Chỉ báo khi tên chỉ khác một chữ cái, một dấu với một tên của chính tỉnh đó; tên lạ thì ghi là chưa xét được.",
				"Names of units must be those of the list. Only a name that is one letter from a listed one of the same province is reported; others are told as not judged."),
			Bad:  Sample{Text: "Lớp học mở tại phường Bến Thạnh, Thành phố Hồ Chí Minh.", With: []Sample{{Key: "ngay", Text: "20/12/2027"}}},
			Good: Sample{Text: "Lớp học mở tại phường Bến Thành, Thành phố Hồ Chí Minh.", With: []Sample{{Key: "ngay", Text: "20/12/2027"}}},
			Run:  unitName,
		},
	}
}

// pastNear tells whether the sentence around a unit speaks of the past, or
// "cũ" stands behind its name.
func (p *Pass) pastNear(u *fact.Unit) bool {
	t := u.Text
	for i := u.End; i < u.End+4 && i < len(t.Tokens); i++ {
		if t.Tokens[i].Low == "cũ" {
			return true
		}
	}
	lo, hi := sentenceAround(t, u.I, u.End)
	for i := lo; i < hi; i++ {
		if p.Words.IsPast(t, i) {
			return true
		}
	}
	return false
}

// inFacility tells whether a unit is part of the name of a school, a hospital,
// a road: "Trường Trung học phổ thông huyện Ba Bể".
func (p *Pass) inFacility(u *fact.Unit) bool {
	for i := u.I - 1; i >= 0 && i >= u.I-8; i-- {
		tok := u.Text.Tokens[i]
		if tok.Kind == fact.Mark && tok.S != "-" || tok.Low == "của" || tok.Low == "tại" || tok.Low == "và" {
			return false
		}
		if p.Words.IsFacility(u.Text, i) {
			return true
		}
	}
	return false
}

// gone tells whether a unit is one that was abolished on 01/7/2025.
func (p *Pass) gone(u *fact.Unit) bool {
	return u.Old || p.oldCity(u) || p.joined(u) != nil
}

// joined is the merger of a province that is named with its level: the name
// alone may be that of a commune.
func (p *Pass) joined(u *fact.Unit) *Merged {
	if u.Level != "tỉnh" || u.Body != "" || u.Name == "" {
		return nil
	}
	if m, ok := p.Data.Units.Merged(u.Name); ok && !p.Issued.Before(m.Tu) {
		return &m
	}
	return nil
}

// oldCity tells whether a unit is a city of a province, by its whole name or as
// "thành phố thuộc tỉnh".
func (p *Pass) oldCity(u *fact.Unit) bool {
	if u.Level != "thành phố" {
		return false
	}
	if u.Name == "" {
		return u.Text.Token(u.End).Low == "thuộc" && u.Text.Token(u.End+1).Low == "tỉnh"
	}
	return p.Words.IsOldCity(u.Name)
}

func inHeader(t *fact.Text) bool {
	return t.Key == "co_quan" || t.Key == "co_quan_chu_quan" || t.Key == "dia_danh"
}

func unitOld(p *Pass) {
	type group struct {
		first *fact.Unit
		lines []string
		n     int
	}
	var order []string
	groups := map[string]*group{}
	for i := range p.Units {
		u := &p.Units[i]
		if !p.gone(u) || inHeader(u.Text) || u.Text.Key == "ho_ten" || u.Text.Key == "can_cu" || u.Text.Quoted(u.Lo) || u.Text.InSubject(u.Lo) || p.inFacility(u) || p.pastNear(u) {
			continue
		}
		key := fact.PlainTone(strings.ToLower(u.Text.S[u.Lo:u.Hi]))
		if groups[key] == nil {
			groups[key] = &group{first: u}
			order = append(order, key)
		}
		g := groups[key]
		g.n++
		if line := strconv.Itoa(u.Text.Place(u.Lo, u.Hi).Line); !slices.Contains(g.lines, line) {
			g.lines = append(g.lines, line)
		}
	}
	for _, key := range order {
		g := groups[key]
		u := g.first
		s := u.Text.S[u.Lo:u.Hi]
		msg := diag.M("từ 01/7/2025 không còn \"%s\"", "since 01/7/2025 there is no \"%s\"", s)
		if g.n > 1 {
			msg = diag.M("từ 01/7/2025 không còn \"%s\" (%d chỗ: dòng %s)", "since 01/7/2025 there is no \"%s\" (%d places: lines %s)", s, g.n, strings.Join(g.lines, ", "))
		}
		if m := p.joined(u); m != nil {
			p.At(u.Text, u.Lo, u.Hi, msg, diag.M("nay thuộc %s (%s); nói chuyện trước đây thì ghi rõ, thí dụ \"cũ\"", "now part of %s (%s); of the past say so, for example \"cũ\"", m.Moi, m.CanCu))
			continue
		}
		p.At(u.Text, u.Lo, u.Hi, msg, diag.M("thay bằng đơn vị hiện nay (tỉnh, xã, phường, đặc khu); nói chuyện trước đây thì ghi rõ, thí dụ \"cũ\"",
			"name the unit of today (tỉnh, xã, phường, đặc khu); of the past say so, for example \"cũ\""))
	}
}

func unitName(p *Pass) {
	if p.Issued.Before(twoLevels) {
		return // other units then; a document without a day is not judged
	}
	told := map[string]bool{}
	home := p.homeProvince()
	for i := range p.Units {
		u := &p.Units[i]
		if u.Name == "" || u.Body != "" || u.Text.Quoted(u.Lo) || u.Text.InSubject(u.Lo) || u.Text.Key == "ho_ten" || u.Text.Key == "can_cu" {
			continue
		}
		if u.Level != "xã" && u.Level != "phường" && u.Level != "đặc khu" || told[u.Level+u.Name] || p.listed(u) {
			continue
		}
		told[u.Level+u.Name] = true
		if p.inFacility(u) || p.pastNear(u) {
			continue
		}
		p.judgeName(u, p.provinceNear(i, home))
	}
}

// listed tells whether the name of a unit, or what begins it, is in the list
// of any province: behind a name other capitals may stand.
func (p *Pass) listed(u *fact.Unit) bool {
	for n := 5; n > 0; n-- {
		if name, ok := u.NameWords(n); ok && p.Data.Units.Listed(u.Level+" "+name, "") {
			return true
		}
	}
	return false
}

// judgeName compares a name that is not in the list with those of its province.
func (p *Pass) judgeName(u *fact.Unit, province string) {
	near := p.Data.Units.Near(u.Level+" "+u.Name, province)
	var same, other []string
	for _, n := range near {
		switch key := unitKey(n); {
		case bareKey(key) == unitKey(u.Name):
			other = append(other, n)
		case strings.HasPrefix(key, u.Level+" "):
			same = append(same, n)
		}
	}
	s := u.Text.S[u.Lo:u.Hi]
	switch {
	case len(other) > 0:
		if !p.Issued.Before(newWards) {
			p.At(u.Text, u.Lo, u.Hi, diag.M("\"%s\": danh mục ghi %s (%s)", "\"%s\" is %s in the list (%s)", s, other[0], province),
				diag.M("sửa tên cấp theo danh mục, nếu không phải đơn vị cũ", "mend the level by the list, if no former unit is meant"))
		}
	case len(same) == 1 && strings.Count(u.Name, " ") > 0:
		p.At(u.Text, u.Lo, u.Hi, diag.M("\"%s\" không có trong danh mục của %s; có %s", "\"%s\" is not in the list of %s; there is %s", s, province, same[0]),
			diag.M("đối chiếu tên đơn vị", "compare the name of the unit"))
	case strings.Count(u.Name, " ") > 0 && strings.Count(u.Name, " ") < 3 && u.Name != strings.ToUpper(u.Name):
		p.Unjudged(u.Text.Place(u.Lo, u.Hi), diag.M("chưa xét được tên \"%s\": không có trong danh mục", "the name \"%s\" is not judged: it is not in the list", s),
			diag.M("đối chiếu tên đơn vị; danh mục đúng đến ngày ghi trong dữ liệu don-vi", "compare the name; the list holds to the day told in the data don-vi"))
	}
}

// provinceOf gives the province that a unit names.
func (p *Pass) provinceOf(u *fact.Unit) (string, bool) {
	if u.Level != "tỉnh" && u.Level != "thành phố" {
		return "", false
	}
	for n := 5; n > 0; n-- {
		if name, ok := u.NameWords(n); ok {
			if whole, ok := p.Data.Units.Province(u.Level + " " + name); ok {
				return whole, true
			}
		}
	}
	return "", false
}

// homeProvince is the province of the issuer, else the only one that the
// document names; "" where that is not known.
func (p *Pass) homeProvince() string {
	only := ""
	for i := range p.Units {
		u := &p.Units[i]
		name, ok := p.provinceOf(u)
		switch {
		case !ok:
		case inHeader(u.Text):
			return name
		case only == "":
			only = name
		case only != name:
			only = "?"
		}
	}
	if only == "?" {
		return ""
	}
	return only
}

// provinceNear is the province that stands right behind a unit: "xã A, tỉnh B",
// else the one of the document.
func (p *Pass) provinceNear(i int, home string) string {
	if i+1 < len(p.Units) {
		u, next := &p.Units[i], &p.Units[i+1]
		if next.Text == u.Text && next.I-u.End <= 2 {
			if name, ok := p.provinceOf(next); ok {
				return name
			}
		}
	}
	return home
}
