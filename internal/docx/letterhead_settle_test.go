package docx_test

import (
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/docx"
	"kehoach.example/internal/readback"
)

const settingsPart = "word/settings.xml"

// withSettings is a letterhead whose settings begin with others.
func withSettings(t *testing.T, first string) []byte {
	t.Helper()
	data := plain(t, lone).Data
	root := regexp.MustCompile(`<w:settings[^>]*>`)
	src := parts(t, data)[settingsPart]
	at := root.FindStringIndex(src)
	if at == nil {
		t.Fatalf("no settings: %s", src)
	}
	return repack(t, data, map[string]string{settingsPart: src[:at[1]] + first + src[at[1]:]})
}

// TestWriteOnMirrors: a paper that is printed on both sides mirrors its margins
// in Word, too, told at its place in the order of the schema.
func TestWriteOnMirrors(t *testing.T) {
	d, fig := paper(t)
	for _, c := range []struct{ first, one, two string }{
		{"", "", `<w:mirrorMargins/>`},
		{`<w:mirrorMargins w:val="0"/>`, `<w:mirrorMargins w:val="0"/>`, `<w:mirrorMargins/>`},
		{`<w:writeProtection/>`, `<w:writeProtection/>`, `<w:mirrorMargins/>`},
	} {
		data := withSettings(t, c.first)
		for _, two := range []bool{false, true} {
			d.TwoSided = two
			want := c.one
			if two {
				want = c.two
			}
			_, written := on(t, "mirror", data, d, fig)
			got := parts(t, written)[settingsPart]
			n := strings.Count(got, "<w:mirrorMargins")
			if !strings.Contains(got, want) || two && n != 1 || !two && n != strings.Count(c.first, "mirrorMargins") {
				t.Errorf("%q, %v: %s", c.first, two, got)
			}
			if m, z := strings.Index(got, "<w:mirrorMargins"), strings.Index(got, "<w:zoom"); two && c.two != c.first && !strings.Contains(c.first, "mirror") && m < z {
				t.Errorf("%q: the margins are told too early: %s", c.first, got)
			}
		}
	}
	for _, in := range readback.Letterheads() {
		d.TwoSided = true
		_, written := on(t, in.Name, in.Data, d, fig)
		if n := len(tree(t, parts(t, written)[settingsPart]).all("w:mirrorMargins")); n != 1 {
			t.Errorf("%s: %d mirrors", in.Name, n)
		}
	}
}

// TestWriteOnDropsOffice: what serves the office alone is in no paper, and is
// told; what protects the file stays, and is told.
func TestWriteOnDropsOffice(t *testing.T) {
	const first = `<w:writeProtection w:recommended="1"/><w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdT"/><w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge><w:trackRevisions/><w:documentProtection w:edit="readOnly"/>`
	const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/mau.dotx" TargetMode="External"/></Relationships>`
	var entries []readback.ZipEntry
	for name, part := range parts(t, withSettings(t, first)) {
		entries = append(entries, readback.ZipEntry{Name: name, Content: []byte(part)})
	}
	data := readback.Zip(append(entries, readback.ZipEntry{Name: "word/_rels/settings.xml.rels", Content: []byte(rels)})...)
	_, found := docx.ReadLetterhead("a", data, keys())
	if n := strings.Count(codesOf(found), "LETTERHEAD-SETTINGS"); n != 5 {
		t.Errorf("%d settings are told: %v", n, found)
	}
	d, fig := paper(t)
	_, written := on(t, "office", data, d, fig)
	after := parts(t, written)
	for _, gone := range []string{"mailMerge", "trackRevisions", "attachedTemplate"} {
		if strings.Contains(after[settingsPart], gone) || strings.Contains(after["word/_rels/settings.xml.rels"], gone) {
			t.Errorf("%s is in the paper", gone)
		}
	}
	for _, kept := range []string{"writeProtection", "documentProtection"} {
		if !strings.Contains(after[settingsPart], kept) {
			t.Errorf("%s is not in the paper", kept)
		}
	}
	sound(t, "office", after)
}

