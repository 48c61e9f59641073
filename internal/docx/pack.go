package docx

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"
)

type part struct{ name, data string }

// The seal is a custom property that holds a hash over all other parts. A word
// processor that saves the file rewrites the parts, so the hash fails.
const (
	sealPart = "docProps/custom.xml"
	sealName = "kehoach-sha256"
)

func sealProps(sum string) string {
	return xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">` +
		`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="` + sealName + `"><vt:lpwstr>` + sum + `</vt:lpwstr></property></Properties>`
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

func pack(parts []part) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range append(parts[:len(parts):len(parts)], part{sealPart, sealProps(sumOf(parts))}) {
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
	seal := ""
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
			seal = string(body)
		default:
			parts = append(parts, part{f.Name, string(body)})
		}
	}
	if seal != sealProps(sumOf(parts)) {
		return false
	}
	again, err := pack(parts)
	return err == nil && bytes.Equal(again, data)
}
