package letterhead

import "kehoach.example/internal/unit"

// tallRow names a row that is told to be higher than half a page: the layout
// gives it no more.
func (r *reader) tallRow(height unit.Length) {
	if height > r.sheet.Page.Height/2 {
		r.oddTable("hàng bảng cao quá nửa trang", "a row of a table higher than half a page")
	}
}

// tallMargin names a header that reaches below half of the page or a footer that
// takes more than a third: the layout gives them no more. Height is the least
// one, of lines that are not broken.
func (r *reader) tallMargin(blocks []Block, foot bool) {
	p := r.sheet.Page
	height := least(blocks)
	if !foot && p.Header+height > p.Height/2 {
		r.oddSetting("đầu trang cao quá nửa trang", "a header that reaches below half of the page")
	}
	if foot && p.Footer+height > p.Height/3 {
		r.oddSetting("chân trang cao quá một phần ba trang", "a footer higher than a third of the page")
	}
}

// least is the least height of blocks one below the other.
func least(blocks []Block) unit.Length {
	var sum, after unit.Length
	for _, b := range blocks {
		switch x := b.(type) {
		case *Paragraph:
			if !x.Contextual {
				sum += max(after, x.Before)
			}
			sum += x.least()
			after = x.After
		case *Table:
			for _, row := range x.Rows {
				sum += row.least()
			}
			after = 0
		}
	}
	return sum
}

// least is the height of the lines of a paragraph if each is as long as it
// likes.
func (p *Paragraph) least() unit.Length {
	one, pictures, lines := p.Size, unit.Length(0), unit.Length(1)
	for _, run := range p.Runs {
		one = max(min(one, run.Size), 1)
		if run.Image != nil {
			pictures = max(pictures, run.Image.Height)
		}
		if run.Break {
			lines++
		}
	}
	if p.Line.Exact > 0 {
		return lines * p.Line.Exact
	}
	return max(lines*max(one, p.Line.Least), pictures)
}

func (row *Row) least() unit.Length {
	if row.Exact {
		return row.Height
	}
	height := row.Height
	for _, c := range row.Cells {
		if c.Down == 1 && !c.merged {
			height = max(height, c.Top+c.Bottom+least(c.Blocks))
		}
	}
	return height
}
