package readback

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// a1b makes the good file a PDF/A-1b.
func (g *goodPDF) a1b() *goodPDF {
	g.head = strings.Replace(g.head, "1.7", "1.4", 1)
	g.xmp = strings.NewReplacer("part>2<", "part>1<", "conformance>A<", "conformance>B<", "<pdfuaid:part>1</pdfuaid:part>", "").Replace(g.xmp)
	g.swap(objState, "/ca 1", "/ca 1.0")
	return g
}

func TestPreflight(t *testing.T) {
	Need(t, "preflight")
	colour, font := newGoodPDF().a1b(), newGoodPDF().a1b()
	colour.swap(objCatalog, "/OutputIntents", "/Others")
	font.swap(objDescriptor, "/FontFile2 7 0 R", "")
	found, err := Preflight(map[string][]byte{
		"good": newGoodPDF().a1b().bytes(), "part 2": newGoodPDF().bytes(), "colour": colour.bytes(), "font": font.bytes(), "none": []byte("none"),
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := slices.Sorted(maps.Keys(found)); !slices.Equal(got, []string{"colour", "font", "none", "part 2"}) {
		t.Errorf("found %q", found)
	}
	for key, code := range map[string]string{"colour": "2.4.3: ", "font": "3.1.3: ", "part 2": "7.", "none": "1."} {
		if !slices.ContainsFunc(found[key], func(s string) bool { return strings.HasPrefix(s, code) }) {
			t.Errorf("%s: %q, want %s", key, found[key], code)
		}
	}
}

func TestParsePreflight(t *testing.T) {
	const head = `<?xml version="1.0"?><preflights count="1"><preflight name="a.pdf">`
	keys := func() map[string]string { return map[string]string{"a.pdf": "x"} }
	found, err := parsePreflight([]byte(head+`<isValid type="PDF/A1-b">false</isValid><errors count="1"><error count="2"><code>7.3</code>`+
		`<details>Error on MetaData</details></error></errors></preflight></preflights>`), keys())
	if err != nil || len(found) != 1 || !slices.Equal(found["x"], []string{"7.3: Error on MetaData"}) {
		t.Errorf("%q, %v", found, err)
	}
	for _, bad := range []string{
		"", `<preflights count="0"></preflights>`,
		head + `<isValid>false</isValid></preflight></preflights>`,
		head + `<isValid>true</isValid><errors><error><code>1</code></error></errors></preflight></preflights>`,
		strings.Replace(head, "a.pdf", "b.pdf", 1) + `<isValid>true</isValid></preflight></preflights>`,
	} {
		if found, err := parsePreflight([]byte(bad), keys()); err == nil {
			t.Errorf("%s is read as %q", bad, found)
		}
	}
}
