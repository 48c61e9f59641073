package sign

import (
	"crypto"
	"crypto/x509"
	"errors"
	"strings"

	pkcs12 "software.sslmate.com/src/go-pkcs12"

	"kehoach.example/internal/diag"
)

// maxP12 bounds the file of a key; one with a long chain has 20 KB.
const maxP12 = 1 << 20

// noCert is how the library says that a file has no certificate.
const noCert = "pkcs12: certificate missing"

// OpenP12 reads a private key and its certificates from a file of the kind P12
// or PFX (RFC 7292). name is how findings call the file. Of several certificates
// the one that belongs to the key is Cert; what stands above it is Chain. There
// is a key or at least one error, and no finding tells the passphrase.
func OpenP12(name string, data []byte, passphrase string) (*Key, []diag.Finding) {
	r := p12Reader{name}
	if len(data) > maxP12 {
		return nil, r.broken()
	}
	if strings.ContainsFunc(passphrase, func(c rune) bool { return c > 0xFFFF }) {
		return nil, r.told(pkcs12.ErrIncorrectPassword) // none with such a letter was ever made (RFC 7292, B.1)
	}
	safe, err := scanP12(data)
	if err != nil {
		return nil, r.told(err)
	}
	if data, err = safe.keysFirst(passphrase); err != nil {
		return nil, r.told(err)
	}
	private, cert, chain, err := pkcs12.DecodeChain(data, passphrase)
	if err != nil && err.Error() == noCert {
		return nil, r.told(errNoCert)
	}
	if err != nil {
		return nil, r.told(err)
	}
	signer, ok := private.(crypto.Signer)
	if !ok {
		return nil, unusable(name, nil)
	}
	return newKey(name, signer, append([]*x509.Certificate{cert}, chain...))
}

// p12Reader tells what is wrong with a file. The texts of the library are never
// told: they are English, and nobody promised what stands in them.
type p12Reader struct{ name string }

// told makes a finding of an error.
func (r p12Reader) told(err error) []diag.Finding {
	at := diag.Place{File: r.name}
	switch {
	case errors.Is(err, pkcs12.ErrIncorrectPassword), errors.Is(err, pkcs12.ErrDecryption):
		return one(diag.New("KEY-PASSPHRASE", diag.Error, GroupID, at,
			diag.M("mật khẩu không mở được %q", "the passphrase does not open %q", r.name),
			diag.M("gõ lại mật khẩu; xem phím Caps Lock và bộ gõ tiếng Việt; tệp mật khẩu thì dòng đầu là mật khẩu", "type it again; look at Caps Lock and the input method; of a passphrase file the first line counts").
				OnPage(diag.M("gõ lại mật khẩu; xem phím Caps Lock và bộ gõ tiếng Việt", "type it again; look at Caps Lock and the input method"))))
	case errors.Is(err, errCost):
		return one(diag.New("KEY-COST", diag.Error, GroupID, at,
			diag.M("%q đòi tính quá lâu mới mở được (hơn %d vòng)", "%q would take too long to open (more than %d rounds)", r.name, maxRounds),
			diag.M("tệp có thể bị cố ý làm hỏng; lấy lại tệp từ nơi cấp chứng thư", "somebody may have spoilt it on purpose; get the file again from who issued it")))
	case errors.Is(err, errNoKey):
		return one(diag.New("KEY-MISSING", diag.Error, GroupID, at,
			diag.M("%q không có khóa bí mật để ký", "%q holds no private key", r.name),
			diag.M("khi xuất tệp, chọn xuất cả khóa bí mật (Yes, export the private key)", "choose to export the private key too")))
	case errors.Is(err, errNoCert):
		return one(diag.New("KEY-CERT", diag.Error, GroupID, at,
			diag.M("%q không có chứng thư nào", "%q holds no certificate", r.name),
			diag.M("xuất lại tệp cùng chứng thư và các chứng thư cấp trên", "export it again with the certificate and those above it")))
	}
	return r.broken()
}

func (r p12Reader) broken() []diag.Finding {
	return one(diag.New("KEY-FILE", diag.Error, GroupID, diag.Place{File: r.name},
		diag.M("%q không phải tệp khóa P12 (PFX) đọc được", "%q is no file of a key (P12, PFX) that can be read", r.name),
		diag.M("chọn tệp .p12 hoặc .pfx do nơi cấp chứng thư giao; nếu đúng là tệp đó thì nhập vào Windows rồi xuất lại", "choose the .p12 or .pfx file of who issued the certificate; if it is that one, import it into Windows and export it anew")))
}
