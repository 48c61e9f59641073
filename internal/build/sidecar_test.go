package build_test

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/readback"
)

// TestSidecarsTellOfThePDF: the places and the facts in the files beside a PDF
// are those that another program reads out of the PDF itself.
func TestSidecarsTellOfThePDF(t *testing.T) {
	t.Parallel()
	readback.Need(t, "qpdf")
	seen := 0
	for i, m := range corpus(t) {
		if !m.own || m.paper.Pages == nil || strings.HasPrefix(m.name, "sinh/") && i%5 != 0 {
			continue
		}
		seen++
		t.Run(m.name, func(t *testing.T) {
			t.Parallel()
			placesAgree(t, m)
			factsAgree(t, m)
		})
	}
	if seen == 0 && *only == "" {
		t.Error("no paper was looked at")
	}
}

// placesAgree holds kyso.json against the fields of the PDF. Both are rounded to
// a hundredth, of a millimetre and of a point.
func placesAgree(t *testing.T, m *made) {
	data, err := m.paper.KySo("k.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var k build.KySo
	if err := json.Unmarshal(data, &k); err != nil {
		t.Fatal(err)
	}
	fields, err := readback.PDFFields(m.pdf)
	if err != nil {
		t.Fatal(err)
	}
	if len(fields) != len(k.Slots) || len(k.Pages) != len(m.paper.Pages.Pages) {
		t.Errorf("%d places and %d pages in the sidecar; %d fields, %d pages in the PDF", len(k.Slots), len(k.Pages), len(fields), len(m.paper.Pages.Pages))
	}
	for _, s := range k.Slots {
		i := slices.IndexFunc(fields, func(f readback.PDFField) bool { return f.Name == s.Name })
		if i < 0 {
			t.Errorf("%s: the PDF has no such field", s.Name)
			continue
		}
		f := fields[i]
		kind := "Sig"
		if s.Kind == "fill" {
			kind = "Tx"
		}
		if f.Page != s.Page || f.Label != s.Label || f.Kind != kind {
			t.Errorf("%s: %+v in the sidecar, %+v in the PDF", s.Name, s, f)
		}
		for j, mm := range [4]float64{s.X, s.Y, s.X + s.Width, s.Y + s.Height} {
			if pdf := f.Box[j] * 25.4 / 72; math.Abs(mm-pdf) > 0.02 {
				t.Errorf("%s: edge %d is at %.3f mm in the sidecar, at %.3f mm in the PDF", s.Name, j, mm, pdf)
			}
		}
	}
}

// factsAgree holds meta.json against the XMP of the PDF.
func factsAgree(t *testing.T, m *made) {
	data, err := m.paper.MetaFile("k.pdf")
	if err != nil {
		t.Fatal(err)
	}
	var f build.MetaFile
	if err := json.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	xmp, err := readback.PDFProperties(m.pdf, "https://kehoach.example/ns/van-ban/1.0/")
	if err != nil {
		t.Fatal(err)
	}
	var signers []string
	for _, s := range f.Signers {
		signers = append(signers, strings.TrimPrefix(s.Title+": "+s.Name, ": "))
	}
	for name, want := range map[string][]string{
		"LoaiVanBan": {f.Type}, "So": {f.Number}, "KyHieu": {f.Symbol}, "Ngay": {f.Date}, "CoQuan": {f.Issuer}, "TrichYeu": {f.Subject},
		"NguoiKy": signers, "NoiNhan": f.Recipients, "DoKhan": {f.Urgency}, "SoTrang": {strconv.Itoa(f.Pages)},
		"Draft": {map[bool]string{true: "True", false: "False"}[f.Draft]},
	} {
		if got := strings.Join(xmp[name], "|"); got != strings.Join(want, "|") {
			t.Errorf("%s: %q in the XMP, %q in the sidecar", name, got, want)
		}
	}
	if f.NumberAndSymbol != "" && (!strings.HasPrefix(f.NumberAndSymbol, f.Number) || !strings.HasSuffix(f.NumberAndSymbol, f.Symbol)) {
		t.Errorf("number and symbol %q of %q and %q", f.NumberAndSymbol, f.Number, f.Symbol)
	}
}
