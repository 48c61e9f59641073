// Package standard is one house form (thể thức) as data.
//
// In: the YAML files of a folder of forms, and of folders laid over it. Out:
// Form (what stands where, in which words), Figures (how big, how far) and, for
// one paper, Resolved: the numbers that both writers need, chosen once. It
// promises that every figure lies in the range of its clause, or that an
// office's own form gives the reason why it does not; that every name in such a
// form is drawn by somebody; and that each mistake is told once, at its place.
// It knows no XML and no PDF.
package standard

import "kehoach.example/internal/diag"

// Standard is one house form: its words, its figures and its legal basis.
type Standard struct {
	ID       string
	File     string     // of the topmost layer, as people name it
	Own      bool       // from a folder laid over the program's
	Outside  []Outside  // figures outside the law, each with a reason
	Name     string     `key:"name" need:"true"`
	Inherits string     `key:"inherits"`
	Default  bool       `key:"default"`
	Basis    []Basis    `key:"basis"`
	Evidence []Evidence `key:"evidence"`
	Form     Form       `key:"form"`
	Figures  Figures    `key:"figures"`

	// Checks tells which rules of check apply to the form, by their code, and
	// how severe each is: error, warning, info or off.
	Checks map[string]string `key:"kiem_tra"`

	law  map[string]bounds // path of a figure -> the range of the first form that has one
	made maker             // who made this form the default, or no default
}

// maker is where a form says whether it is the default, and in which layer.
type maker struct {
	layer int
	at    diag.Place
}

// Basis is a text of law behind the form, and when it was last looked at.
type Basis struct {
	Text     string `key:"text" need:"true"`
	Verified string `key:"verified" need:"true"`
	Note     string `key:"note"`
}

// Evidence is a word that speaks for this form in a source that names none.
type Evidence struct {
	Where  string `key:"where" need:"true"` // dau_de, co_quan, ky_hieu, chu_ky, ten, than
	Has    string `key:"has" need:"true"`
	Weight int    `key:"weight" need:"true"`
}

// Form holds the words of the form. Holes in braces are filled by compose.
type Form struct {
	Header   Header      `key:"header"`
	So       string      `key:"so"`
	KyHieu   string      `key:"ky_hieu"` // short form of tên loại, with which a symbol begins
	Ngay     string      `key:"ngay"`
	TenLoai  string      `key:"ten_loai"`
	CanCu    ListWords   `key:"can_cu"`
	Title    TitleWords  `key:"title"`
	Muc      string      `key:"muc"`
	MucDich  string      `key:"muc_dich"`
	YeuCau   string      `key:"yeu_cau"`
	Dot      DotWords    `key:"dot"`
	EndMark  string      `key:"end_mark"`
	NoiNhan  NoiNhanWord `key:"noi_nhan"`
	Marks    Marks       `key:"marks"`
	Unbroken Unbroken    `key:"unbroken"`
	Table    TableWords  `key:"bang"`
	PhuLuc   PhuLucWords `key:"phu_luc"`
	// PlaceShort lists words of a level that may be abbreviated in địa danh.
	PlaceShort []string `key:"dia_danh_viet_tat"`
	// Authority lists how a line of authority begins (TM., KT., T/M …): the
	// lines behind such a line are titles.
	Authority []string `key:"authority"`
	// Outside lists signs of levels that the basis does not know ("1.1.", "-").
	Outside []string `key:"bac_ngoai"`
	// PositionApart: a title never looks like a line of authority, not even
	// where it stands first because the signer signs for himself.
	PositionApart bool `key:"position_apart"`
}

// TitleWords tells what closes the title: a drawn rule, or a mark in letters.
type TitleWords struct {
	Rule bool   `key:"rule"`
	Mark string `key:"mark"`
}

// Unbroken tells which words of the names of bodies and of the title stay on
// one line: phrases, and units with the proper name behind them if both have
// at most so many letters.
type Unbroken struct {
	Longest int      `key:"longest"`
	Words   []string `key:"words"`
	Names   []string `key:"names"`
}

// Header lists the lines of the two blocks at the head of page 1.
type Header struct {
	Left  []HeaderLine `key:"left"`
	Right []HeaderLine `key:"right"`
	Logo  Logo         `key:"logo"`
}

