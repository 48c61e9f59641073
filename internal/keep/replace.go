package keep

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path"

	"kehoach.example/internal/disk"
)

func (p *Plan) before() string { return path.Join(p.dir(), beforeName) }

func (p *Plan) back() string { return path.Join(p.dir(), backName) }

// replace puts what was staged in the place of the plan file. What stood there in that
// moment is found beside it, whoever put it there; where it is not what we knew, it
// gets its place back. Where the disk cannot do so, it is overwritten.
func (p *Plan) replace(temp, was string) error {
	before, back := p.before(), p.back()
	if err := errors.Join(p.keepBeside(before, was), p.keepBeside(back, was)); err != nil {
		return err
	}
	err := p.supplant(p.name, temp, before)
	if d := (*disk.Displaced)(nil); errors.As(err, &d) {
		return p.displaced(d, was)
	}
	if err != nil {
		if disk.Held(err) {
			return err
		}
		return p.overwrite(temp, was)
	}
	data, _, err := p.folder.read(before)
	if err == nil && sumOf(data) == was {
		return nil
	}
	if err := p.supplant(p.name, before, back); err != nil {
		return errors.Join(err, p.putBack())
	}
	return errors.Join(p.changed(), p.keepBeside(back, was))
}

// displaced tells what became of a file that was taken from its place, when ours could
// not be put there: somebody else has the place, or it is empty until putBack.
func (p *Plan) displaced(d *disk.Displaced, was string) error {
	if _, err := p.folder.root.Lstat(p.name); err != nil {
		return errors.Join(d.Err, p.putBack())
	}
	return errors.Join(p.changed(), p.keepBeside(d.Aside, was))
}

// putBack gives the plan file its place again, where Windows was stopped between the
// two renames of Supplant. It never replaces anything.
func (p *Plan) putBack() error {
	root := p.folder.root
	if _, err := root.Lstat(p.name); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := root.Lstat(p.before()); err != nil {
		return nil
	}
	if err := disk.MoveNew(root, p.before(), p.name); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
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
	return p.remove(name)
}

// tidy removes what was replaced and could not be removed at that time: a scanner may
// have held it. Else putBack would make it the plan file again, when somebody deletes
// that.
func (p *Plan) tidy() error {
	if p.replaced == "" {
		return nil
	}
	if err := p.keepBeside(p.before(), p.replaced); err != nil {
		return err
	}
	p.replaced = ""
	return nil
}
