package readback

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A Word is what poppler holds for one word: glyphs without a blank or a gap of 0.1 em between them.
// X0, X1 are the word's advance widths, exact; Y0, Y1 are the font's ascent and descent (for Liberation Serif and
// the base 14 fonts about 0.9-0.95 em above and 0.2-0.35 em below the baseline), not the ink: take [Trace]'s Y
// where the baseline itself matters.
type Word struct {
	Page           int     // from 1
	X0, Y0, X1, Y1 float64 // pt from the top left corner
	Text           string
}

// A PageSize is the width and height of a page in pt, after rotation.
type PageSize struct{ W, H float64 }

// Words returns the words of a PDF in the order of its content (not sorted by place), through `pdftotext -raw -bbox`.
// An error means that poppler is missing or could not read the file.
func Words(pdf []byte) ([]Word, error) {
	words, _, err := bbox(pdf)
	return words, err
}

// PageSizes returns the size of every page of a PDF, through the same program as [Words].
func PageSizes(pdf []byte) ([]PageSize, error) {
	_, sizes, err := bbox(pdf)
	return sizes, err
}

// WordsAndSizes returns both at once: one run of the program instead of two.
func WordsAndSizes(pdf []byte) ([]Word, []PageSize, error) { return bbox(pdf) }

// RawText returns the text of a PDF as `pdftotext -raw` gives it: in the order of the content, a newline at the
// end of a line, a form feed at the end of a page.
func RawText(pdf []byte) (string, error) {
	out, err := onFile(pdf, "pdftotext", "-q", "-enc", "UTF-8", "-raw", "{}", "-")
	return strings.ReplaceAll(string(out), "\r\n", "\n"), err
}

// bbox runs pdftotext. The order of the content is asked for (-raw) because poppler's own guess of the reading
// order weaves two columns into each other.
func bbox(pdf []byte) ([]Word, []PageSize, error) {
	out, err := onFile(pdf, "pdftotext", "-q", "-enc", "UTF-8", "-raw", "-bbox", "{}", "-")
	if err != nil {
		return nil, nil, err
	}
	return parseBBox(clean(out))
}

// parseBBox reads the XHTML of `pdftotext -bbox`: <page width height> with <word xMin yMin xMax yMax>text</word>.
func parseBBox(r io.Reader) ([]Word, []PageSize, error) {
	var (
		words  []Word
		sizes  []PageSize
		inWord bool
	)
	in := looseXML(r)
	for {
		tok, err := in.RawToken()
		if errors.Is(err, io.EOF) {
			return words, sizes, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("output of pdftotext -bbox: %w", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			switch tok.Name.Local {
			case "page":
				size, err := numbers(tok, "width", "height")
				if err != nil {
					return nil, nil, err
				}
				sizes = append(sizes, PageSize{size[0], size[1]})
			case "word":
				box, err := numbers(tok, "xMin", "yMin", "xMax", "yMax")
				if err != nil {
					return nil, nil, err
				}
				words = append(words, Word{Page: len(sizes), X0: box[0], Y0: box[1], X1: box[2], Y1: box[3]})
				inWord = true
			}
		case xml.CharData:
			if inWord {
				words[len(words)-1].Text += string(tok)
			}
		case xml.EndElement:
			inWord = false
		}
	}
}

// looseXML reads markup whose nesting and entities nobody promised; use RawToken on it.
func looseXML(r io.Reader) *xml.Decoder {
	d := xml.NewDecoder(r)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	return d
}

// attribute returns the value of an attribute, "" where it is absent.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// numbers returns the named attributes of an element as numbers; one that is absent or no number is an error.
func numbers(e xml.StartElement, names ...string) ([]float64, error) {
	out := make([]float64, len(names))
	for i, name := range names {
		f, err := strconv.ParseFloat(attribute(e, name), 64)
		if err != nil {
			return nil, fmt.Errorf("<%s> attribute %s: %w", e.Name.Local, name, err)
		}
		out[i] = f
	}
	return out, nil
}
