package build

import (
	"bytes"
	"slices"
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
	"kehoach.example/internal/write"
)

// Fixed is a source with its safe fixes, and what a check finds in it then.
type Fixed struct {
	*Checked
	Data  []byte // the source, byte for byte where nothing was fixed
	Count int    // of fixes

	before, after, name string
}

// composed is the code of the rule whose fix is not a piece of a line: the
// whole file is brought to NFC.
const composed = "NFD"

// rounds bounds how often a fix may make way for the next one.
const rounds = 10

// Fix makes the safe fixes of a source: those of rules whose class is safe, at
// the marked columns of the file as it stands. Line ends, byte order mark,
// encoding, comments and blank lines stay, and no word outside of the marked
// columns is touched. Fixing again changes nothing.
func (o *Office) Fix(in Input, opt CheckOptions) *Fixed {
	f := &Fixed{Checked: o.Check(in, opt), Data: in.Data, name: in.Name}
	orig, ok := read.Decode(in.Data)
	if !ok {
		return f
	}
	f.before, f.after = orig.Text, orig.Text
	for range rounds {
		text, n := o.mended(in.Name, orig, f.Findings)
		if n == 0 {
			break
		}
		next := in
		next.Data = orig.Encode(text)
		after := o.Check(next, opt)
		if broke(f.Checked, after) {
			if text, n, after = o.oneByOne(in, orig, f.Checked, opt); n == 0 {
				break
			}
			next.Data = orig.Encode(text)
		}
		f.Checked, f.Data, f.after, f.Count = after, next.Data, text, f.Count+n
		if orig, ok = read.Decode(f.Data); !ok {
			break
		}
	}
	return f
}

// FixOne makes the fix of one finding that a check of the source told, and no
// other: a safe one, or one that is made for who asks for it. nil where it cannot
// be made, or would make the source worse to read.
func (o *Office) FixOne(in Input, one diag.Finding, opt CheckOptions) []byte {
	orig, ok := read.Decode(in.Data)
	next := in
	switch {
	case !ok:
		return nil
	case o.asked(one):
		next.Data = o.ask(in, orig, one)
	case o.safe(one):
		text, n := o.mended(in.Name, orig, []diag.Finding{one})
		if n == 0 {
			return nil
		}
		next.Data = orig.Encode(text)
	}
	if next.Data == nil || bytes.Equal(next.Data, in.Data) || broke(o.Check(in, opt), o.Check(next, opt)) {
		return nil
	}
	return next.Data
}

// Diff shows the fixes as a unified diff, in UTF-8.
func (f *Fixed) Diff() []byte { return write.Diff(f.name, f.before, f.after) }

// Changed tells whether anything was fixed.
func (f *Fixed) Changed(in Input) bool { return !bytes.Equal(f.Data, in.Data) }

// mended makes one round of fixes.
func (o *Office) mended(file string, orig *read.Original, found []diag.Finding) (string, int) {
	text, _ := read.Source(file, []byte(orig.Text))
	lines := strings.Split(text, "\n")
	var edits []write.Edit
	whole := false
	for _, f := range diag.Sort(found) {
		if !o.safe(f) {
			continue
		}
		if f.Code == composed {
			whole = true
			continue
		}
		if e, ok := editOf(orig, lines, f); ok {
			edits = append(edits, e)
		}
	}
	if whole {
		if text := read.Compose(orig.Text); text != orig.Text {
			return text, 1 // the rest waits: its bytes have moved
		}
	}
	return write.Edits(orig.Text, edits)
}

// safe tells whether a finding may be mended without asking.
func (o *Office) safe(f diag.Finding) bool {
	r, known := o.rules[f.Code]
	return known && r.Fix == check.Safe && f.Judged && (f.Fix != "" || f.Code == composed)
}

// editOf turns a fix into an edit, if the line stands in the file as the
// finding has it.
func editOf(orig *read.Original, lines []string, f diag.Finding) (write.Edit, bool) {
	at := f.At
	if at.Line < 1 || at.Line > len(lines) || lines[at.Line-1] != at.Text || at.EndColumn < at.Column {
		return write.Edit{}, false
	}
	lo, hi, ok := orig.Span(at.Line, at.Column, at.EndColumn)
	return write.Edit{Lo: lo, Hi: hi, New: f.Fix}, ok
}

// broke tells whether fixes made a source worse to read: a quotation mark can
// mean something in a plan file.
func broke(before, after *Checked) bool {
	return after.Paper == nil && before.Paper != nil ||
		slices.ContainsFunc(after.Findings, stopsCheck) && !slices.ContainsFunc(before.Findings, stopsCheck)
}

// oneByOne makes the fixes that do no harm where all together do.
func (o *Office) oneByOne(in Input, orig *read.Original, before *Checked, opt CheckOptions) (text string, n int, after *Checked) {
	var good []diag.Finding
	for _, f := range diag.Sort(before.Findings) {
		try, made := o.mended(in.Name, orig, append(slices.Clone(good), f))
		if made <= n {
			continue
		}
		next := in
		next.Data = orig.Encode(try)
		if c := o.Check(next, opt); !broke(before, c) {
			good, text, n, after = append(good, f), try, made, c
		}
	}
	return text, n, after
}
