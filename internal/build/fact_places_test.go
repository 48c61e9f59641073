package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/read"
	"kehoach.example/internal/readback"
)

// factsOf finds the facts of a source; nil where it is refused.
func factsOf(o *Office, in Input) (*fact.Facts, []string) {
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil, nil
	}
	text, _ := read.Source(in.Name, in.Data)
	lines := strings.Split(text, "\n")
	return fact.Find(p, lines, o.lexicon), lines
}

// marked is what a place marks.
func marked(at diag.Place) string {
	row := []rune(at.Text)
	if at.Column < 1 || at.EndColumn < at.Column || at.EndColumn > len(row)+1 {
		return ""
	}
	return string(row[at.Column-1 : at.EndColumn-1])
}

// looks are the marks of looks, which may stand inside of a word.
var looks = strings.NewReplacer("~", "", "^", "", "*", "", "\\", "")

// TestPlacesMarkTheirWords: the place of every word of every text is that word
// in the file, in all plans that are at hand.
func TestPlacesMarkTheirWords(t *testing.T) {
	o := openOffice(t)
	words := 0
	for _, pattern := range []string{"../../samples/*/*.yaml", "testdata/*.yaml", "../read/testdata/dan/*.txt"} {
		files, err := readback.PlanFiles(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no files, %v", pattern, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			f, lines := factsOf(o, Input{Name: filepath.Base(file), Data: data})
			if f == nil {
				continue
			}
			wrong := 0
			for _, x := range f.Texts {
				line, col := 0, 0 // where the word before ends
				for _, w := range x.Tokens {
					at := x.Place(w.Lo, w.Hi)
					before := at.Line < line || at.Line == line && at.Column < col
					line, col = at.Line, at.EndColumn
					if words++; before || at.Line < 1 || at.Line > len(lines) || at.Text != lines[at.Line-1] || looks.Replace(marked(at)) != looks.Replace(w.S) {
						if wrong++; wrong <= 5 {
							t.Errorf("%s:%d:%d: %q of the %s that begins on line %d is looked for at %q", filepath.Base(file), at.Line, at.Column, w.S, x.Key, x.Chu.At.Line, marked(at))
						}
					}
				}
			}
			if wrong > 5 {
				t.Errorf("%s: and %d more", filepath.Base(file), wrong-5)
			}
		}
	}
	t.Logf("%d words", words)
}
