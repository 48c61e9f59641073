package opc

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
)

// IsZip tells whether a file is a zip, with entries or without, by its first
// bytes.
func IsZip(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06"))
}

// IsCompound tells whether a file is a compound file (MS-CFB), by its first
// bytes: what Office wrote before 2007, and writes where a password protects.
func IsCompound(data []byte) bool { return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) }

// HasStream tells whether a compound file has a stream of this name:
// "WordDocument", "Workbook", "EncryptedPackage". Names are in UTF-16 and end in a
// null (MS-CFB 2.6.1).
func HasStream(data []byte, stream string) bool {
	var name []byte
	for _, u := range utf16.Encode([]rune(stream + "\x00")) {
		name = binary.LittleEndian.AppendUint16(name, u)
	}
	return bytes.Contains(data, name)
}
