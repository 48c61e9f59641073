package diff

import "strings"

// beside is how many lines are shown on either side of a change.
const beside = 2

// ByLine tells how the text of a file differs from an older one line by line,
// with a few lines around each change: for texts between which there is no
// difference by meaning, or which cannot be read.
func ByLine(before, after string) []Line {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	var out []Line
	list := edits(a, b)
	for i, e := range list {
		if !e.same {
			out = append(out, linesAs(a[e.a0:e.a1], Phrase{Gone: true})...)
			out = append(out, linesAs(b[e.b0:e.b1], Phrase{New: true})...)
			continue
		}
		kept := linesAs(b[e.b0:e.b1], Phrase{})
		head, tail := min(beside, len(kept)), min(beside, len(kept))
		if i == 0 {
			head = 0
		}
		if i == len(list)-1 {
			tail = 0
		}
		if head+tail >= len(kept) {
			out = append(out, kept...)
			continue
		}
		out = append(append(append(out, kept[:head]...), Line{{Text: "…"}}), kept[len(kept)-tail:]...)
	}
	return out
}

func linesAs(lines []string, as Phrase) []Line {
	var out []Line
	for _, l := range lines {
		as.Text = strings.TrimSuffix(l, "\r")
		out = append(out, Line{as})
	}
	return out
}
