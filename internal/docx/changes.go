package docx

import (
	"fmt"

	"kehoach.example/internal/doc"
)

// Tracked changes (ECMA-376 Part 1, 17.13.5): inserted and deleted runs are
// wrapped (17.13.5.18, 17.13.5.14), a paragraph says in the properties of its
// mark what became of its end (17.13.5.19, 17.13.5.15), a row in its own
// (17.13.5.17, 17.13.5.12).

// author is who made the changes, as Word shows it: this program, because
// nobody who works on a plan made them.
const author = "kehoach"

var changeNames = map[doc.Change]string{doc.Inserted: "ins", doc.Deleted: "del"}

// tracked is the name and the attributes of the element of a change. Each has a
// number of its own; the date is that of the file, so that no clock is asked.
//
// What comes or goes whole is dated an hour later than words in a paragraph that
// stays: LibreOffice 7.4 makes one of neighbouring changes of a few minutes, and
// of a word at the end of a paragraph and the next paragraph one that takes the
// end between them too.
func (w *writer) tracked(c doc.Change) string {
	w.changes++
	hour := 0
	if w.whole {
		hour = 1
	}
	return fmt.Sprintf(`w:%s w:id="%d" w:author="%s" w:date="%sT%02d:00:00Z"`, changeNames[c], w.changes, author, w.day, hour)
}

// begin opens what is inserted or deleted.
func (w *writer) begin(c doc.Change) {
	if c != doc.Same {
		w.xml.f("<%s>", w.tracked(c))
	}
}

// end closes it.
func (w *writer) end(c doc.Change) {
	if c != doc.Same {
		w.xml.f("</w:%s>", changeNames[c])
	}
}

// endMark are the properties of the mark of a paragraph, if its end changed and
// so all of it. It comes before what stands in the paragraph.
func (w *writer) endMark(c doc.Change) {
	w.whole = c != doc.Same
	if w.whole {
		w.xml.f("<w:rPr><%s/></w:rPr>", w.tracked(c))
	}
}

// rowMark is the last property of a row that is inserted or deleted.
func (w *writer) rowMark(c doc.Change) {
	if c != doc.Same {
		w.whole = true
		w.xml.f("<%s/>", w.tracked(c))
	}
}

// lastStays writes a paragraph behind one at the end of a cell, a section or a
// margin that may go: the last mark there can neither be inserted nor deleted.
func (w *writer) lastStays(blocks []doc.Block) {
	if n := len(blocks); n > 0 && doc.Changed(blocks[n-1]) != doc.Same {
		w.empty()
	}
}
