package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// mainPart is the part that holds the body, notesPart the one that holds the footnotes, if there are any; headers and
// footers are other parts, read where they are asked for.
const (
	mainPart  = "word/document.xml"
	notesPart = "word/footnotes.xml"
)

// Namespaces of a DOCX, those of ISO 29500 transitional.
const (
	nsW  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsMC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
)

// DocxText returns the text of a DOCX's main part and behind it that of its footnotes: each w:p ends with a newline; w:tab is a blank, w:br and w:cr
// are newlines, w:noBreakHyphen is a hyphen. What Word would not show is left out: deleted and moved-away text
// (w:del, w:moveFrom) and the fallback of an mc:AlternateContent. Field codes are no text. An error means that the
// file is no zip, has no main part, or that the part is no well-formed XML.
func DocxText(docx []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return "", err
	}
	text, err := partText(archive, mainPart)
	if err != nil {
		return "", err
	}
	notes, err := partText(archive, notesPart)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	return text + notes, nil
}

// partText returns the text of one part.
func partText(archive *zip.Reader, name string) (string, error) {
	part, err := archive.Open(name)
	if err != nil {
		return "", err
	}
	defer part.Close()
	text, err := documentText(part)
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	return text, nil
}

// DocxWords returns the words (see [Tokens]) of a DOCX's main part and its footnotes, then those of more parts as far as
// it has them. Numbers of footnotes are none: Word counts them.
func DocxWords(docx []byte, more ...string) ([]string, error) {
	text, err := DocxText(docx)
	if err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, err
	}
	for _, name := range more {
		part, err := partText(archive, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		text += "\n" + part
	}
	return Tokens(text), nil
}

// runChars are the children of a run that stand for a character.
var runChars = map[string]string{"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

// documentText reads the XML of a main part.
func documentText(r io.Reader) (string, error) {
	var (
		text strings.Builder
		open []xml.Name // the elements around
	)
	inside := func(local string) bool {
		return len(open) > 0 && open[len(open)-1] == xml.Name{Space: nsW, Local: local}
	}
	in := xml.NewDecoder(r)
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return text.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if hidden(tok.Name) {
				if err := in.Skip(); err != nil {
					return "", err
				}
				continue
			}
			if tok.Name.Space == nsW && inside("r") { // a w:tab inside w:tabs is a tab stop
				text.WriteString(runChars[tok.Name.Local])
			}
			open = append(open, tok.Name)
		case xml.EndElement:
			if inside("p") {
				text.WriteByte('\n')
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if inside("t") {
				text.Write(tok)
			}
		}
	}
}

// hidden names the elements whose content Word does not show.
func hidden(name xml.Name) bool {
	switch name {
	case xml.Name{Space: nsW, Local: "del"}, xml.Name{Space: nsW, Local: "moveFrom"}, xml.Name{Space: nsMC, Local: "Fallback"}:
		return true
	}
	return false
}
