package fact

// The names of the years of the cycle of sixty: year 4 is Giáp Tý.
var (
	stems    = [...]string{"Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"}
	branches = [...]string{"Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"}
	spelt    = map[string]string{"Tí": "Tý", "Tị": "Tỵ", "Mẹo": "Mão", "Kỉ": "Kỷ"}
)

// CyclePlace is the place of a year in the cycle, 0 (Giáp Tý) to 59.
func CyclePlace(y int) int { return (y + 56) % 60 }

// CycleName is the name of a year: 2027 is Đinh Mùi.
func CycleName(y int) string { return stems[(y+6)%10] + " " + branches[(y+8)%12] }

// CycleAt reads the name of a year at a token, and gives its place in the cycle.
func CycleAt(t *Text, i int) (place int, ok bool) {
	if !t.Tokens[i].Upper() {
		return 0, false
	}
	stem := indexOf(stems[:], t.Tokens[i])
	if stem < 0 {
		return 0, false
	}
	branch := indexOf(branches[:], t.Token(i+1))
	if branch < 0 || stem%2 != branch%2 {
		return 0, false
	}
	for place = stem; place%12 != branch; {
		place += 10
	}
	return place, true
}

func indexOf(names []string, tok Token) int {
	s := tok.S
	if right, ok := spelt[s]; ok {
		s = right
	}
	for i, n := range names {
		if n == s {
			return i
		}
	}
	return -1
}
