package keep

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"
)

func (p *Plan) before() string { return path.Join(p.dir(), beforeName) }

// replace puts what was staged in the place of the plan file. The two are exchanged
// at one stroke, so that what stood there in that moment can be looked at, whoever
// put it there; where it is not what we knew, it gets its place back.
func (p *Plan) replace(temp, was string) error {
	root, before := p.folder.root, p.before()
	if err := p.keepBeside(before, was); err != nil {
		return err
	}
	if err := root.Rename(temp, before); err != nil { // where it is found again after a kill
		return err
	}
	if p.exchange(before, p.name) != nil {
		if err := root.Rename(before, temp); err != nil {
			return err
		}
		return p.overwrite(temp, was)
	}
	data, _, err := p.folder.read(before)
	if err == nil && sumOf(data) == was {
		return nil
	}
	if err := p.exchange(before, p.name); err != nil {
		return err
	}
	return errors.Join(p.changed(), p.keepBeside(before, was))
}

// overwrite renames what was staged over the plan file, where nothing can be
// exchanged. What stands there gets a second name first: so it can be looked at after
// it was replaced, whatever somebody wrote into it meanwhile.
func (p *Plan) overwrite(temp, was string) error {
	root, before := p.folder.root, p.before()
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
