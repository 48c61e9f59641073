package desk

import (
	"errors"
	"strings"
	"testing"
	"time"
)

// TestUnsavedAtRest: when the program ends it tells of words that a file lacks also where
// their plan was closed long before, whatever its name is now; and of no others.
func TestUnsavedAtRest(t *testing.T) {
	for name, c := range map[string]struct {
		then func(f *folder, d *Desks) error
		told string // "" for nothing
	}{
		"changed": {func(*folder, *Desks) error { return nil }, "b.yaml đã bị sửa"},
		"renamed": {func(_ *folder, d *Desks) error {
			_, err := d.opt.Folder.Rename("b.yaml", "c.yaml")
			d.Moved("b.yaml", "c.yaml")
			return err
		}, "c.yaml đã bị sửa"},
		"put aside":        {func(_ *folder, d *Desks) error { return d.opt.Folder.PutAside("b.yaml") }, ""},
		"as it was before": {func(f *folder, _ *Desks) error { f.write("b.yaml", fewWords); return nil }, ""},
		"chosen": {func(_ *folder, d *Desks) (err error) {
			return errors.Join(d.At("b.yaml", func(k *Desk) { err = k.Settle(false) }), err)
		}, ""},
		"looked at again":       {func(_ *folder, d *Desks) error { return d.At("b.yaml", func(*Desk) {}) }, "b.yaml đã bị sửa"},
		"opened with a mistake": {opened, "b.yaml đã bị sửa"},
		"another run has it": {func(f *folder, _ *Desks) error {
			f.tab("b.yaml")
			return nil
		}, ""},
	} {
		f := newFolder(t)
		f.write("b.yaml", fewWords)
		b := f.tab("b.yaml")
		b.set("so", "28")
		f.write("b.yaml", fewWords+"# của họ\n")
		b.rest()
		if err := c.then(f, b.d); err != nil {
			t.Fatal(name, err)
		}
		var told *Unsaved
		switch err := b.d.Close(); {
		case c.told == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.told != "" && (!errors.As(err, &told) || !strings.Contains(told.Why.Vi, c.told) || strings.Count(err.Error(), "\n") > 0):
			t.Errorf("%s: it ends as if all was saved: %v", name, err)
		}
		if name == "as it was before" && !strings.Contains(f.read("b.yaml"), "28") {
			t.Errorf("%s: the words were not written", name)
		}
	}
}

// opened is what a mistake of the program leaves of a plan that is opened again.
func opened(_ *folder, d *Desks) error {
	d.without(func() { mistaken(func() { _ = d.At("b.yaml", func(*Desk) {}) }) })
	d.Save(time.Minute)
	return nil
}
