package sign

import (
	"crypto"
	"crypto/x509"
	"errors"
	"time"

	"kehoach.example/internal/diag"
)

// Judged is what a signature says and whether it holds. Digest is true if the
// document is the one that was signed, Signature if the signature was made with
// the key of Cert. Chain is what else of certificates lay beside it, from the
// issuer of Cert upwards. Claimed is the time that the signer wrote of himself,
// nil if none. Problems tells what is wrong, and is empty for a good signature;
// a stamp that does not hold is told there too.
type Judged struct {
	Cert      *x509.Certificate
	Chain     []*x509.Certificate
	Hash      crypto.Hash
	Digest    bool
	Signature bool
	Claimed   *time.Time
	Stamp     *Stamp
	Problems  []diag.Msg
}

// Stamp is a time stamp (RFC 3161). Valid is true if it is over this signature
// and was signed by the key of Cert, which may sign time stamps.
type Stamp struct {
	Time  time.Time
	Cert  *x509.Certificate
	Chain []*x509.Certificate
	Valid bool
}

// judge reads a detached SignedData. digestOf gives the digest of the signed
// bytes. The error tells that the bytes are no such thing at all.
func judge(der []byte, digestOf func(crypto.Hash) []byte) (*Judged, error) {
	return nil, errors.New("judge")
}
