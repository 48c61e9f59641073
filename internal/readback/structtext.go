package readback

import (
	"errors"
	"fmt"
	"strings"
)

// StructText returns the tags and the text of a PDF in the order in which they are read, as `pdfinfo -struct-text`
// prints them: an element a line, its text below it in quotes, two blanks for each level. An error means that pdfinfo is
// missing or could not read the file, complained, or that the file has no tags.
func StructText(pdf []byte) (string, error) {
	out, err := onFile(pdf, "pdfinfo", "-struct-text", "-enc", "UTF-8", "{}")
	if err != nil {
		return "", err
	}
	text := strings.ReplaceAll(string(out), "\r\n", "\n")
	if strings.TrimSpace(text) == "" {
		return "", errors.New("pdfinfo: the file has no tags")
	}
	return text, nil
}

// TagTree is what [StructText] gives without the text: `pdfinfo -struct`, the kinds of elements and their attributes.
func TagTree(pdf []byte) (string, error) {
	out, err := onFile(pdf, "pdfinfo", "-struct", "-enc", "UTF-8", "{}")
	return strings.ReplaceAll(string(out), "\r\n", "\n"), err
}

// Spoken returns the text of [StructText] alone: what an element has is one string, in the order in which it is read.
// Poppler ends a line where the text stands on another line of the page; such pieces of an element are joined as
// they are.
func Spoken(pdf []byte) ([]string, error) {
	all, err := StructText(pdf)
	if err != nil {
		return nil, err
	}
	return parseSpoken(all)
}

// parseSpoken takes the quoted lines. A text may hold the quotes themselves, so it goes from the first to the last of
// its line; what begins with blanks and no quote is an element.
func parseSpoken(all string) ([]string, error) {
	var out []string
	open := false
	for line := range strings.Lines(all) {
		body := strings.TrimLeft(strings.TrimRight(line, "\n"), " ")
		quoted := strings.HasPrefix(body, `"`)
		switch {
		case quoted && len(body) > 1 && strings.HasSuffix(body, `"`):
			text := body[1 : len(body)-1]
			if open {
				out[len(out)-1] += text
			} else if text != "" { // as a figure has it
				out = append(out, text)
			}
			open = text != ""
		case quoted:
			return nil, fmt.Errorf("output of pdfinfo: cannot read %q", short([]byte(line)))
		default:
			open = false
		}
	}
	return out, nil
}
