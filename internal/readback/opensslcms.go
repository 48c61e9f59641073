package readback

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
)

// byteRange is where a signature says what it is over; it stands in clear in every file.
var byteRange = regexp.MustCompile(`/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+) *\]`)

// OpenSSLSignatures takes the signatures out of a PDF by their byte ranges, without any other knowledge of the file,
// and lets `openssl cms -verify` judge each, with a certificate (PEM, a path) that is trusted. It returns how many
// there are; the error is that of the first which openssl refuses.
func OpenSSLSignatures(pdf []byte, root string) (int, error) {
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	all := byteRange.FindAllSubmatch(pdf, -1)
	for _, m := range all {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(string(m[i+1]))
		}
		if n[0] != 0 || n[1] >= n[2] || n[2]+n[3] > len(pdf) {
			return len(all), fmt.Errorf("byte range %v", n)
		}
		der := make([]byte, (n[2]-n[1]-2)/2)
		if _, err := hex.Decode(der, pdf[n[1]+1:n[2]-1]); err != nil {
			return len(all), err
		}
		signed := bytes.Join([][]byte{pdf[:n[1]], pdf[n[2] : n[2]+n[3]]}, nil)
		if err := openSSLVerify(dir, der, signed, root); err != nil {
			return len(all), err
		}
	}
	return len(all), nil
}

// openSSLVerify runs openssl over a detached signature; zeros behind it do not matter to it.
func openSSLVerify(dir string, der, signed []byte, root string) error {
	files := map[string][]byte{"sig.der": der, "content": signed}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			return err
		}
	}
	_, complaint, err := command(limit, "openssl", "cms", "-verify", "-binary", "-inform", "DER",
		"-in", filepath.Join(dir, "sig.der"), "-content", filepath.Join(dir, "content"), "-CAfile", root,
		"-purpose", "any", "-out", os.DevNull)
	if err != nil {
		return fmt.Errorf("openssl cms -verify: %w: %s", err, short(complaint))
	}
	return nil
}
