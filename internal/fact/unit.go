package fact

// Unit is an administrative unit, or a level of them, that a text names: "xã
// Hải Quang", "Quận 1", "cấp huyện", "Huyện ủy".
type Unit struct {
	Text   *Text
	Lo, Hi int
	I, End int    // tokens: the first, and the one behind the last
	Level  string // "xã", "phường", "đặc khu", "thị trấn", "quận", "huyện", "thị xã", "thành phố", "tỉnh"
	Body   string // what is made of the level: "ủy", "đoàn"; "" for the unit itself
	Name   string // as it stands; "" where none is told
	NameI  int    // token at which it begins
	Old    bool   // of a level that was abolished on 01/7/2025
}

// maxName is how many words the name of a unit has at most.
const maxName = 5

// units finds the units of a text.
func (f *Facts) units(t *Text) {
	for i := 0; i < len(t.Tokens); {
		u, ok := unitAt(t, i)
		if !ok {
			i++
			continue
		}
		f.Units = append(f.Units, u)
		i = u.End
	}
}

// levelAt reads the word of a level.
func levelAt(t *Text, i int) (level string, end int, old bool) {
	tok, next := t.Tokens[i], t.Token(i+1)
	switch tok.Low {
	case "huyện", "quận":
		return tok.Low, i + 1, true
	case "thị":
		if next.Low == "xã" {
			return "thị xã", i + 2, true
		}
		if next.Low == "trấn" {
			return "thị trấn", i + 2, true
		}
	case "xã":
		if p := prior(t, i).Low; next.Low != "hội" && p != "tác" && p != "thị" && p != "làng" {
			return "xã", i + 1, false
		}
	case "phường":
		return "phường", i + 1, false
	case "đặc":
		if next.Low == "khu" {
			return "đặc khu", i + 2, false
		}
	case "tỉnh":
		return "tỉnh", i + 1, false
	case "thành":
		if next.Low == "phố" {
			return "thành phố", i + 2, false
		}
		if next.Low == "ủy" || next.Low == "uỷ" || next.Low == "đoàn" {
			return "thành phố", i + 1, false
		}
	case "tp":
		if next.S == "." {
			return "thành phố", i + 2, false
		}
		return "thành phố", i + 1, false
	}
	return "", i, false
}

func unitAt(t *Text, i int) (Unit, bool) {
	level, end, old := levelAt(t, i)
	if level == "" || personal(t, i) {
		return Unit{}, false
	}
	u := Unit{Text: t, Lo: t.Tokens[i].Lo, I: i, End: end, Level: level, Old: old}
	switch w := t.Token(end); w.Low {
	case "ủy", "uỷ", "đoàn", "đội":
		if level != "thị trấn" {
			u.Body, u.End = w.Low, end+1
		}
	}
	u.NameI = u.End
	u.End = nameEnd(t, u.End)
	if u.End > u.NameI {
		u.Name = t.S[t.Tokens[u.NameI].Lo:t.Tokens[u.End-1].Hi]
	}
	u.Hi = t.Tokens[u.End-1].Hi
	return u, u.Name != "" || old || level == "thành phố" && t.Token(u.End).Low == "thuộc"
}

// personal tells whether the word of a level is the name of a person: "Nguyễn
// Văn Quận", "Bà Huyện Thanh Quan".
func personal(t *Text, i int) bool {
	if p := prior(t, i); t.Tokens[i].Upper() && !t.Tokens[i].Caps() && p.Upper() && t.Tokens[i].Gap {
		return !p.Caps() || len(p.S) == 1
	}
	return false
}

// nameEnd is the token behind a proper name: words with capitals, digits, and
// hyphens between them.
func nameEnd(t *Text, i int) int {
	end, words := i, 0
	for words < maxName && end < len(t.Tokens) {
		tok := t.Tokens[end]
		switch {
		case tok.Kind == Word && tok.Upper():
			end++
		case tok.Kind == Number && len(tok.S) <= 2 && t.Token(end+1).S != "/" && t.Token(end+1).S != "%":
			end++
		case (tok.S == "-" || tok.S == "–") && words > 0 && t.Token(end+1).Upper() && tok.Gap == t.Token(end+1).Gap:
			end += 2
		default:
			return end
		}
		words++
	}
	return end
}

// NameWords gives the first n words of the name of a unit, "" where it has
// fewer. A hyphen counts with the word behind it.
func (u *Unit) NameWords(n int) (string, bool) {
	k := u.NameI
	for ; n > 0 && k < u.End; n-- {
		if s := u.Text.Tokens[k].S; s == "-" || s == "–" {
			k++
		}
		k++
	}
	if n > 0 || k > u.End || k == u.NameI {
		return "", false
	}
	return u.Text.S[u.Text.Tokens[u.NameI].Lo:u.Text.Tokens[k-1].Hi], true
}
