package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

// placeRules look at địa danh and at the names of bodies in the head.
func placeRules() []Rule {
	return []Rule{
		{
			Code: "PLACE-ABBR", Group: GroupPlace, Basis: "NĐ 30/2020, PL I, II.4; HD 05-HD/VPTW (địa danh)", Fix: Never,
			Title: diag.M("địa danh viết tắt", "an abbreviated place"),
			Why: diag.M("Địa danh là tên gọi chính thức của đơn vị hành chính, không viết tắt tên riêng; chữ chỉ cấp cũng viết đủ, riêng văn bản Đảng được viết tắt TP, ĐK.",
				"The place is the official name of a unit: its proper name is not abbreviated, nor its level; Party papers may write TP and ĐK."),
			Bad:  Sample{Key: "dia_danh", Text: "Xã ĐBN"},
			Good: Sample{Key: "dia_danh", Text: "Sơn Hạ"},
			Run:  placeAbbr,
		},
		{
			Code: "PLACE-OLDUNIT", Group: GroupPlace, Basis: basisUnit, Fix: Never,
			Title: diag.M("địa danh, tên cơ quan có cấp hành chính không còn", "place or issuer names a level that is no more"),
			Why: diag.M("Từ 01/7/2025 không còn quận, huyện, thị xã, thị trấn, thành phố thuộc tỉnh, nên văn bản từ ngày đó không do cơ quan của các cấp ấy ban hành.",
				"Since 01/7/2025 there are no districts, towns or cities of a province, so no body of them issues papers."),
			Bad:  Sample{Key: "dia_danh", Text: "Huyện Giả Định", With: []Sample{{Key: "ngay", Text: "20/12/2027"}}},
			Good: Sample{Key: "dia_danh", Text: "Huyện Giả Định", With: []Sample{{Key: "ngay", Text: "20/12/2023"}}},
			Run:  placeOldUnit,
		},
	}
}

// shortLevels are levels as they are abbreviated in a place.
var shortLevels = []string{"tp", "tx", "tt", "đk", "q", "p", "h", "x", "t"}

func placeAbbr(p *Pass) {
	for _, t := range p.Of("dia_danh") {
		if lo, hi, ok := shortPlace(t, p.Standard.Form.PlaceShort); ok {
			p.At(t, lo, hi, diag.M("địa danh viết tắt: %q", "an abbreviated place: %q", t.S[lo:hi]), diag.M("viết đủ tên", "write the whole name"))
		}
	}
}

// shortPlace finds what is abbreviated in a place: a level before a dot, a name
// or a digit, or letters that are no word.
func shortPlace(t *fact.Text, allowed []string) (lo, hi int, ok bool) {
	mixed := t.S != strings.ToUpper(t.S)
	for i, tok := range t.Tokens {
		if tok.Kind != fact.Word {
			continue
		}
		more := i+1 < len(t.Tokens)
		switch {
		case i == 0 && more && slices.Contains(shortLevels, tok.Low) && tok.Upper():
			if !slices.Contains(allowed, tok.S) {
				return tok.Lo, tok.Hi, true
			}
		case tok.Caps() && utf8.RuneCountInString(tok.S) > 1 && !romanOnly(tok.S) && (mixed || !hasVowel(tok.Low)):
			return tok.Lo, tok.Hi, true
		}
	}
	return 0, 0, false
}

func romanOnly(s string) bool {
	_, ok := plan.RomanValue(s)
	return ok
}

// hasVowel tells whether a word in small letters has a vowel, with any tone.
func hasVowel(s string) bool {
	for _, r := range s {
		if v, _ := fact.Untone(r); strings.ContainsRune("aăâeêioôơuưy", v) {
			return true
		}
	}
	return false
}

func placeOldUnit(p *Pass) {
	if p.Issued.Before(twoLevels) {
		return
	}
	seen := map[*fact.Text]bool{}
	for i := range p.Units {
		u := &p.Units[i]
		if !inHeader(u.Text) || seen[u.Text] || !p.gone(u) || p.inFacility(u) {
			continue
		}
		seen[u.Text] = true
		s := u.Text.S[u.Lo:u.Hi]
		p.At(u.Text, u.Lo, u.Hi, diag.M("từ 01/7/2025 không còn \"%s\"", "since 01/7/2025 there is no \"%s\"", s),
			diag.M("ghi cơ quan, địa danh hiện nay; nếu là kế hoạch cũ thì xem lại ngày ban hành", "name the body or place of today; if the plan is old, look at its day"))
	}
}
