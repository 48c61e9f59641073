package write

import (
	"fmt"
	"strings"
)

// around is how many lines a diff shows before and behind a change.
const around = 3

// Diff shows what edits changed in a file, as patch and git read it; nothing
// where nothing changed. Edits change no number of lines (see Edits), so line
// stands against line and nothing has to be guessed.
func Diff(file, before, after string) []byte {
	old, now := strings.SplitAfter(before, "\n"), strings.SplitAfter(after, "\n")
	var b strings.Builder
	for i := 0; i < min(len(old), len(now)); {
		if old[i] == now[i] {
			i++
			continue
		}
		lo, hi := max(i-around, 0), i+1
		for k := hi; k < min(len(old), len(now)) && k < hi+2*around+1; k++ {
			if old[k] != now[k] {
				hi = k + 1
			}
		}
		end := min(hi+around, len(old))
		if old[end-1] == "" { // behind the last end of a line
			end--
		}
		hunk(&b, old, now, lo, end)
		i = hi
	}
	if b.Len() == 0 {
		return nil
	}
	name := strings.TrimLeft(strings.ReplaceAll(file, `\`, "/"), "/")
	if strings.ContainsRune(name, ' ') {
		name += "\t" // as git ends a name with blanks
	}
	return []byte("--- a/" + name + "\n+++ b/" + name + "\n" + b.String())
}

// hunk writes the lines from lo up to end: of lines that changed one after the
// other first the old ones, then the new ones.
func hunk(b *strings.Builder, old, now []string, lo, end int) {
	fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", lo+1, end-lo, lo+1, end-lo)
	for i := lo; i < end; {
		if old[i] == now[i] {
			diffLine(b, " ", old[i])
			i++
			continue
		}
		k := i
		for k < end && old[k] != now[k] {
			k++
		}
		for _, l := range old[i:k] {
			diffLine(b, "-", l)
		}
		for _, l := range now[i:k] {
			diffLine(b, "+", l)
		}
		i = k
	}
}

func diffLine(b *strings.Builder, sign, line string) {
	b.WriteString(sign + line)
	if !strings.HasSuffix(line, "\n") {
		b.WriteString("\n\\ No newline at end of file\n")
	}
}