// TestWriteOnMarkedTable: a marker between a table of the letterhead and the key
// of the text does not hide that table.
func TestWriteOnMarkedTable(t *testing.T) {
	const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>`
	d, fig := paper(t)
	for _, marker := range []string{`<w:bookmarkEnd w:id="7"/>`, `<w:bookmarkEnd w:id="7"/><w:proofErr w:type="spellStart"/>`} {
		_, written := on(t, "table", withBody(t, `<w:p><w:bookmarkStart w:id="7" w:name="a"/></w:p>`+table+marker+`<w:p><w:r><w:t>{noi_dung}</w:t></w:r></w:p>`), d, fig)
		if body := parts(t, written)[mainPart]; strings.Contains(body, "</w:tbl>"+marker+"<w:tbl>") {
			t.Errorf("%s", body)
		}
	}
}

// TestWriteOnNoteLines: the settings name the lines above footnotes by the ids
// that they have in the file.
func TestWriteOnNoteLines(t *testing.T) {
	const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	const notes = `<w:footnotes ` + space + `><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote></w:footnotes>`
	var entries []readback.ZipEntry
	for name, part := range parts(t, plain(t, lone).Data) {
		switch name {
		case "word/_rels/document.xml.rels":
			part = strings.Replace(part, "</Relationships>", `<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>`, 1)
		case "[Content_Types].xml":
			part = strings.Replace(part, "</Types>", `<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>`, 1)
		}
		entries = append(entries, readback.ZipEntry{Name: name, Content: []byte(part)})
	}
	d, fig := paper(t)
	_, written := on(t, "notes", readback.Zip(append(entries, readback.ZipEntry{Name: "word/footnotes.xml", Content: []byte(notes)})...), d, fig)
	after := parts(t, written)
	if !strings.Contains(after[settingsPart], `<w:footnotePr><w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr>`) {
		t.Errorf("%s", after[settingsPart])
	}
	_, written = on(t, lone, plain(t, lone).Data, d, fig)
	if !strings.Contains(parts(t, written)[settingsPart], `<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`) {
		t.Error("the lines of our own footnotes are not named")
	}
}

// TestBeforeEveryPlace: the words before a key are told only where they stand
// before it at every place.
func TestBeforeEveryPlace(t *testing.T) {
	const para, twice = `<w:p><w:r><w:t>{noi_dung}</w:t></w:r></w:p>`, `<w:p><w:r><w:t xml:space="preserve">%{so_ky_hieu}</w:t></w:r></w:p>`
	for words, want := range map[string]string{"": "", "số: ": "số", "Kế hoạch số ": "số", "Ký hiệu: ": ""} {
		l := letterheadOf(t, "twice", withBody(t, strings.Replace(twice, "%", words, 1)+para))
		if got := strings.ToLower(l.Before["so_ky_hieu"]); !strings.HasSuffix(strings.Trim(got, ": "), want) || want == "" && got != "" {
			t.Errorf("%q: %q", words, got)
		}
	}
}

// TestSharedParts: styles and settings whose elements have other prefixes than
// Word's are refused, as is a body that binds a prefix of ours to something else.
func TestSharedParts(t *testing.T) {
	data := plain(t, lone).Data
	all := parts(t, data)
	const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	for name, part := range map[string]string{
		"word/styles.xml": `<n:styles xmlns:n="` + main + `"/>`,
		settingsPart:      `<settings xmlns="` + main + `"/>`,
		mainPart:          strings.Replace(all[mainPart], "<w:document ", `<w:document xmlns:wps="urn:other" `, 1),
	} {
		l, found := docx.ReadLetterhead("a", repack(t, data, map[string]string{name: part}), keys())
		if l != nil || codesOf(found) != "LETTERHEAD-BROKEN" {
			t.Errorf("%s: %v", name, found)
		}
	}
	d, fig := paper(t)
	_, written := on(t, "short", repack(t, data, map[string]string{settingsPart: `<w:settings xmlns:w="` + main + `"/>`}), d, fig)
	sound(t, "short", parts(t, written))
}
