package sign

// Token names a key in a token (PKCS#11): the maker's library, the label of the
// token, its PIN, and the label of the key.
type Token struct{ Library, Label, Pin, Key string }
