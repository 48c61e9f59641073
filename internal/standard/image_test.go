package standard_test

import (
	"math"
	"slices"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// resolved is the form of the decree with images of the given heights.
func resolved(t *testing.T, hinh, logo unit.Length) *standard.Resolved {
	t.Helper()
	fig := get(t, nil, "nd30").Figures
	fig.Images = map[string]standard.Image{
		"hinh":       {Height: standard.Figure[unit.Length]{Value: hinh}, Before: standard.Figure[unit.Length]{Value: 6 * unit.PT}},
		"bieu_trung": {Height: standard.Figure[unit.Length]{Value: logo}},
	}
	return standard.Resolve(&fig, standard.Paper{}, blockMeasure)
}

// TestPlace: the text of the decree is 160 mm wide and 257 mm high, 247 and 170
// on a page that lies.
func TestPlace(t *testing.T) {
	const mm = float64(unit.MM)
	for _, c := range []struct {
		name          string
		p             standard.Picture
		wish          float64
		natural, want [2]float64 // mm
		figure        float64
		narrowed      bool
	}{
		{"as it is", standard.Picture{}, 0, [2]float64{50, 20}, [2]float64{50, 20}, 180, false},
		{"as wished", standard.Picture{}, 100, [2]float64{50, 20}, [2]float64{100, 40}, 180, false},
		{"no wider than the text", standard.Picture{}, 0, [2]float64{320, 40}, [2]float64{160, 20}, 180, false},
		{"a wish too wide", standard.Picture{}, 170, [2]float64{50, 20}, [2]float64{160, 64}, 180, true},
		{"no higher than the form", standard.Picture{}, 0, [2]float64{50, 400}, [2]float64{10, 80}, 80, false},
		{"a wish too high", standard.Picture{}, 50, [2]float64{50, 400}, [2]float64{10, 80}, 80, true},
		{"no higher than the page", standard.Picture{}, 0, [2]float64{25.7, 400}, [2]float64{16.376, 254.883}, 300, false},
		{"a page that lies", standard.Picture{Wide: true}, 0, [2]float64{494, 40}, [2]float64{247, 20}, 180, false},
		{"no higher than it", standard.Picture{Wide: true}, 0, [2]float64{50, 500}, [2]float64{16.788, 167.883}, 180, false},
		{"as thin as can be", standard.Picture{}, 0, [2]float64{3200, 0.05}, [2]float64{160, 0.018}, 180, false},
	} {
		r := resolved(t, unit.FromMM(c.figure), 0)
		c.p.ID, c.p.Role = 7, "hinh"
		c.p.Width, c.p.Height, c.p.Wish = unit.FromMM(c.natural[0]), unit.FromMM(c.natural[1]), unit.FromMM(c.wish)
		narrowed := r.Place([]standard.Picture{c.p})
		got := r.Sizes[7]
		if math.Abs(float64(got.Width)/mm-c.want[0]) > 0.02 || math.Abs(float64(got.Height)/mm-c.want[1]) > 0.02 {
			t.Errorf("%s: %v x %v, want %v", c.name, got.Width, got.Height, c.want)
		}
		if slices.Contains(narrowed, 7) != c.narrowed {
			t.Errorf("%s: narrowed %v", c.name, narrowed)
		}
		if got.Width%unit.Twip != 0 || got.Height%unit.Twip != 0 || got.Width <= 0 || got.Height <= 0 {
			t.Errorf("%s: %d x %d is not in whole twips", c.name, got.Width, got.Height)
		}
	}
}

// TestPlaceLogo: a logo has the height of the form, in whatever size its file
// is, and no more than the width of its cell.
func TestPlaceLogo(t *testing.T) {
	r := resolved(t, 100*unit.MM, 16*unit.MM)
	cell := r.CellWidth("dau_trang", false)
	r.Place([]standard.Picture{
		{ID: 1, Role: "bieu_trung", Table: "dau_trang", Width: 5 * unit.MM, Height: 5 * unit.MM},
		{ID: 2, Role: "bieu_trung", Table: "dau_trang", Width: 300 * unit.MM, Height: 150 * unit.MM},
		{ID: 3, Role: "bieu_trung", Table: "dau_trang", Width: 100 * unit.MM, Height: 5 * unit.MM},
	})
	for id, want := range map[int][2]float64{1: {16, 16}, 2: {32, 16}, 3: {cell.MM(), cell.MM() / 20}} {
		if got := r.Sizes[id]; math.Abs(got.Width.MM()-want[0]) > 0.02 || math.Abs(got.Height.MM()-want[1]) > 0.02 {
			t.Errorf("logo %d: %v x %v, want %v", id, got.Width, got.Height, want)
		}
	}
}

// TestLogoForm: a form that has a place for a logo says where and how high.
func TestLogoForm(t *testing.T) {
	for text, good := range map[string]bool{
		"form: {header: {logo: {side: left}}}\nfigures: {images: {bieu_trung: {height: 18mm}}}":              true,
		"form: {header: {logo: {side: right}}}\nfigures: {images: {bieu_trung: {height: 18mm}}}":             true,
		"form: {header: {logo: {side: \"\"}}}":                                                               true,
		"form: {header: {logo: {side: left}}}":                                                               false,
		"form: {header: {logo: {side: middle}}}\nfigures: {images: {bieu_trung: {height: 18mm}}}":            false,
		"form: {header: {logo: {alt: \"{khac}\"}}}":                                                          false,
		"form: {header: {logo: {side: left}}}\nfigures: {images: {bieu_trung: {height: -1mm}}}":              false,
		"form: {header: {logo: {side: left}}}\nfigures: {images: {bieu_trung: {height: 18mm, width: 18mm}}}": false,
	} {
		set, found := load(t, map[string]string{"rieng": "name: Riêng\ninherits: nd30\n" + text + "\n"})
		if diag.HasErrors(found) == good {
			t.Errorf("%s: %v", text, found)
		}
		if st, ok := set.Get("rieng"); ok && st.Form.Header.Left == nil {
			t.Errorf("%s: the lines of the header are lost", text)
		}
	}
}
