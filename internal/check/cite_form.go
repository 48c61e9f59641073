package check

import (
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

func citeForm(p *Pass) {
	for _, list := range grouped(p, func(c *fact.Citation) string {
		if c.Quoted || !c.Number.Whole() {
			return ""
		}
		return c.Kind + " " + c.Number.S
	}) {
		for _, c := range list {
			if msg, hint, bad := wrongForm(p, c); bad {
				p.At(c.Text, c.Number.Lo, c.Number.Hi, again(msg, list), hint)
				break
			}
		}
	}
}

// wrongForm tells what is wrong with the number of a citation: the first thing
// only, because the others follow from it.
func wrongForm(p *Pass, c *fact.Citation) (msg, hint diag.Msg, bad bool) {
	n := c.Number
	kind, known := p.Words.KindOf(c.Kind)
	sure := known && c.Text.Tokens[c.I].Upper() // a verb is small: "hướng dẫn"
	switch {
	case n.Spaced && n.Num == "": // room for a number
	case n.Spaced:
		return diag.M("số, ký hiệu có dấu cách", "blanks in a number"), diag.M("viết liền: %s", "write: %s", n.S), true
	case !n.Dash && p.Words.IsType(n.Type) && n.Year == "" && p.Words.IsParty(n.Organ):
		good := n.Num + "-" + n.Type + "/" + n.Organ
		return diag.M("%s là số của văn bản Đảng mà ghi theo cách của cơ quan nhà nước", "%s is of a Party paper and has the state's form", n.S),
			diag.M("văn bản Đảng ghi số-loại/cơ quan: %s", "Party papers: number-kind/organ: %s", good), true
	case n.Party() && p.Words.IsType(n.Type) && p.Words.IsState(n.Organ):
		good := n.Num + "/" + n.Type + "-" + n.Organ
		return diag.M("%s là số của văn bản không phải của Đảng mà ghi theo cách của Đảng", "%s has the Party's form and is of no Party paper", n.S),
			diag.M("ghi số/loại-cơ quan: %s", "write number/kind-organ: %s", good), true
	case known && misspelt(kind, n.Type) != "":
		good := misspelt(kind, n.Type)
		return diag.M("ký hiệu loại %q viết sai", "the abbreviation %q is misspelt", n.Type),
			diag.M("viết: %s", "write: %s", strings.Replace(n.S, n.Type, good, 1)), true
	case sure && len(kind.Abbrs) > 0 && kind.Name != "Công văn" && p.Words.IsType(n.Type) && !slices.Contains(kind.Abbrs, n.Type):
		return diag.M("tên loại là %s mà ký hiệu là %s", "the kind is %s and the symbol says %s", kind.Name, n.Type),
			diag.M("đối chiếu văn bản gốc: sửa tên loại hoặc ký hiệu (%s)", "compare with the original: mend the kind or the symbol (%s)", strings.Join(kind.Abbrs, ", ")), true
	case n.Year != "" && len(n.Year) != 4:
		return diag.M("năm trong số %s không đủ bốn chữ số", "the year in %s has not four digits", n.S), diag.M("ghi đủ năm", "write the whole year"), true
	case kind.HasYear && n.Year == "" && !n.Dash && slices.Contains(kind.Abbrs, n.Type):
		return diag.M("số của %s thiếu năm", "the number of a %s lacks the year", kind.Name),
			diag.M("ghi số/năm/ký hiệu: %s/…/%s-%s", "write number/year/symbol: %s/…/%s-%s", n.Num, n.Type, n.Organ), true
	case n.Year != "" && c.Day.Y > 0 && c.Day.M > 0 && n.Year != strconv.Itoa(c.Day.Y):
		return diag.M("số ghi năm %s mà ngày ban hành ghi năm %d", "the number says %s and the day %d", n.Year, c.Day.Y),
			diag.M("đối chiếu văn bản gốc, sửa năm sai", "compare with the original and mend the year"), true
	}
	return diag.Msg{}, diag.Msg{}, false
}

// misspelt gives the abbreviation that was meant by one with D for Đ or with
// other capitals: "QD", "CTR".
func misspelt(kind fact.DocKind, typ string) string {
	if slices.Contains(kind.Abbrs, typ) {
		return ""
	}
	for _, a := range kind.Abbrs {
		if strings.EqualFold(withoutBar.Replace(a), withoutBar.Replace(typ)) {
			return a
		}
	}
	return ""
}

var withoutBar = strings.NewReplacer("Đ", "D", "đ", "d")
