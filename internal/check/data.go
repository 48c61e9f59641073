package check

import (
	"sync"

	"kehoach.example/internal/fact"
)

// Data is what the rules know of the world: the files of templates/du-lieu,
// each with its source and the day on which it was last verified. An office can
// lay newer files over them. Make it with LoadData; the zero value knows nothing.
type Data struct {
	Units         Units
	Texts         []KnownText
	Laws          []Law
	Events        []Event
	Anniversaries []Anniversary
	Holidays      []Holiday
	Slips         []Slip
	Doubles       []string  // doubled words that are right, in small letters: "luôn luôn"
	Variants      []Variant // terms that are written in several ways
	Caps          Caps
	Abbrs         []Abbr
	Syllables     Syllables
	Mail          []string // domains of public mail: "gmail.com"
	Sources       []Source // what each file rests on, in order of their names

	once sync.Once
	made *index
}

// Source is where a file of data comes from and when it was last verified.
type Source struct {
	File, Nguon string
	KiemTra     fact.Date
}

// KnownText is a law, a decree or another text that is cited. Several may have
// one number ("so") with different years: So is whole ("91/2017/NĐ-CP",
// "34-CT/TW").
type KnownText struct {
	So     string
	Loai   string    // kind: "Nghị định"
	Ten    string    // what it is about
	CoQuan string    // issuer
	Ngay   fact.Date // day of issue
	Het    fact.Date // first day on which it no longer holds; zero while it holds
	Thay   string    // what took its place, in words with its number
	Chac   bool      // verified by two sources; else a finding says that it is to be looked up
}

// Law is a law by its name: how it is written, and the spellings seen.
type Law struct {
	Ten string   // "Luật Thi đua, khen thưởng"
	Sai []string // wrong ways that are recognised, compared without regard to case, and to case where equal: "Luật thi đua khen thưởng"
}

// Event is something that papers cite and that happened on a day: a congress.
type Event struct {
	Ten  []string // ways in which it is named, in small letters
	Ngay fact.Date
}

// Anniversary is a day that is commemorated.
type Anniversary struct {
	Ngay Day      // day and month; D is 0 where only the month is told
	Goc  int      // base year
	Ten  string   // recommended wording
	Nhan []string // words by which it is known in running text, in small letters
	Chac bool     // the base year is beyond doubt
}

// Day is a day of each year.
type Day struct{ D, M int }

// Holiday is a day off by law: each year (Y is 0) or once.
type Holiday struct {
	Ten  string
	Ngay fact.Date
}

// Slip is a word or words typed for others that look alike.
type Slip struct {
	Sai, Dung  string
	Truoc, Sau []string // one of these words stands before it, or behind it; none: always wrong
}

// Variant is a term and the ways in which it is written. Only two ways in one
// document are a finding.
type Variant struct {
	Ten  string   // the way that is advised, "" where none is
	Cach []string // all ways, the advised one too
}

// Caps is what is known of capital letters inside a sentence (Phụ lục II of
// NĐ 30/2020).
type Caps struct {
	// Lower are common nouns that stand in small letters inside a sentence:
	// "cán bộ", "công chức", "người sử dụng lao động".
	Lower []string
	// Upper are words that may have a capital anywhere: "Nhân dân", "Đảng".
	Upper []string
	// Forms are terms that are looked at for two ways of capitals in one
	// document: "ban chấp hành", in small letters.
	Forms []string
}

// Abbr is a short form that is known.
type Abbr struct {
	Ngan, Day string
	Chung     bool // known to every reader (UBND, TNHH): need not be explained
}

// Syllables tells whether a word can be a Vietnamese syllable, and what Telex
// letters left over would have made.
type Syllables struct{}

// Valid tells whether a word in small letters can be a Vietnamese syllable.
func (s *Syllables) Valid(word string) bool { return true }

// Telex gives the word that was meant where letters of the Telex or VNI method
// were left in it ("ddoaofn").
func (s *Syllables) Telex(word string) (string, bool) { return "", false }

// Units are the provinces and communes of the country.
type Units struct{}

// Province finds a province by its name, with or without its level ("tỉnh An
// Giang", "Hà Nội"), without regard to case, and gives its whole name.
func (u *Units) Province(name string) (string, bool) { return "", false }

// Listed tells whether a commune with its level ("phường Bến Nghé") is in the
// list, in this province or anywhere (province "").
func (u *Units) Listed(name, province string) bool { return false }

// Near gives the listed names of a province that are one letter away from this
// one.
func (u *Units) Near(name, province string) []string { return nil }
