package build

import (
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// Said is a text about a plan file, such as the hint of a finding, for people who
// see the form: a key is told by the label of its field, of several the one that
// is nearest to the field at a path.
func (v *FormView) Said(m diag.Msg, path string) diag.Msg {
	return diag.Msg{Vi: v.said(m.Vi, path, "vi"), En: v.said(m.En, path, "en")}
}

var (
	wordOf = regexp.MustCompile(`[\p{L}\p{N}_]+`)
	keyOf  = regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
)

// Words behind which a short key stands; one with a stroke is a key wherever it is.
var beforeKey = []string{"ghi", "thêm", "khóa", "write", "add", "key"}

func (v *FormView) said(text, path, lang string) string {
	var b strings.Builder
	end, before := 0, ""
	for _, at := range wordOf.FindAllStringIndex(text, -1) {
		word := text[at[0]:at[1]]
		if label := v.labelIn(text, at, before, path).In(lang); label != "" {
			between := text[end:at[0]]
			between = strings.TrimSuffix(strings.TrimSuffix(between, "khóa "), "key ")
			b.WriteString(between + "“" + label + "”")
			end = at[1]
		}
		before = word
	}
	return b.String() + text[end:]
}

// labelIn is the label of the key that stands at a place of a text, "" where none
// does: "{dot}" is a place in a text, and "ngay" may be a word.
func (v *FormView) labelIn(text string, at []int, before, path string) diag.Msg {
	word, behind := text[at[0]:at[1]], text[at[1]:]
	if !keyOf.MatchString(word) || strings.HasSuffix(text[:at[0]], "{") {
		return diag.Msg{}
	}
	ends := behind == "" || strings.ContainsRune(":,;.", rune(behind[0])) || strings.HasPrefix(behind, " hoặc ") || strings.HasPrefix(behind, " or ")
	if !strings.Contains(word, "_") && !(ends && slices.Contains(beforeKey, before)) {
		return diag.Msg{}
	}
	return v.labelNear(word, path)
}

// labelNear is the label of a key beside, inside or around the field at a path,
// else the first of that name.
func (v *FormView) labelNear(key, path string) diag.Msg {
	for segs := strings.Split(path, "."); ; segs = segs[:len(segs)-1] {
		if w := v.maker.words.of(v.maker.forms, strings.Join(append(segs[:len(segs):len(segs)], key), ".")); w.Nhan.Vi != "" {
			return w.Nhan.msg()
		}
		if len(segs) == 0 {
			break
		}
	}
	var names []string
	for name := range v.maker.words.O {
		if strings.HasSuffix(name, "."+key) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return diag.Msg{}
	}
	return v.maker.words.of(v.maker.forms, slices.Min(names)).Nhan.msg()
}
