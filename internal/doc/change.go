package doc

// Change tells what became of a piece of a paper since another paper. A paper
// with changes holds the words of both; only a Word file can show it, as its
// tracked changes. Layout never sees one.
type Change int

// A piece stands in both papers, in the new one alone, or in the old one alone.
const (
	Same Change = iota
	Inserted
	Deleted
)

// String is the sign of a change in a dump, "" for none.
func (c Change) String() string { return [...]string{"", "+", "-"}[c] }

// flag is the sign of a change behind a blank.
func (c Change) flag() string {
	if c == Same {
		return ""
	}
	return " " + c.String()
}

// Change is what became of the row, whole.
func (c *Columns) Change(row int) Change {
	if row < len(c.Changes) {
		return c.Changes[row]
	}
	return Same
}

// Changed tells what became of a block as a whole: Same where only pieces of it
// were inserted or deleted.
func Changed(b Block) Change {
	switch x := b.(type) {
	case *Paragraph:
		return x.Mark
	case *Rule:
		return x.Change
	case *Image:
		return x.Change
	case *Bar:
		return x.Change
	case *Signers:
		return x.Change
	case *Columns:
		all := x.Change(0)
		for i := range x.Rows {
			if x.Change(i) != all {
				return Same
			}
		}
		return all
	case *Table:
		all := x.Rows[0].Change
		for _, r := range x.Rows {
			if r.Change != all {
				return Same
			}
		}
		return all
	}
	return Same
}
