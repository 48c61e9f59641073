package layout

import (
	"regexp"
	"strings"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// openRoom is room that a key of a letterhead has left open, behind the word that
// tells what for.
var openRoom = regexp.MustCompile(`(?i)(số|ngày|tháng|năm)[ :]*(\x{00a0}{3,})`)

// roomWords are the words before room and its slots.
var roomWords = map[string]string{"số": page.SlotSo, "ngày": page.SlotNgay, "tháng": page.SlotThang, "năm": page.SlotNam}

// rooms are the slots in a fragment of a letterhead's line; before is what stands
// on the line before it.
func (f *sheetFiller) rooms(fr font.Frag, before string, x, baseline, extra unit.Length) []page.Slot {
	if !strings.Contains(fr.Text, noBreak) {
		return nil
	}
	var out []page.Slot
	text := before + fr.Text
	for _, at := range openRoom.FindAllStringSubmatchIndex(text, -1) {
		if at[4] < len(before) {
			continue
		}
		name := roomWords[strings.ToLower(text[at[2]:at[3]])]
		lead := text[len(before):at[4]]
		from := x + f.fam.Width(lead, fr.Style) + extra*unit.Length(strings.Count(lead, " "))
		out = append(out, f.room(name, f.block, from, baseline-fr.Rise, f.fam.Width(text[at[4]:at[5]], fr.Style), fr.Style))
	}
	return out
}

const noBreak = "\u00a0"

// printed is words of a letterhead that stand side by side on a page.
type printed struct {
	box
	block, on int
	text      string
}

// signSheet puts the slots of a signer whose titles and name stand in the
// letterhead between the name and what stands above it. A name that is found
// nowhere, or has no room above it, gets none.
func (p *paginator) signSheet(column []doc.Block) {
	_, name := titlesAndName(column)
	if name == nil || oneLine(name) == "" {
		return
	}
	all := p.printed()
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].text == oneLine(name) {
			p.signAbove(all[i], all, column)
			return
		}
	}
}

func (p *paginator) signAbove(name printed, all []printed, column []doc.Block) {
	var title *printed
	for i := range all {
		if l := &all[i]; l.on == name.on && l.y1 <= name.y0 && l.x0 < name.x1 && l.x1 > name.x0 && (title == nil || l.y1 > title.y1) {
			title = l
		}
	}
	if title == nil {
		return
	}
	size, axis, room := p.fig.Slots.Ky, (name.x0+name.x1)/2, name.y0-title.y1
	half := size.Width.Value / 2
	s := page.Slot{H: min(size.Height.Value, room), Y: title.y1}
	s.Y += (room - s.H) / 2
	for _, l := range all { // what stands beside
		if l.on == name.on && l.y0 < s.Y+s.H && l.y1 > s.Y {
			half = min(half, max(l.x0-axis, axis-l.x1))
		}
	}
	if half <= 0 || room < size.Height.Value/2 {
		return
	}
	s.X, s.W = axis-half, 2*half
	slots := p.signatures(s, column, 0)
	for _, sl := range slots {
		p.within[sl.Name] = title.block
	}
	p.keepSlots(slots, &p.out.Pages[name.on])
}

// printed lists the words of the letterhead by what stands side by side.
func (p *paginator) printed() []printed {
	var out []printed
	for i, pg := range p.out.Pages {
		for _, w := range pg.Words {
			text := strings.ReplaceAll(w.Text, noBreak, " ")
			if w.Artifact || w.Role != LetterheadRole || strings.TrimSpace(text) == "" {
				continue
			}
			ink := p.fam.Width(strings.TrimRight(w.Text, " "), font.Style{Bold: w.Bold, Italic: w.Italic, Size: w.Size})
			b := box{w.X, w.Y - p.fam.Ascent(w.Size), w.X + ink, w.Y + p.fam.Descent(w.Size)}
			if n := len(out); n > 0 {
				last := &out[n-1]
				if last.on == i && last.block == w.Block && last.y0 == b.y0 && b.x0 >= last.x0 && b.x0-last.x1 < w.Size {
					last.text += text
					last.x1 = b.x1
					continue
				}
			}
			out = append(out, printed{box: b, block: w.Block, on: i, text: text})
		}
	}
	for i := range out {
		out[i].text = strings.Join(strings.Fields(out[i].text), " ")
	}
	return out
}
