package sign

import (
	"crypto/x509"
	"errors"
	"time"

	"kehoach.example/internal/diag"
)

// OpenRoots reads the certificates of a PEM file.
func OpenRoots(name string, data []byte) ([]*x509.Certificate, []diag.Finding) { return nil, nil }

// trusted tells whether the chain of a signature leads to one of the roots.
func trusted(j *Judged, roots []*x509.Certificate, at time.Time) error { return errors.New("trusted") }
