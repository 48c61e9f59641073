package pdf

import (
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// widget is the field of a slot, and what is seen of it.
type widget struct {
	slot   *page.Slot
	page   int
	object int // its appearance is the next
	elem   int32
}

// takeSlots lists the slots of all pages.
func (j *job) takeSlots() {
	for i := range j.d.Pages {
		for k := range j.d.Pages[i].Slots {
			j.widgets = append(j.widgets, widget{slot: &j.d.Pages[i].Slots[k], page: i, object: j.f.allot(2), elem: -1})
		}
	}
}

// claim puts a slot into an element of the structure.
func (j *job) claim(name string, e int32) {
	for i := range j.widgets {
		if j.widgets[i].slot.Name == name {
			j.widgets[i].elem = e
		}
	}
}

// putAnnots names the fields of a page.
func (j *job) putAnnots(on int) {
	f, begun := &j.f, false
	for i := range j.widgets {
		if j.widgets[i].page != on {
			continue
		}
		if !begun {
			f.put("/Tabs/S/Annots[")
			begun = true
		}
		f.ref(j.widgets[i].object)
		f.put(" ")
	}
	if begun {
		f.put("]")
	}
}

// putForm writes the fields and the form that holds them (ISO 32000-1, 12.7).
func (j *job) putForm() {
	if len(j.widgets) == 0 {
		j.form = 0
		return
	}
	f := &j.f
	j.form = f.allot(1)
	f.begin(j.form)
	f.put("<</Fields[")
	for _, w := range j.widgets {
		f.ref(w.object)
		f.put(" ")
	}
	f.put("]/DA(/F0 13 Tf 0 g)/DR<<")
	j.putFontNames()
	f.put(">>>>")
	f.end()
	for i := range j.widgets {
		j.putField(i)
	}
}

// putField writes a field and its appearance, which is empty: it waits. The
// foot of the place for words is as far below their baseline as the face goes.
func (j *job) putField(i int) {
	f, w := &j.f, &j.widgets[i]
	s, height := w.slot, j.d.Pages[w.page].H
	f.begin(w.object)
	f.put("<</Type/Annot/Subtype/Widget/F 4/T(")
	f.put(s.Name)
	f.put(")/TU")
	f.text(s.Label)
	if s.Kind == page.Fill {
		f.put("/FT/Tx/Q 1/DA(/F")
		f.int(font.Style{Bold: s.Bold, Italic: s.Italic}.Face())
		f.put(" ")
		f.points(s.Size)
		f.put(" Tf 0 g)")
	} else {
		f.put("/FT/Sig")
	}
	f.key("/P", j.pages+w.page)
	f.put("/Rect[")
	for n, l := range [4]unit.Length{s.X, height - s.Y - s.H, s.X + s.W, height - s.Y} {
		if n > 0 {
			f.put(" ")
		}
		f.points(l)
	}
	f.put("]/StructParent ")
	f.int(len(j.starts) + i)
	f.key("/AP<</N", w.object+1)
	f.put(">>>>")
	f.end()
	f.begin(w.object + 1)
	f.put("<</Type/XObject/Subtype/Form/BBox[0 0 ")
	f.points(s.W)
	f.put(" ")
	f.points(s.H)
	f.put("]/Resources<<")
	if s.Kind == page.Fill {
		j.putFontNames()
	}
	f.put(">>/Length 0>>\nstream\n\nendstream")
	f.end()
}
