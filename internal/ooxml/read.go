package ooxml

import "kehoach.example/internal/diag"

// Looks tells whether a file is a DOCX, or something that is taken for one and
// that Read refuses with its reason (.doc, an encrypted file, a macro file).
func Looks(data []byte) bool { return false }

// Read reads a file. Where it cannot be read the document is nil and a finding
// of severity error says why and what to do.
func Read(file string, data []byte) (*Document, []diag.Finding) { return nil, nil }
