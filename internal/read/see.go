package read

import (
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
)

// Seen is a source as its readers see it, by whose lines places are told: of a
// text its lines, of a Word file its paragraphs. Decomposed and Invisible are
// the places of letters that are not in NFC and of characters of no width.
type Seen struct {
	Lines      []string
	Decomposed []diag.Place
	Invisible  []diag.Place
}

// See gives a source of any kind as its readers see it; of one that cannot be
// read there are no lines.
func See(file string, data []byte) Seen {
	if !LooksDOCX(data) {
		text, _ := Source(file, data)
		return Seen{strings.Split(text, "\n"), Decomposed(file, data), Invisible(file, data)}
	}
	d, _ := ooxml.Read(file, data)
	if d == nil {
		return Seen{}
	}
	lines := sourceLines(d)
	seen := Seen{Decomposed: wordPlaces(decomposedLines(file, lines)), Invisible: wordPlaces(invisibleLines(file, lines))}
	for _, s := range lines {
		seen.Lines = append(seen.Lines, cleanText(s))
	}
	return seen
}

// wordPlaces says in words which paragraphs of a Word file places are in.
func wordPlaces(places []diag.Place) []diag.Place {
	for i := range places {
		places[i].Where = "đoạn " + strconv.Itoa(places[i].Line)
	}
	return places
}
