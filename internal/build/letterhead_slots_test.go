package build_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/readback"
)

// TestSlotsOnLetterheads: on an office's letterhead the slots stand as on the
// plain paper: by the words that the keys print, wherever those are.
func TestSlotsOnLetterheads(t *testing.T) {
	t.Parallel()
	readback.Need(t, "pdftotext", "mutool")
	counts, plans := map[string]int{}, 0
	for seed := uint64(0); plans < 16; seed++ {
		text := slotPlan(seed, office().Forms.IDs())
		in := build.Input{Name: fmt.Sprintf("giay/cho-ky-%03d.yaml", seed), Data: []byte(text)}
		plain := office().Make(in)
		if len(plain.Plan.NguoiKy) > 1 {
			continue
		}
		plans++
		for _, whole := range []bool{false, true} {
			in.Letterhead = ourLetterheads()[starterName(plain.Standard.ID, whole)]
			m := &made{name: fmt.Sprintf("%s whole=%v", in.Name, whole), paper: office().Make(in)}
			pdf, err := office().PDF(m.paper, build.Native)
			if err != nil {
				t.Fatal(err)
			}
			v, err := look(pdf)
			if err != nil {
				t.Fatal(err)
			}
			s := slotted{T: t, m: m, d: plain.Doc, v: v, parts: partsOn(t, plain.Doc, v), counts: counts}
			s.fills()
			if signer := plain.Plan.NguoiKy[0]; !whole || len(signer.ChucVu.Items) > 0 && !signer.HoTen.Blank() { // else nothing tells where
				s.signers()
			}
			s.whole()
			checkForms(t, m)
		}
	}
	t.Logf("%d plans: %v", plans, counts)
	for _, name := range []string{"so", "ngay", "thang", "nam", "ky_1", "dau_1"} {
		if counts[name] < 5 {
			t.Errorf("only %d slots %s in all plans", counts[name], name)
		}
	}
}

// partsOn finds the paragraphs of number, date and signer by their letters.
func partsOn(t *testing.T, d *doc.Document, v *view) []printed {
	t.Helper()
	var out []printed
	d.Walk(func(b doc.Block) {
		p, ok := b.(*doc.Paragraph)
		if !ok {
			return
		}
		letters := strings.Join(strings.Fields(p.Text()), "")
		switch p.Role {
		case doc.So, doc.Ngay, doc.QuyenHan, doc.ChucVu, doc.HoTen:
		default:
			return
		}
		if at, n := find(v.words, letters, func(word) bool { return true }); n > 0 {
			out = append(out, printed{p.Role, p, linesOf(v.words[at : at+n])})
		} else if letters != "" {
			t.Errorf("%q is not on the letterhead", letters)
		}
	})
	return out
}

// checkForms: the structure has each slot, and the rest of what stands on paper.
func checkForms(t *testing.T, m *made) {
	t.Helper()
	s := structured{t: t, name: m.name, pages: m.paper.Pages, seen: map[place]int{}, kinds: map[page.Kind]int{}}
	s.walk(m.paper.Pages.Root, "")
	s.wholeText()
	s.slots()
}
