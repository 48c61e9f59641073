package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
)

// entry is one line of the journal: a row whose files stand in their places, or
// another file of the run that is about to.
type entry struct {
	Unit   *Unit `json:"unit,omitempty"`
	Beside *File `json:"beside,omitempty"`
}

// journal is the diary of a run, appended to after each row. Nothing in it is
// believed without a look at the files: it tells which bytes would be right. So
// it need not reach the disk before they do.
type journal struct {
	file *os.File
	torn bool // the last line has no end
}

// openJournal opens the diary of a run that was stopped, or begins one.
func openJournal(out *os.Root, name string) (*journal, error) {
	f, err := out.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o666)
	if err != nil {
		return nil, err
	}
	j := &journal{file: f}
	last := make([]byte, 1)
	if end, err := f.Seek(0, io.SeekEnd); err == nil && end > 0 {
		if _, err := f.ReadAt(last, end-1); err != nil || last[0] != '\n' {
			j.torn = true
		}
	}
	return j, nil
}

// write appends a line. After a failure the journal goes on: the line that was
// torn is passed over by its reader.
func (j *journal) write(e entry) error {
	data, err := marshal(e)
	if err != nil {
		return err
	}
	if j.torn {
		data = append([]byte("\n"), data...)
	}
	_, err = j.file.Write(append(data, '\n'))
	j.torn = err != nil
	return err
}

func (j *journal) close() error { return j.file.Close() }

// readJournal reads what a run wrote before it was stopped; a line that was torn
// is passed over. There may be none.
func readJournal(out *os.Root, name string, keep func(entry)) error {
	f, err := out.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	return journalLines(f, keep)
}

func journalLines(f io.Reader, keep func(entry)) error {
	r := bufio.NewReader(f)
	for {
		line, err := r.ReadBytes('\n')
		if errors.Is(err, io.EOF) { // what stands behind the last end of a line is torn
			return nil
		}
		if err != nil {
			return err
		}
		var e entry
		if json.Unmarshal(line, &e) == nil {
			keep(e)
		}
	}
}
