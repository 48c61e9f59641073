package list

// Judge tells what is wrong with the cells of the columns that are used, by
// index, and what is worth knowing of the sheet; in the order of the rows.
func (b *Book) Judge(s *Sheet, uses map[int]Use) []Problem { return nil }
