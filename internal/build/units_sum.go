package build

import (
	"crypto/sha256"
	"hash"
	"io"
	"strconv"
	"strings"
	"sync"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/list"
	"kehoach.example/internal/plan"
)

// Number is the number and symbol of a paper as they stand on it, without the
// word before them: "12/KH-UBND"; "…" stands for room that is left open.
func (p *Paper) Number() string {
	if p.Standard == nil || !p.Plan.So.Given && !p.Plan.KyHieu.Given {
		return ""
	}
	words := p.Standard.Form.So
	if !p.Plan.KyHieu.Given { // a number without a symbol has no separator
		before, _, _ := strings.Cut(words, "{so}")
		words = before + "{so}"
	}
	words = strings.NewReplacer("*", "", "{so}", shown(p.Plan.So), "{ky_hieu}", shown(p.Plan.KyHieu)).Replace(words)
	words = strings.TrimPrefix(strings.TrimSpace(words), "Số")
	return strings.TrimSpace(strings.TrimPrefix(words, ":"))
}

// shown is a text, or a sign for the room that it has on paper.
func shown(t plan.Chu) string {
	if t.Blank() {
		return "…"
	}
	return strings.TrimSpace(t.Plain())
}

// Sums hashes the plans of rows. It remembers the images that it has read: many
// papers show one. It is safe for concurrent use.
type Sums struct {
	units *Units
	mu    sync.Mutex
	files map[string][sha256.Size]byte
}

// Sums makes a new one: images are read once, as they stand now.
func (u *Units) Sums() *Sums { return &Sums{units: u, files: map[string][sha256.Size]byte{}} }

// Of is the SHA-256 of the plan of a row: of the file with holes, of all that
// stands in its place, and of the files beside the plan that the paper shows.
func (s *Sums) Of(row *list.Row) [sha256.Size]byte {
	filled, _ := s.units.Template.Fill(row)
	return s.OfPaper(&Paper{Plan: filled.Plan})
}

// OfPaper is the sum of the row that a paper was made of, equal to that of Of.
func (s *Sums) OfPaper(paper *Paper) [sha256.Size]byte {
	h := sha256.New()
	p, d := paper.Plan, paper.Doc
	part(h, s.units.plan.Data)
	part(h, []byte(plan.Dump(*p)))
	if d == nil || paper.Letterhead != nil { // whose paper shows no logo
		plain := &Paper{Plan: p}
		if s.units.office.choose(plain); plain.Standard == nil {
			return [sha256.Size]byte(h.Sum(nil))
		}
		d, _ = compose.Compose(p, &plain.Standard.Form)
	}
	d.Walk(func(b doc.Block) {
		if im, ok := b.(*doc.Image); ok {
			s.file(h, im.File)
		}
	})
	if !p.Mau.Blank() {
		s.file(h, strings.TrimSpace(p.Mau.Plain()))
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// part hashes one of several parts with its length, so that none runs into the
// next.
func part(h hash.Hash, data []byte) {
	io.WriteString(h, strconv.Itoa(len(data))+":")
	h.Write(data)
}

// file adds a file beside the plan; one that cannot be read is told when the
// paper is made.
func (s *Sums) file(h hash.Hash, name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sum, seen := s.files[name]
	if !seen {
		data, _, why := readBeside(s.units.plan.Files, name, maxImageBytes)
		sum = sha256.Sum256(append(data, byte(why)))
		s.files[name] = sum
	}
	h.Write(sum[:])
}
