package build

import (
	"bytes"
	"crypto/x509"
	"path/filepath"
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/page"
	"kehoach.example/internal/sign"
)

// What signing and verifying take and give.
type (
	Key           = sign.Key
	Token         = sign.Token
	Picture       = sign.Picture
	Stamper       = sign.Stamper
	SignRequest   = sign.Request
	Signed        = sign.Signed
	VerifyOptions = sign.VerifyOptions
	Verified      = sign.Report

	VerifiedSignature = sign.Signature
)

// MaxPDF is how large a PDF may be that is signed, verified or checked, in bytes.
const MaxPDF = cos.MostBytes

// Bounds on the other files of a signature, in bytes.
const (
	MaxKey     = 4 << 20
	MaxPicture = 32 << 20
)

// IsPDF tells whether a source is a PDF: by its first bytes, then by the ending
// of its name where it cannot be told from text.
func IsPDF(in Input) bool {
	return bytes.HasPrefix(bytes.TrimLeft(in.Data[:min(len(in.Data), 1024)], "\ufeff \t\r\n\x00"), []byte("%PDF-")) ||
		strings.EqualFold(filepath.Ext(in.Name), PDF.Ending()) && !IsWord(in.Data)
}

// OpenKey reads the key of a signer from a file of the kind P12 or PFX. There is
// a key or at least one error; none tells the passphrase.
func OpenKey(in Input, passphrase string) (*Key, []diag.Finding) {
	return sign.OpenP12(in.Name, in.Data, passphrase)
}

// Tokens tells whether this program reaches tokens: it needs a build with C.
const Tokens = sign.Tokens

// OpenToken finds the key of a signer in a token (PKCS#11).
func OpenToken(t Token) (*Key, []diag.Finding) { return sign.OpenToken(t) }

// Sign signs a finished PDF. There is a signed file or at least one error.
func Sign(in Input, r SignRequest) (*Signed, []diag.Finding) { return sign.Sign(in.Name, in.Data, r) }

// Roots reads the certificates of authorities from a PEM file.
func Roots(in Input) ([]*x509.Certificate, []diag.Finding) {
	return sign.OpenRoots(in.Name, in.Data)
}

// Verify tells who signed what part of a PDF when, and what has changed since.
// There is a report or at least one error.
func Verify(in Input, opt VerifyOptions) (*Verified, []diag.Finding) {
	return sign.Verify(in.Name, in.Data, opt)
}

// SignedByNameAlone tells whether a field waits for a signature only where
// somebody asks for it: the one of a file that goes with another.
func SignedByNameAlone(field string) bool { return field == page.SlotKemTep }

// BlankWords names blanks of a PDF for people.
func BlankWords(names []string) diag.Msg { return sign.BlankWords(names) }

// PlaceWords tells what a field for a signature is kept for.
func PlaceWords(field string) diag.Msg {
	switch {
	case strings.HasPrefix(field, page.SlotKy):
		return diag.M("chữ ký của người có thẩm quyền", "signature of the person")
	case strings.HasPrefix(field, page.SlotDau):
		return diag.M("chữ ký, con dấu của cơ quan", "signature and seal of the body")
	case field == page.SlotKemTep:
		return diag.M("chữ ký của cơ quan trên tệp kèm theo", "signature of the body on an attached file")
	}
	return diag.M("ô do chương trình khác đặt", "a field of another program")
}

// SignedWords tell who signed where, what is still open and who signs next.
func SignedWords(s *Signed, signer string) []diag.Msg {
	place, field, who := PlaceWords(s.Field), diag.Word(s.Field), diag.Word(signer)
	out := []diag.Msg{{
		Vi: "đã ký ô " + field + " (" + place.Vi + "): " + who,
		En: "signed: " + field + " (" + place.En + "), by " + who,
	}}
	if len(s.Blank) > 0 {
		blank := BlankWords(s.Blank)
		out = append(out, diag.Msg{Vi: "còn để trống: " + blank.Vi, En: "still blank: " + blank.En})
	}
	if s.Next == "" {
		return append(out, diag.M("mọi chỗ ký đã ký xong", "every place is signed"))
	}
	next, field := PlaceWords(s.Next), diag.Word(s.Next)
	return append(out, diag.Msg{Vi: "tiếp theo: ô " + field + " (" + next.Vi + ")", En: "next: " + field + " (" + next.En + ")"})
}
