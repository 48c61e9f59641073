package check

import (
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/page"
	"kehoach.example/internal/standard"
)

// Stage is how far the plan is.
type Stage int

// The stages: what is blank in a draft is told as info, in a final plan as an
// error; one that goes to be signed may leave number and day to the văn thư.
const (
	Draft Stage = iota
	Final
	Signing
)

// Input is what the rules look at.
type Input struct {
	Facts    *fact.Facts
	Standard *standard.Standard
	Data     *Data
	Stage    Stage
	Pasted   bool // the source is pasted text, not a plan file
	Word     bool // of a Word file: its looks are no marks that somebody typed

	// Read are the findings of the reader: a rule may tell one of them in its
	// own words (NOT-A-PLAN, SPLIT-PARA); build then drops that of the reader.
	Read []diag.Finding
	// Decomposed are the lines of the file with letters that are not in NFC,
	// each marked from the first of them to the last; Facts knows only NFC.
	Decomposed []diag.Place
	// Invisible are the lines of the file with characters of no width, which
	// reading leaves out.
	Invisible []diag.Place

	// Ranks are degrees and titles as they stand before names, the longest
	// first or not: the words by which a reader knows them too.
	Ranks []string

	Doc   *doc.Document  // nil where the plan could not be composed
	Pages *page.Document // likewise
}

// Pass is one rule at work.
type Pass struct {
	*Input
	*fact.Facts

	// Issued is the day of the document by which its rules are chosen: its
	// last possible day where the day is open, 1 January of its period where
	// none is given; zero where that is unknown too.
	Issued fact.Date

	rule     *Rule
	severity diag.Severity
	found    []diag.Finding
	more     int          // findings that were counted and not kept
	spare    diag.Finding // what a finding that is not kept is written to
}

// most is how many findings of one rule are kept: behind a hundred alike
// nobody reads on. The rest are counted.
const most = 100

// Report adds a finding at a place. What stands nowhere in the file, because it
// is missing, is told at the first line.
func (p *Pass) Report(at diag.Place, msg, hint diag.Msg) *diag.Finding {
	if p.full() {
		return &p.spare
	}
	if at.Line < 1 {
		at = diag.Place{File: p.Plan.At.File, Line: 1, Text: p.Lines[0]}
	}
	if end := utf8.RuneCountInString(at.Text) + 1; at.EndColumn > end { // behind a key without a value
		at.Column, at.EndColumn = min(at.Column, end), end
	}
	f := diag.New(p.rule.Code, p.severity, p.rule.Group, at, msg, hint)
	f.Basis = p.rule.Basis
	p.found = append(p.found, f)
	return &p.found[len(p.found)-1]
}

// full tells whether enough was found, and counts what is not kept.
func (p *Pass) full() bool {
	if len(p.found) < most {
		return false
	}
	p.more++
	return true
}

// rest tells how many findings were counted and not kept.
func (p *Pass) rest() {
	if p.more == 0 {
		return
	}
	f := p.found[len(p.found)-1]
	f.Message, f.Hint, f.Fix = diag.M("còn %d chỗ nữa như vậy", "%d more of this kind", p.more), diag.M("sửa những chỗ trên rồi soát lại", "mend those above and check again"), ""
	f.Severity = diag.Info
	p.found = append(p.found, f)
}

// At adds a finding for a piece of a text, in bytes.
func (p *Pass) At(t *fact.Text, lo, hi int, msg, hint diag.Msg) *diag.Finding {
	if p.full() {
		return &p.spare
	}
	return p.Report(t.Place(lo, hi), msg, hint)
}

// Mend adds a finding for a piece of a text, and what should stand there. A
// rule whose fixes are safe offers none inside quotations and citations, and
// none where the piece does not stand in the file as it stands in the text.
func (p *Pass) Mend(t *fact.Text, lo, hi int, fix string, msg, hint diag.Msg) *diag.Finding {
	f := p.At(t, lo, hi, msg, hint)
	if f == &p.spare || p.rule.Fix == Never || p.protected(t, lo, hi) {
		return f
	}
	if marked(f.At) == t.S[lo:hi] {
		f.Fix = fix
	}
	return f
}

// protected tells whether words are not ours to change: in a quotation or a
// citation.
func (p *Pass) protected(t *fact.Text, lo, hi int) bool {
	return t.Quoted(lo) || t.Quoted(hi-1) || t.Cited(lo) || t.Cited(hi-1)
}

// marked is what stands in the marked columns.
func marked(at diag.Place) string {
	line := []rune(at.Text)
	if at.Column < 1 || at.EndColumn > len(line)+1 || at.Column > at.EndColumn {
		return ""
	}
	return string(line[at.Column-1 : at.EndColumn-1])
}

// Unjudged adds an info finding: the rule cannot decide.
func (p *Pass) Unjudged(at diag.Place, msg, hint diag.Msg) {
	f := p.Report(at, msg, hint)
	f.Severity, f.Judged = diag.Info, false
}

// Blank is the severity of something that is left blank: an error in a final
// plan, info in a draft.
func (p *Pass) Blank() diag.Severity {
	if p.Stage == Draft {
		return diag.Info
	}
	return diag.Error
}

// attached tells whether the plan is issued with another document: it is printed
// without head, recipients and signature.
func (p *Pass) attached() bool { return !p.Plan.KemTheo.Blank() }

// placeOr is where a value stands, the first line of the file for one that is
// not there.
func (p *Pass) placeOr(given bool, at diag.Place) diag.Place {
	if given && at.Line > 0 {
		return at
	}
	return p.Top()
}

// Top is the first line of the file: the place of what is not there.
func (p *Pass) Top() diag.Place { return p.lineAt(1) }

// Bottom is the last line of the file that has letters.
func (p *Pass) Bottom() diag.Place {
	n := len(p.Lines)
	for n > 1 && strings.TrimSpace(p.Lines[n-1]) == "" {
		n--
	}
	return p.lineAt(n)
}

func (p *Pass) lineAt(n int) diag.Place {
	at := diag.Place{File: p.Plan.At.File, Line: n, Column: 1, EndColumn: 2}
	if n >= 1 && n <= len(p.Lines) {
		at.Text = p.Lines[n-1]
		at.EndColumn = utf8.RuneCountInString(at.Text) + 1
	}
	return at
}
