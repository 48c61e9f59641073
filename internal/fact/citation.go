package fact

// Lead is the word "số" between a kind of document and its number.
type Lead int

// The ways in which it stands.
const (
	NoLead    Lead = iota // "Nghị định 30/2020/NĐ-CP"
	PlainLead             // "Nghị định số 30/2020/NĐ-CP"
	ColonLead             // "Nghị định số: 30/2020/NĐ-CP"
)

// Citation is the mention of another document (NĐ 30/2020, PL I, II.6.b).
type Citation struct {
	Text   *Text
	Lo, Hi int // from the kind, or the number, to the number, day or issuer, whichever is last
	I, End int // tokens: the first, and the one behind the last
	Clause int // byte where the sentence part ends in which it stands, trích yếu included

	Kind           string // "Nghị định"; "" where a number stands alone
	KindLo, KindHi int
	Number         DocNumber // its S is "" where none is told
	Lead           Lead
	Short          bool   // the kind is abbreviated: "NĐ 30/2020/NĐ-CP"
	Name           string // of a law: "Thi đua, khen thưởng"
	Plenum         bool   // a meeting of the Central Committee takes the place of a number: "Nghị quyết TW4"

	Day     Day  // as far as it stands at its place; zero without one
	Comma   int  // byte of a comma before "ngày", -1 for none
	Dated   bool // a day or a year stands somewhere in the clause
	Issuer  bool // "của …" stands somewhere in the clause
	About   bool // a trích yếu follows, or a title in quotation marks
	Shared  bool // the trích yếu follows the next one, which is joined: "… và Kế hoạch số … về …"
	Told    bool // issuer and matter stand before it: "Theo đề nghị của … tại Tờ trình số …"
	Ground  bool // căn cứ: "Căn cứ …", "Thực hiện …" stands right before it
	Inner   bool // stands in the trích yếu of another
	Quoted  bool // stands in a quotation
	Bracket bool // stands in round brackets

	about int // byte at which the trích yếu begins
}

// lookAhead is how many words may stand between a kind and "số": "Kế hoạch
// phối hợp liên ngành số".
const lookAhead = 8

// clauseLength is how many tokens of a clause are searched.
const clauseLength = 80

// cites finds the citations of a text.
func (f *Facts) cites(t *Text, lex *Lexicon) {
	if len(lex.kinds) == 0 {
		return
	}
	from := len(f.Citations)
	for i := 0; i < len(t.Tokens); {
		if !lex.mayCite(t, i) {
			i++
			continue
		}
		c, ok := lex.citationAt(t, i)
		if !ok {
			i++
			continue
		}
		f.Citations = append(f.Citations, c)
		i = max(c.End, i+1)
	}
	list := f.Citations[from:]
	for k := range list {
		lex.finish(t, list, k)
	}
	share(t, list)
	for k := range list {
		t.Cites = append(t.Cites, Span{list[k].Lo, list[k].Hi})
		if c := &list[k]; c.About {
			t.Subjects = append(t.Subjects, Span{c.Lo, c.Clause})
		}
	}
}

// mayCite tells whether a citation may begin at a token.
func (l *Lexicon) mayCite(t *Text, i int) bool {
	if t.Tokens[i].Kind == Number || l.isKind(t, i) {
		return true
	}
	_, short := l.shortKind(t, i)
	return short
}

// citationAt reads the kind and the number of a citation at a token.
func (l *Lexicon) citationAt(t *Text, i int) (Citation, bool) {
	c := Citation{Text: t, I: i, Lo: t.Tokens[i].Lo, Comma: -1}
	kind, end, ok := l.kindAt(t, i)
	if !ok {
		if kind, ok = l.shortKind(t, i); ok {
			end, c.Short = i+1, true
		}
	}
	switch {
	case ok:
		k := l.Kinds[kind]
		c.Kind, c.KindLo, c.KindHi, c.End = k.Name, c.Lo, t.Tokens[end-1].Hi, end
		return c, l.numberBehind(&c, k, end)
	case t.Tokens[i].Kind == Number && prior(t, i).S != "/" && prior(t, i).S != "-":
		n, end, ok := l.docNumber(t, i, prior(t, i).Low == "số")
		if !ok || !n.Whole() || n.Organ == "" && n.Year == "" || !l.types[n.Type] && prior(t, i).Low != "số" {
			return c, false
		}
		c.Number, c.End = n, end
		if prior(t, i).Low == "số" {
			c.Lead = PlainLead
		}
		return c, true
	}
	return c, false
}

// numberBehind reads what stands behind a kind: the number, with or without
// "số", or a name.
func (l *Lexicon) numberBehind(c *Citation, k DocKind, from int) bool {
	t := c.Text
	upper := t.Tokens[c.I].Upper()
	for i := from; i <= from+lookAhead && i < len(t.Tokens); i++ {
		tok := t.Tokens[i]
		lead, at := NoLead, i
		if tok.Low == "số" {
			lead, at = PlainLead, i+1
			if t.Token(at).S == ":" {
				lead, at = ColonLead, at+1
			}
		} else if tok.Kind != Number {
			if !l.between(t, c, k, i, from) {
				break
			}
			continue
		}
		n, end, ok := l.docNumber(t, at, lead != NoLead || i == from)
		if k.Called && lead == NoLead && !l.types[n.Type] {
			break // "Đề án 06/CP" is a name
		}
		if k.ByName && l.types[n.Type] {
			break // the number of another document: "Luật Đất đai, NĐ 102/2024/NĐ-CP"
		}
		if ok && (n.Whole() || i == from && k.Plain && upper && l.plainNumber(t, n, end, lead)) && (lead != NoLead || i == from || !n.Spaced) {
			c.Number, c.Lead, c.End = n, lead, end
			c.Name = nameOf(t, k, from, i)
			return true
		}
		break
	}
	if !upper || c.Short {
		return false
	}
	return l.plenum(c, k, from) || l.named(c, k, from) || l.unnumbered(c, k, from)
}

