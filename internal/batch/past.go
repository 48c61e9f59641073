package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// Names of the files that a run keeps about itself.
const (
	indexName   = "muc-luc"
	journalName = ".kehoach-nhat-ky"
	tempName    = ".kehoach-lo"
)

// indexNames are the names of the index of a run: as JSON, as XLSX.
func indexNames(s *Shard) []string {
	return []string{indexName + s.tag() + ".json", indexName + s.tag() + ".xlsx"}
}

func (j *Job) journalName() string { return journalName + j.opt.Shard.tag() + ".jsonl" }

// past is what former runs over the same folder tell of their files.
type past struct {
	made   map[made]Unit   // rows that were made; without texts, and without findings unless told
	files  []string        // of the former index, in its order
	told   bool            // findings are kept
	all    []Finding       // that every unit of the former index has
	later  map[made]bool   // rows that the journal tells of: they have all their findings
	beside map[string]File // other files that a run wrote, by their SHA-256
}

// made tells rows that were made from each other: those with equal cells have one
// key, but files of their own.
type made struct{ key, name string }

// remember reads the former index and the journal. An index that cannot be read
// is none of ours: place refuses to write over it.
func (j *Job) remember() error {
	j.past = &past{made: map[made]Unit{}, later: map[made]bool{}, beside: map[string]File{}}
	f, err := j.opt.Out.Open(indexNames(j.opt.Shard)[0])
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		j.past.told = j.opt.Only != nil
		err := j.past.readIndex(f)
		f.Close()
		if name := indexNames(j.opt.Shard)[0]; err != nil && !j.opt.Force && !j.hollow(name) {
			return j.edited(name)
		}
	}
	return readJournal(j.opt.Out, j.journalName(), func(e entry) {
		if e.Unit != nil {
			j.past.keep(*e.Unit)
			j.past.later[e.Unit.made()] = true
		}
		if e.Beside != nil {
			j.past.beside[e.Beside.SHA256] = *e.Beside
		}
	})
}

func (p *past) readIndex(r io.Reader) error {
	ix, err := ReadJSON(r, func(u Unit) error {
		p.keep(u)
		return nil
	})
	if err != nil {
		return err
	}
	for _, f := range ix.Beside {
		p.beside[f.SHA256] = f
	}
	for _, f := range ix.Findings {
		if f.All && p.told {
			p.all = append(p.all, f)
		}
	}
	return nil
}

func (p *past) keep(u Unit) {
	for _, f := range u.Files {
		p.files = append(p.files, f.Name)
	}
	if u.State == Done {
		if u.Texts = nil; !p.told {
			u.Findings = nil
		}
		p.made[u.made()] = u
	}
}

// made is what a unit is known by, from the name of its first file.
func (u *Unit) made() made {
	if len(u.Files) == 0 {
		return made{u.Key, ""}
	}
	_, name := build.FormatOf(u.Files[0].Name)
	return made{u.Key, name}
}

// findings are those of a row that was made by a former run, with what was told
// in the head of the index.
func (p *past) findings(u *Unit, cell string) []Finding {
	out := slices.Clone(u.Findings)
	if !p.later[u.made()] {
		for _, f := range p.all {
			out = append(out, f.backTo(cell))
		}
	}
	return sortFindings(out)
}

// kept gives what is known of a row whose files stand as they would be made.
func (j *Job) kept(t *task) (Unit, bool) {
	u, ok := j.past.made[made{t.key, t.name}]
	if !ok || t.asked && len(u.Files) != len(t.formats) {
		return Unit{}, false
	}
	for _, f := range u.Files {
		format, name := build.FormatOf(f.Name)
		if name != t.name || !slices.Contains(j.opt.Formats, format) || !j.stands(f) {
			return Unit{}, false
		}
	}
	return u, true
}

// stands tells whether a file has the bytes that it should have.
func (j *Job) stands(want File) bool { return stands(j.opt.Out, want) }

// stands tells whether a file of a folder has the bytes that it should have.
func stands(out *os.Root, want File) bool {
	info, err := out.Lstat(want.Name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != want.Bytes {
		return false
	}
	f, err := out.Open(want.Name)
	if err != nil {
		return false
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return false
	}
	return hex.EncodeToString(h.Sum(nil)) == want.SHA256
}

// leftOver tells of files of former runs that no paper of this one has: rows that
// are no longer in the list or are bad now, names that changed, PDFs that cannot
// be made any more. They are not deleted.
func (j *Job) leftOver() []diag.Finding {
	now := map[string]bool{}
	for _, t := range j.tasks {
		formats := t.formats
		if !t.asked || t.broke != "" {
			formats = j.opt.Formats
		}
		for _, format := range formats {
			now[filename.Same(t.name+format.Ending())] = true
		}
	}
	var names []string
	for _, name := range j.past.files {
		if info, err := j.opt.Out.Lstat(name); err == nil && info.Mode().IsRegular() && !now[filename.Same(name)] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var out []diag.Finding
	for _, name := range slices.Compact(names) {
		out = append(out, diag.New("BATCH-LEFT-OVER", diag.Info, "batch", diag.Place{File: name},
			diag.M("tệp do lần chạy trước ghi; lần này không văn bản nào mang tên đó", "a file that a former run wrote; no paper of this run has its name"),
			diag.M("xóa tệp nếu không cần nữa; chương trình không tự xóa", "delete it if it is not needed; the program does not")))
	}
	return few(out)
}

// tempPrefix begins the names of files of this run that are not in their places
// yet; those of another shard, which may be running, are called otherwise.
func (j *Job) tempPrefix() string { return tempName + cmp.Or(j.opt.Shard.tag(), ".") + "-" }

// tempFor is the name of a file beside its place.
func (j *Job) tempFor(worker string) string {
	return j.tempPrefix() + strconv.Itoa(os.Getpid()) + "-" + worker + ".tmp"
}

// sweep removes what a killed run left beside its places.
func (j *Job) sweep() error {
	dir, err := j.opt.Out.Open(".")
	if err != nil {
		return err
	}
	defer dir.Close()
	for {
		entries, err := dir.ReadDir(256)
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), j.tempPrefix()) && strings.HasSuffix(e.Name(), ".tmp") && e.Type().IsRegular() {
				j.opt.Out.Remove(e.Name())
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("batch: %w", err)
		}
	}
}
