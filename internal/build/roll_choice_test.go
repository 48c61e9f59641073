package build

import (
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/roll"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/write"
)

// chosen makes a plan with choices.
func chosen(t *testing.T, o *Office, s rollSource, r *Rolled, choices map[int]RollChoice) string {
	t.Helper()
	out, found := o.Choose(Input{Name: "cu.yaml"}, r, choices)
	if diag.HasErrors(found) || len(out) == 0 {
		t.Fatalf("%s: %v: %v", s.name, choices, found)
	}
	return string(out)
}

// TestChooseAll: all accepted is the roll-over's own plan, all kept is the old
// plan, byte for byte: comments, manner and line ends.
func TestChooseAll(t *testing.T) {
	o := openOffice(t)
	for _, s := range rollSources(t) {
		for _, text := range []string{s.text, strings.ReplaceAll(s.text, "\n", "\r\n"), "\ufeff" + s.text} {
			r := rolled(t, o, text, RollOptions{Year: s.next()})
			if got := chosen(t, o, s, r, nil); got != string(r.Data) {
				t.Errorf("%s: accepting all gives another plan:\n%s", s.name, got)
			}
			keep := map[int]RollChoice{}
			for i := range r.Changes {
				keep[i] = RollChoice{Keep: true}
			}
			if got := chosen(t, o, s, r, keep); got != text {
				t.Errorf("%s: keeping all gives another plan than the old one:\n%s", s.name, got)
			}
		}
	}
}

// TestChooseOne: one entry that is kept brings its own lines back and leaves all
// others as they were rolled.
func TestChooseOne(t *testing.T) {
	o := openOffice(t)
	kept := 0
	for _, s := range rollSources(t) {
		r := rolled(t, o, s.text, RollOptions{Year: s.next()})
		of := map[int]int{} // how many changes a line has
		for _, c := range r.Changes {
			for line := range linesOf(c.Edits) {
				of[line]++
			}
		}
		before, after := strings.Split(s.text, "\n"), strings.Split(string(r.Data), "\n")
		for i, c := range r.Changes {
			mine := linesOf(c.Edits)
			for n, line := range strings.Split(chosen(t, o, s, r, map[int]RollChoice{i: {Keep: true}}), "\n") {
				switch {
				case !mine[n+1] && line != after[n], mine[n+1] && line == after[n]:
					t.Errorf("%s:%d: keeping %q gives %q", s.name, n+1, c.Old, line)
				case mine[n+1] && of[n+1] == 1 && line != before[n]:
					t.Errorf("%s:%d: keeping %q gives %q, not %q", s.name, n+1, c.Old, line, before[n])
				}
			}
			kept += len(mine)
		}
	}
	if kept < 100 {
		t.Errorf("only %d lines were kept", kept)
	}
}

func linesOf(edits []roll.Edit) map[int]bool {
	out := map[int]bool{}
	for _, e := range edits {
		out[e.At.Line] = true
	}
	return out
}

// TestChooseText: what a person types stands in the place of the entry, as words
// of the plan whatever signs it has, beside whatever else is kept or typed.
func TestChooseText(t *testing.T) {
	o := openOffice(t)
	typed, all := 0, 0
	for _, s := range rollSources(t) {
		r := rolled(t, o, s.text, RollOptions{Year: s.next()})
		choices, want := map[int]RollChoice{}, map[int]string{}
		for i, c := range r.Changes {
			all++
			if !r.Typed(i) {
				continue
			}
			text := `mốc: "thứ ` + strconv.Itoa(i) + `" # gõ`
			one, found := o.Choose(Input{Name: "cu.yaml"}, r, map[int]RollChoice{i: {Text: text}})
			if diag.HasErrors(found) { // a day takes nothing but days
				if found[0].Code == "ROLL-CHOICE" {
					t.Errorf("%s:%d: %v", s.name, c.At.Line, found)
				}
				continue
			}
			if got := said(t, o, one); strings.Count(got, text) != strings.Count(said(t, o, r.Data), text)+1 {
				t.Errorf("%s:%d: %q was typed for %q:\n%s", s.name, c.At.Line, text, now(c), one)
			}
			typed++
			choices[i], want[i] = RollChoice{Text: text}, text
			if len(c.Edits) == 0 || i%3 > 0 {
				continue
			}
			delete(want, i)
			choices[i] = RollChoice{Keep: true}
		}
		got := said(t, o, []byte(chosen(t, o, s, r, choices)))
		for i, text := range want {
			if !strings.Contains(got, text) {
				t.Errorf("%s: %q of entry %d is missing", s.name, text, i)
			}
		}
	}
	t.Logf("%d of %d", typed, all)
	if typed < 100 || typed*10 < all*8 {
		t.Errorf("only %d of %d entries take a text", typed, all)
	}
}

// said is every word of a plan file, by its fields.
func said(t *testing.T, o *Office, data []byte) string {
	t.Helper()
	var b strings.Builder
	var add func([]write.Field)
	add = func(fields []write.Field) {
		for _, f := range fields {
			b.WriteString(f.Value + "\n")
			add(f.Kids)
		}
	}
	root, _ := strictyaml.Parse("x.yaml", data)
	add(write.Fields(root, string(data)))
	return b.String()
}

// TestNextYear: a plan of a year, of a school year, of several years.
func TestNextYear(t *testing.T) {
	o := openOffice(t)
	for _, s := range rollSources(t) {
		if y, found := o.NextYear(Input{Name: "cu.yaml", Data: []byte(s.text)}); y != s.next() {
			t.Errorf("%s: %d and not %d: %v", s.name, y, s.next(), found)
		}
	}
	if y, found := o.NextYear(Input{Name: "cu.txt", Data: []byte("thư mời họp")}); y != 0 || !diag.HasErrors(found) {
		t.Errorf("a letter has %d: %v", y, found)
	}
}
