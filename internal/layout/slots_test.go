package layout_test

import (
	"math"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// signedPaper is a short paper with one signer.
func signedPaper(change func(*standard.Figures)) *page.Document {
	p := &paper{change: change}
	p.text("Trên đây là kế hoạch.")
	p.id++
	p.add(&doc.Columns{ID: p.id, Role: doc.Cuoi, Rows: [][2][]doc.Block{{{p.para(doc.NoiNhan, "Nơi nhận:")}, {p.para(doc.QuyenHan, "TRƯỞNG BAN"), p.para(doc.HoTen, "Lò Thị Vạc")}}}})
	return p.lay()
}

func slotsOf(d *page.Document) map[string]page.Slot {
	out := map[string]page.Slot{}
	for _, p := range d.Pages {
		for _, s := range p.Slots {
			out[s.Name] = s
		}
	}
	return out
}

// TestSlotSizes: the sizes of slots are those of the form; a signature takes no
// more than the room between title and name, and a slot without width is none.
func TestSlotSizes(t *testing.T) {
	for _, c := range []struct {
		name                string
		change              func(*standard.Figures)
		ky, dau             bool
		width, height, seal float64 // mm
	}{
		{"the form's own", func(*standard.Figures) {}, true, true, 40, 20, 36},
		{"a smaller seal", func(f *standard.Figures) { f.Slots.Dau.Width.Value = 30 * unit.MM }, true, true, 40, 20, 30},
		{"a flat signature", func(f *standard.Figures) { f.Slots.Ky.Height.Value = 9 * unit.MM }, true, true, 40, 9, 36},
		{"little room", func(f *standard.Figures) {
			st := f.Styles[string(doc.HoTen)]
			st.Before.Value = 10 * unit.MM
			f.Styles[string(doc.HoTen)] = st
		}, true, true, 40, 10, 36},
		{"no seal", func(f *standard.Figures) { f.Slots.Dau.Width.Value = 0 }, true, false, 40, 20, 0},
		{"no signature", func(f *standard.Figures) { f.Slots.Ky.Width.Value = 0 }, false, true, 0, 0, 36},
		{"a wide signature", func(f *standard.Figures) { f.Slots.Ky.Width.Value = 150 * unit.MM }, true, true, 84, 20, 36},
	} {
		got := slotsOf(signedPaper(c.change))
		ky, signed := got["ky_1"]
		dau, sealed := got["dau_1"]
		near := func(what string, l unit.Length, want float64) {
			if math.Abs(l.MM()-want) > 0.1 {
				t.Errorf("%s: %s is %.2f mm, want %.2f mm", c.name, what, l.MM(), want)
			}
		}
		if signed != c.ky || sealed != c.dau {
			t.Errorf("%s: signature %v, seal %v", c.name, signed, sealed)
		}
		if signed {
			near("width", ky.W, c.width)
			near("height", ky.H, c.height)
			near("axis", ky.X+ky.W/2, 30+76+42)
		}
		if sealed {
			near("seal", dau.W, c.seal)
			near("seal", dau.H, c.seal)
		}
		if signed && sealed {
			near("covered", dau.X+dau.W-ky.X, c.width/3)
			near("middle", dau.Y+dau.H/2, (ky.Y + ky.H/2).MM())
		}
	}
}

// TestStructureOfLists: items of lower rank stand inside the item above them, a
// paragraph between two lists parts them.
func TestStructureOfLists(t *testing.T) {
	p := &paper{}
	item := func(rank int, sign, text string) {
		b := p.text(sign + text)
		b.Item, b.Label = rank, len([]rune(sign))
	}
	p.heading(doc.Khoan2DeMuc, "1.1. Việc").Level = 3
	p.heading(doc.KhoanDeMuc, "1. Việc").Level = 2
	item(6, "- ", "Một")
	item(7, "+ ", "Hai")
	item(7, "+ ", "Ba")
	item(8, "(1) ", "Ba rưỡi")
	item(6, "- ", "Bốn")
	item(5, "đ) ", "Năm")
	p.text("Sáu")
	item(5, "e) ", "Bảy")
	want := `Document
  Sect
    H1 1.1. Việc "1.1. Việc"
    H1 1. Việc "1. Việc"
    L
      LI
        Lbl - 
        LBody Một
          L
            LI
              Lbl + 
              LBody Hai
            LI
              Lbl + 
              LBody Ba
                L Decimal
                  LI
                    Lbl (1) 
                    LBody Ba rưỡi
      LI
        Lbl - 
        LBody Bốn
    L LowerAlpha
      LI
        Lbl đ) 
        LBody Năm
    P Sáu
    L LowerAlpha
      LI
        Lbl e) 
        LBody Bảy
`
	got := p.lay().DumpStructure()
	if got = strings.Replace(got, "    Form kem_tep\n", "", 1); got != want {
		t.Errorf("the structure is\n%s\nwant\n%s", got, want)
	}
}
