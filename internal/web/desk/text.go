package desk

import (
	"bytes"
	"errors"

	"kehoach.example/internal/keep"
)

// Text is a plan as it stands: as it is being written, with what only the journal has.
// No paper is made for it, nor waited for. Of a plan that another process has the file
// alone is known, and nothing else is there where the folder is read-only. An error is
// that of keep.
func (d *Desks) Text(name string) ([]byte, error) {
	data, err := d.openText(name)
	if errors.Is(err, keep.ErrBusy) || errors.Is(err, keep.ErrReadOnly) {
		return d.opt.Folder.Read(name)
	}
	return data, err
}

// openText opens a plan for its text; who has it open keeps it.
func (d *Desks) openText(name string) ([]byte, error) {
	p, err := d.opt.Folder.Open(name)
	if err != nil {
		return nil, err
	}
	defer p.Close()
	return newest(p), nil
}

// newest is the text of a plan, or what another program wrote into its file, where
// that lacks nothing of ours: the plan itself takes it a moment later.
func newest(p *keep.Plan) []byte {
	if p.Unsaved() == 0 {
		if state, data, err := p.Disk(); err == nil && state == keep.Changed {
			return data
		}
	}
	data, _ := p.Text()
	return bytes.Clone(data)
}
