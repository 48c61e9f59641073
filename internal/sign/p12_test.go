package sign

import (
	"testing"

	"kehoach.example/internal/readback"
)

func TestOpen(t *testing.T) {
	ca := readback.NewCA(t)
	p := ca.Person("A")
	k, f := OpenP12("a.p12", p.P12, p.Passphrase)
	t.Log(k, f)
	k, f = OpenP12("a.p12", p.P12, "x")
	t.Log(k, f)
}
