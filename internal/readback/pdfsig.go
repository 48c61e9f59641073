package readback

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A PDFSignature is one signature as pdfsig of poppler tells it.
type PDFSignature struct {
	Field   string
	Signer  string // common name; "" of a field without a signature
	Type    string // "ETSI.CAdES.detached"
	Signed  bool
	Valid   bool // "Signature is Valid."
	Whole   bool // "Total document signed"
	Trusted bool // "Certificate is Trusted."
	Ranges  string
}

// PDFSignatures returns the signature fields of a PDF with what pdfsig says of them, in its order. root is the path
// of a certificate (PEM) that is trusted, "" for none: it is put into a fresh NSS database by certutil.
func PDFSignatures(pdf []byte, root string) ([]PDFSignature, error) {
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	db := "sql:" + dir
	if _, complaint, err := command(limit, "certutil", "-N", "-d", db, "--empty-password"); err != nil {
		return nil, fmt.Errorf("certutil: %w: %s", err, short(complaint))
	}
	if root != "" {
		_, complaint, err := command(limit, "certutil", "-A", "-d", db, "-n", "root", "-t", "CT,C,C", "-a", "-i", filepath.Clean(root))
		if err != nil {
			return nil, fmt.Errorf("certutil: %w: %s", err, short(complaint))
		}
	}
	// pdfsig ends with a status of its own where something is unsigned; what it says is what counts.
	out, err := onFile(pdf, "pdfsig", "-nssdir", db, "{}")
	if len(out) == 0 && err != nil {
		return nil, err
	}
	return parseSignatures(string(out)), nil
}

// parseSignatures reads blocks as
//
//	Signature #1:
//	  - Signature Field Name: ky_1
//	  - Signer Certificate Common Name: Nguyễn Văn A
//	  - Signature Type: ETSI.CAdES.detached
//	  - Signed Ranges: [0 - 1000], [2000 - 3000]
//	  - Total document signed
//	  - Signature Validation: Signature is Valid.
//	  - Certificate Validation: Certificate is Trusted.
func parseSignatures(out string) []PDFSignature {
	var all []PDFSignature
	for _, row := range strings.Split(out, "\n") {
		if strings.HasPrefix(row, "Signature #") {
			all = append(all, PDFSignature{})
			continue
		}
		row, ok := strings.CutPrefix(strings.TrimSpace(row), "- ")
		if len(all) == 0 || !ok {
			continue
		}
		s := &all[len(all)-1]
		key, value, _ := strings.Cut(row, ": ")
		switch key {
		case "Signature Field Name":
			s.Field = value
		case "Signer Certificate Common Name":
			s.Signer, s.Signed = value, true
		case "Signature Type":
			s.Type = value
		case "Signed Ranges":
			s.Ranges = value
		case "Total document signed":
			s.Whole = true
		case "Signature Validation":
			s.Valid = value == "Signature is Valid."
		case "Certificate Validation":
			s.Trusted = value == "Certificate is Trusted."
		}
	}
	return all
}

// SignByPDFSig lets pdfsig sign a field of a PDF, as a program of somebody else, with the key of a P12 file. Like
// NSS it writes signatures whose lengths are left out, and an incremental update of a shape of its own.
func SignByPDFSig(pdf []byte, field string, who *Identity) ([]byte, error) {
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	db, in, out := "sql:"+dir, filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, pdf, 0o600); err != nil {
		return nil, err
	}
	word := filepath.Join(dir, "passphrase")
	if err := os.WriteFile(word, []byte(who.Passphrase+"\n"), 0o600); err != nil {
		return nil, err
	}
	for _, args := range [][]string{
		{"certutil", "-N", "-d", db, "--empty-password"},
		{"pk12util", "-i", who.File, "-d", db, "-w", word},
	} {
		if _, complaint, err := command(limit, args[0], args[1:]...); err != nil {
			return nil, fmt.Errorf("%s: %w: %s", args[0], err, short(complaint))
		}
	}
	list, _, err := command(limit, "certutil", "-L", "-d", db)
	if err != nil {
		return nil, err
	}
	nick := ""
	for _, row := range strings.Split(string(list), "\n") {
		if name, ok := strings.CutSuffix(strings.TrimSpace(row), "u,u,u"); ok {
			nick = strings.TrimSpace(name)
		}
	}
	// Its status tells of NSS, which it does not put away; the file is what counts.
	_, complaint, err := command(limit, "pdfsig", in, out, "-sign", field, "-nssdir", db, "-nick", nick)
	signed, rerr := os.ReadFile(out)
	if rerr != nil {
		return nil, fmt.Errorf("pdfsig -sign: %w: %s", errors.Join(err, rerr), short(complaint))
	}
	return signed, nil
}
