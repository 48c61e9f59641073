package write

import (
	"bytes"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff shows what changed in a file, as patch and git read it; nothing where
// nothing changed.
func Diff(file, before, after string) []byte {
	file = strings.TrimLeft(strings.ReplaceAll(file, `\`, "/"), "/")
	if strings.ContainsRune(file, ' ') {
		file += "\t" // as git ends a name with blanks
	}
	out := diff.Diff("a/"+file, []byte(before), "b/"+file, []byte(after))
	_, out, _ = bytes.Cut(out, []byte("\n")) // its first line is the name of a command
	return out
}
