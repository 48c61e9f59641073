package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
)

// TestPressSameBytes: a press that has written other papers, of the same form and
// of another look, by several hands at once, writes what a new one writes.
func TestPressSameBytes(t *testing.T) {
	papers := map[string]*doc.Document{}
	for i := range 6 {
		d := sample()
		d.Info.Title = strings.Repeat("Kế hoạch ", i+1)
		d.TwoSided = i%2 == 0
		if i > 3 {
			d.Notes = []*doc.Paragraph{{ID: 90, Role: doc.ChuThich, Runs: []doc.Run{{Text: "1", Note: 1}, {Text: fmt.Sprint(" chú thích ", i)}}}}
		}
		papers[d.Info.Title] = d
	}
	fig, want := figures(t), map[string][]byte{}
	for name, d := range papers {
		data, err := docx.New().Write(d, fig)
		if err != nil {
			t.Fatal(err)
		}
		want[name] = data
	}
	press := docx.New()
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for range 5 {
				for name, d := range papers {
					if data, err := press.Write(d, fig); err != nil || !bytes.Equal(data, want[name]) {
						t.Errorf("%s: other bytes, %v", name, err)
					}
				}
			}
		})
	}
	all.Wait()
}

// TestPressFollowsFigures: other figures give other styles from the same press,
// and so does another set of sizes.
func TestPressFollowsFigures(t *testing.T) {
	press, d := docx.New(), sample()
	styles := func(set string, align string) string {
		fig := figures(t)
		st := fig.Styles[string(doc.Than)]
		st.Align = align
		fig.Styles[string(doc.Than)] = st
		fig.Set = set
		data, err := press.Write(d, fig)
		if err != nil {
			t.Fatal(err)
		}
		return parts(t, data)["word/styles.xml"]
	}
	one := styles("A", "both")
	if styles("A", "left") == one || styles("B", "both") == one || styles("A", "both") != one {
		t.Error("the styles do not follow the figures")
	}
}

// TestContainer: the content types stand first, no part is there twice, names and
// sums stand where every reader of zip files looks for them, and nothing follows.
func TestContainer(t *testing.T) {
	data := write(t, sample())
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		if f.Flags != 0 || len(f.Extra) > 0 || f.Comment != "" || f.Modified.Day() != 1 {
			t.Errorf("%s: flags %d, extra % x", f.Name, f.Flags, f.Extra)
		}
		at, err := f.DataOffset()
		if err != nil {
			t.Fatal(err)
		}
		head := data[at-int64(30+len(f.Name)):]
		if !bytes.HasPrefix(head, []byte("PK\x03\x04")) || string(head[30:30+len(f.Name)]) != f.Name {
			t.Errorf("%s: no head before the data", f.Name)
		}
	}
	if names[0] != "[Content_Types].xml" || names[len(names)-1] != "docProps/custom.xml" {
		t.Errorf("%q", names)
	}
	slices.Sort(names)
	if len(slices.Compact(names)) != len(z.File) {
		t.Errorf("a part stands twice: %q", names)
	}
}

// TestEveryByteIsSealed: a change of any byte of a file is noticed, and so is a
// byte more or less.
func TestEveryByteIsSealed(t *testing.T) {
	data := write(t, sample())
	for i := 0; i < len(data); i++ {
		if i > 3000 && i < len(data)-1500 {
			i += 6 // far inside of a packed part each is like the other
		}
		changed := bytes.Clone(data)
		changed[i] ^= byte(1 + i%255)
		if docx.Unchanged(changed) {
			t.Errorf("byte %d of %d was changed unseen", i, len(data))
		}
	}
	if docx.Unchanged(append(bytes.Clone(data), 0)) || docx.Unchanged(data[:len(data)-1]) || docx.Unchanged(append([]byte{0}, data...)) {
		t.Error("a byte more or less is unseen")
	}
}

// FuzzUnchanged: damaged files are taken for changed ones, without a panic.
func FuzzUnchanged(f *testing.F) {
	data := write(f, sample())
	f.Add(uint32(len(data)-6), []byte{0xFF, 0xFF, 0xFF, 0xFF}, uint32(0))
	f.Add(uint32(18), []byte{0xFF, 0xFF, 0xFF, 0x7F}, uint32(0))
	f.Add(uint32(0), []byte{}, uint32(40))
	f.Fuzz(func(t *testing.T, at uint32, with []byte, short uint32) {
		changed := bytes.Clone(data)
		copy(changed[int(at)%len(changed):], with)
		changed = changed[:len(changed)-int(short)%len(changed)]
		if docx.Unchanged(changed) != bytes.Equal(changed, data) {
			t.Errorf("%d bytes at %d, %d less: taken for our own", len(with), at, short)
		}
	})
}
