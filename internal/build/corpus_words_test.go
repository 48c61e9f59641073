package build

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// printedByForm are the words that the form prints by itself, so that they may
// be more or fewer than in the source.
var printedByForm = slices.Concat(formWords, readback.Tokens("ĐOÀN TNCS HỒ CHÍ MINH HÕA"))

// lostOrTwice builds an imported plan and holds the words of the paper to
// those of the source: the same as a multiset, each line of head and foot
// together, title, text and phụ lục in their order.
func lostOrTwice(o *Office, yaml []byte, src source, found []diag.Finding) []string {
	paper := o.Make(Input{Name: "ke-hoach.yaml", Data: yaml})
	if paper.Pages == nil {
		return []string{"the imported plan does not build: " + told(paper.Findings)}
	}
	file, err := paper.DOCX()
	if err != nil {
		return []string{err.Error()}
	}
	got, err := readback.DocxWords(file)
	if err != nil {
		return []string{err.Error()}
	}
	missing, extra := readback.MissingWords(src.words(), got)
	missing, extra = without(missing, printedByForm), without(extra, printedByForm)
	extra = without(extra, readback.Tokens(src.margins))
	missing = without(missing, droppedPageNumbers(found))
	var faults []string
	if len(missing)+len(extra) > 0 {
		faults = append(faults, fmt.Sprintf("lost %v, twice or new %v\n%s", missing, extra, yaml))
	}
	return append(append(faults, outOfOrder(src, got)...), untold(src.margins, got, found)...)
}

// outOfOrder gives the lines that stand torn or in another place on the paper.
func outOfOrder(src source, got []string) []string {
	var faults []string
	for _, region := range []string{src.head, src.foot} {
		for _, line := range strings.Split(region, "\n") {
			for _, cell := range cellsOf(line) {
				words := readback.Tokens(cell)
				if len(words) > 0 && !fixedWords(words) && standsAt(got, words) < 0 {
					faults = append(faults, fmt.Sprintf("torn: %q", cell))
				}
			}
		}
	}
	for _, region := range []string{src.text, src.tail, src.notes} {
		if lost := notInOrder(got, readback.Tokens(region)); lost != "" {
			faults = append(faults, "out of order: "+lost)
		}
	}
	return faults
}

// cellsOf cuts a line at tabs and runs of blanks, with which people make columns.
func cellsOf(line string) []string {
	for strings.Contains(line, "    ") {
		line = strings.ReplaceAll(line, "    ", "\t")
	}
	return strings.Split(line, "\t")
}

// fixedWords tells whether words are those of the form.
func fixedWords(words []string) bool { return len(without(words, printedByForm)) == 0 }

// standsAt finds words in a row; -1 where they do not stand.
func standsAt(all, row []string) int {
	for i := range len(all) - len(row) + 1 {
		if slices.Equal(all[i:i+len(row)], row) {
			return i
		}
	}
	return -1
}

// notInOrder gives the place up to which words stand in a row; "" where all do.
func notInOrder(all, row []string) string {
	if len(row) == 0 || standsAt(all, row) >= 0 {
		return ""
	}
	n := len(row)
	for standsAt(all, row[:n]) < 0 {
		n--
	}
	at := standsAt(all, row[:n])
	return fmt.Sprintf("behind %q comes %q, want %q", strings.Join(row[max(0, n-6):n], " "), strings.Join(all[at+n:min(at+n+5, len(all))], " "), strings.Join(row[n:min(n+5, len(row))], " "))
}

// untold gives the words of headers and footers that are neither in the plan
// nor in a finding.
func untold(margins string, got []string, found []diag.Finding) []string {
	var texts strings.Builder
	for _, f := range found {
		texts.WriteString(f.Message.Vi + "\n" + f.At.Text + "\n")
	}
	missing, _ := readback.MissingWords(readback.Tokens(margins), append(readback.Tokens(texts.String()), got...))
	if len(missing) > 0 {
		return []string{fmt.Sprintf("of headers and footers nothing is told: %v", missing)}
	}
	return nil
}
