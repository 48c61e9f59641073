package batch

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// mostIndex bounds an index that is read, in bytes, and with it the memory.
const mostIndex = 256 << 20

var errTooLarge = errors.New("too large for an index")

// read reads the index of a shard. One that nobody but this program could have
// written otherwise is told and left out.
func (j *joiner) read(s *joint) {
	ix, err := j.readIndex(s)
	if err == nil {
		err = s.sound(ix)
	}
	if err != nil {
		j.tell("BATCH-JOIN-READ", diag.Place{File: s.path()},
			diag.M("không đọc được mục lục này: %v", "this index cannot be read: %v", err), again(s.shard))
		return
	}
	s.ix = ix
	j.shards = append(j.shards, s)
}

func (j *joiner) readIndex(s *joint) (*Index, error) {
	f, err := s.dir.Root.Open(s.name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var units []Unit
	limited := &io.LimitedReader{R: f, N: mostIndex + 1}
	ix, err := ReadJSON(limited, func(u Unit) error {
		for i, found := range u.Findings {
			u.Findings[i] = j.shared(found)
		}
		units = append(units, u)
		return nil
	})
	if limited.N <= 0 {
		return nil, errTooLarge
	}
	if err != nil {
		return nil, err
	}
	ix.Units = units
	return ix, nil
}

// shared keeps one copy of the words of a finding that many rows have.
func (j *joiner) shared(f Finding) Finding {
	for _, s := range []*string{&f.Code, &f.Severity, &f.Plan, &f.Message} {
		if known, ok := j.words[*s]; ok {
			*s = known
		} else {
			j.words[*s] = *s
		}
	}
	return f
}

// sound tells what in an index cannot be.
func (s *joint) sound(ix *Index) error {
	switch {
	case ix.Shard == nil || *ix.Shard != s.shard:
		return fmt.Errorf("%w: it is of another share than its name", errNoIndex)
	case ix.Rows < 0 || ix.Rows > 10_000_000 || !isSum(ix.Inputs):
		return errNoIndex
	}
	for i := range ix.Units {
		u := &ix.Units[i]
		if u.Row < 1 || !slices.Contains([]State{Done, Failed, Bad, Left}, u.State) {
			return fmt.Errorf("%w: unit %d", errNoIndex, i+1)
		}
		for _, f := range u.Files {
			if filename.Check(f.Name) != nil || f.Bytes < 0 || !isSum(f.SHA256) {
				return fmt.Errorf("%w: row %d, file %q", errNoIndex, u.Row, f.Name)
			}
		}
	}
	return nil
}

// isSum tells whether a text is a SHA-256 as this program writes it.
func isSum(s string) bool {
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'f') {
			return false
		}
	}
	return len(s) == 64
}