// between tells whether a token may stand between a kind and its "số".
func (l *Lexicon) between(t *Text, c *Citation, k DocKind, i, from int) bool {
	tok := t.Tokens[i]
	if tok.Kind == Mark {
		return tok.S == "," && k.ByName
	}
	_, _, other := l.kindAt(t, i)
	if _, short := l.shortKind(t, i); short {
		return false
	}
	return !other && tok.Low != "ngày" && (tok.Low != "và" || k.ByName || i > from)
}

// plainNumber tells whether a number without a symbol is one of a document:
// "Chỉ thị 05 của", "Nghị định 30/2020", and not "Quyết định 2 nội dung".
func (l *Lexicon) plainNumber(t *Text, n DocNumber, end int, lead Lead) bool {
	if n.Year != "" {
		return len(n.Year) == 4
	}
	if isYear(Token{Kind: Number, S: n.Num}) || n.Num == "" {
		return false
	}
	next := t.Token(end)
	switch next.Low {
	case "của", "ngày", "về", "và", "khóa", "khoá", "năm":
		return lead != NoLead || next.Low != "năm"
	case ",", ";", ")", "”":
		return true
	case ".":
		return end+1 >= len(t.Tokens) || t.Token(end+1).Gap
	}
	return end >= len(t.Tokens)
}

func nameOf(t *Text, k DocKind, from, to int) string {
	if !k.ByName || from >= to {
		return ""
	}
	return t.S[t.Tokens[from].Lo:t.Tokens[to-1].Hi]
}

// plenum reads "Nghị quyết TW4", "Nghị quyết Hội nghị Trung ương 4".
func (l *Lexicon) plenum(c *Citation, k DocKind, from int) bool {
	t, i := c.Text, from
	if !k.Plain || k.HasYear {
		return false
	}
	if t.Token(i).Low == "hội" && t.Token(i+1).Low == "nghị" {
		i += 2
	}
	switch w := t.Token(i); {
	case w.Kind == Word && len(w.S) > 2 && w.S[:2] == "TW" && w.S[2] >= '1' && w.S[2] <= '9':
		i++
	case w.Low == "tw" && t.Token(i+1).Kind == Number && len(t.Token(i+1).S) <= 2:
		i += 2
	case w.Low == "trung" && t.Token(i+1).Low == "ương" && t.Token(i+2).Kind == Number && len(t.Token(i+2).S) <= 2:
		i += 3
	default:
		return false
	}
	c.Plenum, c.End = true, i
	return true
}

// named reads the name of a law: "Luật Thi đua, khen thưởng".
func (l *Lexicon) named(c *Citation, k DocKind, from int) bool {
	t := c.Text
	if !k.ByName || !t.Token(from).Upper() || l.nameEnds[t.Token(from).Low] {
		return false
	}
	i := from
	for i < len(t.Tokens) && i < from+12 {
		tok := t.Tokens[i]
		next := t.Token(i + 1)
		switch {
		case tok.Kind == Word && !l.nameEnds[tok.Low] && (i == from || !l.aboutAt(t, i)):
			if _, _, other := l.kindAt(t, i); other && i > from {
				c.End = i
			} else {
				i++
				continue
			}
		case tok.S == "," && i <= from+2 && next.Kind == Word && !next.Upper() && !l.nameEnds[next.Low]:
			i++
			continue
		}
		break
	}
	for i > from+1 && (t.Tokens[i-1].Low == "và" || t.Tokens[i-1].S == ",") {
		i--
	}
	c.End = i
	c.Name = t.S[t.Tokens[from].Lo:t.Tokens[i-1].Hi]
	return true
}

// unnumbered reads a ground that names kind, issuer and subject of a document
// and not its number: "Căn cứ Kế hoạch của … về …".
func (l *Lexicon) unnumbered(c *Citation, k DocKind, from int) bool {
	t := c.Text
	return !k.ByName && !k.Called && t.Token(from).Low == "của" && l.groundBefore(t, c.I) && t.Token(from+1).Upper() &&
		t.Token(from+1).Low != "đại" // a resolution of a congress is known by the congress
}

// groundBefore tells whether "Căn cứ", "Thực hiện" stands right before a token,
// and begins the text or a part of its sentence.
func (l *Lexicon) groundBefore(t *Text, i int) bool {
	for n := 1; n <= 2; n++ {
		if at := i - n; at >= 0 && startsAt(l.grounds, t, at) {
			before := t.Token(at - 1)
			return at == 0 || before.S == ";" || before.S == "-" || before.S == "–" || before.S == "," || t.Starts(at)
		}
	}
	return false
}

// Cell tells whether it stands in a cell of a table.
func (c *Citation) Cell() bool { return c.Text.Cell }
