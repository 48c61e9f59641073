package desk

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// rowed is a plan of some parts, each with its own words or blank.
func rowed(words ...string) string {
	var b strings.Builder
	b.WriteString("the_thuc: nd30\nmuc:\n")
	for _, w := range words {
		fmt.Fprintf(&b, "  - tieu_de: %s\n    noi_dung: |\n      nội dung của %s\n", w, w)
	}
	return b.String()
}

// titles are the headings of the parts, by the number of their row.
func (t *tab) titles() map[string]string {
	out := map[string]string{}
	for path, v := range t.desk().paper.values {
		if row, ok := strings.CutSuffix(path, ".tieu_de"); ok {
			out[row] = v
		}
	}
	return out
}

func parts(t *testing.T, words ...string) *tab {
	t.Helper()
	f := newFolder(t)
	f.write("a.yaml", rowed(words...))
	return f.tab("a.yaml")
}

// TestRowsKeepTheirNumbers: whatever is done in one tab, by edits of lists, in the file
// view or by undo, what another tab types into a row comes into that row.
func TestRowsKeepTheirNumbers(t *testing.T) {
	text := func(now ...string) func(*tab) error {
		return func(a *tab) error { return a.edit(Edit{Op: "text", Was: a.text(), Now: rowed(now...)}) }
	}
	op := func(op, path string, at int) func(*tab) error {
		return func(a *tab) error { return a.edit(Edit{Op: op, Path: a.key(path), At: at}) }
	}
	for name, do := range map[string][]func(*tab) error{
		"one before":         {op("add", "muc", 0)},
		"one gone before":    {op("remove", "muc.0", 0)},
		"moved up":           {op("move", "muc.2", -1)},
		"moved down, undone": {op("move", "muc.2", 1), op("undo", "", 0)},
		"gone and back":      {op("remove", "muc.2", 0), op("undo", "", 0)},
		"text, one before":   {text("MỚI", "MỘT", "HAI", "BA", "BỐN")},
		"text, one gone":     {text("MỘT", "BA", "BỐN")},
		"text, turned round": {text("BỐN", "BA", "HAI", "MỘT")},
		"text, spoilt": {
			func(a *tab) error { return a.edit(Edit{Op: "text", Was: a.text(), Now: "muc: ["}) },
			text("MỘT", "BA", "BỐN"),
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := parts(t, "MỘT", "HAI", "BA", "BỐN")
			b := a.other()
			key := a.key("muc.2.tieu_de")
			for _, one := range do {
				if err := one(b); err != nil {
					t.Fatal(err)
				}
			}
			if err := a.set(key, "BA LẦN"); err != nil {
				t.Fatal(err)
			}
			var all []string
			for _, title := range a.titles() {
				all = append(all, title)
			}
			if !slices.Contains(all, "BA LẦN") || slices.Contains(all, "BA") {
				t.Errorf("%q", all)
			}
		})
	}
}

// TestRowGone: what is typed into a row that another tab took out, and what is done
// to it, is refused and told; nothing else is changed by it.
func TestRowGone(t *testing.T) {
	a := parts(t, "MỘT", "HAI", "BA")
	b := a.other()
	key, row := a.key("muc.1.tieu_de"), a.key("muc.1")
	if err := b.edit(Edit{Op: "remove", Path: row}); err != nil {
		t.Fatal(err)
	}
	before := a.text()
	for _, one := range []Edit{{Op: "set", Path: key, Was: "HAI", Now: "HAI LẦN"}, {Op: "remove", Path: row}, {Op: "move", Path: row, At: 1}} {
		if err := a.edit(one); !is(err, Gone) {
			t.Errorf("%s: %v", one.Op, err)
		}
	}
	if a.text() != before {
		t.Error("something was changed")
	}
}

// TestAskedTwice: an edit whose answer was lost is asked for again, and made once.
func TestAskedTwice(t *testing.T) {
	a := parts(t, "MỘT", "HAI", "BA")
	for _, one := range []Edit{{Op: "add", Path: "muc", At: -1, No: 1}, {Op: "undo", No: 2}, {Op: "remove", Path: a.key("muc.0"), No: 3}} {
		if err := a.edit(one); err != nil {
			t.Fatalf("%s: %v", one.Op, err)
		}
		once := a.text()
		if err := a.edit(one); err != nil || a.text() != once {
			t.Errorf("%s again: %v\n%s", one.Op, err, a.text())
		}
	}
	if err := a.other().edit(Edit{Op: "add", Path: "muc", At: -1, No: 1}); err != nil || len(a.titles()) != 3 {
		t.Errorf("another tab counts for itself: %v, %v", err, a.titles())
	}
}

// TestRowsAtRandom: two tabs at random, one that adds, removes and moves rows and
// undoes it, one that types into rows that it saw some time ago. Each row is only ever
// given words of its own.
func TestRowsAtRandom(t *testing.T) {
	for seed := range uint64(8) {
		random := rand.New(rand.NewPCG(seed, 1))
		a := parts(t, "R1", "R2", "R3", "R4", "R5")
		b := a.other()
		was := b.titles() // b looks up seldom
		for i := range 60 {
			n := len(a.desk().paper.rows.list("muc"))
			at := a.key(fmt.Sprintf("muc.%d", random.IntN(max(n, 1))))
			ops := []Edit{{Op: "add", Path: "muc", At: random.IntN(n + 1)}, {Op: "remove", Path: at}, {Op: "move", Path: at, At: random.IntN(3) - 1}, {Op: "undo"}, {Op: "redo"}}
			a.edit(ops[random.IntN(len(ops))])
			for row, title := range was {
				if title == "" || random.IntN(3) > 0 {
					continue
				}
				now := fmt.Sprintf("%s.%d", title, i)
				if b.edit(Edit{Op: "set", Path: row + ".tieu_de", Was: title, Now: now}) == nil {
					was[row] = now
				}
			}
			if i%10 == 9 {
				was = b.titles()
			}
			for row, title := range a.titles() {
				if mine, ok := was[row]; ok && title != "" && mine != "" && title[:2] != mine[:2] {
					t.Fatalf("seed %d: %s was %q and is %q", seed, row, mine, title)
				}
			}
		}
	}
}

// TestManyRows: hundreds of rows are told apart in a time that nobody waits for.
func TestManyRows(t *testing.T) {
	var was, now []string
	for i := range 400 {
		was, now = append(was, fmt.Sprintf("P%d", i)), append(now, fmt.Sprintf("Q%d", i*7))
	}
	a := parts(t, was...)
	if err := a.edit(Edit{Op: "text", Was: a.text(), Now: rowed(now...)}); err != nil || len(a.titles()) != 400 {
		t.Errorf("%v, %d rows", err, len(a.titles()))
	}
}
