package batch

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
	"kehoach.example/templates"
)

// printed is a folder with so many papers of one page, and its index.
func printed(t *testing.T, n int) (*os.Root, *Index) {
	t.Helper()
	office, found := build.Open(templates.FS, fonts.FS)
	if len(found) > 0 {
		t.Fatal(found)
	}
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	ix := &Index{Version: 1, List: "ds.csv", Rows: n}
	for i := range n {
		text := fmt.Sprintf("co_quan: UBND XÃ %d\ntrich_yeu: Làm việc %d\nmuc: |\n  I. VIỆC\n  Làm việc số %d.\n", i, i, i)
		paper := office.Make(build.Input{Name: "kh.yaml", Data: []byte(text)})
		if !paper.Made() {
			t.Fatal(paper.Findings)
		}
		data, err := office.PDF(paper, build.Native)
		if err != nil {
			t.Fatal(err)
		}
		u := Unit{Row: i + 2, Unit: fmt.Sprint("Xã ", i), Number: "KH-UBND", State: Done, Pages: len(paper.Pages.Pages)}
		u.Files = []File{put(t, root, fmt.Sprintf("Xã %d.pdf", i), data)}
		ix.Units = append(ix.Units, u)
	}
	return root, ix
}

func put(t *testing.T, root *os.Root, name string, data []byte) File {
	t.Helper()
	if err := root.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return File{name, int64(len(data)), fmt.Sprintf("%x", sha256.Sum256(data))}
}

