//go:build pkcs11

package sign

import (
	"crypto/x509"
	"fmt"
	"strings"

	"github.com/miekg/pkcs11"

	"kehoach.example/internal/diag"
)

// maxObjects bounds the certificates that are read from a token.
const maxObjects = 256

// look finds the token and reads its certificates, which needs no PIN. crypto11
// gives only those that have a private key, and the chain has none.
func (t Token) look() (slot uint, certs []tokenCert, fs []diag.Finding) {
	module := pkcs11.New(t.Library)
	if module == nil {
		return 0, nil, t.noLibrary()
	}
	defer module.Destroy()
	if err := module.Initialize(); err != nil {
		return 0, nil, t.noLibrary()
	}
	defer module.Finalize()
	slots, err := module.GetSlotList(true)
	if err != nil {
		return 0, nil, t.refused(err)
	}
	var there []string
	var found []uint
	for _, s := range slots {
		info, err := module.GetTokenInfo(s)
		if err != nil || info.Flags&pkcs11.CKF_TOKEN_INITIALIZED == 0 {
			continue
		}
		there = append(there, fmt.Sprintf("%q", info.Label))
		if t.Label == "" || info.Label == t.Label {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return 0, nil, t.whichToken(there)
	}
	certs, err = readCerts(module, found[0])
	if err != nil {
		return 0, nil, t.refused(err)
	}
	return found[0], certs, nil
}

// readCerts reads the certificates in a slot. What is no certificate to us is
// left out.
func readCerts(module *pkcs11.Ctx, slot uint) ([]tokenCert, error) {
	session, err := module.OpenSession(slot, pkcs11.CKF_SERIAL_SESSION)
	if err != nil {
		return nil, err
	}
	defer module.CloseSession(session)
	if err := module.FindObjectsInit(session, []*pkcs11.Attribute{pkcs11.NewAttribute(pkcs11.CKA_CLASS, pkcs11.CKO_CERTIFICATE)}); err != nil {
		return nil, err
	}
	objects, _, err := module.FindObjects(session, maxObjects)
	if err != nil {
		return nil, err
	}
	if err := module.FindObjectsFinal(session); err != nil {
		return nil, err
	}
	var out []tokenCert
	for _, o := range objects {
		attrs, err := module.GetAttributeValue(session, o, []*pkcs11.Attribute{
			pkcs11.NewAttribute(pkcs11.CKA_LABEL, nil), pkcs11.NewAttribute(pkcs11.CKA_VALUE, nil),
		})
		if err != nil {
			return nil, err
		}
		if cert, err := x509.ParseCertificate(attrs[1].Value); err == nil {
			out = append(out, tokenCert{string(attrs[0].Value), cert})
		}
	}
	return out, nil
}

func (t Token) noLibrary() []diag.Finding {
	return one(diag.New("KEY-TOKEN-LIBRARY", diag.Error, GroupID, diag.Place{File: t.Library},
		diag.M("không nạp được thư viện PKCS#11 %q", "the PKCS#11 library %q cannot be loaded", t.Library),
		diag.M("chỉ đúng tệp .dll hoặc .so đi kèm phần mềm của token, cùng kiểu 32 hay 64 bit", "give the .dll or .so that comes with the token's program, of the same 32 or 64 bits")))
}

// whichToken lists the tokens that are plugged in.
func (t Token) whichToken(there []string) []diag.Finding {
	list := strings.Join(there, ", ")
	if list == "" {
		list = "—"
	}
	return one(diag.New("KEY-TOKEN-LABEL", diag.Error, GroupID, diag.Place{File: t.name()},
		diag.M("không rõ dùng token nào: %q; đang cắm: %s", "it is not clear which token is meant: %q; plugged in: %s", t.Label, list),
		diag.M("cắm token, hoặc ghi đúng nhãn của nó", "plug the token in, or give its label as it stands")))
}
