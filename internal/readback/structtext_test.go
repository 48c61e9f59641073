package readback

import (
	"slices"
	"strings"
	"testing"
)

func TestStructText(t *testing.T) {
	Need(t, "pdfinfo")
	file := newGoodPDF().bytes()
	spoken, err := Spoken(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"AB", "AB BA BB", "A BA", "A ", "AA", "A", "B", "AB"}; !slices.Equal(spoken, want) {
		t.Errorf("%q, want %q", spoken, want)
	}
	tree, err := TagTree(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Document\n", "  H1 (block)", "Note <n1>", "/Scope /Column", "Figure"} {
		if !strings.Contains(tree, want) {
			t.Errorf("no %q in\n%s", want, tree)
		}
	}
	bare := newGoodPDF()
	bare.swap(objCatalog, "/StructTreeRoot 14 0 R", "")
	if text, err := StructText(bare.bytes()); err == nil {
		t.Errorf("without tags: %q", text)
	}
}

func TestTagText(t *testing.T) {
	Need(t, "qpdf")
	file := newGoodPDF().bytes()
	const want = `Document
  H1 "AB"
  P "AB BA BB"
    Note "A BA"
  L ListNumbering=UpperAlpha
    LI
      Lbl "A "
      LBody "AA"
  Table
    TR
      TH Scope=Column "A"
      TH Scope=Column "B"
    TR
      TD ColSpan=2 "AB"
  Figure Alt="AB"
  Form
    (Widget so: "So")
  Form
    (Widget ky_1: "Chu ky")
`
	if got, err := TagText(file); err != nil || got != want {
		t.Errorf("%v\n%s", err, got)
	}
	spoken, err := Aloud(file)
	if want := []string{"AB", "AB BA BB", "A BA", "A ", "AA", "A", "B", "AB"}; err != nil || !slices.Equal(spoken, want) {
		t.Errorf("%v %q, want %q", err, spoken, want)
	}
}
