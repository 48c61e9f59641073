package keep

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// Nothing is deleted: what is put aside lies in .kehoach/thung-rac/TIME, the file of
// a plan under its name and what is known of it beside that.
const (
	asideName  = "thung-rac"
	asideStore = "nhat-ky-va-cac-ban"
	asideTime  = "20060102T150405.000Z"
	mostAside  = 1000 // that are listed
)

// AsidePlan is a plan that was put aside.
type AsidePlan struct {
	ID, Name string
	Time     time.Time
}

// PutAside takes a plan out of the folder, with its journal and its versions, and
// keeps all of it. A plan that is open is refused with ErrBusy.
func (f *Folder) PutAside(name string) error {
	name, err := f.spelling(name)
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	tried := diag.M("không bỏ được %s vào thùng rác", "%s cannot be put aside", name)
	if err := f.free(name); err != nil {
		return trouble(tried, err)
	}
	return f.together(tried, func(m *moves) error {
		dir, err := m.aside()
		if err != nil {
			return err
		}
		if err := m.move(name, path.Join(dir, name), f.root.Rename, f.moveFile); err != nil {
			return err
		}
		return m.store(path.Join(hidden, name), path.Join(dir, asideStore))
	})
}

// PutLeftAside does so with the words of a plan that Left lists.
func (f *Folder) PutLeftAside(left string) error {
	if err := checkName(left); err != nil {
		return err
	}
	tried := diag.M("không bỏ được %s vào thùng rác", "%s cannot be put aside", left)
	if !f.left(left) {
		return trouble(tried, &fs.PathError{Op: "open", Path: left, Err: fs.ErrNotExist})
	}
	p, err := f.openAs(left)
	if err != nil {
		return err
	}
	text, _ := p.Text()
	if err := p.Close(); err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.open[left] != nil {
		return isOpen(left)
	}
	return f.together(tried, func(m *moves) error {
		dir, err := m.aside()
		if err != nil {
			return err
		}
		file := path.Join(dir, left)
		if err := disk.Create(f.root, file, text); err != nil {
			return err
		}
		m.made(file)
		return m.store(path.Join(hidden, left), path.Join(dir, asideStore))
	})
}

// aside makes a folder for something that is put aside.
func (m *moves) aside() (dir string, err error) {
	f := m.folder
	for _, dir := range []string{hidden, path.Join(hidden, asideName)} {
		if err := f.root.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
			return "", err
		}
	}
	at := f.now().UTC().Format(asideTime)
	for n := 1; ; n++ {
		id := at
		if n > 1 {
			id = fmt.Sprintf("%s-%d", at, n)
		}
		dir = path.Join(hidden, asideName, id)
		err := f.root.Mkdir(dir, 0o777)
		if err == nil {
			m.made(dir)
			return dir, nil
		}
		if !errors.Is(err, fs.ErrExist) || n >= mostAside {
			return "", err
		}
	}
}

// Aside lists the plans that were put aside, the last one first.
func (f *Folder) Aside() ([]AsidePlan, error) {
	names, err := f.names(path.Join(hidden, asideName))
	if err != nil {
		return nil, trouble(diag.M("không xem được thùng rác", "what was put aside cannot be looked at"), err)
	}
	var out []AsidePlan
	for _, id := range names {
		at, _, _ := strings.Cut(id, "-")
		t, err := time.Parse(asideTime, at)
		if err != nil {
			continue
		}
		inside, _ := f.names(path.Join(hidden, asideName, id))
		if i := slices.IndexFunc(inside, func(name string) bool { return checkName(name) == nil }); i >= 0 {
			out = append(out, AsidePlan{id, inside[i], t})
		}
	}
	slices.SortFunc(out, func(a, b AsidePlan) int { return cmp.Compare(b.ID, a.ID) })
	return out[:min(len(out), mostAside)], nil
}

// names are those in a folder inside of the clerk's; none where there is no folder.
func (f *Folder) names(dir string) ([]string, error) {
	d, err := f.root.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer d.Close()
	names, err := d.Readdirnames(mostFiles)
	if len(names) > 0 {
		return names, nil
	}
	return nil, nilIfEOF(err)
}

// TakeBack puts a plan back that was put aside, under its name or, where that is
// taken, under one like it. It gives that name.
func (f *Folder) TakeBack(id string) (string, error) {
	all, err := f.Aside()
	if err != nil {
		return "", err
	}
	i := slices.IndexFunc(all, func(a AsidePlan) bool { return a.ID == id })
	if i < 0 {
		return "", fault(fs.ErrNotExist, diag.M("không có kế hoạch này trong thùng rác", "there is no such plan among those that were put aside"), diag.M("tải lại trang", "load the page anew"))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	dir, name := path.Join(hidden, asideName, id), all[i].Name
	_, err = f.root.Lstat(path.Join(dir, asideStore))
	known := !errors.Is(err, fs.ErrNotExist) // else PutAside was stopped on its way, and what is known is still there
	to := name
	if f.taken(name) || known && f.left(name) {
		to = f.Free(name)
	}
	tried := diag.M("không lấy lại được %s", "%s cannot be taken back", name)
	err = f.together(tried, func(m *moves) error {
		var err error
		switch { // the file comes last: what is put aside without one is not listed
		case known:
			err = m.takeStore("", path.Join(dir, asideStore), to)
		case to != name:
			err = m.clearStore("", to)
		}
		if err != nil {
			return err
		}
		return m.move(path.Join(dir, name), to, f.moveFile, f.moveFile)
	})
	if err != nil {
		return "", err
	}
	f.root.Remove(dir)
	return to, nil
}
