package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// The seal stands in the keywords of the file: the mark and the SHA-256 of the
// file with zeros in place of the hash. The last mark counts: the metadata stand
// behind the images, and an image may hold anything.
const sealMark = "kehoach-sha256:"

var sealZero = strings.Repeat("0", 2*sha256.Size)

func seal(data []byte) ([]byte, error) {
	i := bytes.LastIndex(data, []byte(sealMark+sealZero))
	if i < 0 {
		return nil, errors.New("pdf: the seal is missing from the metadata")
	}
	sum := sha256.Sum256(data)
	hex.Encode(data[i+len(sealMark):], sum[:])
	return data, nil
}

// Unchanged tells whether a file is byte for byte one that Write made.
func Unchanged(data []byte) bool {
	i := bytes.LastIndex(data, []byte(sealMark))
	end := i + len(sealMark) + len(sealZero)
	if i < 0 || end > len(data) {
		return false
	}
	zeroed := bytes.Clone(data)
	copy(zeroed[i+len(sealMark):], sealZero)
	sum := sha256.Sum256(zeroed)
	return string(data[i+len(sealMark):end]) == hex.EncodeToString(sum[:])
}
