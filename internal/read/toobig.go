package read

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
)

// MaxWord is the largest Word file that is read, in bytes.
const MaxWord = ooxml.MaxFile

// TooBig refuses a Word file by its size, before it is read.
func TooBig(file string, size int64) diag.Finding { return ooxml.TooBig(file, size) }
