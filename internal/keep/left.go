package keep

import (
	"bytes"
	"io/fs"
	"path"
	"slices"

	"kehoach.example/internal/diag"
)

// Left lists plans of which the journal has edits that were never saved, and
// whose file is no longer in the folder: somebody deleted or renamed it, if only
// by its capitals. BringBack gives them back by these names.
func (f *Folder) Left() ([]string, error) {
	tried := diag.M("không xem được thư mục %s", "the folder %s cannot be looked at", f.path)
	dir, err := f.root.Open(hidden)
	if f.lacks(err) {
		return nil, nil
	}
	if err != nil {
		return nil, trouble(tried, err)
	}
	defer dir.Close()
	names, err := dir.Readdirnames(mostFiles)
	if len(names) == 0 {
		return nil, trouble(tried, nilIfEOF(err))
	}
	var out []string
	for _, name := range names {
		if checkName(name) == nil && f.left(name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out, nil
}

// left tells whether a plan is one of those.
func (f *Folder) left(name string) bool {
	if _, err := f.root.Lstat(name); !f.lacks(err) {
		return false
	}
	data, err := newJournal(f.root, path.Join(hidden, name)).read()
	if err != nil {
		return false
	}
	r := replay(data)
	return r.any && r.known.Edits > 0
}

func hasLeft(name string) error {
	return fault(fs.ErrExist, diag.M("một kế hoạch tên %s còn chữ chưa lưu", "a plan called %s has words that were never saved", name),
		diag.M("ghi lại hoặc bỏ các chữ đó ở trang Kế hoạch, hoặc chọn tên khác", "write them, or put them aside, on the page Plans, or choose another name"))
}

// leftAs tells whether two names are those of one plan, as far as its journal goes.
func (f *Folder) leftAs(a, b string) bool {
	return f.sameFile(path.Join(hidden, a), path.Join(hidden, b))
}

// BringBack writes the text of a plan that Left lists into a new file, never over
// one, and gives the name that the file got. The plan is no longer listed then; its
// journal and versions stay.
func (f *Folder) BringBack(left, name string) (string, error) {
	if err := checkName(left); err != nil {
		return "", err
	}
	if _, err := f.root.Lstat(left); err == nil {
		return "", fault(fs.ErrExist, diag.M("%s vẫn còn trong thư mục", "%s is still in the folder", left),
			diag.M("mở kế hoạch đó; chữ chưa lưu nằm trong đó", "open that plan: what was not saved is in it"))
	}
	p, err := f.openAs(left) // not what some disk would take for it
	if err != nil {
		return "", err
	}
	defer p.Close()
	if _, err := f.root.Lstat(left); err == nil {
		return left, nil // opening has put the file back
	}
	text, _ := p.Text()
	mine := func(name string) bool { return !f.left(name) || f.leftAs(left, name) }
	if name, err = f.create(name, text, mine); err != nil {
		return "", err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if !bytes.Equal(text, p.text) {
		return name, nil // somebody writes on
	}
	p.settle(sumOf(text))
	return name, p.retry()
}
