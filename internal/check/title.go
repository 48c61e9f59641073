package check

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// titleLong is from how many words on a subject is looked for in the opening.
const titleLong = 10

// ownTitle tells where the opening has the words of the plan's own subject with
// other marks between them: it or the superior's plan was quoted inexactly.
func ownTitle(p *Pass) {
	var title []fact.Token
	for _, t := range p.Of("trich_yeu") {
		title = append(title, t.Tokens...)
	}
	if words(title) < titleLong {
		return
	}
	for _, t := range p.Texts {
		if t.Key != "can_cu" && t.Key != "mo_dau" && t.Key != "ket" {
			continue
		}
		for i := range t.Tokens {
			end, same, ok := sameTitle(title, t.Tokens[i:])
			if !ok || same {
				continue
			}
			lo, hi := t.Tokens[i].Lo, t.Tokens[i+end-1].Hi
			p.At(t, lo, hi, diag.M("lời này khác trích yếu ở dấu câu", "these words differ from the subject in their marks"),
				diag.M("đối chiếu với trích yếu và với văn bản gốc", "compare them with the subject and the original")).Severity = diag.Info
			break
		}
	}
}

// sameTitle tells whether the words of a subject stand at the head of tokens,
// how far, and whether the marks between them are the same too.
func sameTitle(title, list []fact.Token) (end int, same, ok bool) {
	same = true
	k := 0
	for _, want := range title {
		if want.Kind == fact.Mark {
			if k < len(list) && list[k].S == want.S {
				k++
			} else {
				same = false
			}
			continue
		}
		for k > 0 && k < len(list) && list[k].Kind == fact.Mark && k-end < 2 {
			k, same = k+1, false
		}
		if k >= len(list) || list[k].Low != want.Low {
			return 0, false, false
		}
		k++
		end = k
	}
	return end, same, true
}
