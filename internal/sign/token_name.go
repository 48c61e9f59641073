package sign

// Token names a key in a token (PKCS#11): the path of the maker's library, the
// label of the token, its PIN, and the label of the key or of its certificate.
// Label may be empty if one token is there, Key if one key with a certificate is.
type Token struct{ Library, Label, Pin, Key string }

// name is how findings call a token.
func (t Token) name() string {
	if t.Label == "" {
		return "token"
	}
	return t.Label
}
