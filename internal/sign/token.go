//go:build !pkcs11

package sign

import "kehoach.example/internal/diag"

// Tokens tells whether this build reaches tokens.
const Tokens = false

// OpenToken tells that this build cannot reach tokens: their makers' libraries
// are C, and this build is without.
func OpenToken(t Token) (*Key, []diag.Finding) {
	return nil, one(diag.New("KEY-TOKEN", diag.Error, GroupID, diag.Place{File: t.name()},
		diag.M("bản kehoach này không ký bằng USB token được", "this build of kehoach signs with no token"),
		diag.M("dùng tệp khóa .p12, hoặc dựng bản có token: CGO_ENABLED=1 go build -tags pkcs11 ./cmd/kehoach (cần trình biên dịch C)", "use a .p12 file, or build one that does: CGO_ENABLED=1 go build -tags pkcs11 ./cmd/kehoach (it needs a C compiler)")))
}
