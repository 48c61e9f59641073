package readback

import (
	"fmt"
	"strconv"
	"strings"
)

// A Bookmark is an entry of a PDF's outline.
type Bookmark struct {
	Depth int // 0: outermost
	Title string
	Page  int // from 1
}

// Outline returns the bookmarks of a PDF in their order, through `mutool show`. A file without any gives none. An error
// means that mutool is missing or could not read the file.
func Outline(pdf []byte) ([]Bookmark, error) {
	out, err := onFile(pdf, "mutool", "show", "{}", "outline")
	if err != nil {
		return nil, err
	}
	return parseOutline(string(out))
}

var unescape = strings.NewReplacer(`\\`, `\`, `\"`, `"`)

// parseOutline reads what mutool printed: a sign, a tab more for each step inwards, the title in quotes, a tab, and
// where it goes:
//
//	|	"Phường 1"	#page=5&view=Fit
func parseOutline(out string) ([]Bookmark, error) {
	var marks []Bookmark
	for line := range strings.Lines(out) {
		rest := strings.TrimLeft(strings.TrimSpace(line), "|+-")
		title := strings.TrimLeft(rest, "\t")
		mark := Bookmark{Depth: len(rest) - len(title) - 1}
		quoted, target, ok := strings.Cut(title, "\t#page=")
		if !ok || len(quoted) < 2 || mark.Depth < 0 {
			return nil, fmt.Errorf("output of mutool: no bookmark in %q", line)
		}
		mark.Title = unescape.Replace(quoted[1 : len(quoted)-1])
		number, _, _ := strings.Cut(target, "&")
		page, err := strconv.Atoi(number)
		if err != nil {
			return nil, fmt.Errorf("output of mutool: no page in %q", line)
		}
		mark.Page = page
		marks = append(marks, mark)
	}
	return marks, nil
}
