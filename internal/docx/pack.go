package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"
)

type part struct{ name, data string }

// The seal is a custom property that holds a hash over all other parts as they
// stand in the zip, with their heads. A word processor that saves the file packs
// the parts anew, so the hash fails.
const (
	sealPart = "docProps/custom.xml"
	sealName = "kehoach-sha256"
)

// sealProperty is the property with the seal.
func sealProperty(spaces string, pid int, sum string) string {
	return `<property` + spaces + ` fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="` + strconv.Itoa(pid) + `" name="` + sealName + `"><vt:lpwstr>` + sum + `</vt:lpwstr></property>`
}

const sealSpaces = ` xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"`

// sealProps is the part with the seal: behind the custom properties of others,
// which a letterhead may have, or alone.
func sealProps(sum, others string) string {
	if others == "" {
		return xmlHead + `<Properties` + sealSpaces + `>` + sealProperty("", 2, sum) + `</Properties>`
	}
	end := strings.LastIndex(others, "</")
	return others[:end] + sealProperty(sealSpaces, freePid(others), sum) + others[end:]
}

// freePid is a number that no property has: they count from 2 (ECMA-376 Part 1,
// 22.3.2.2).
func freePid(others string) int {
	last := 1
	for _, rest := range strings.Split(others, `pid="`)[1:] {
		n := 0
		fmt.Sscan(rest[:max(strings.IndexByte(rest, '"'), 0)], &n)
		last = max(last, min(n, 1<<30))
	}
	return last + 1
}

// unsealed are the custom properties of others in a part with a seal, "" for
// none.
func unsealed(props string) string {
	at := strings.LastIndex(props, ` name="`+sealName+`">`)
	if at < 0 {
		return ""
	}
	const end = "</property>"
	from, to := strings.LastIndex(props[:at], "<property"), strings.Index(props[at:], end)
	if from < 0 || to < 0 {
		return ""
	}
	others := props[:from] + props[at+to+len(end):]
	if strings.Count(others, "<") == 3 || !strings.Contains(others, "</") { // the head, and a root around nothing
		return ""
	}
	return others
}

// Unchanged tells whether a file is one that Write made and nobody has edited. It
// puts the parts together again as they are packed and compares all bytes.
func Unchanged(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) == 0 {
		return false
	}
	a := &archive{seal: sha256.New()}
	last := len(z.File) - 1
	for _, f := range z.File[:last] {
		raw, ok := rawOf(f, len(data)-len(a.buf))
		if !ok {
			return false
		}
		a.add(packed{f.Name, f.Method, f.CRC32, int(f.UncompressedSize64), raw})
	}
	props, ok := rawOf(z.File[last], len(data)-len(a.buf))
	return ok && bytes.Equal(a.close(unsealed(string(props))), data)
}

// rawOf is a part as it is packed, if it has at most so many bytes.
func rawOf(f *zip.File, limit int) ([]byte, bool) {
	if limit < 0 || f.CompressedSize64 > uint64(limit) {
		return nil, false
	}
	r, err := f.OpenRaw()
	if err != nil {
		return nil, false
	}
	raw, err := io.ReadAll(r)
	return raw, err == nil
}
