package sign

import (
	"crypto"
	"crypto/x509"
	"time"

	"kehoach.example/internal/diag"
)

// GroupID is the group of all findings of this package.
const GroupID = "sign"

// Key signs for one person or one organisation. Signer holds the private key or
// asks a token for it; Cert is its certificate; Chain is what stands above Cert,
// from the issuer towards the root, as far as it was given.
type Key struct {
	Signer crypto.Signer
	Cert   *x509.Certificate
	Chain  []*x509.Certificate
	close  func() error
}

// Close gives a token back. A key out of a file has nothing to give back.
func (k *Key) Close() error {
	if k.close == nil {
		return nil
	}
	return k.close()
}

// fit tells why a key may not sign at a time; errors stop the signing.
func (k *Key) fit(now time.Time) []diag.Finding { return nil }
