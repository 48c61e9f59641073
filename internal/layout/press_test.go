package layout

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/standard"
	"kehoach.example/templates"
)

// TestPress: papers that one press lays out, many at one time and with more
// paragraphs than it remembers, are those that are laid out anew, whatever came
// before them.
func TestPress(t *testing.T) {
	fam, err := font.Load(fonts.FS)
	if err != nil {
		t.Fatal(err)
	}
	forms, _ := standard.Load(templates.FS)
	var figures []*standard.Resolved
	for _, id := range forms.IDs() {
		st, _ := forms.Get(id)
		figures = append(figures, standard.Resolve(&st.Figures, standard.Paper{}, nil))
	}
	press := New(fam)
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(w)))
			for range 40 {
				d, fig := pressed(r), figures[r.IntN(len(figures))]
				if got, want := press.Layout(d, fig), Layout(d, fig, fam); !reflect.DeepEqual(got, want) {
					t.Errorf("%s\nwant\n%s", got.Dump(), want.Dump())
					return
				}
			}
		})
	}
	wg.Wait()
	if n := len(press.kept); n == 0 || n > mostKept || press.room < 0 {
		t.Errorf("%d paragraphs, room for %d bytes", n, press.room)
	}
}

// pressed is a paper of paragraphs that others have too, with other looks, roles,
// signs and neighbours.
func pressed(r *rand.Rand) *doc.Document {
	d := &doc.Document{}
	roles := []doc.Role{doc.Than, doc.CanCu, doc.KhoanDeMuc, doc.Muc}
	s := doc.Section{Landscape: r.IntN(4) == 0}
	for i := range 40 + r.IntN(60) {
		text := fmt.Sprintf("%d. Đoạn văn thứ %d của các kế hoạch, dài hơn một dòng khi in ra giấy để có chỗ xuống dòng và giãn chữ.", r.IntN(3), r.IntN(40))
		runs := []doc.Run{{Text: text}}
		if r.IntN(3) == 0 {
			sign, words, _ := strings.Cut(text, " ")
			runs = []doc.Run{{Text: sign + " ", Bold: r.IntN(2) == 0}, {Text: words, Italic: r.IntN(2) == 0}}
		}
		s.Blocks = append(s.Blocks, &doc.Paragraph{ID: i + 1 + r.IntN(2)*200, Role: roles[r.IntN(len(roles))], Runs: runs, Label: 3 * r.IntN(2), KeepNext: r.IntN(9) == 0, KeepLines: r.IntN(9) == 0})
	}
	d.Sections = []doc.Section{s}
	return d
}
