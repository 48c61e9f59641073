package build

import (
	"slices"
	"testing"

	"kehoach.example/internal/readback"
)

// TestCorpusSaysWhatItSays: LibreOffice, which knows nothing of the writer of
// these files, reads in them the words that the writer says are seen. Its text
// shows some things otherwise than paper does: those files stay out.
func TestCorpusSaysWhatItSays(t *testing.T) {
	readback.Need(t, "soffice")
	out := []string{
		"draft box and urgency", "draft box in VML", "a text box beside the text", "footnotes and endnotes", // not in its text
		"TCVN3, whole file", "TCVN3, only the head", "VNI, whole file", "VNI, only the head", "eth for d with stroke", // letters as stored
		"tracked insertions and deletions", "tracked moves", "tracked row of a table", "hidden text and bookmarks", // it prints what is struck out or hidden
		"title in capitals by property", "fields", // it prints small letters, and the day of today
		"no subject", // which the clerk adds
	}
	files, said := map[string][]byte{}, map[string][]string{}
	for _, c := range corpus() {
		if slices.Contains(out, c.name) {
			continue
		}
		s := newSheet(c.by)
		if c.make != nil {
			c.make(s)
		}
		files[c.name], said[c.name] = s.bytes(), s.source().words()
	}
	for name, text := range readback.Converted(t, "docx", "txt:Text (encoded):UTF8", files) {
		missing, extra := readback.MissingWords(said[name], readback.Tokens(string(text)))
		if len(missing)+len(extra) > 0 {
			t.Errorf("%s: LibreOffice does not see %v, and sees %v", name, missing, extra)
		}
	}
}
