package write

import (
	"bytes"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff shows what changed in a file, as patch and git read it; nothing where
// nothing changed.
func Diff(file, before, after string) []byte {
	out := diff.Diff("a/"+file, []byte(before), "b/"+file, []byte(after))
	_, out, _ = bytes.Cut(out, []byte("\n")) // its first line is the name of a command
	return out
}
