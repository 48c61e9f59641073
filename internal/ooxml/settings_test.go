package ooxml_test

import (
	"testing"

	"kehoach.example/internal/ooxml"
)

// TestSettings: mirrored margins, and the variables of a file.
func TestSettings(t *testing.T) {
	for _, c := range []struct {
		text     string
		mirrored bool
		variable string
	}{
		{`<w:mirrorMargins/><w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>`, true, "b"},
		{`<w:mirrorMargins w:val="0"/>`, false, ""},
		{`<w:zoom w:percent="100"/>`, false, ""},
	} {
		d, found := ooxml.Read("a.docx", usual("<w:p/>").with("settings", c.text).zip(t))
		if d == nil {
			t.Fatalf("%s: %v", c.text, found)
		}
		if d.Mirrored != c.mirrored || d.Vars["a"] != c.variable {
			t.Errorf("%s: %v, %v", c.text, d.Mirrored, d.Vars)
		}
	}
}
