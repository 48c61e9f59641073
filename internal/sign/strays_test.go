package sign

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// TestStrays: a file whose signature stands on a page alone is not taken for one
// that nobody has signed.
func TestStrays(t *testing.T) {
	ca := readback.NewCA(t)
	signed := signFile(t, full().bytes(), Request{Key: keyFor(t, ca.Person("Nguyễn Văn Thử"))})
	lost := []byte(strings.Replace(string(signed.Data), "/Fields", "/Fjelds", -1))
	r, found := Verify("a.pdf", lost, VerifyOptions{})
	if r == nil || !r.Broken() || !slices.Contains(codesOf(found), "VERIFY-STRAY") || slices.Contains(codesOf(found), "VERIFY-NONE") {
		t.Errorf("%+v %v", r, messages(found))
	}
	if r, found = Verify("a.pdf", signed.Data, VerifyOptions{}); r.Broken() {
		t.Errorf("%v", messages(found))
	}
}
