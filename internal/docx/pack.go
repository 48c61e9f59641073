package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"
)

type part struct{ name, data string }

// The seal is a custom property that holds a hash over all other parts. A word
// processor that saves the file rewrites the parts, so the hash fails.
const (
	sealPart = "docProps/custom.xml"
	sealName = "kehoach-sha256"
)

const sealProperty = `<property%s fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="` + sealName + `"><vt:lpwstr>%s</vt:lpwstr></property>`

const sealSpaces = ` xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"`

// sealProps is the part with the seal: behind the custom properties of others,
// which a letterhead may have, or alone.
func sealProps(sum, others string) string {
	if others == "" {
		return xmlHead + `<Properties` + sealSpaces + `>` + fmt.Sprintf(sealProperty, "", 2, sum) + `</Properties>`
	}
	end := strings.LastIndex(others, "</")
	return others[:end] + fmt.Sprintf(sealProperty, sealSpaces, freePid(others), sum) + others[end:]
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
	if strings.Count(others, "<") == 3 { // the head, and a root around nothing
		return ""
	}
	return others
}

func sumOf(parts []part) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%s\n%d\n%s", p.name, len(p.data), p.data)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// zipTime is the time of every part: the first that a zip can hold.
var zipTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// pack writes the parts and the seal over them. A part called as that of the seal
// holds the custom properties of others.
func pack(parts []part) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	others, last := "", len(parts)
	if last > 0 && parts[last-1].name == sealPart {
		last--
		others = parts[last].data
	}
	for _, p := range append(parts[:last:last], part{sealPart, sealProps(sumOf(parts), others)}) {
		f, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: zipTime})
		if err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
		if _, err := io.WriteString(f, p.data); err != nil {
			return nil, fmt.Errorf("docx: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return out.Bytes(), nil
}

// maxUnpacked bounds what Unchanged unpacks.
const maxUnpacked = 256 << 20

// Unchanged tells whether a file is one that Write made and nobody has edited.
func Unchanged(data []byte) bool {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	var parts []part
	others := ""
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return false
		}
		body, err := io.ReadAll(io.LimitReader(r, maxUnpacked))
		r.Close()
		switch {
		case err != nil:
			return false
		case f.Name == sealPart:
			others = unsealed(string(body))
		default:
			parts = append(parts, part{f.Name, string(body)})
		}
	}
	if others != "" {
		parts = append(parts, part{sealPart, others})
	}
	again, err := pack(parts)
	return err == nil && bytes.Equal(again, data)
}
