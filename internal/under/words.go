package under

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/strictyaml"
)

// WordsFile is where the words stand in a templates folder.
const WordsFile = "du-lieu/cap-tren.yaml"

// Words are those by which tasks of lower units are known and a draft is
// worded: data, in small letters but for the wording.
type Words struct {
	Nguon   string `key:"nguon" need:"true"`
	KiemTra string `key:"kiem_tra" need:"true"`

	Groups     []Group   `key:"nhom" need:"true"`
	Plural     []string  `key:"nhieu"`
	Each       []string  `key:"moi"`
	Hamlets    []string  `key:"duoi_xa"`
	Which      []string  `key:"noi"`
	Openings   []string  `key:"mo_cau"`
	Leads      []string  `key:"dan"`
	Heads      []string  `key:"nguoi_dau"`
	Introduces []string  `key:"dan_xuong"`
	Asks       []string  `key:"hoi"`
	NotAsking  []string  `key:"khong_truoc_hoi"`
	OwnerLabel []string  `key:"chu_tri"`
	TimeLabel  []string  `key:"thoi_han"`
	OtherLabel []string  `key:"nhan_khac"`
	Verbs      []string  `key:"viec"`
	Adverbs    []string  `key:"truoc_viec"`
	Following  []string  `key:"theo_do"`
	Belonging  []string  `key:"thuoc"`
	Reports    []string  `key:"bao_ve"`
	Conditions []string  `key:"dieu_kien"`
	Recurring  []string  `key:"dinh_ky"`
	BeforeTime []string  `key:"truoc_han"`
	Within     []string  `key:"trong_han"`
	Products   []Product `key:"san_pham"`
	Itself     []string  `key:"chinh_ke_hoach"`
	OfItself   []string  `key:"sau_ke_hoach"`
	Stop       []string  `key:"khong_tinh"`
	Grounds    []string  `key:"giu_can_cu"`
	Names      []string  `key:"ten_co_quan"`
	Levels     []string  `key:"cap"`
	LevelIn    []LevelIn `key:"cap_trong_ten"`
	Organs     []string  `key:"bo_phan"`
	AddPlace   []string  `key:"them_dia_danh"`
	Above      []Above   `key:"dang_bo"`
	NoSuperior []string  `key:"khong_chu_quan"`
	Symbols    []Symbol  `key:"ky_hieu"`
	Wording    Wording   `key:"loi_van"`

	phrases map[string][][]string // by the name of the list, as fact.Text.Match takes them
	sets    map[string]map[string]bool
}

// Group is a way to call lower units.
type Group struct {
	Called  []string `key:"goi" need:"true"`
	Units   []string `key:"la"`    // how the name of a unit of the group begins
	Always  bool     `key:"luon"`  // common without "các", "mỗi"
	General bool     `key:"chung"` // may mean any unit

	NotBehind []string `key:"khong_sau"`

	called, notBehind [][]string
	own               bool // made of the unit's own name
}

// Product is what comes of a task that is worded so.
type Product struct {
	Verbs []string `key:"viec" need:"true"`
	Name  string   `key:"la" need:"true"`

	verbs [][]string
}

// LevelIn is a name of a body that tells its level.
type LevelIn struct {
	Has   string `key:"co" need:"true"`
	Level string `key:"cap" need:"true"`
}

// Above is how a body is named on the line above another.
type Above struct {
	From string `key:"tu" need:"true"`
	To   string `key:"thanh" need:"true"`
}

// Symbol is the short form of a body in the symbol of its documents.
type Symbol struct {
	Has string `key:"co" need:"true"`
	Is  string `key:"la" need:"true"`
}

// Wording is the text of a draft, with holes in braces.
type Wording struct {
	Ground      string `key:"can_cu" need:"true"`
	GroundComma string `key:"can_cu_phay" need:"true"` // as Party papers cite
	About       string `key:"ve" need:"true"`
	Opening     string `key:"mo_dau" need:"true"`
	Closing     string `key:"ket" need:"true"`
	Recipient   string `key:"noi_nhan" need:"true"`
	Blank       string `key:"trong" need:"true"`
	BlankDay    string `key:"ngay_trong" need:"true"`
}

// LoadWords reads the words. read gives a file of the templates folder, or of
// one laid over it, by its name.
func LoadWords(read func(string) ([]byte, error)) (*Words, []diag.Finding) {
	w := &Words{}
	data, err := read(WordsFile)
	if err != nil {
		return w, []diag.Finding{diag.New("DATA-MISSING", diag.Error, "du-lieu", diag.Place{File: WordsFile},
			diag.M("không đọc được tệp dữ liệu: %v", "the file of data cannot be read: %v", err),
			diag.M("đặt lại tệp vào thư mục du-lieu", "put the file back into the folder du-lieu"))}
	}
	n, found := strictyaml.Parse(WordsFile, data)
	if n != nil {
		d := strictyaml.Decoder{Hint: diag.M("viết như trong tệp cùng tên của chương trình", "write it as in the program's file of this name")}
		d.Decode(n, w)
		found = append(found, d.Findings...)
	}
	w.index()
	return w, found
}

// index cuts the words into what texts are compared with.
func (w *Words) index() {
	w.phrases, w.sets = map[string][][]string{}, map[string]map[string]bool{}
	for name, list := range map[string][]string{
		"plural": w.Plural, "each": w.Each, "itself": w.Itself, "of itself": w.OfItself, "introduces": w.Introduces, "following": w.Following, "belonging": w.Belonging, "hamlets": w.Hamlets, "openings": w.Openings, "leads": w.Leads, "heads": w.Heads, "asks": w.Asks,
		"owner": w.OwnerLabel, "time": w.TimeLabel, "other": w.OtherLabel, "verbs": w.Verbs, "adverbs": w.Adverbs,
		"reports": w.Reports, "conditions": w.Conditions, "recurring": w.Recurring, "grounds": w.Grounds,
		"levels": w.Levels, "organs": w.Organs, "add place": w.AddPlace, "no superior": w.NoSuperior, "which": w.Which,
	} {
		w.phrases[name] = cut(list)
	}
	for name, list := range map[string][]string{"stop": w.Stop, "before": w.BeforeTime, "within": w.Within, "not asking": w.NotAsking} {
		set := map[string]bool{}
		for _, s := range list {
			set[s] = true
		}
		w.sets[name] = set
	}
	for i := range w.Groups {
		w.Groups[i].called, w.Groups[i].notBehind = cut(w.Groups[i].Called), cut(w.Groups[i].NotBehind)
	}
	for i := range w.Products {
		w.Products[i].verbs = cut(w.Products[i].Verbs)
	}
}

func cut(list []string) [][]string {
	var out [][]string
	for _, s := range list {
		out = append(out, fact.Phrase(s))
	}
	return out
}

// at gives the end of the longest phrase of a list that stands at a token.
func (w *Words) at(list string, t *fact.Text, i int) (end int, ok bool) {
	return longest(w.phrases[list], t, i)
}

func longest(phrases [][]string, t *fact.Text, i int) (end int, ok bool) {
	end = i
	for _, p := range phrases {
		if e, found := t.Match(i, p); found && e > end {
			end, ok = e, true
		}
	}
	return end, ok
}

// has tells whether a phrase of a list stands between two tokens.
func (w *Words) has(list string, t *fact.Text, lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if e, ok := w.at(list, t, i); ok && e <= hi {
			return true
		}
	}
	return false
}
