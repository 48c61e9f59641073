package check

import "kehoach.example/internal/fact"

// longestUnit is how many words the name of a unit has behind its level.
const longestUnit = 5

// inListedUnit tells whether some words stand in the name of a commune that is
// listed, its level before it: "PHƯỜNG TRƯƠNG QUANG TRỌNG" is a name and no slip.
func inListedUnit(p *Pass, t *fact.Text, i, end int) bool {
	for k := i - 1; k >= max(i-longestUnit, 0); k-- {
		from := k
		switch t.Tokens[k].Low {
		case "xã", "phường":
		case "khu":
			if t.Token(k-1).Low != "đặc" {
				continue
			}
			from = k - 1
		default:
			continue
		}
		for e := end; e <= min(k+1+longestUnit, len(t.Tokens)); e++ {
			if p.Data.Units.Listed(t.S[t.Tokens[from].Lo:t.Tokens[e-1].Hi], "") {
				return true
			}
		}
	}
	return false
}
