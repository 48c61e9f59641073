package build

import "kehoach.example/internal/diag"

// RecognisedRow is what is told of fields of an import that are alike: parts and
// phụ lục are one row.
type RecognisedRow struct {
	Key    string       // "trich_yeu"; "" for paragraphs that were not recognised
	Amount diag.Msg     // how much it holds, where that is more than a line: "3 phần, 20 đoạn"
	At     []diag.Place // where its fields begin
	Sure   Sureness
	Why    diag.Msg
}

// Rows tells what was recognised, in the order of the paper.
func (i *Imported) Rows() []RecognisedRow {
	var out []RecognisedRow
	for at := 0; at < len(i.Fields); {
		n := alike(i.Fields[at:])
		fields := i.Fields[at : at+n]
		row := RecognisedRow{Key: fields[0].Key, Amount: amount(fields), Sure: fields[0].Sure, Why: fields[0].Why}
		for _, f := range fields {
			row.At = append(row.At, f.At)
		}
		out = append(out, row)
		at += n
	}
	return out
}

// alike counts the fields at the head of a list that are one row.
func alike(fields []Recognised) int {
	n := 1
	for n < len(fields) && fields[n].Key == fields[0].Key && fields[n].Sure == fields[0].Sure {
		n++
	}
	return n
}

// amount tells how much fields hold that are alike.
func amount(fields []Recognised) diag.Msg {
	key, lines := fields[0].Key, 0
	for _, f := range fields {
		lines += f.Count
	}
	switch {
	case key == "":
		return diag.Msg{}
	case key == "muc":
		parts, lines := diag.M("%d phần, ", "parts: %d, ", len(fields)), paragraphs(lines)
		return diag.Msg{Vi: parts.Vi + lines.Vi, En: parts.En + lines.En}
	case len(fields) > 1:
		return diag.M("%d", "%d", len(fields))
	case lines > 1 && (key == "mo_dau" || key == "ket" || key == "phu_luc"):
		return paragraphs(lines)
	case lines > 1:
		return diag.M("%d dòng", "%d lines", lines)
	}
	return diag.Msg{}
}

func paragraphs(n int) diag.Msg {
	if n == 1 {
		return diag.M("%d đoạn", "%d paragraph", n)
	}
	return diag.M("%d đoạn", "%d paragraphs", n)
}

// LineWords names a place of a source: a paragraph of a Word file, a line of a
// text.
func LineWords(at diag.Place) diag.Msg {
	switch {
	case at.Line == 0:
		return diag.Msg{Vi: "-", En: "-"}
	case at.Where != "":
		return diag.M("đoạn %d", "paragraph %d", at.Line)
	}
	return diag.M("dòng %d", "line %d", at.Line)
}

// SureWords tells how sure a field is.
func SureWords(s Sureness) diag.Msg {
	switch s {
	case Sure:
		return diag.M("chắc chắn", "sure")
	case Likely:
		return diag.M("có vẻ đúng", "likely")
	}
	return diag.M("cần xem lại", "doubt")
}
