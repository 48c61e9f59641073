//go:build !pkcs11

package sign

import "kehoach.example/internal/diag"

// OpenToken tells that this build cannot reach tokens.
func OpenToken(t Token) (*Key, []diag.Finding) { return nil, nil }
