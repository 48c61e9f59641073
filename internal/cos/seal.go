package cos

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
)

// SealMark stands before the seal: the SHA-256, in hexadecimal, of the file with
// zeros in place of the seal. The last mark counts: the metadata stand behind the
// images, and an image may hold anything.
const SealMark = "kehoach-sha256:"

// SealZero is what a writer puts behind the mark where Seal is to put the seal,
// and SealBlank both.
var (
	SealZero  = strings.Repeat("0", 2*sha256.Size)
	SealBlank = SealMark + SealZero
)

// Seal puts the seal into a finished file, in place. It is an error if the file
// has no room for one.
func Seal(data []byte) error {
	i := bytes.LastIndex(data, []byte(SealBlank))
	if i < 0 {
		return errors.New("cos: the seal is missing from the metadata")
	}
	sum := sha256.Sum256(data)
	hex.Encode(data[i+len(SealMark):], sum[:])
	return nil
}

// Unchanged tells whether a file, or one revision of it from its first byte, is
// byte for byte as it was sealed.
func Unchanged(data []byte) bool {
	i := bytes.LastIndex(data, []byte(SealMark))
	end := i + len(SealBlank)
	if i < 0 || end > len(data) {
		return false
	}
	from := i + len(SealMark)
	hash := sha256.New()
	hash.Write(data[:from])
	hash.Write([]byte(SealZero))
	hash.Write(data[end:])
	return string(data[from:end]) == hex.EncodeToString(hash.Sum(nil))
}
