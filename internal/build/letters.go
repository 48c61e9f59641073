package build

import (
	"bytes"

	"kehoach.example/internal/read"
)

// Letters are those of a source for whoever shows and edits it as UTF-8: of one in
// UTF-16, which Notepad calls Unicode, its letters; of any other its bytes.
func Letters(data []byte) string {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		if o, ok := read.Decode(data); ok {
			return o.Text
		}
	}
	return string(data)
}
