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
	Kinds         []Abbr   // abbreviations of kinds of document in a symbol: KH, QĐ (Phụ lục III)
	Measures      []string // units of measure in capitals, no short forms behind a number: "MW"
	Words         Words
	Mail          []string // domains of public mail: "gmail.com"
	Sources       []Source // what each file rests on, in order of their names

	once sync.Once
	made *index

	cites citeIndex // Texts and Laws, for looking up
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
	So     string    `key:"so" need:"true"`
	Loai   string    `key:"loai" need:"true"` // kind: "Nghị định"
	Ten    string    `key:"ten" need:"true"`  // what it is about
	CoQuan string    `key:"co_quan"`          // issuer
	Ngay   fact.Date `key:"ngay"`             // day of issue; zero where unknown
	Het    fact.Date `key:"het"`              // first day on which it no longer holds; zero while it holds
	Thay   string    `key:"thay"`             // what took its place, in words with its number; without Het: since a day unknown
	Chac   bool      `key:"chac" need:"true"` // verified by two sources; else a finding says that it is to be looked up
}

// Law is a law by its name: how it is written, and the spellings seen.
type Law struct {
	Ten string   `key:"ten" need:"true"` // "Luật Thi đua, khen thưởng"
	Sai []string `key:"sai"`             // wrong ways that are recognised, compared without regard to case, and to case where equal: "Luật thi đua khen thưởng"
}

// Event is something that papers cite and that happened on a day: a congress.
type Event struct {
	Ten  []string  `key:"ten" need:"true"`  // ways in which it is named, in small letters
	Ngay fact.Date `key:"ngay" need:"true"` // its first day
	// KhongSau are words behind which something else is meant: "bộ" behind
	// "đại hội lần thứ xiv của đảng".
	KhongSau []string `key:"khong_sau"`
}

// Anniversary is a day that is commemorated.
type Anniversary struct {
	Ngay     Day      `key:"ngay" need:"true"` // day and month; D is 0 where only the month is told
	Goc      int      `key:"goc" need:"true"`  // base year
	Ten      string   `key:"ten" need:"true"`  // recommended wording
	Nhan     []string `key:"nhan" need:"true"` // words by which it is known in running text, in small letters
	Chac     bool     `key:"chac" need:"true"` // the base year is beyond doubt
	KhongSau []string `key:"khong_sau"`        // words behind which something else is meant: "bộ" behind "thành lập đảng"
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
	Sai   string   `key:"sai" need:"true"`
	Dung  string   `key:"dung" need:"true"`
	Truoc []string `key:"truoc"` // one of these words or phrases stands before it,
	Sau   []string `key:"sau"`   // or one of these behind it; none at all: always wrong
	// Neither of these may stand before or behind it: "hướng ứng" is right in
	// "định hướng ứng dụng".
	KhongTruoc []string `key:"khong_truoc"`
	KhongSau   []string `key:"khong_sau"`
}

// Variant is a term and the ways in which it is written. Only two ways in one
// document are a finding.
type Variant struct {
	Ten      string   `key:"ten"`              // the way that is advised, "" where none is
	Cach     []string `key:"cach" need:"true"` // all ways, the advised one too
	KhongSau []string `key:"khong_sau"`        // words behind which something else is meant: "chủ nghĩa" behind "kinh tế xã hội"
	Luat     bool     `key:"luat"`             // Ten is the wording of a law: another one is told where it stands alone too
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
	// Names are names of which the capitals are settled.
	Names []CapName
	// Levels are nouns of units: "quận", "thành phố". Which is right depends on
	// the name behind (thành phố Huế, Thành phố Hồ Chí Minh, Quận 1), so only
	// the same name, or the noun alone, can be two ways.
	Levels []string
}

// CapName is a name with its capitals (Phụ lục II of NĐ 30/2020): "Ban Chấp
// hành". One that is no name in small letters ("ban chấp hành") is only told
// where it has some of its capitals.
type CapName struct {
	Ten      string   `key:"ten" need:"true"`
	Luon     bool     `key:"luon"` // a name in small letters too: "Tháng Công nhân"
	KhongSau []string `key:"khong_sau"`
}

// Abbr is a short form that is known.
type Abbr struct {
	Ngan  string `key:"ngan" need:"true"`
	Day   string `key:"day" need:"true"`
	Chung bool   `key:"chung"` // known to every reader (UBND, TNHH): need not be explained
}

// Words are those on which single rules rest.
type Words struct {
	OwnMinistry []string `key:"nganh_rieng"`   // in names of bodies for which a ministry says what stands before a name
	Anybody     []string `key:"gom_chung"`     // in recipients that may be anybody, in small letters
	WebPage     []string `key:"trang_mang"`    // in lines that only a web page has
	Caption     []string `key:"chu_thich_anh"` // in captions of an article
}
