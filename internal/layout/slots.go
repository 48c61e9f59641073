package layout

import "kehoach.example/internal/page"

// fillSlots are the slots that are filled with words, by the names of their room.
var fillSlots = []string{page.SlotSo, page.SlotNgay, page.SlotThang, page.SlotNam}

// keepSlots puts slots on the current page; of several with one name the first
// counts.
func (p *paginator) keepSlots(slots []page.Slot) {
	for _, s := range slots {
		if !p.named[s.Name] {
			p.named[s.Name] = true
			pg := p.current()
			pg.Slots = append(pg.Slots, s)
		}
	}
}
