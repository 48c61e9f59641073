// Package letterhead reads the looks of an office's own letterhead: the small
// part of Word that letterheads use (ECMA-376, WordprocessingML: paragraphs,
// tabs, tables, images, drawn lines, headers and footers), with every size
// resolved.
//
// In: the bytes of a filled DOCX with a mark where the text of the plan goes.
// Out: its page and its blocks above and below that mark, in lengths, and by
// name and place whatever lies outside that part of Word: then the PDF cannot be
// made. It fills nothing in and draws nothing.
package letterhead
