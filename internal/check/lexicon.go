package check

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/strictyaml"
)

// LexiconFile is where the words of citations stand in a templates folder.
const LexiconFile = "du-lieu/vien-dan.yaml"

// lexiconFile is the file as it is written.
type lexiconFile struct {
	Nguon      string        `key:"nguon" need:"true"`
	KiemTra    string        `key:"kiem_tra" need:"true"`
	Loai       []lexiconKind `key:"loai" need:"true"`
	KyHieuKhac []string      `key:"ky_hieu_khac"`
	Dang       []string      `key:"dang"`
	ChinhQuyen []string      `key:"chinh_quyen"`
	TrichYeu   []string      `key:"trich_yeu"`
	CanCu      []string      `key:"can_cu"`
	HetTen     []string      `key:"het_ten"`
}

type lexiconKind struct {
	Loai   string   `key:"loai" need:"true"`
	KyHieu []string `key:"ky_hieu"`
	Ten    bool     `key:"ten"`
	SoTron bool     `key:"so_tron"`
	CoNam  bool     `key:"co_nam"`
}

// LoadLexicon reads the words by which facts are recognised. read gives a file
// of the templates folder, or of one laid over it, by its name.
func LoadLexicon(read func(string) ([]byte, error)) (*fact.Lexicon, []diag.Finding) {
	lex := &fact.Lexicon{}
	data, err := read(LexiconFile)
	if err != nil {
		return lex, []diag.Finding{diag.New("DATA-MISSING", diag.Error, "form", diag.Place{File: LexiconFile},
			diag.M("không đọc được từ ngữ viện dẫn: %v", "the words of citations cannot be read: %v", err), diag.M("", ""))}
	}
	var f lexiconFile
	n, found := strictyaml.Parse(LexiconFile, data)
	if n != nil {
		d := strictyaml.Decoder{Hint: diag.M("viết như trong tệp cùng tên của chương trình", "write it as in the program's file of this name")}
		d.Decode(n, &f)
		found = append(found, d.Findings...)
	}
	for _, k := range f.Loai {
		lex.Kinds = append(lex.Kinds, fact.DocKind{Name: k.Loai, Abbrs: k.KyHieu, ByName: k.Ten, Plain: k.SoTron, HasYear: k.CoNam})
	}
	lex.OtherTypes, lex.Party, lex.State = f.KyHieuKhac, f.Dang, f.ChinhQuyen
	lex.About, lex.Grounds, lex.NameEnds = f.TrichYeu, f.CanCu, f.HetTen
	lex.Index()
	return lex, found
}
