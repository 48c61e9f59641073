package web_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kehoach.example/internal/readback"
)

// readers are the tools that judge papers.
var readers = []string{"qpdf", "pdftotext", "ooxml-validator"}

// found are the files of a kind in the clerk's folder and among the downloads, sorted.
func (d *desk) found(ending string) []string {
	d.Helper()
	var all []string
	for _, root := range []string{d.folder, d.out} {
		d.check(filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case e.IsDir() && strings.HasPrefix(e.Name(), "."): // what the page keeps for itself
				return fs.SkipDir
			case !e.IsDir() && strings.HasSuffix(path, ending):
				all = append(all, path)
			}
			return nil
		}))
	}
	slices.Sort(all)
	return all
}

// one is the only file of a kind.
func (d *desk) one(ending string) string {
	d.Helper()
	all := d.found(ending)
	if len(all) != 1 {
		d.Fatalf("want one %s, got %q", ending, all)
	}
	return all[0]
}

func (d *desk) read(path string) []byte {
	d.Helper()
	data, err := os.ReadFile(path)
	d.check(err)
	return data
}

// papers judges PDF files and DOCX files of the same plans, by what other programs read: sound, PDF/A-2a and PDF/UA
// by their rules, valid for Word, and no word of the Word file missing in the PDF.
func (d *desk) papers(pdfs, words []string) {
	d.Helper()
	files := map[string][]byte{}
	for _, path := range words {
		files[filepath.Base(path)] = d.read(path)
	}
	faults, err := readback.Validate(files)
	d.check(err)
	for name, list := range faults {
		d.Errorf("%s is not valid: %q", name, list)
	}
	for _, path := range pdfs {
		d.pdf(path)
	}
	if len(pdfs) == 1 && len(words) == 1 {
		want, err := readback.DocxWords(d.read(words[0]))
		d.check(err)
		if missing, _ := readback.MissingWords(want, readback.Tokens(d.text(pdfs[0]))); len(missing) > 0 {
			d.Errorf("words of %s that %s lacks: %q", words[0], pdfs[0], missing)
		}
	}
}

// pdf judges one PDF.
func (d *desk) pdf(path string) {
	d.Helper()
	data := d.read(path)
	if err := readback.QPDFCheck(data); err != nil {
		d.Errorf("%s: %v", path, err)
	}
	archive, access, err := readback.Judged(data)
	d.check(err)
	if len(archive)+len(access) > 0 {
		d.Errorf("%s breaks PDF/A or PDF/UA: %q %q", path, archive, access)
	}
}

// text is what stands on a PDF, in one line.
func (d *desk) text(path string) string {
	d.Helper()
	raw, err := readback.RawText(d.read(path))
	d.check(err)
	return strings.Join(strings.Fields(raw), " ")
}

// says fails unless a PDF has each of the words, in this order.
func (d *desk) says(path string, words ...string) {
	d.Helper()
	rest := d.text(path)
	for _, w := range words {
		_, after, ok := strings.Cut(rest, w)
		if !ok {
			d.Errorf("%s does not say %q (after what was found before it):\n%s", path, w, rest)
			return
		}
		rest = after
	}
}
