package fact

// finish reads what stands behind the number: day, issuer, trích yếu.
func (l *Lexicon) finish(t *Text, list []Citation, k int) {
	c := &list[k]
	c.Hi = t.Tokens[c.End-1].Hi
	c.Ground, c.Quoted = l.groundBefore(t, c.I), t.Quoted(c.Lo)
	c.Bracket = inBracket(t, c.I)
	if k > 0 {
		before := &list[k-1]
		c.Inner = c.Lo < before.Clause && (before.Inner || before.About && before.about < c.Lo)
	}
	if prefix := t.S[c.KindHi:max(c.KindHi, c.Number.Lo)]; c.Kind != "" && len(prefix) > 0 {
		c.Issuer = hasWord(t, c.I, c.End, "của")
	}
	l.dayBehind(t, c)
	l.clause(t, list, k)
	c.Told = toldBefore(t, c.I)
	c.Issuer = c.Issuer || c.Told
}

// toldBefore tells whether who wrote a document, and what, stands before it:
// "Theo đề nghị của Trạm Y tế tại Tờ trình số …".
func toldBefore(t *Text, i int) bool {
	if w := prior(t, i).Low; w != "tại" {
		return false
	}
	for k := i - 2; k > 0 && i-k < 24; k-- {
		switch tok := t.Tokens[k]; {
		case tok.Low == "của":
			return t.Token(k + 1).Upper()
		case tok.Kind == Mark && tok.S != "-" && tok.S != ",":
			return false
		}
	}
	return false
}

// share gives what is told once for several documents: a trích yếu behind the
// last of two that are joined, an issuer behind the last of a list.
func share(t *Text, list []Citation) {
	for k := len(list) - 2; k >= 0; k-- {
		c, next := &list[k], &list[k+1]
		if c.Inner || next.Inner || c.Kind != next.Kind || c.Number.S == "" || next.Number.S == "" {
			continue
		}
		join := prior(t, next.I)
		if !c.About && c.Clause == t.Tokens[next.I].Lo && (join.Low == "và" || join.S == ",") && (next.About || next.Shared) {
			c.Shared = true
		}
		listed := join.S == ";" && c.Clause == join.Lo || join.Low == "và" || join.S == ","
		if !c.Issuer && next.Issuer && listed && c.Dated && issuerOf(c.Number) == issuerOf(next.Number) {
			c.Issuer = true
		}
	}
}

// issuerOf is the part of a symbol that tells who wrote the document: behind
// its type, or in a công văn, which has none, before the unit.
func issuerOf(n DocNumber) string {
	if docType(n.Type) || n.Organ == "" {
		return n.Organ
	}
	return n.Type
}

func hasWord(t *Text, from, to int, word string) bool {
	for i := from; i < to; i++ {
		if t.Tokens[i].Low == word {
			return true
		}
	}
	return false
}

func inBracket(t *Text, i int) bool {
	for i--; i >= 0; i-- {
		switch t.Tokens[i].S {
		case "(":
			return true
		case ")", ";":
			return false
		}
	}
	return false
}

// dayBehind reads the day at its place: behind the number, or behind the issuer
// that stands there, with a comma or brackets before it.
func (l *Lexicon) dayBehind(t *Text, c *Citation) {
	i := c.End
	if t.Token(i).Low == "của" {
		for i++; i < len(t.Tokens) && i < c.End+14; i++ {
			tok := t.Tokens[i]
			if tok.Low == "ngày" {
				break
			}
			if tok.Kind == Mark && tok.S != "-" && tok.S != "," || l.nameEnds[tok.Low] || l.aboutAt(t, i) {
				return
			}
		}
	}
	if y := t.Token(i); c.Name != "" && isYear(y) { // Luật Công đoàn 2024
		c.Day, c.End, c.Hi = Day{Text: t, Lo: y.Lo, Hi: y.Hi, I: i, End: i + 1, Y: num(y.S), Lead: -1}, i+1, y.Hi
		return
	}
	comma := -1
	if s := t.Token(i).S; s == "," || s == "(" {
		if s == "," {
			comma = t.Tokens[i].Lo
		}
		i++
	}
	if t.Token(i).Low == "ra" && t.Token(i+1).Low == "ngày" {
		i++
	}
	if w := t.Token(i).Low; w != "ngày" && w != "năm" && w != "tháng" {
		return
	}
	d, ok := dayAt(t, i)
	if !ok && t.Token(i).Low == "ngày" && t.Token(i+1).Kind == Number {
		d, ok = dayAt(t, i+1)
	}
	if !ok {
		return
	}
	c.Day, c.End, c.Hi = d, d.End, d.Hi
	if t.Token(i).Low == "ngày" {
		c.Comma = comma
	}
}

