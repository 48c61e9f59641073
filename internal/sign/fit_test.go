package sign

import (
	"crypto/elliptic"
	"crypto/x509"
	"encoding/asn1"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// TestFit: what the certificate says about days and uses, by hand.
func TestFit(t *testing.T) {
	ca, key := readback.NewCA(t), ecKey(t, elliptic.P256())
	with := func(change func(*x509.Certificate)) *readback.Identity {
		return ca.Issue("Nguyễn Thị Thử", key, change)
	}
	usage := func(u x509.KeyUsage) *readback.Identity {
		return with(func(c *x509.Certificate) { c.KeyUsage = u })
	}
	purpose := func(known []x509.ExtKeyUsage, others ...asn1.ObjectIdentifier) *readback.Identity {
		return with(func(c *x509.Certificate) { c.ExtKeyUsage, c.UnknownExtKeyUsage = known, others })
	}
	noon := time.Date(2027, 1, 6, 5, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, want string
		who        *readback.Identity
		now        time.Time
		says       string
	}{
		{"a person", "", ca.Person("Nguyễn Thị Thử"), noon, ""},
		{"an organisation", "", ca.Body("Ủy ban nhân dân xã Thử Nghiệm"), noon, ""},
		{"expired", "KEY-EXPIRED error", ca.Expired(), noon, "đã hết hạn ngày 01/01/2022, 1831 ngày trước"},
		{"expired a second ago", "KEY-EXPIRED error", ca.Expired(), time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), "01/01/2022, 0 ngày trước"},
		{"its last second", "", ca.Expired(), time.Date(2021, 12, 31, 23, 59, 59, 0, time.UTC), ""},
		{"not yet", "KEY-NOT-YET error", ca.NotYet(), noon, "chỉ có hiệu lực từ 01/01/2048, còn 7665 ngày nữa"},
		{"its first second", "", ca.NotYet(), time.Date(2048, 1, 1, 0, 0, 0, 0, time.UTC), ""},
		{"exchange of keys", "KEY-USAGE error", ca.NoSigning(), noon, "không được cấp để ký"},
		{"encryption", "KEY-USAGE error", usage(x509.KeyUsageKeyEncipherment | x509.KeyUsageDataEncipherment), noon, ""},
		{"no usage told", "", usage(0), noon, ""},
		{"digital signature", "", usage(x509.KeyUsageDigitalSignature), noon, ""},
		{"content commitment", "", usage(x509.KeyUsageContentCommitment | x509.KeyUsageKeyEncipherment), noon, ""},
		{"an authority", "KEY-CA error", with(func(c *x509.Certificate) {
			c.IsCA, c.BasicConstraintsValid = true, true
		}), noon, "nơi cấp chứng thư"},
		{"a web server", "KEY-PURPOSE info", purpose([]x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}), noon, "vẫn ký được"},
		{"mail", "", purpose([]x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth, x509.ExtKeyUsageEmailProtection}), noon, ""},
		{"documents", "", purpose([]x509.ExtKeyUsage{x509.ExtKeyUsageClientAuth}, asn1.ObjectIdentifier{1, 3, 6, 1, 5, 5, 7, 3, 36}), noon, ""},
		{"documents at Adobe's", "", purpose(nil, asn1.ObjectIdentifier{1, 2, 840, 113583, 1, 1, 5}), noon, ""},
		{"something else", "KEY-PURPOSE info", purpose(nil, asn1.ObjectIdentifier{1, 3, 6, 1, 4, 1, 99999, 1}), noon, ""},
		{"all at once", "KEY-EXPIRED error KEY-USAGE error", with(func(c *x509.Certificate) {
			c.NotAfter, c.KeyUsage = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), x509.KeyUsageCRLSign
		}), noon, ""},
	} {
		found := keyOf(t, c.who).fit(c.now)
		var got []string
		for _, f := range found {
			got = append(got, f.Code+" "+string(f.Severity))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %q", c.name, got, c.want)
		}
		told := func(f diag.Finding) bool { return strings.Contains(f.Message.Vi+" "+f.Hint.Vi, c.says) }
		if len(found) > 0 && !slices.ContainsFunc(found, told) {
			t.Errorf("%s: %v, want %q", c.name, found, c.says)
		}
	}
}
