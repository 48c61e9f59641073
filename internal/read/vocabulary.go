package read

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// Vocabulary is what plain text is recognised by: words that are data
// (templates/du-lieu/nhan-dang.yaml, with their sources).
type Vocabulary struct {
	TenLoai       string   `key:"ten_loai" need:"true"`
	KyHieu        string   `key:"ky_hieu" need:"true"`
	LoaiKhac      []string `key:"loai_khac"`
	CongVan       []string `key:"cong_van"`
	DauDe         []string `key:"dau_de"`
	CoQuan        []string `key:"co_quan"`
	CoQuanHaiDong []string `key:"co_quan_hai_dong"`
	DonVi         []string `key:"don_vi"`
	QuyenHan      []string `key:"quyen_han"`
	ChucVu        []string `key:"chuc_vu"`
	MoDau         []string `key:"mo_dau"`
	CanCu         []string `key:"can_cu"`
	BanHanh       []string `key:"ban_hanh"`
	Muc           []string `key:"muc"`
	Ket           []string `key:"ket"`
	DoKhan        []string `key:"do_khan"`
	DuThao        string   `key:"du_thao" need:"true"`
	LuuHanh       []string `key:"luu_hanh"`
	LienHe        []string `key:"lien_he"`
	HocHam        []string `key:"hoc_ham"`
	Ho            []string `key:"ho"`
	DaKy          []string `key:"da_ky"`

	dauDe []*regexp.Regexp // DauDe with any blanks and dashes between the words
}

// VocabularyFile is where the words stand in a templates folder.
const VocabularyFile = "du-lieu/nhan-dang.yaml"

// LoadVocabulary reads the words from a templates folder.
func LoadVocabulary(fsys fs.FS) (*Vocabulary, []diag.Finding) {
	data, err := fs.ReadFile(fsys, VocabularyFile)
	if err != nil {
		return &Vocabulary{}, []diag.Finding{finding("DATA-MISSING", diag.Place{File: VocabularyFile},
			diag.M("không đọc được từ ngữ nhận dạng: %v", "the words of recognition cannot be read: %v", err), diag.M("", ""))}
	}
	v := &Vocabulary{}
	return v, v.Lay(VocabularyFile, data)
}

// Lay reads a file of words over those that are there: only keys that it names
// change.
func (v *Vocabulary) Lay(file string, data []byte) []diag.Finding {
	n, found := strictyaml.Parse(file, data)
	if n != nil {
		d := strictyaml.Decoder{Hint: diag.M("viết như trong tệp cùng tên của chương trình", "write it as in the program's file of this name")}
		d.Decode(n, v)
		found = append(found, d.Findings...)
	}
	v.dauDe = nil
	for _, w := range v.DauDe {
		words := blanks.ReplaceAllString(regexp.QuoteMeta(w), `[\s–—-]+`)
		v.dauDe = append(v.dauDe, regexp.MustCompile(`(^|[^\p{L}\d])`+words+`($|[^\p{L}\d])`))
	}
	return found
}

var blanks = regexp.MustCompile(`[\s–—-]+`)

// startsWith tells whether a text begins with one of the words, as a whole word.
func startsWith(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		rest, ok := strings.CutPrefix(s, w)
		return ok && (rest == "" || !isWordRune(firstRune(rest)) || !isWordRune(lastRune(w)))
	})
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}
