package sign

import "kehoach.example/internal/diag"

// OpenP12 reads a key and its certificates from a file of the kind P12 or PFX.
func OpenP12(name string, data []byte, passphrase string) (*Key, []diag.Finding) { return nil, nil }
