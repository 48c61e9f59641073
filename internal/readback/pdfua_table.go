package readback

// tableRows are the rows of a table in their order.
func tableRows(table *tagElement) []*tagElement {
	var out []*tagElement
	for _, k := range table.elems() {
		switch k.kind {
		case "TR":
			out = append(out, k)
		case "THead", "TBody", "TFoot":
			out = append(out, tableRows(k)...)
		}
	}
	return out
}

// span is over how many columns or rows a cell goes.
func (f *pdfFacts) span(e *tagElement, key string) int {
	if n, ok := f.attribute(e, "Table", key).(float64); ok {
		return int(n)
	}
	return 1
}

// ruleTables wants rows of the same width, none of whose cells lie on each other or go out below.
func ruleTables(f *pdfFacts, tell teller) {
	for _, e := range f.tree.all {
		if e.kind == "Table" {
			f.tableGrid(e, tell)
		}
	}
}

func (f *pdfFacts) tableGrid(table *tagElement, tell teller) {
	rows := tableRows(table)
	if len(rows) == 0 {
		tell("the Table in object %d has no rows", table.object)
	}
	var open []int // how many rows each column is still taken from above
	for i, row := range rows {
		column := 0
		for _, cell := range row.elems() {
			wide, high := f.span(cell, "ColSpan"), f.span(cell, "RowSpan")
			for column < len(open) && open[column] > 0 {
				column++
			}
			if wide < 1 || high < 1 || i+high > len(rows) {
				tell("a cell (object %d) goes over %d columns and %d rows", cell.object, wide, high)
				return
			}
			for range wide {
				if column == len(open) && i == 0 {
					open = append(open, 0)
				}
				if column >= len(open) || open[column] > 0 {
					tell("row %d of the Table in object %d has too many cells", i+1, table.object)
					return
				}
				open[column] = high
				column++
			}
		}
		for c := range open {
			if open[c] == 0 {
				tell("row %d of the Table in object %d has too few cells", i+1, table.object)
				return
			}
			open[c]--
		}
	}
}

// ruleHeaders wants every table to have header cells, and each of them to say for what.
func ruleHeaders(f *pdfFacts, tell teller) {
	for _, e := range f.tree.all {
		if e.kind == "TH" {
			if s, _ := f.attribute(e, "Table", "Scope").(pdfName); s != "Row" && s != "Column" && s != "Both" {
				tell("the TH in object %d has no /Scope", e.object)
			}
		}
		if e.kind != "Table" {
			continue
		}
		headers := 0
		for _, row := range tableRows(e) {
			for _, cell := range row.elems() {
				if cell.kind == "TH" {
					headers++
				}
			}
		}
		if headers == 0 {
			tell("the Table in object %d has no TH", e.object)
		}
	}
}
