package check

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// The files of words by which facts are recognised, in a templates folder.
const (
	LexiconFile = "du-lieu/vien-dan.yaml"
	OldUnitFile = "du-lieu/don-vi-cu.yaml"
)

// lexiconKind is a kind of document as the file tells it.
type lexiconKind struct {
	Loai   string   `key:"loai" need:"true"`
	KyHieu []string `key:"ky_hieu"`
	Ten    bool     `key:"ten"`
	SoTron bool     `key:"so_tron"`
	CoNam  bool     `key:"co_nam"`

	TenRieng bool `key:"ten_rieng"`
}

// LoadLexicon reads the words by which facts are recognised. read gives a file
// of the templates folder, or of one laid over it, by its name.
func LoadLexicon(read func(string) ([]byte, error)) (*fact.Lexicon, []diag.Finding) {
	var (
		cites struct {
			Loai       []lexiconKind `key:"loai" need:"true"`
			KyHieuKhac []string      `key:"ky_hieu_khac"`
			Dang       []string      `key:"dang"`
			ChinhQuyen []string      `key:"chinh_quyen"`
			TrichYeu   []string      `key:"trich_yeu"`
			TrichHoa   []string      `key:"trich_yeu_hoa"`
			CanCu      []string      `key:"can_cu"`
			HetTen     []string      `key:"het_ten"`
		}
		units struct {
			ThanhPho []string `key:"thanh_pho"`
			TenCoSo  []string `key:"ten_co_so"`
			ChuyenCu []string `key:"chuyen_cu"`
		}
		sources Data
	)
	l := loader{read: read}
	l.yaml(&sources, LexiconFile, &cites)
	l.yaml(&sources, OldUnitFile, &units)
	lex := &fact.Lexicon{
		OtherTypes: cites.KyHieuKhac, Party: cites.Dang, State: cites.ChinhQuyen,
		About: cites.TrichYeu, AboutUpper: cites.TrichHoa, Grounds: cites.CanCu, NameEnds: cites.HetTen,
		OldCities: units.ThanhPho, Facilities: units.TenCoSo, Past: units.ChuyenCu,
	}
	for _, k := range cites.Loai {
		lex.Kinds = append(lex.Kinds, fact.DocKind{Name: k.Loai, Abbrs: k.KyHieu, ByName: k.Ten, Plain: k.SoTron, HasYear: k.CoNam, Called: k.TenRieng})
	}
	lex.Index()
	return lex, l.found
}
