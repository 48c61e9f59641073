package cos

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// SealMark begins the seal by which the program knows its own files: the mark
// and, behind it, the SHA-256 of the file with zeros in place of the hash. The
// last mark of a file counts: what stands before it may hold anything.
const SealMark = "kehoach-sha256:"

var sealZero = strings.Repeat("0", 2*sha256.Size)

// EmptySeal is what a file holds before Seal fills it in.
func EmptySeal() string { return SealMark + sealZero }

// Seal writes the hash of a file over the zeros behind its last mark.
func Seal(data []byte) error {
	i := bytes.LastIndex(data, []byte(SealMark+sealZero))
	if i < 0 {
		return errors.New("cos: there is no room for the seal")
	}
	sum := sha256.Sum256(data)
	hex.Encode(data[i+len(SealMark):], sum[:])
	return nil
}

// Unchanged tells whether a file is byte for byte one that was sealed.
func Unchanged(data []byte) bool {
	i := bytes.LastIndex(data, []byte(SealMark))
	end := i + len(SealMark) + len(sealZero)
	if i < 0 || end > len(data) {
		return false
	}
	zeroed := bytes.Clone(data)
	copy(zeroed[i+len(SealMark):], sealZero)
	sum := sha256.Sum256(zeroed)
	return string(data[i+len(SealMark):end]) == hex.EncodeToString(sum[:])
}
