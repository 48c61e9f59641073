package desk

import "strings"

// bom is the mark that Notepad and Excel put before a text.
const bom = "\ufeff"

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// forPage is a text as the editor of a page has it: each line ends in LF, and no mark
// stands before the first one.
func forPage(text string) string { return newlines.Replace(strings.TrimPrefix(text, bom)) }

// mergeText merges into the text of a plan what a page made of an older one. The
// lines go on to end as those of the file do.
func mergeText(was, now, text string) (string, bool) {
	out, ok := merge(forPage(was), forPage(now), forPage(text))
	if !ok {
		return text, false
	}
	return ofFile(text, out), true
}

// ofFile is a text of the page as the file has it: lines before and behind what was
// changed end as they did, the others as most do; a mark stays.
func ofFile(file, text string) string {
	rest, marked := strings.CutPrefix(file, bom)
	was, wasEnds := lines(rest)
	now, ends := lines(text)
	head, tail := 0, 0
	for head < len(was) && head < len(now) && was[head] == now[head] {
		head++
	}
	for tail < len(was)-head && tail < len(now)-head && was[len(was)-1-tail] == now[len(now)-1-tail] {
		tail++
	}
	most := mostOften(wasEnds)
	var out strings.Builder
	if marked {
		out.WriteString(bom)
	}
	for i, line := range now {
		end := most
		switch old := i - len(now) + len(was); {
		case ends[i] == "":
			end = ""
		case i < head && wasEnds[i] != "":
			end = wasEnds[i]
		case i >= len(now)-tail && wasEnds[old] != "":
			end = wasEnds[old]
		}
		out.WriteString(line + end)
	}
	return out.String()
}

// lines parts a text into its lines and what ends each of them, "" for the last one.
func lines(text string) (words, ends []string) {
	for {
		i := strings.IndexAny(text, "\r\n")
		if i < 0 {
			return append(words, text), append(ends, "")
		}
		end := text[i : i+1]
		if strings.HasPrefix(text[i:], "\r\n") {
			end = "\r\n"
		}
		words, ends, text = append(words, text[:i]), append(ends, end), text[i+len(end):]
	}
}

// mostOften is how most lines end.
func mostOften(ends []string) string {
	count := map[string]int{}
	for _, e := range ends {
		count[e]++
	}
	most := "\n"
	for _, e := range []string{"\r\n", "\r"} {
		if count[e] > count[most] {
			most = e
		}
	}
	return most
}
