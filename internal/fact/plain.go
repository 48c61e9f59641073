package fact

// TextOf cuts a value that is no text of its own, such as the owner in a cell
// or the name of a body.
func TextOf(s string) *Text { return &Text{S: s, Tokens: tokens(s)} }
