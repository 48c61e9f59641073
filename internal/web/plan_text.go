package web

import (
	"bytes"
	"errors"

	"kehoach.example/internal/keep"
)

// planText is a plan as it stands: as it is being written, with what only the journal
// has. No paper is made for it, nor waited for. Of a plan that another process has the
// file alone is known.
func (s *Server) planText(name string) ([]byte, *trouble) {
	data, err := s.openText(name)
	if errors.Is(err, keep.ErrBusy) {
		data, err = s.Folder.Read(name)
	}
	if err != nil {
		t := known(err)
		return nil, &t
	}
	return data, nil
}

// openText opens a plan for its text; who has it open keeps it.
func (s *Server) openText(name string) ([]byte, error) {
	p, err := s.Folder.Open(name)
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