// HeaderLine is a line with fixed words, or one from a key of the plan, and
// whether a rule is drawn under it.
type HeaderLine struct {
	Role string `key:"role" need:"true"`
	From string `key:"from"`
	Text string `key:"text"`
	Rule bool   `key:"rule"`
	With string `key:"with"` // printed only beside this key of the plan
	Join string `key:"join"` // between several bodies on one line, "" for a line each
}

// ListWords is how a list of lines is punctuated.
type ListWords struct {
	Prefix string `key:"prefix"`
	Sep    string `key:"sep"`
	Last   string `key:"last"`
}

// DotWords is how a đợt is worded.
type DotWords struct {
	Range         string `key:"range"`
	From          string `key:"from"`
	Until         string `key:"until"`
	Theme         string `key:"theme"`
	Anniversaries string `key:"anniversaries"`
	Anniversary   string `key:"anniversary"`
	Between       string `key:"between"`
}

// TableWords are the words by which a table is known: heads of a column of
// numbers, first words of a row that sums up (in small letters), and the heads
// of a list of tasks, in the order of the columns.
type TableWords struct {
	Number []string     `key:"so_thu_tu"`
	Total  []string     `key:"tong"`
	Tasks  []TaskColumn `key:"nhiem_vu"`

	Schedule ScheduleWords `key:"tien_do"`
}

// ScheduleWords head the columns of a schedule: the one of the labels, and
// what stands before a year.
type ScheduleWords struct {
	Label string `key:"nhan"`
	Year  string `key:"nam"`
}

// TaskColumn is the head of the column that holds a key of a task, and other
// heads by which the column is known in a table that was typed.
type TaskColumn struct {
	Key   string   `key:"khoa" need:"true"`
	Head  string   `key:"dau_bang" need:"true"`
	Known []string `key:"cung_la"`
}

// PhuLucWords is how a phụ lục is headed: alone, or as one of several with its
// number (roman or arabic), the line that ties it to its plan, and what closes
// its title.
type PhuLucWords struct {
	Label    string `key:"label"`
	Numbered string `key:"numbered"`
	Number   string `key:"number"`
	KemTheo  string `key:"kem_theo"`
	Rule     bool   `key:"rule"`
	Mark     string `key:"mark"`
}

// NoiNhanWord is how nơi nhận is worded and punctuated.
type NoiNhanWord struct {
	Title   string `key:"title"`
	Item    string `key:"item"`
	SubItem string `key:"sub_item"`
	Sep     string `key:"sep"`
	Luu     string `key:"luu"`
	Last    string `key:"last"`
	VanThu  string `key:"van_thu"` // short form of the office that the archive line names, "" where none is asked for
}

// words is a text of a form that has holes: where it stands in the file, which
// holes it may have, and those of them that it must have, because the plan's
// words in them would be lost on paper.
type words struct{ path, text, may, must string }

// holes lists the words of a form that have holes.
func (f *Form) holes() []words {
	return []words{
		{"form.header.logo.alt", f.Header.Logo.Alt, "co_quan", ""},
		{"form.so", f.So, "so ky_hieu", "so ky_hieu"},
		{"form.ngay", f.Ngay, "dia_danh ngay thang nam", "dia_danh ngay thang nam"},
		{"form.muc", f.Muc, "so", "so"},
		{"form.dot.range", f.Dot.Range, "ten tu den", "ten tu den"},
		{"form.dot.from", f.Dot.From, "ten tu", "ten tu"},
		{"form.dot.until", f.Dot.Until, "ten den", "ten den"},
		{"form.dot.theme", f.Dot.Theme, "chu_de", "chu_de"},
		{"form.dot.anniversaries", f.Dot.Anniversaries, "ky_niem", "ky_niem"},
		{"form.dot.anniversary", f.Dot.Anniversary, "n su_kien goc nay", "su_kien"},
		{"form.phu_luc.numbered", f.PhuLuc.Numbered, "so", "so"},
		{"form.phu_luc.kem_theo", f.PhuLuc.KemTheo, "ten_loai so_ky_hieu dia_danh ngay thang nam co_quan", "so_ky_hieu"},
		{"form.marks.du_thao.numbered", f.Marks.DuThao.Numbered, "lan", "lan"},
		{"form.marks.kem_theo", f.Marks.KemTheo, "van_ban", "van_ban"},
	}
}