// TestPrint: the file to print has the papers of the rows that were made, in the
// order of the list, on the pages that the index tells.
func TestPrint(t *testing.T) {
	readback.Need(t, "qpdf", "mutool", "pdftotext")
	root, ix := printed(t, 4)
	ix.Units[1].State = Left
	ix.Units[2].Print = &Range{7, 9} // of a former run
	for twoSided, pages := range map[bool][]int{false: {1, 2, 3}, true: {1, 3, 5}} {
		var b bytes.Buffer
		found, err := WritePrint(context.Background(), &b, root, ix, Print{Title: "Kế hoạch", Year: 2027, TwoSided: twoSided})
		if err != nil || len(found) > 0 {
			t.Fatal(found, err)
		}
		if err := readback.QPDFCheck(b.Bytes()); err != nil {
			t.Error(err)
		}
		words, err := readback.Words(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		marks, err := readback.Outline(b.Bytes())
		if err != nil || len(marks) != 3 {
			t.Fatalf("%v, %v", marks, err)
		}
		for i, k := range []int{0, 2, 3} {
			u, page := ix.Units[k], pages[i]
			if u.Print == nil || *u.Print != (Range{page, page}) {
				t.Errorf("two-sided %v: row %d has pages %v, want %d", twoSided, u.Row, u.Print, page)
			}
			if want := (readback.Bookmark{Title: u.Unit + " - KH-UBND", Page: page}); marks[i] != want {
				t.Errorf("bookmark %v, want %v", marks[i], want)
			}
			if !slices.ContainsFunc(words, func(w readback.Word) bool { return w.Page == page && strings.TrimRight(w.Text, ".") == fmt.Sprint(k) }) {
				t.Errorf("page %d is not of row %d", page, u.Row)
			}
		}
		if ix.Units[1].Print != nil {
			t.Error("a row that was not made has pages")
		}
	}
}

// TestPrintTells: rows without a PDF are told; a file that is not the one that
// was made stops it, and so does nothing to print.
func TestPrintTells(t *testing.T) {
	root, ix := printed(t, 2)
	ix.Units[0].Files = []File{put(t, root, "a.docx", []byte("PK"))}
	var b bytes.Buffer
	found, err := WritePrint(context.Background(), &b, root, ix, Print{})
	if err != nil || len(found) != 1 || found[0].Code != "BATCH-PRINT-MISSING" || !strings.Contains(found[0].Message.Vi, "dòng 2") {
		t.Errorf("%v, %v", found, err)
	}
	one := &Index{Units: ix.Units[1:]}
	name := one.Units[0].Files[0].Name
	good, err := root.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for what, data := range map[string][]byte{"longer": append(bytes.Clone(good), '\n'), "shorter": good[:len(good)-1], "empty": {}, "changed": bytes.Replace(good, []byte("kehoach"), []byte("KEHOACH"), 1)} {
		put(t, root, name, data)
		var why reason
		if _, err := WritePrint(context.Background(), io.Discard, root, one, Print{}); !errors.As(err, &why) || !strings.Contains(why.Vi, name) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := root.Remove(name); err != nil {
		t.Fatal(err)
	}
	if _, err := WritePrint(context.Background(), io.Discard, root, one, Print{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file is gone: %v", err)
	}
	var why reason
	if _, err := WritePrint(context.Background(), io.Discard, root, &Index{}, Print{}); !errors.As(err, &why) {
		t.Errorf("nothing to print: %v", err)
	}
}

// TestZip: an archive has the files of the rows that were made and those named,
// in the order of their names, whole, and in the same bytes each time.
func TestZip(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	text := strings.Repeat("chữ của mục lục ", 1000)
	ix := &Index{Units: []Unit{
		{State: Done, Files: []File{put(t, root, "Xã B.pdf", []byte("pdf B")), put(t, root, "Xã B.docx", []byte("docx B"))}},
		{State: Failed, Files: []File{put(t, root, "Xã C.pdf", []byte("pdf C"))}},
		{State: Done, Files: []File{put(t, root, "Phường Ấ.pdf", []byte(text))}},
	}}
	index := put(t, root, "muc-luc.json", []byte(text))
	write := func() []byte {
		var b bytes.Buffer
		if err := WriteZip(context.Background(), &b, root, ix, index); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	data := write()
	if !bytes.Equal(data, write()) {
		t.Error("two archives differ")
	}
	names, content := parts(t, data)
	if want := []string{"Phường Ấ.pdf", "Xã B.docx", "Xã B.pdf", "muc-luc.json"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
	if string(content["Phường Ấ.pdf"]) != text || string(content["muc-luc.json"]) != text || string(content["Xã B.docx"]) != "docx B" {
		t.Error("the files are not whole")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if f.NonUTF8 || f.Modified.Format("2006-01-02") != "1980-01-01" || (f.Method == zip.Store) != strings.HasSuffix(f.Name, "f") && (f.Method == zip.Store) != strings.HasSuffix(f.Name, "docx") {
			t.Errorf("%s: %+v", f.Name, f.FileHeader)
		}
		if ascii := f.Name == "muc-luc.json"; !ascii && f.Flags&0x800 == 0 {
			t.Errorf("%s: its name is not marked as UTF-8", f.Name)
		}
	}
	put(t, root, "Xã B.pdf", []byte("pdf b"))
	var why reason
	if err := WriteZip(context.Background(), io.Discard, root, ix); !errors.As(err, &why) {
		t.Errorf("a file was changed: %v", err)
	}
}

// TestPrintCannot: a PDF that is none of this program's, and a file that would be
// too large, are told in words; so is the disk.
func TestPrintCannot(t *testing.T) {
	root, ix := printed(t, 1)
	full := errors.New("the disk is full")
	if _, err := WritePrint(context.Background(), &bounded{err: full}, root, ix, Print{}); !errors.Is(err, full) {
		t.Errorf("a full disk: %v", err)
	}
	if _, err := WritePrint(context.Background(), &bounded{w: io.Discard, room: 100}, root, ix, Print{}); !errors.Is(err, errTooBig) {
		t.Errorf("no room: %v", err)
	}
	ix.Units[0].Files = []File{put(t, root, "la.pdf", []byte("%PDF-1.4 của người khác"))}
	var why reason
	if _, err := WritePrint(context.Background(), io.Discard, root, ix, Print{}); !errors.As(err, &why) || !strings.HasPrefix(why.Vi, "la.pdf không phải PDF") {
		t.Errorf("a foreign file: %v", err)
	}
	f := (&Job{}).notJoined(diag.M("không ghi được bản in", "not written"), "in.pdf", &NotWritten{"in.pdf", errTooBig})
	if !strings.Contains(f.Message.Vi, "lớn hơn 2 GB") || !strings.Contains(f.Hint.Vi, "--shard") {
		t.Errorf("%+v", f)
	}
}
