package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// What a letterhead may cost. It is read once and held in memory, and a paper
// takes about as much again while it is written.
const (
	maxParts   = 1000     // files in its zip
	maxWhole   = 64 << 20 // unpacked, of all parts
	maxStory   = 4 << 20  // unpacked, of one part that is XML
	maxNesting = 300      // of elements
	maxTexts   = 20_000   // runs and texts in one part: the library looks through all runs for each text
	maxKeys    = 300      // in one part: the library copies the part for each
	maxTold    = 100      // findings of one part, errors and others apart
)

// MaxLetterhead is the largest letterhead that is read, in bytes: room for a
// scanned logo, not for a photo album.
const MaxLetterhead = 16 << 20

// A bundle is the parts of a letterhead in the order of its zip.
type bundle struct {
	parts []part
	at    map[string]int // by name in small letters: names do not differ by case (ECMA-376 Part 2, 6.2.2.3)
}

func (b *bundle) has(name string) bool {
	_, ok := b.at[strings.ToLower(name)]
	return ok
}

// get is the content of a part, "" without it.
func (b *bundle) get(name string) string {
	if i, ok := b.at[strings.ToLower(name)]; ok {
		return b.parts[i].data
	}
	return ""
}

// set puts a part in, in its old place or behind the others.
func (b *bundle) set(name, data string) {
	key := strings.ToLower(name)
	i, ok := b.at[key]
	if !ok {
		b.at[key] = len(b.parts)
		b.parts = append(b.parts, part{name, data})
		return
	}
	b.parts[i].data = data
}

// clone is a bundle that can be changed without changing the first.
func (b *bundle) clone() *bundle {
	out := &bundle{at: make(map[string]int, len(b.at)+8)}
	out.parts = append(make([]part, 0, len(b.parts)+8), b.parts...)
	for name, i := range b.at {
		out.at[name] = i
	}
	return out
}

// isXML tells whether a part is read as XML.
func isXML(name string) bool {
	ext := strings.ToLower(path.Ext(name))
	return ext == ".xml" || ext == ".rels"
}

// unpack reads the zip of a letterhead, within its bounds.
func unpack(data []byte) (*bundle, *diag.Finding) {
	if f := notWord(data); f != nil {
		return nil, f
	}
	if len(data) > MaxLetterhead {
		return nil, tooLarge(diag.M("tệp giấy tiêu đề lớn hơn %d MB", "the letterhead is larger than %d MB", MaxLetterhead>>20))
	}
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return nil, tooLarge(diag.M("tệp nén chứa hơn %d tệp con", "the zip holds more than %d files", maxParts))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, brokenFile(diag.M("tệp không đầy đủ hoặc đã hỏng: không đọc được mục lục của tệp nén", "the file is cut short or broken: the directory of the zip cannot be read"))
	}
	b, whole := &bundle{at: map[string]int{}}, int64(0)
	for _, f := range z.File {
		name := strings.ReplaceAll(f.Name, "\\", "/")
		if strings.HasSuffix(name, "/") {
			continue // a folder
		}
		if name == "" || b.has(name) || path.Clean("/" + name)[1:] != name {
			return nil, brokenFile(diag.M("tệp nén có hai phần trùng tên hoặc tên không hợp lệ: %q", "the zip has a part twice, or with a name that cannot be: %q", name))
		}
		body, bad := inflate(f, name, maxWhole-whole)
		if bad != nil {
			return nil, bad
		}
		whole += int64(len(body))
		b.set(name, string(body))
	}
	return b, nil
}

// inflate reads one part, at most left bytes.
func inflate(f *zip.File, name string, left int64) ([]byte, *diag.Finding) {
	if f.Flags&1 != 0 {
		return nil, encrypted()
	}
	limit := left
	if isXML(name) {
		limit = min(left, maxStory)
	}
	r, err := f.Open()
	if err != nil {
		return nil, brokenFile(diag.M("không mở được phần %q trong tệp", "the part %q of the file cannot be opened", name))
	}
	defer r.Close()
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, brokenFile(diag.M("phần %q trong tệp đã hỏng (nén sai hoặc sai mã kiểm tra)", "the part %q of the file is broken (bad packing or checksum)", name))
	case int64(len(body)) > limit:
		return nil, tooLarge(diag.M("phần %q giải nén ra quá lớn: có thể là bom nén", "the part %q unpacks to too much: it may be a zip bomb", name))
	}
	return body, nil
}

// notWord refuses what is called a Word file and is none.
func notWord(data []byte) *diag.Finding {
	text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case opc.IsCompound(data):
		if opc.HasStream(data, "EncryptedPackage") {
			return encrypted()
		}
		return otherKind(diag.M("đây là tệp Word đời cũ (.doc), không phải .docx", "this is an old Word file (.doc), not a .docx"))
	case bytes.HasPrefix(text, []byte(`{\rtf`)):
		return otherKind(diag.M("đây là tệp RTF, không phải .docx", "this is an RTF file, not a .docx"))
	case bytes.HasPrefix(text, []byte("%PDF-")):
		return otherKind(diag.M("đây là tệp PDF, không phải .docx", "this is a PDF, not a .docx"))
	case !opc.IsZip(data):
		return otherKind(diag.M("đây không phải tệp .docx", "this is no .docx"))
	}
	return nil
}
