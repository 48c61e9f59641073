package keep

import (
	"errors"
	"path/filepath"
	"slices"

	"kehoach.example/internal/diag"
)

// moves are those that were made so far of several that belong together: the file of
// a plan, and what is known of it.
type moves struct {
	folder *Folder
	back   []func() error // what takes each of them back
}

// together makes several moves, all or none: where one fails those before it are taken
// back, the last one first. What cannot be taken back is told with where it lies.
func (f *Folder) together(tried diag.Msg, make func(*moves) error) error {
	m := &moves{folder: f}
	err := trouble(tried, make(m))
	if err == nil {
		return nil
	}
	for _, back := range slices.Backward(m.back) {
		if s := (*stray)(nil); errors.As(back(), &s) {
			err = f.strayed(err, s)
		}
	}
	return err
}

// move makes one of them in one way; it is taken back in another.
func (m *moves) move(from, to string, away, back func(from, to string) error) error {
	if err := away(from, to); err != nil {
		return err
	}
	m.back = append(m.back, func() error {
		if err := back(to, from); err != nil {
			return &stray{from, to, err}
		}
		return nil
	})
	return nil
}

// store moves what is known of a plan.
func (m *moves) store(from, to string) error {
	return m.move(from, to, m.folder.root.Rename, m.folder.root.Rename)
}

// made notes a file or an empty folder that is removed where the rest fails.
func (m *moves) made(name string) {
	m.back = append(m.back, func() error { return m.folder.root.Remove(name) })
}

// A stray is a file or a folder that could not be moved back.
type stray struct {
	from, to string
	err      error
}

// Error is for programmers.
func (s *stray) Error() string { return s.from + " lies at " + s.to + ": " + s.err.Error() }

// strayed tells, behind why the moves failed, where something lies.
func (f *Folder) strayed(err error, s *stray) error {
	said := (*Fault)(nil)
	if !errors.As(err, &said) {
		return err
	}
	where := diag.M("%s nay nằm ở %s", "%s lies at %s now", s.from, filepath.Join(f.path, filepath.FromSlash(s.to)))
	return fault(errors.Join(said.Err, s), diag.Msg{Vi: said.Why.Vi + "; " + where.Vi, En: said.Why.En + "; " + where.En},
		diag.Msg{Vi: said.Hint.Vi + "; sau đó chuyển nó về chỗ cũ", En: said.Hint.En + "; then move it back"})
}
