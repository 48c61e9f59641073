package ooxml_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/ooxml"
)

func TestSettings(t *testing.T) {
	many := ""
	for i := range 100 {
		many += fmt.Sprintf(`<w:docVar w:name="v%d" w:val="%d"/>`, i, i)
	}
	for _, c := range []struct {
		name, settings string
		mirrored       bool
		vars           int
	}{
		{"mirrored", `<w:mirrorMargins/>`, true, 0},
		{"not mirrored", `<w:mirrorMargins w:val="false"/>`, false, 0},
		{"variables", `<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>`, false, 1},
		{"no more than are kept", `<w:docVars>` + many + `</w:docVars>`, false, 64},
	} {
		d, _ := readable(t, usual(p("x")).with("settings", c.settings))
		if d.Mirrored != c.mirrored || len(d.Vars) != c.vars || c.name == "variables" && d.Vars["a"] != "b" {
			t.Errorf("%s: %v %v", c.name, d.Mirrored, d.Vars)
		}
	}
	f := usual(p("x")).with("settings", "")
	f["word/settings.xml"] = strings.TrimSuffix(f["word/settings.xml"], ">")
	if d, fs := readAny(f.zip(t)); d || fs != "DOCX-BROKEN:0" {
		t.Errorf("broken settings: %v %s", d, fs)
	}
}

// readAny reads a file that may be refused.
func readAny(data []byte) (bool, string) {
	d, fs := ooxml.Read("f", data)
	return d != nil, codes(fs)
}
