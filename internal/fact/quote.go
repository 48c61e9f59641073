package fact

// splitQuote is over how many paragraphs a quotation may be cut.
const splitQuote = 3

// quoteAll finds the quotations of all texts. One that is opened in a text and
// closed in one of the next few of its key was cut by a page: what stands
// between is quoted too.
func quoteAll(texts []*Text) {
	open := -1
	for i, t := range texts {
		t.Quotes = quotes(t)
		if open >= 0 && (i-open > splitQuote || t.Key != texts[open].Key) {
			open = -1
		}
		if open >= 0 && closesFirst(t) {
			for k := open + 1; k < i; k++ {
				texts[k].Quotes = []Span{{0, len(texts[k].S)}}
			}
		}
		if openAtEnd(t) {
			open = i
		} else if len(t.Quotes) > 0 {
			open = -1
		}
	}
}

// closesFirst tells whether the first mark of a text closes a quotation.
func closesFirst(t *Text) bool {
	for _, tok := range t.Tokens {
		switch tok.S {
		case "“", "«":
			return false
		case "”", "»":
			return true
		}
	}
	return false
}

// openAtEnd tells whether the last mark of a text opens a quotation.
func openAtEnd(t *Text) bool {
	for i := len(t.Tokens) - 1; i >= 0; i-- {
		switch t.Tokens[i].S {
		case "“", "«":
			return true
		case "”", "»":
			return false
		}
	}
	return false
}

// quotes finds the quotations of a text, with their marks: “ ”, « », ‘ ’ and
// " ". Where the marks are balanced, nested ones are found too, else one that
// is not closed reaches to the next closing mark or to the end. One that was
// opened in a text above begins at its start.
func quotes(t *Text) []Span {
	var out []Span
	var open []int
	nested := balanced(t)
	straight := -1
	for i, tok := range t.Tokens {
		if tok.Kind != Mark {
			continue
		}
		switch tok.S {
		case "“", "«", "‘":
			if nested || len(open) == 0 {
				open = append(open, tok.Lo)
			}
		case "”", "»", "’":
			if len(open) == 0 && tok.S != "’" && i > 0 && len(out) == 0 {
				open = append(open, 0)
			}
			if n := len(open); n > 0 {
				out = append(out, Span{open[n-1], tok.Hi})
				open = open[:n-1]
			}
		case "\"":
			switch {
			case i > 0 && t.Tokens[i-1].Kind == Number && !tok.Gap && straight < 0: // inches
			case straight < 0:
				straight = tok.Lo
			default:
				out = append(out, Span{straight, tok.Hi})
				straight = -1
			}
		}
	}
	if straight >= 0 {
		open = append(open, straight)
	}
	for _, lo := range open {
		out = append(out, Span{lo, len(t.S)})
	}
	return out
}

// balanced tells whether every quotation of a text is closed in it.
func balanced(t *Text) bool {
	depth := 0
	for _, tok := range t.Tokens {
		switch tok.S {
		case "“", "«", "‘":
			depth++
		case "”", "»", "’":
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}
