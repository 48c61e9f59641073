package sign

import (
	"errors"

	"kehoach.example/internal/diag"
)

// cms makes the DER of a detached SignedData (RFC 5652) over a document whose
// SHA-256 is digest. The error is always one that [told] makes a finding of.
func (k *Key) cms(digest []byte, stamp *Stamper) ([]byte, error) { return nil, errors.New("cms") }

// fault is an error with the words that a clerk gets.
type fault struct{ finding diag.Finding }

// Error gives the English text.
func (f *fault) Error() string { return f.finding.Message.En }

// told gives the finding of an error of [Key.cms].
func told(err error) diag.Finding {
	var f *fault
	errors.As(err, &f)
	return f.finding
}
