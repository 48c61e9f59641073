package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// Units are the provinces and communes of the country. Names are compared
// without regard to case, to the place of a tone (hoá, hóa), to the kind of
// apostrophe (M’Drắk, M'Drắk) and of dash.
type Units struct {
	provinces []province
	byName    map[string]int   // province by its name, with and without its level
	communes  map[string][]int // communes with their level: indexes of provinces
	merged    map[string]Merged
}

type province struct {
	name     string
	communes []commune // in the order of the list
}

type commune struct {
	name      string // with its level, as in the list
	key, bare string // as it is compared, with and without the level
}

// Merged is a province that is no more.
type Merged struct {
	Cu    string    `key:"cu" need:"true"`     // "tỉnh Hà Giang"
	Moi   string    `key:"moi" need:"true"`    // name of the province of which it is part now
	Tu    fact.Date `key:"tu" need:"true"`     // first day of the new one
	CanCu string    `key:"can_cu" need:"true"` // the text by which it was merged
}

// levels are the levels of units, as they begin a name.
var levels = [...]string{"thành phố ", "tỉnh ", "phường ", "xã ", "đặc khu ", "tp. ", "tp.", "tp "}

// unitKey is a name as it is compared.
func unitKey(name string) string {
	s := fact.PlainTone(strings.ToLower(strings.TrimSpace(name)))
	if strings.IndexByte(s, '-') >= 0 || strings.Contains(s, "\u2019") || strings.Contains(s, "\u2013") || strings.Contains(s, "  ") {
		s = strings.NewReplacer("’", "'", " – ", "-", " - ", "-", "–", "-").Replace(strings.Join(strings.Fields(s), " "))
	}
	return s
}

// bareKey takes the level off a compared name.
func bareKey(key string) string {
	for _, l := range levels {
		if rest, ok := strings.CutPrefix(key, l); ok && rest != "" {
			return rest
		}
	}
	return key
}

// Province finds a province by its name, with or without its level ("tỉnh An
// Giang", "Hà Nội", "TP. Hồ Chí Minh"), without regard to case, and gives its
// whole name. "Hồ Chí Minh" alone is one too: whether a person is meant is for
// the caller to judge.
func (u *Units) Province(name string) (string, bool) {
	i, ok := u.province(name)
	if !ok {
		return "", false
	}
	return u.provinces[i].name, true
}

func (u *Units) province(name string) (int, bool) {
	key := unitKey(name)
	if i, ok := u.byName[key]; ok {
		return i, true
	}
	for _, short := range levels[5:] {
		if rest, ok := strings.CutPrefix(key, short); ok {
			i, ok := u.byName["thành phố "+rest]
			return i, ok
		}
	}
	return 0, false
}

// Listed tells whether a commune with its level ("phường Bến Nghé") is in the
// list, in this province or anywhere (province "").
func (u *Units) Listed(name, province string) bool {
	in := u.communes[unitKey(name)]
	if province == "" {
		return len(in) > 0
	}
	i, ok := u.province(province)
	return ok && slices.Contains(in, i)
}

// Near gives the listed names of a province that are one letter away from this
// one, or have its name and another level.
func (u *Units) Near(name, province string) []string {
	i, ok := u.province(province)
	if !ok {
		return nil
	}
	key := unitKey(name)
	bare := []rune(bareKey(key))
	var out []string
	for _, c := range u.provinces[i].communes {
		if oneAway(bare, c.bare) && c.key != key {
			out = append(out, c.name)
		}
	}
	return out
}

// Merged tells of which province one of the former 63 is part now, by its name
// with or without its level.
func (u *Units) Merged(name string) (Merged, bool) {
	m, ok := u.merged[bareKey(unitKey(name))]
	return m, ok
}

// oneAway tells whether two words are equal or one letter put in, left out or
// changed apart, or two neighbours changed over.
func oneAway(a []rune, s string) bool {
	n := utf8.RuneCountInString(s)
	if n > len(a)+1 || n < len(a)-1 {
		return false
	}
	b := []rune(s)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	swapped := len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	return len(a) <= 1 && len(b) <= 1 || swapped
}

// units reads the list of units and what is told of it.
func (l *loader) units(d *Data) {
	var file struct {
		DenNgay  fact.Date `key:"den_ngay" need:"true"`
		GiayPhep string    `key:"giay_phep" need:"true"`
		SapNhap  []Merged  `key:"tinh_sap_nhap"`
	}
	l.yaml(d, unitFile, &file)
	u := &d.Units
	u.merged = make(map[string]Merged, len(file.SapNhap))
	for _, m := range file.SapNhap {
		u.merged[bareKey(unitKey(m.Cu))] = m
	}
	data, ok := l.bytes(unitList)
	if !ok {
		return
	}
	u.byName, u.communes = make(map[string]int, 80), make(map[string][]int, 3400)
	codes := map[string]int{}
	for i, row := range strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n") {
		row = strings.TrimSuffix(row, "\r")
		if i == 0 || row == "" {
			l.unitHeader(row, i)
			continue
		}
		f := strings.Split(row, ",")
		if len(f) != 4 || !u.add(codes, f[0], f[1], f[3]) {
			l.reportRow(row, i, diag.M("dòng này không có bốn cột mã tỉnh, tỉnh, mã xã, đơn vị (tên có cấp: Tỉnh …, Xã …)", "this row has not the four columns code of the province, province, code of the commune, unit (names with their level: Tỉnh …, Xã …)"))
		}
	}
}

const unitColumns = "ma_tinh,tinh,ma_xa,don_vi"

func (l *loader) unitHeader(row string, i int) {
	if i == 0 && row != unitColumns {
		l.reportRow(row, i, diag.M("dòng đầu phải là %s", "the first row must be %s", unitColumns))
	}
}

func (l *loader) reportRow(row string, i int, msg diag.Msg) {
	n := utf8.RuneCountInString(row)
	l.report("DATA-CSV", diag.Place{File: unitList, Line: i + 1, Column: 1, EndColumn: max(n, 1) + 1, Text: row}, msg, asOurs)
}

// add puts a commune into its province; false where a name has no level.
func (u *Units) add(codes map[string]int, code, name, unit string) bool {
	key := unitKey(unit)
	bare := bareKey(key)
	i, ok := codes[code]
	if !ok {
		key := unitKey(name)
		if bareKey(key) == key {
			return false
		}
		i = len(u.provinces)
		codes[code] = i
		u.provinces = append(u.provinces, province{name: name})
		u.byName[key], u.byName[bareKey(key)] = i, i
	}
	if bare == key {
		return false
	}
	p := &u.provinces[i]
	p.communes = append(p.communes, commune{name: unit, key: key, bare: bare})
	u.communes[key] = append(u.communes[key], i)
	return true
}
