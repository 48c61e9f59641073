//go:build !pkcs11

package sign

import (
	"slices"
	"strings"
	"testing"
)

// TestTokenAbsent: a build without tokens says so, and how to get one that has them.
func TestTokenAbsent(t *testing.T) {
	key, found := OpenToken(Token{Library: "token.dll", Label: "Văn thư", Pin: "824613"})
	if key != nil || !slices.Equal(codes(found), []string{"KEY-TOKEN"}) || !strings.Contains(found[0].Hint.Vi, "-tags pkcs11") {
		t.Errorf("%v", found)
	}
}
