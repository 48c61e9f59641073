package letterhead

// oddRow names what of the properties of a row is not laid out: they are plain
// where they tell again what the table has.
func (r *reader) oddRow(n, pr *node, l tableLook) {
	r.oddKids(pr, plainRow)
	if v := pr.val("w:jc"); v != "" && side(v) != side(l.align) {
		r.oddTable("hàng canh lề khác với cả bảng", "a row aligned otherwise than its table")
	}
	if pr.kid("w:tblCellSpacing").int("w:w") != 0 {
		r.oddTable("bảng có khoảng hở giữa các ô", "a table with room between its cells")
	}
	if own := n.kid("w:tblPrEx"); own != nil {
		other := l
		other.with(own, r)
		if !other.like(l) {
			r.oddTable("hàng có viền hoặc lề khác với cả bảng", "a row of other borders or margins than its table")
		}
	}
}

// side is where a table or row stands, "left" where nothing tells it.
func side(align string) string {
	switch align {
	case "center":
		return align
	case "right", "end":
		return "right"
	}
	return "left"
}

// like tells whether two looks of tables show the same.
func (l tableLook) like(o tableLook) bool {
	return l.top == o.top && l.bottom == o.bottom && l.left == o.left && l.right == o.right && l.insideH == o.insideH && l.insideV == o.insideV &&
		l.pad == o.pad && l.indent == o.indent && side(l.align) == side(o.align)
}

// empty tells whether nothing stands in a cell.
func empty(blocks []Block) bool {
	for _, b := range blocks {
		p, ok := b.(*Paragraph)
		if !ok || len(p.Runs) > 0 || len(p.Drawn) > 0 {
			return false
		}
	}
	return true
}