// clause looks through the rest of the sentence part for day, issuer and trích
// yếu. Documents that are told one after the other share what follows them.
func (l *Lexicon) clause(t *Text, list []Citation, k int) {
	c := &list[k]
	c.Clause, c.Dated = len(t.S), !c.Day.First().Zero() || c.Day.M > 0
	next := k + 1
	behind := c.End
	for i := c.End; i < len(t.Tokens); i++ {
		tok := t.Tokens[i]
		if ends(t, i) {
			c.Clause = tok.Lo
			return
		}
		if next < len(list) && i == list[next].I {
			if other := list[next].Kind; !c.About && (i-behind > 3 || other != "" && other != c.Kind) {
				c.Clause = tok.Lo
				return
			}
			i, behind = list[next].End-1, list[next].End
			next++
			continue
		}
		if i > c.End+clauseLength {
			continue
		}
		switch {
		case tok.Low == "của" || tok.Low == "do" && !c.About:
			if !c.Issuer && !c.About {
				c.Hi = max(c.Hi, l.issuerEnd(t, i))
			}
			c.Issuer = true
		case tok.Low == "ngày" && !timed(t, i):
			d, ok := dayAt(t, i)
			if !ok {
				d, ok = dayAt(t, min(i+1, len(t.Tokens)-1))
			}
			c.Dated = c.Dated || ok && d.Y > 0
		case c.About:
		case tok.S == "“", tok.S == "\"",
			// Without day and issuer only the next word can begin a subject.
			l.aboutAt(t, i) && (tok.Low == "về" || prior(t, i).S != "," && (c.Dated || c.Issuer || i == c.End)),
			c.Issuer && tok.Upper() && l.isKind(t, i) && prior(t, i).Kind == Word && prior(t, i).Low != "và": // "của … Chương trình hành động"
			c.About, c.about = true, tok.Lo
		}
	}
}

// issuerEnd is where the name of a body behind "của" ends.
func (l *Lexicon) issuerEnd(t *Text, i int) int {
	hi := t.Tokens[i].Hi
	for n := i + 1; n < len(t.Tokens) && n < i+14; n++ {
		tok := t.Tokens[n]
		if tok.Kind == Mark && tok.S != "-" || l.nameEnds[tok.Low] || tok.Low == "và" && !t.Token(n+1).Upper() || l.aboutAt(t, n) {
			break
		}
		if l.isKind(t, n) || tok.Low == "và" && n+1 < len(t.Tokens) && l.isKind(t, n+1) {
			break
		}
		hi = tok.Hi
	}
	return hi
}

// ends tells whether a part of a sentence ends at a token.
func ends(t *Text, i int) bool {
	switch t.Tokens[i].S {
	case ";", "?", "!", "…":
		return true
	case ".":
		next := t.Token(i + 1)
		return i+1 >= len(t.Tokens) || next.Gap && !(prior(t, i).Caps() && len(prior(t, i).S) <= 2)
	}
	return false
}

// timed tells whether a preposition of time stands before a day: it is not the
// day of a document.
func timed(t *Text, i int) bool {
	switch prior(t, i).Low {
	case "trước", "từ", "đến", "sau", "hết", "vào", "trong", "quá", "kể":
		return true
	}
	return false
}
