package check

import (
	"strings"

	"kehoach.example/internal/diag"
)

func noiNhanLuuRule() Rule {
	return Rule{
		Code: "NN-LUU", Group: GroupNoiNhan, Basis: basisNoiNhan, Fix: Asked,
		Title: diag.M("dòng Lưu đứng giữa các nơi nhận", "the line Lưu among the recipients"),
		Why: diag.M("Dòng “- Lưu: …” in từ khóa luu, ở cuối nơi nhận. Dán cả dòng ấy vào noi_nhan thì trên giấy có hai dòng Lưu, hoặc dòng Lưu không ở cuối.",
			"The line “- Lưu: …” is printed from the key luu, below the recipients. Where it is pasted into noi_nhan too it stands on paper twice, or not at the end."),
		Bad:  Sample{Key: "noi_nhan", Text: "\n  - Các thôn\n  - \"Lưu: VT\"", With: []Sample{{Key: "luu", Text: "VT"}}},
		Good: Sample{Key: "noi_nhan", Text: "\n  - Các thôn", With: []Sample{{Key: "luu", Text: "VT"}}},
		Run:  noiNhanLuu,
	}
}

// luuTyped is a line Lưu with the sign before it: with a colon, or with the
// office that keeps the document.
var luuTyped = re(`^[-–+*•·\s]*Lưu(?:\s*:\s*|\s+((?:VT|VP|Văn thư|Văn phòng)\b.*))`)

// LuuOf gives what a line among the recipients says of the archive, as luu holds
// it; ok is false for a recipient.
func LuuOf(line string) (luu string, ok bool) {
	m := luuTyped.FindStringSubmatch(line)
	if m == nil {
		return "", false
	}
	if m[1] != "" {
		return strings.TrimRight(m[1], " .;"), true
	}
	return strings.TrimRight(line[len(m[0]):], " .;"), true
}

// OneLuu gives what luu is to hold where a line Lưu was typed beside it: of two of
// which one begins with the other, the longer one. ok is false where they differ.
func OneLuu(typed, luu string) (one string, ok bool) {
	a, b := strings.Join(strings.Fields(typed), " "), strings.TrimRight(strings.Join(strings.Fields(luu), " "), " .;")
	switch {
	case strings.HasPrefix(b, a):
		return luu, true
	case strings.HasPrefix(a, b):
		return typed, true
	}
	return "", false
}

func noiNhanLuu(p *Pass) {
	if p.Pasted {
		return // read from its line, wherever it stands
	}
	for _, t := range p.Of("noi_nhan") {
		typed, ok := LuuOf(t.S)
		if !ok {
			continue
		}
		msg := diag.M("dòng Lưu ghi trong noi_nhan, trên giấy sẽ in như một nơi nhận", "the line Lưu stands in noi_nhan and is printed like a recipient")
		if !p.Plan.Luu.Blank() {
			msg = diag.M("dòng Lưu ghi hai lần: ở noi_nhan và ở luu (%s)", "the line Lưu stands twice: in noi_nhan and in luu (%s)", p.Plan.Luu.Plain())
		}
		f := p.At(t, 0, len(t.S), msg, diag.M("bỏ dòng này khỏi noi_nhan; khóa luu ghi: %s", "take this line out of noi_nhan; luu holds: %s", typed))
		if one, same := OneLuu(typed, p.Plan.Luu.Plain()); same && !t.Chu.Holed() && one != "" {
			f.Ask = true
		} else if !same {
			f.Hint = diag.M("giữ một trong hai ở luu, bỏ dòng này khỏi noi_nhan", "keep one of the two in luu and take this line out of noi_nhan")
		}
	}
}
