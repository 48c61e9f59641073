package web

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/output"
)

// paperShown is a file in the folder, and what is known of it.
type paperShown struct {
	output.Paper
	Edited bool // by somebody, or never written by this program
	Stale  bool // the plan was changed since
	Signed bool
	Link   string
}

// Date is when the file was written.
func (p paperShown) Date() string { return p.ModTime.Format("02/01/2006 15:04") }

// Time is the same for machines.
func (p paperShown) Time() string { return p.ModTime.Format(time.RFC3339) }

// IsPDF tells that a browser can show it.
func (p paperShown) IsPDF() bool { return p.Format == build.PDF }

// Bounds of the list.
const (
	mostOthers = 200
	mostOwn    = 50       // papers of the plan that are looked into, the newest ones
	mostLooked = 32 << 20 // bytes of a file that is looked into
)

// files lists the papers of a plan, and those of others.
func (s *Server) files(d *finishData, f *finishing) error {
	all, err := f.dir.Papers()
	if err != nil {
		return err
	}
	for _, p := range all {
		shown := paperShown{Paper: p, Link: d.At + "/file/" + url.PathEscape(p.Name)}
		switch {
		case f.owns(p.Base) && len(d.Files) < mostOwn:
			s.lookInto(&shown, f)
			d.Files = append(d.Files, shown)
			if p.Format == build.PDF && !shown.Edited && (!shown.Stale || shown.Signed) {
				d.ToSign = append(d.ToSign, shown)
			}
		case len(d.Others) < mostOthers:
			d.Others = append(d.Others, shown)
		}
		if p.Format == build.PDF {
			d.PDFs = append(d.PDFs, shown)
		}
	}
	return nil
}

// lookInto tells what became of a file since it was written.
func (s *Server) lookInto(p *paperShown, f *finishing) {
	p.Edited = true // until it is known to be ours
	if p.Size > mostLooked {
		return
	}
	data, err := f.dir.Read(p.Name, mostLooked)
	if err != nil {
		return
	}
	j := s.judged.of(p.Name, p.Format, data)
	p.Edited, p.Signed = j == notOurs, j == signedOurs
	p.Stale = !p.Edited && !f.current(p.Paper, data)
}

// A judgement is whose a file is.
type judgement int

const (
	notOurs    judgement = iota // edited by somebody, or never written by this program
	ours                        // as it was written
	filledOurs                  // filled in since, and nothing else
	signedOurs
)

// judged remembers what was found out of files: looking into a signed one takes
// long, and pages are shown often.
type judged struct {
	mu   sync.Mutex
	seen map[[32]byte]judgement
}

const mostJudged = 1000

// of judges a file by its content.
func (j *judged) of(name string, format build.Format, data []byte) judgement {
	sum := sha256.Sum256(data)
	j.mu.Lock()
	known, ok := j.seen[sum]
	j.mu.Unlock()
	if ok {
		return known
	}
	now := judge(name, format, data)
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.seen == nil || len(j.seen) >= mostJudged {
		j.seen = map[[32]byte]judgement{}
	}
	j.seen[sum] = now
	return now
}

func judge(name string, format build.Format, data []byte) judgement {
	if build.Unchanged(format, data) {
		return ours
	}
	if format != build.PDF {
		return notOurs
	}
	r, _ := build.Verify(build.Input{Name: name, Data: data}, build.VerifyOptions{})
	switch {
	case r == nil || r.Broken() || r.UnchangedSinceBuild == nil:
		return notOurs
	case len(r.Signatures) > 0:
		return signedOurs
	}
	return filledOurs
}

// owns tells whether a name of papers is one of this plan's: of the plan with the
// longest name that it begins with.
func (f *finishing) owns(base string) bool { return slices.Contains(f.plansOf(base), f.name) }

// plansOf are the plans whose papers may be called so: one, none, or two that differ
// in their endings alone.
func (f *finishing) plansOf(base string) []string {
	longest, out := -1, []string(nil)
	for _, name := range f.plans() {
		of := stem(name)
		if !calledAfter(base, of) || len(of) < longest {
			continue
		}
		if len(of) > longest {
			longest, out = len(of), nil
		}
		out = append(out, name)
	}
	return out
}

// plans are the names of all plans of the folder; another program may just have taken
// this one away.
func (f *finishing) plans() []string {
	out := []string{f.name}
	for _, p := range f.others {
		out = append(out, p.Name)
	}
	return out
}

// calledAfter tells whether a paper of a plan may be called so: NAME, NAME-2, NAME-daky.
func calledAfter(base, plan string) bool {
	base, plan = filename.Same(base), filename.Same(plan)
	return base == plan || strings.HasPrefix(base, plan+"-")
}

// paper is what the plan gives now.
func (f *finishing) paper() *build.Paper {
	if f.made == nil {
		f.made = f.server.Office.Make(f.in)
	}
	return f.made
}

// fresh makes a file of the plan as it stands. Sidecars hold the name of their paper.
func (f *finishing) fresh(format build.Format, base string) ([]byte, error) {
	p := f.paper()
	if !p.Made() || format.Paged() && p.Pages == nil {
		return nil, errNoPaper
	}
	if format == build.DOCX || format == build.PDF {
		base = ""
	}
	key := string(format) + " " + base
	if data, ok := f.written[key]; ok {
		return data, nil
	}
	data, err := f.server.Office.Write(p, format, build.Native, base)
	if err == nil {
		f.written[key] = data
	}
	return data, err
}

// current tells whether a file is what the plan says now; what was signed or filled in
// begins with that.
func (f *finishing) current(p output.Paper, data []byte) bool {
	now, err := f.fresh(p.Format, p.Base)
	return err == nil && (bytes.Equal(data, now) || p.Format == build.PDF && bytes.HasPrefix(data, now))
}

var errNoPaper = errors.New("web: no paper of this format")
