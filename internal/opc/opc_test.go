package opc_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"

	"kehoach.example/internal/opc"
)

func TestNames(t *testing.T) {
	for name, want := range map[string]string{
		"xl/Workbook.xml": "xl/workbook.xml", `xl\sheets\A.xml`: "xl/sheets/a.xml", "/word/./document.xml": "word/document.xml", "../../x": "x",
	} {
		if got := opc.Name(name); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
	for _, c := range [][3]string{
		{"word/", "media/a.png", "word/media/a.png"},
		{"", "word/document.xml", "word/document.xml"},
		{"xl/", "/xl/styles.xml", "xl/styles.xml"},
		{"word/", "../../../etc/x", "etc/x"},
		{"xl", `sheets\a.xml`, "xl/sheets/a.xml"},
	} {
		if got := opc.Resolve(c[0], c[1]); got != c[2] {
			t.Errorf("%s from %s: %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

// fault is a Fault as an error.
type fault struct{ opc.Fault }

func (f fault) Error() string { return f.Message.En }

func file(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range parts {
		f, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(f, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestBounds: each bound ends the reading at its own place, and none that is not
// set.
func TestBounds(t *testing.T) {
	long := strings.Repeat("ab", 50_000)
	data := file(t, map[string]string{"a.xml": long, "b.xml": "b", "c.xml": "c"})
	for name, c := range map[string]struct {
		limits opc.Limits
		want   string
	}{
		"none":      {opc.Limits{}, ""},
		"entries":   {opc.Limits{Entries: 2}, "more than 2 files"},
		"directory": {opc.Limits{Directory: 10}, "the directory"},
		"part":      {opc.Limits{Part: 1000}, "the part \"a.xml\" unpacks"},
		"whole":     {opc.Limits{Whole: 1000}, "the file unpacks"},
		"ratio":     {opc.Limits{Ratio: 20, Small: 1000}, "zip bomb"},
		"small":     {opc.Limits{Ratio: 20, Small: 1 << 20}, ""},
		"token":     {opc.Limits{Token: 1000}, "one piece longer"},
	} {
		c.limits.Refuse = func(f opc.Fault) error { return fault{f} }
		err := readAll(data, c.limits)
		var f fault
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (!errors.As(err, &f) || f.Kind != opc.TooLarge || !strings.Contains(f.Message.En, c.want)):
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
	broken := bytes.Clone(data)
	broken[60] ^= 0xff
	var f fault
	if err := readAll(broken, opc.Limits{Refuse: func(f opc.Fault) error { return fault{f} }}); !errors.As(err, &f) || f.Kind != opc.Broken {
		t.Errorf("a broken part: %v", err)
	}
}

// TestLyingSize: the directory may call a part as large as it likes: it is made of
// no more bytes than the file has.
func TestLyingSize(t *testing.T) {
	data := file(t, map[string]string{"a.xml": strings.Repeat("a", 5<<20)})
	limits := opc.Limits{Ratio: 300, Small: 1 << 20, Refuse: func(f opc.Fault) error { return fault{f} }}
	for _, size := range []uint32{1 << 30, 0xfffffffe} {
		lying := bytes.Clone(data)
		at := bytes.Index(lying, []byte("PK\x01\x02"))
		binary.LittleEndian.PutUint32(lying[at+20:], size)
		var f fault
		if err := readAll(lying, limits); !errors.As(err, &f) || f.Kind != opc.TooLarge || !strings.Contains(f.Message.En, "zip bomb") {
			t.Errorf("packed to %d bytes, it says: %v", size, err)
		}
	}
}

func readAll(data []byte, limits opc.Limits) error {
	p, err := opc.Open(data, limits)
	if err != nil {
		return err
	}
	for _, name := range p.Names() {
		part, err := p.Open(name)
		if err != nil {
			return err
		}
		_, err = io.Copy(io.Discard, part)
		part.Close()
		if err != nil {
			return err
		}
	}
	return nil
}
