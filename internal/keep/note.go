package keep

import (
	"path"
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

const (
	noteEnding = ".txt" // of the file beside a version in which its note stands
	mostNote   = 200    // letters
)

// MarkAs makes a version of the text as it is now, with a note of the person who
// asked for it. Where the newest version has this text already, the note is
// added to its own.
func (p *Plan) MarkAs(note string) (Version, error) {
	v, err := p.Mark(Marked)
	note = plainNote(note)
	if err != nil || note == "" {
		return v, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if old := p.note(v); old != "" && old != note {
		note = plainNote(old + "; " + note)
	}
	v.Note = note
	err = disk.Put(p.folder.root, path.Join(p.dir(), v.ID+noteEnding), []byte(note+"\n"))
	return v, trouble(diag.M("không ghi được ghi chú của phiên bản", "the note of the version cannot be written"), err)
}

// note reads the note of a version, "" for none.
func (p *Plan) note(v Version) string {
	data, _, err := p.folder.read(path.Join(p.dir(), v.ID+noteEnding))
	if err != nil {
		return ""
	}
	return plainNote(string(data))
}

// plainNote makes one short line of a note.
func plainNote(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) || unicode.IsSpace(r) {
			return r
		}
		return -1
	}, strings.ToValidUTF8(s, ""))
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > mostNote {
		return string(r[:mostNote-1]) + "…"
	}
	return s
}
