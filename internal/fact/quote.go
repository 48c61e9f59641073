package fact

// quotes finds the quotations of a text. One that is not closed reaches to its
// end; one that was opened in a text above begins at its start.
func quotes(t *Text) []Span {
	var out []Span
	open := -1
	for i, tok := range t.Tokens {
		switch {
		case tok.S == "“" || tok.S == "\"" && open < 0:
			if open < 0 {
				open = tok.Lo
			}
		case tok.S == "”" || tok.S == "\"":
			if open < 0 && i > 0 && tok.S == "”" && len(out) == 0 {
				open = 0
			}
			if open >= 0 {
				out = append(out, Span{open, tok.Hi})
			}
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, Span{open, len(t.S)})
	}
	return out
}
