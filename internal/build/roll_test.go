package build

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kehoach.example/internal/diag"
)

// rollCase is a pair of plans, of one year and the next: what goes in, the year
// wanted, the new plan and the three lists.
type rollCase struct {
	name           string
	archive        *txtar.Archive
	old, new, list string
	year           int
}

func rollCases(t *testing.T) []rollCase {
	t.Helper()
	files, _ := filepath.Glob("testdata/roll/*.txtar")
	if len(files) < 8 {
		t.Fatalf("only %d pairs", len(files))
	}
	var out []rollCase
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := rollCase{name: file, archive: a}
		for _, f := range a.Files {
			switch f.Name {
			case "cu.yaml", "cu.txt":
				c.old = string(f.Data)
			case "nam":
				c.year, _ = strconv.Atoi(strings.TrimSpace(string(f.Data)))
			case "moi.yaml":
				c.new = string(f.Data)
			case "danh-sach.txt":
				c.list = string(f.Data)
			}
		}
		out = append(out, c)
	}
	return out
}

// rolled rolls a plan that must roll.
func rolled(t *testing.T, o *Office, text string, opt RollOptions) *Rolled {
	t.Helper()
	r, found := o.Roll(Input{Name: "cu.yaml", Data: []byte(text)}, opt)
	if r == nil || diag.HasErrors(found) {
		t.Fatalf("%v\n%s", found, text)
	}
	return r
}

func lists(r *Rolled) string {
	var b bytes.Buffer
	r.Print(&b, "vi")
	return b.String()
}

// TestRollPairs: each old plan becomes the new one, with its lists.
func TestRollPairs(t *testing.T) {
	o := openOffice(t)
	for _, c := range rollCases(t) {
		r := rolled(t, o, c.old, RollOptions{Year: c.year})
		if string(r.Data) == c.new && lists(r) == c.list {
			continue
		}
		t.Errorf("%s: got\n%s\n%s", c.name, r.Data, lists(r))
		if *update {
			c.archive.Files = []txtar.File{c.archive.Files[0], c.archive.Files[1], {Name: "moi.yaml", Data: r.Data}, {Name: "danh-sach.txt", Data: []byte(lists(r))}}
			if err := os.WriteFile(c.name, txtar.Format(c.archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestRollFileForms: line ends, byte order mark and encoding of the old file are
// those of the new one, with notes and without.
func TestRollFileForms(t *testing.T) {
	o := openOffice(t)
	const old, want = "# ghi\r\ntrich_yeu: Hội thao năm 2026\r\n\r\nmuc:\r\n  - tieu_de: A\r\n", "# ghi\r\ntrich_yeu: Hội thao năm 2027\r\n\r\nmuc:\r\n  - tieu_de: A\r\n"
	for _, mark := range []bool{false, true} {
		r := rolled(t, o, "\ufeff"+old, RollOptions{Year: 2027, Mark: mark})
		got := string(r.Data)
		if mark {
			if !strings.Contains(got, "\r\n# ĐÃ ĐỔI: năm 2026 → năm 2027 — thời gian của chính kế hoạch\r\ntrich_yeu") {
				t.Errorf("no note: %q", got)
			}
			got = string(withoutMarks(r.Data))
		}
		if got != "\ufeff"+want {
			t.Errorf("got %q", got)
		}
	}
}

// TestRollPlaces: places are those of the new file, behind other changes of the
// line and below notes.
func TestRollPlaces(t *testing.T) {
	o := openOffice(t)
	text := "trich_yeu: Hội thao năm 2026\nmuc:\n  - tieu_de: A\n    noi_dung: |\n      Kỷ niệm 99 năm Ngày thành lập Hội (02/3/1927 - 02/3/2026); họp ngày 10/4/2026.\n"
	for _, c := range []struct {
		mark                bool
		line, column, until int
	}{{false, 5, 76, 85}, {true, 8, 76, 85}} {
		r := rolled(t, o, text, RollOptions{Year: 2027, Mark: c.mark})
		at := r.Changes[len(r.Changes)-1].At
		if at.Line != c.line || at.Column != c.column || at.EndColumn != c.until || columns(at) != "10/4/2027" {
			t.Errorf("%+v, %q", at, columns(at))
		}
	}
}

// TestRollFolded: notes find a place where they change nothing: above folded
// text and values over several lines, beside tables.
func TestRollFolded(t *testing.T) {
	o := openOffice(t)
	text := "trich_yeu: >\n  Hội thao\n  năm 2026\nket: \"Trên đây là\n  Kế hoạch năm 2026\"\nmuc:\n  - tieu_de: A\n    noi_dung: |\n      | Việc | Xong |\n      |-20-|-20-|\n      | a | 10/6/2026 |\n        | b |\n      | c | 11/6/2026 |\n"
	plain, marked := rolled(t, o, text, RollOptions{Year: 2027}), rolled(t, o, text, RollOptions{Year: 2027, Mark: true})
	a, _ := o.Read(Input{Name: "a.yaml", Data: plain.Data})
	b, _ := o.Read(Input{Name: "a.yaml", Data: marked.Data})
	if o.meaning(a) != o.meaning(b) || !strings.Contains(string(marked.Data), "# ĐÃ ĐỔI: ") || strings.Contains(string(plain.Data), "2026") {
		t.Errorf("%s\n%s", plain.Data, marked.Data)
	}
}
