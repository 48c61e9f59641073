package keep

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
)

func (p *Plan) before() string { return path.Join(p.dir(), beforeName) }

// replace renames what was staged over the plan file. What stands there gets a
// second name first: so it can be looked at after it was replaced, whatever
// somebody wrote into it meanwhile.
func (p *Plan) replace(temp, was string) error {
	root, before := p.folder.root, p.before()
	if err := p.keepBeside(before, was); err != nil {
		return err
	}
	stands := p.name
	if root.Link(p.name, before) == nil { // else a disk without links
		stands = before
	}
	data, info, err := p.folder.read(stands)
	if err == nil && sumOf(data) != was {
		err = p.changed()
	}
	if err == nil {
		var now fs.FileInfo
		if now, err = root.Lstat(p.name); err == nil && !os.SameFile(now, info) {
			err = p.changed()
		}
	}
	if err == nil {
		err = p.rename(temp, p.name)
	}
	if err != nil && stands == before {
		root.Remove(before) // its first name still stands
	}
	return err
}

// keepBeside removes the second name of a file that was replaced. What it has
// becomes a version, unless it is what was replaced knowingly.
func (p *Plan) keepBeside(name, was string) error {
	data, _, err := p.folder.read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if sumOf(data) != was && !bytes.Equal(data, p.text) {
		if _, err := p.version(data, Disk); err != nil {
			return err
		}
	}
	return p.folder.root.Remove(name)
}
