package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
	"strings"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"kehoach.example/internal/diag"
)

// Stamp is a time stamp (RFC 3161). Valid is true if it is over this signature
// and holds: it was signed with the key of Cert, which may sign time stamps and
// did so in its days. Chain is what stands above Cert, Certs all that lay with it.
// Who answers for the server is asked by [trustedStamp] alone.
type Stamp struct {
	Time  time.Time
	Cert  *x509.Certificate
	Chain []*x509.Certificate
	Certs []*x509.Certificate
	Valid bool

	hash    crypto.Hash // of the imprint
	imprint []byte
	nonce   *big.Int
}

// oidExtKeyUsage is the extension of RFC 5280, 4.2.1.12.
var oidExtKeyUsage = asn1.ObjectIdentifier{2, 5, 29, 37}

// judgeStamp reads a TimeStampToken and looks whether it holds over a signature.
// known are certificates beside it. Without problems Valid is true; without a
// Stamp there is a problem that tells why.
func judgeStamp(token, signature []byte, known []*x509.Certificate) (*Stamp, []diag.Msg) {
	bad := func(err error) []diag.Msg {
		m := words(err)
		return []diag.Msg{{Vi: "dấu thời gian: " + m.Vi, En: "time stamp: " + m.En}}
	}
	c, err := readContainer(token)
	if err == nil && (!c.kind.Equal(oidTSTInfo) || c.content == nil) {
		err = malformed("TSTInfo")
	}
	if err != nil {
		return nil, bad(err)
	}
	stamp := &Stamp{}
	if !stamp.read(c.content) {
		return nil, bad(malformed("TSTInfo"))
	}
	j, err := c.judge(func(h crypto.Hash) []byte { return sumOf(h, c.content) }, known)
	if err != nil {
		return nil, bad(err)
	}
	stamp.Cert, stamp.Chain, stamp.Certs = j.Cert, j.Chain, j.Certs
	stamp.look(j, c, signature)
	var problems []diag.Msg
	for _, m := range j.Problems {
		problems = append(problems, bad(said(m))...)
	}
	stamp.Valid = len(problems) == 0
	return stamp, problems
}

// look adds what is asked of a stamp beyond its signature (RFC 3161, 2.3, 2.4.2).
func (s *Stamp) look(j *Judged, c *container, signature []byte) {
	if !bytes.Equal(s.imprint, sumOf(s.hash, signature)) {
		j.problem(diag.M("không phải của chữ ký này", "it is not over this signature"))
	}
	if !onlyStamps(s.Cert) {
		j.problem(diag.M("chứng thư %q không được cấp để đóng dấu thời gian", "the certificate %q was not issued for time stamps", s.Cert.Subject.CommonName))
	}
	if s.Time.Before(s.Cert.NotBefore) || s.Time.After(s.Cert.NotAfter) {
		j.problem(diag.M("chứng thư %q không có hiệu lực vào lúc đóng dấu", "the certificate %q did not hold at that time", s.Cert.Subject.CommonName))
	}
	if find(c.signer.attrs, oidESS) == nil && find(c.signer.attrs, oidESS2) == nil {
		j.problem(diag.M("không ghi chứng thư của máy chủ", "it does not name the certificate of the server"))
	}
	for _, a := range c.signer.unsigned {
		j.problem(diag.M("có thông tin ngoài phần được ký mà chương trình không kiểm được (%s)", "something outside of what is signed cannot be judged (%s)", a.id))
	}
}

// onlyStamps tells whether a certificate is for time stamps alone, and says so as
// what has to be understood (RFC 3161, 2.3).
func onlyStamps(c *x509.Certificate) bool {
	if len(c.ExtKeyUsage) != 1 || len(c.UnknownExtKeyUsage) > 0 || c.ExtKeyUsage[0] != x509.ExtKeyUsageTimeStamping {
		return false
	}
	for _, e := range c.Extensions {
		if e.Id.Equal(oidExtKeyUsage) {
			return e.Critical
		}
	}
	return false
}

// asked tells whether a stamp answers the query with this digest and number.
func (s *Stamp) asked(sum []byte, nonce *big.Int) bool {
	return s.hash == crypto.SHA256 && bytes.Equal(s.imprint, sum) && s.nonce != nil && s.nonce.Cmp(nonce) == 0
}

// read reads a TSTInfo (RFC 3161, 2.4.2).
func (s *Stamp) read(der []byte) bool {
	in, info, imprint, when := cryptobyte.String(der), cryptobyte.String(nil), cryptobyte.String(nil), cryptobyte.String(nil)
	var version int
	var policy asn1.ObjectIdentifier
	var hash named
	serial := new(big.Int)
	if !in.ReadASN1(&info, tag.SEQUENCE) || !in.Empty() || !info.ReadASN1Integer(&version) || version != 1 ||
		!info.ReadASN1ObjectIdentifier(&policy) || !info.ReadASN1(&imprint, tag.SEQUENCE) ||
		!readNamed(&imprint, &hash) || !imprint.ReadASN1Bytes(&s.imprint, tag.OCTET_STRING) || !imprint.Empty() ||
		!info.ReadASN1Integer(serial) || !info.ReadASN1(&when, tag.GeneralizedTime) {
		return false
	}
	i := digestBy(hash.id)
	if i < 0 || !hash.plain() {
		return false
	}
	s.hash = digests[i].hash
	at, ok := genTime(string(when))
	s.Time = at
	return ok && s.readRest(&info)
}

// readRest reads what may follow the time: accuracy, order, number, name, more.
func (s *Stamp) readRest(info *cryptobyte.String) bool {
	var ordering bool
	if !info.SkipOptionalASN1(tag.SEQUENCE) || info.PeekASN1Tag(tag.BOOLEAN) && !info.ReadASN1Boolean(&ordering) {
		return false
	}
	if info.PeekASN1Tag(tag.INTEGER) {
		s.nonce = new(big.Int)
		if !info.ReadASN1Integer(s.nonce) {
			return false
		}
	}
	return info.SkipOptionalASN1(tag0) && info.SkipOptionalASN1(tag1) && info.Empty()
}

// genTime reads a time in UTC with seconds and perhaps parts of them, without
// zeros at the end (RFC 3161, 2.4.2).
func genTime(text string) (time.Time, bool) {
	digits, ok := strings.CutSuffix(text, "Z")
	seconds, parts, split := strings.Cut(digits, ".")
	if !ok || len(seconds) != 14 || split && (parts == "" || strings.HasSuffix(parts, "0")) || strings.Trim(seconds+parts, "0123456789") != "" {
		return time.Time{}, false
	}
	at, err := time.Parse("20060102150405", digits)
	return at, err == nil
}
