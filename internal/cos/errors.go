package cos

import (
	"errors"
	"fmt"
)

// What is wrong with a file. All errors of this package are one of these.
var (
	ErrNotPDF    = errors.New("cos: not a PDF file")
	ErrEncrypted = errors.New("cos: the file is encrypted")
	ErrBroken    = errors.New("cos: the file is broken")
	ErrTooBig    = errors.New("cos: the file is beyond the bounds of this program")
	ErrFilter    = errors.New("cos: the stream is coded in a way that is not read here")
)

// Broken is an ErrBroken with its place.
type Broken struct {
	At   int    // byte of the file, or of the decoded stream of objects
	What string // for developers
}

func (b *Broken) Error() string { return fmt.Sprintf("%v: byte %d: %s", ErrBroken, b.At, b.What) }

// Is makes errors.Is(err, ErrBroken) true.
func (b *Broken) Is(target error) bool { return target == ErrBroken }

func broken(at int, what string) error { return &Broken{at, what} }
