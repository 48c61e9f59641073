package pdf

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
)

// Reference makes the file with gofpdf: PDF 1.3, without tags and fields. It is
// what Writer is held against. Zero parts of the date count as 1 January.
func Reference(d *page.Document, fam *font.Family) ([]byte, error) {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	pdf.SetMargins(0, 0, 0)
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetCatalogSort(true)
	setInfo(pdf, d.Info)
	w := writer{pdf: pdf, fam: fam}
	for _, p := range d.Pages {
		if err := w.covered(p); err != nil {
			return nil, err
		}
		if err := w.page(p); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	data := w.nameFonts(out.Bytes())
	return data, cos.Seal(data)
}

func setInfo(pdf *gofpdf.Fpdf, in page.Info) {
	date := dateOf(in)
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetTitle(in.Title, true)
	pdf.SetSubject(in.Subject, true)
	pdf.SetAuthor(in.Creator, true)
	pdf.SetCreator("kehoach", false)
	pdf.SetProducer("gofpdf", false)
	pdf.SetKeywords(cos.SealBlank, false)
}

func dateOf(in page.Info) time.Time {
	return time.Date(cmp.Or(in.Year, 1980), time.Month(max(in.Month, 1)), max(in.Day, 1), 0, 0, 0, 0, time.UTC)
}

type writer struct {
	pdf   *gofpdf.Fpdf
	fam   *font.Family
	added [4]bool

	images int // put into the file so far
}

// covered tells whether the fonts have every letter of a page: gofpdf leaves a
// missing one blank, and beyond the first plane of Unicode it panics.
func (w *writer) covered(p page.Page) error {
	for _, word := range p.Words {
		for _, r := range word.Text {
			if r > 0xffff || !w.fam.Has(r) {
				return fmt.Errorf("pdf: the font has no character %q (U+%04X)", r, r)
			}
		}
	}
	return nil
}

func (w *writer) page(p page.Page) error {
	w.pdf.AddPageFormat("P", gofpdf.SizeType{Wd: p.W.Points(), Ht: p.H.Points()})
	for _, im := range p.Images {
		if err := w.image(im); err != nil {
			return err
		}
	}
	for _, word := range p.Words {
		w.word(word)
	}
	for _, s := range p.Strokes {
		w.stroke(s)
	}
	return nil
}

func (w *writer) word(word page.Word) {
	face := font.Style{Bold: word.Bold, Italic: word.Italic}.Face()
	if !w.added[face] {
		w.added[face] = true
		// gofpdf writes into the bytes that it is given: a copy for each file.
		w.pdf.AddUTF8FontFromBytes(w.family(face), "", bytes.Clone(w.fam.Bytes(face)))
	}
	w.pdf.SetFont(w.family(face), "", word.Size.Points())
	w.pdf.SetTextColor(rgb(word.Color))
	w.pdf.Text(word.X.Points(), word.Y.Points(), word.Text)
}

// gofpdf names a font "utf8" and its family in small letters. The family here
// is as long as the right name less these four letters, so that the right name
// can be put in its place without moving a byte.
const gofpdfPrefix = "utf8"

func (w *writer) family(face int) string {
	n := len(w.fontName(face)) - len(gofpdfPrefix)
	return strings.Repeat("z", n-1) + string(rune('a'+face))
}

// fontName is the name of a subset font (ISO 32000-1, 9.6.4): six capitals
// that tell subsets apart, and the PostScript name.
func (w *writer) fontName(face int) string {
	return "KEHOA" + string(rune('A'+face)) + "+" + w.fam.Name(face)
}

func (w *writer) nameFonts(data []byte) []byte {
	for face, used := range w.added {
		if used {
			data = bytes.ReplaceAll(data, []byte("/"+gofpdfPrefix+w.family(face)), []byte("/"+w.fontName(face)))
		}
	}
	return data
}
