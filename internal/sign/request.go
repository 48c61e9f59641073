package sign

import (
	"time"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// Request is what to sign with, where, and what to fill in together with it.
type Request struct {
	Key *Key
	// Field is the field to sign; "": the next empty one, ky_1 before dau_1 before
	// ky_2. kem_tep is signed by its name only.
	Field string
	// Foreign tells that a file is meant which the program did not make.
	Foreign bool
	Image   *Picture // of a handwritten signature, for ky_*
	Seal    *Picture // of a seal, for dau_*

	Number string // số: "25", "06", "25a"; "": it stays as it is
	Date   string // of issue, as 2027-01-06; "": it stays as it is

	Now     time.Time
	Stamper *Stamper // nil: no time stamp
}

// Signed is a signed file.
type Signed struct {
	Data  []byte
	Field string   // that was signed
	Kind  string   // person, seal, attached or other
	Blank []string // what is still blank: so, ngay, thang, nam
	Next  string   // the field that is signed next; "": all are
}

// Sign fills in what is asked for and signs, in one revision behind the file.
// The first signature of a file certifies it and permits filling in and signing
// (ISO 32000-1, 12.8.2.2, P 2); later ones approve. Without a signed file the
// findings hold every reason at once; else they are warnings and remarks. The
// same request gives the same bytes but for the signature.
func Sign(name string, data []byte, r Request) (*Signed, []diag.Finding) {
	f, finding := open(name, data)
	if finding != nil {
		return nil, []diag.Finding{*finding}
	}
	p, err := f.past(data)
	if err != nil {
		return nil, []diag.Finding{unreadable(name, err)}
	}
	s := signing{past: p, name: name, data: data, Request: r, meta: f.meta()}
	s.mayChange()
	s.choose()
	s.cautions()
	s.fill()
	s.pictures()
	s.attached()
	s.findings = append(s.findings, r.Key.fit(r.Now)...)
	if diag.HasErrors(s.findings) {
		return nil, s.findings
	}
	out := s.write()
	if s.Over() {
		return nil, []diag.Finding{unreadable(name, cos.ErrTooBig)}
	}
	if diag.HasErrors(s.findings) {
		return nil, s.findings
	}
	return out, s.findings
}
