package compose

import (
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/standard"
)

// Letterhead is what an office's own letterhead says: the keys that stand in it
// and its own words, which no plan changes.
type Letterhead struct {
	Name  string
	Keys  map[string]bool
	Words string // in their order, a line each

	// Before has for each key the own words before it in its paragraph: an office
	// that writes "Số: {so_ky_hieu}" does not get that word twice.
	Before map[string]string
}

// Parts is a paper taken apart for a letterhead: the words of its keys, and what
// goes in the place of the text. Document has nothing in its margins.
type Parts struct {
	Values   map[string][]doc.Run
	Document *doc.Document
}

// OnLetterhead composes a plan for a letterhead. The head of the form is left to
// the letterhead; its title where {trich_yeu} stands there, its foot where one of
// the keys of a foot does. What the plan says and the letterhead has no place for
// is told; words that the form adds do not count.
func OnLetterhead(p *plan.Plan, form *standard.Form, on Letterhead) (*Parts, []diag.Finding) {
	c := &composer{plan: p, form: form, on: on}
	d := c.document()
	out := &Parts{Values: map[string][]doc.Run{}, Document: d}
	for _, k := range keys {
		if on.Keys[k.Name] && k.Name != doc.BodyKey && (!c.attached() || k.title) {
			out.Values[k.Name] = on.behind(k.Name, k.words(c), c.leadOf(k.Name))
		}
	}
	c.oneSigner()
	main := &d.Sections[0]
	if on.footed() {
		d.Signer = signerIn(main.Blocks)
	}
	main.Blocks = c.textOf(main.Blocks)
	main.FirstHead, main.FirstFoot, main.LastFoot = nil, nil, nil
	c.lost()
	return out, c.findings
}

// has tells whether one of these keys stands in the letterhead.
func (l Letterhead) has(names ...string) bool {
	for _, n := range names {
		if l.Keys[n] {
			return true
		}
	}
	return false
}

// leadOf is the word of the form that the value of a key begins with, "" for
// none.
func (c *composer) leadOf(key string) string {
	words := map[string]string{"so_ky_hieu": c.form.So, "luu": c.form.NoiNhan.Luu, "ngay": c.dayForm()}[key]
	lead, _, _ := strings.Cut(words, "{")
	return strings.TrimSpace(lead)
}

// behind leaves out the lead of a value where the letterhead has it.
func (l Letterhead) behind(key string, runs []doc.Run, lead string) []doc.Run {
	bare := func(s string) string { return strings.Trim(folded(s), "-–: ") }
	if lead == "" || len(runs) == 0 || !endsInWord(bare(l.Before[key]), bare(lead)) {
		return runs
	}
	rest, ok := strings.CutPrefix(runs[0].Text, lead)
	if !ok {
		return runs
	}
	out := append([]doc.Run(nil), runs...)
	out[0].Text = strings.TrimLeft(rest, " ")
	return out
}

// endsInWord tells whether a text ends in a word.
func endsInWord(text, word string) bool {
	rest, ok := strings.CutSuffix(text, word)
	return ok && !unicode.IsLetter(lastRuneOf(rest))
}

// titled tells whether the letterhead has the title.
func (l Letterhead) titled() bool { return l.Keys["trich_yeu"] }

// footed tells whether the letterhead has the foot.
func (l Letterhead) footed() bool { return l.has(footKeys...) }

var footKeys = []string{"noi_nhan", "luu", "quyen_han", "chuc_vu", "nguoi_ky", "ho_ten"}

// titleRoles are the blocks of a title and the keys that they have.
var titleRoles = map[doc.Role]string{doc.TenLoai: "ten_loai", doc.TrichYeu: "trich_yeu", doc.PhuDe: "phu_de"}

// textOf leaves out of the first section what the letterhead has. The line that
// names the document a plan is issued with has no key and stays.
func (c *composer) textOf(blocks []doc.Block) []doc.Block {
	on := c.on
	var out []doc.Block
	gone := map[int]bool{}
	for _, b := range blocks {
		switch x := b.(type) {
		case *doc.Columns:
			if x.Role == doc.DauTrang || x.Role == doc.Cuoi && on.footed() {
				continue
			}
		case *doc.Signers:
			if on.footed() {
				continue
			}
		case *doc.Paragraph:
			key, titled := titleRoles[x.Role]
			if titled && (on.Keys[key] || on.titled()) || x.Role == doc.DauTrichYeu && on.titled() {
				gone[x.ID] = true
				continue
			}
		case *doc.Rule:
			if gone[x.Of] {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// signerIn is the column of the one signer of a paper.
func signerIn(blocks []doc.Block) []doc.Block {
	for _, b := range blocks {
		if x, ok := b.(*doc.Columns); ok && x.Role == doc.Cuoi {
			return x.Rows[0][1]
		}
	}
	return nil
}

// oneSigner refuses several signers on a letterhead that has the foot of one.
func (c *composer) oneSigner() {
	on := c.on
	if len(c.plan.NguoiKy) < 2 || !on.footed() || c.attached() {
		return
	}
	var names []string
	for _, k := range footKeys {
		if on.Keys[k] {
			names = append(names, "{"+k+"}")
		}
	}
	c.found("LETTERHEAD-SIGNERS", diag.Error, c.plan.NguoiKy[1].At,
		diag.M("kế hoạch có %d người ký, giấy tiêu đề %s chỉ có chỗ cho một", "the plan has %d signers, the letterhead %s has room for one", len(c.plan.NguoiKy), on.Name),
		diag.M("bỏ %s khỏi giấy tiêu đề: chương trình sẽ tự in nơi nhận và đủ các chữ ký sau nội dung", "take %s out of the letterhead: the program then prints the recipients and all signatures behind the text", strings.Join(names, ", ")))
}
