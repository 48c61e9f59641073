package batch

import (
	"errors"
	"io"
	"io/fs"
	"slices"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// mostIndex bounds an index that is read, in bytes, and with it the memory.
const mostIndex = 256 << 20

var errTooLarge = reason{diag.M("tệp lớn hơn %d MB, không thể là mục lục", "it is larger than %d MB and cannot be an index", mostIndex>>20)}

// unread puts into words why an index cannot be read.
func unread(err error) diag.Msg {
	var own reason
	switch {
	case errors.As(err, &own):
		return own.Msg
	case errors.Is(err, fs.ErrPermission):
		return diag.M("không có quyền đọc tệp", "permission denied")
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return diag.M("tệp bị cắt cụt", "it was cut off")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return diag.M("ổ đĩa không đọc được tệp (%v)", "the disk cannot read it (%v)", path.Err)
	}
	return diag.M("nội dung không phải mục lục do chương trình này ghi", "it is not an index that this program wrote")
}

// read reads the index of a shard. One that nobody but this program could have
// written otherwise is told and left out.
func (j *joiner) read(s *joint) {
	ix, err := j.readIndex(s)
	if err == nil {
		err = s.sound(ix)
	}
	if err != nil {
		why := unread(err)
		j.tell("BATCH-JOIN-READ", diag.Place{File: s.path()},
			diag.Msg{Vi: "không đọc được mục lục này: " + why.Vi, En: "this index cannot be read: " + why.En}, again(s.shard))
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
		return reason{diag.M("nội dung là của phần khác với tên tệp", "it is of another share than its name")}
	case ix.Rows < 0 || ix.Rows > 10_000_000 || !isSum(ix.Inputs):
		return errNoIndex
	}
	for i := range ix.Units {
		u := &ix.Units[i]
		if u.Row < 1 || !slices.Contains([]State{Done, Failed, Bad, Left}, u.State) {
			return reason{diag.M("đơn vị thứ %d có số dòng hoặc trạng thái không thể có", "unit %d has a row or a state that cannot be", i+1)}
		}
		for _, f := range u.Files {
			if filename.Check(f.Name) != nil || f.Bytes < 0 || !isSum(f.SHA256) {
				return reason{diag.M("dòng %d có tên tệp, độ dài hoặc SHA-256 không thể có: %q", "row %d has a name of a file, a size or SHA-256 that cannot be: %q", u.Row, f.Name)}
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
