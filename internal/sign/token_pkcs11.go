//go:build pkcs11

package sign

import (
	"crypto"
	"crypto/x509"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ThalesGroup/crypto11"
	"github.com/miekg/pkcs11"

	"kehoach.example/internal/diag"
)

// Tokens tells whether this build reaches tokens.
const Tokens = true

// OpenToken opens a key in a token. The certificates are read from the token; a
// PIN is sent once, for a token locks itself after a few wrong ones. [Key.Close]
// gives the token back. There is a key or at least one error, and no finding tells
// the PIN.
func OpenToken(t Token) (*Key, []diag.Finding) {
	slot, certs, fs := t.look()
	if fs != nil {
		return nil, fs
	}
	if t.Pin == "" {
		return nil, t.wrongPIN()
	}
	number := int(slot)
	ctx, err := crypto11.Configure(&crypto11.Config{Path: t.Library, SlotNumber: &number, Pin: t.Pin, MaxSessions: 2})
	if err != nil {
		return nil, t.refused(err)
	}
	signer, fs := t.signer(ctx, certs)
	if fs != nil {
		ctx.Close()
		return nil, fs
	}
	all := make([]*x509.Certificate, len(certs))
	for i, c := range certs {
		all[i] = c.cert
	}
	key, fs := newKey(t.name(), signer, all)
	if fs != nil {
		ctx.Close()
		return nil, fs
	}
	key.close = ctx.Close
	return key, nil
}

// tokenCert is a certificate as it lies in a token.
type tokenCert struct {
	label string
	cert  *x509.Certificate
}

// pair is a private key in a token that has a certificate there.
type pair struct {
	signer crypto.Signer
	labels []string
	owner  string
}

// signer finds the key that is named, or the only one.
func (t Token) signer(ctx *crypto11.Context, certs []tokenCert) (crypto.Signer, []diag.Finding) {
	signers, err := ctx.FindAllKeyPairs()
	if err != nil {
		return nil, t.refused(err)
	}
	var pairs, named []pair
	for _, s := range signers {
		p := pair{signer: s}
		if a, err := ctx.GetAttribute(s, crypto11.CkaLabel); err == nil && a != nil {
			p.labels = append(p.labels, string(a.Value))
		}
		for _, c := range certs {
			if samePublic(c.cert.PublicKey, s.Public()) {
				p.labels, p.owner = append(p.labels, c.label), c.cert.Subject.CommonName
			}
		}
		if p.owner == "" {
			continue
		}
		pairs = append(pairs, p)
		if t.Key == "" || slices.Contains(p.labels, t.Key) {
			named = append(named, p)
		}
	}
	if len(named) == 1 {
		return named[0].signer, nil
	}
	return nil, t.whichKey(pairs)
}

// whichKey lists the keys of a token.
func (t Token) whichKey(pairs []pair) []diag.Finding {
	if len(pairs) == 0 {
		return one(diag.New("KEY-TOKEN-KEY", diag.Error, GroupID, diag.Place{File: t.name()},
			diag.M("token không có khóa nào kèm chứng thư", "the token holds no key with a certificate"),
			diag.M("kiểm tra token bằng phần mềm của nơi cấp chứng thư", "look at the token with the program of who issued the certificate")))
	}
	var list []string
	for _, p := range pairs {
		list = append(list, fmt.Sprintf("%q (%s)", p.labels[0], p.owner))
	}
	return one(diag.New("KEY-TOKEN-KEY", diag.Error, GroupID, diag.Place{File: t.name()},
		diag.M("token có %d khóa kèm chứng thư, không rõ dùng khóa nào: %q", "the token holds %d keys with a certificate, and it is not clear which one is meant: %q", len(pairs), t.Key),
		diag.M("chọn một khóa theo nhãn: %s", "name one by its label: %s", strings.Join(list, ", "))))
}

// refused tells why a token cannot be opened.
func (t Token) refused(err error) []diag.Finding {
	var code pkcs11.Error
	if errors.As(err, &code) {
		switch code {
		case pkcs11.CKR_PIN_INCORRECT, pkcs11.CKR_PIN_INVALID, pkcs11.CKR_PIN_LEN_RANGE:
			return t.wrongPIN()
		case pkcs11.CKR_PIN_LOCKED, pkcs11.CKR_PIN_EXPIRED:
			return one(diag.New("KEY-TOKEN-LOCKED", diag.Error, GroupID, diag.Place{File: t.name()},
				diag.M("token đã bị khóa mã PIN", "the PIN of the token is locked"),
				diag.M("nhờ nơi cấp chứng thư mở khóa", "ask who issued the certificate to unlock it")))
		}
	}
	return one(diag.New("KEY-TOKEN-OPEN", diag.Error, GroupID, diag.Place{File: t.name()},
		diag.M("không mở được token", "the token cannot be opened"),
		diag.M("rút ra cắm lại, đóng các chương trình khác đang dùng token, rồi thử lại", "take it out and put it in again, close other programs that use it, and try again")))
}

func (t Token) wrongPIN() []diag.Finding {
	return one(diag.New("KEY-TOKEN-PIN", diag.Error, GroupID, diag.Place{File: t.name()},
		diag.M("mã PIN của token không đúng", "the PIN of the token is wrong"),
		diag.M("gõ lại cẩn thận: sai vài lần thì token tự khóa", "type it with care: after a few wrong ones the token locks itself")))
}
