package cos

// work is what may still be read of a file.
type work struct {
	values int
	bytes  int // of decoded streams
}

// Bounded gives the file with a bound on all that is read of it from now on: on
// how many values Get reads, those within values counted, and on how many bytes
// Decode makes. Each reading of an object counts anew, because it costs anew.
// The files that its At gives draw from the same bound. When it is used up, Get
// finds nothing any more, Decode says ErrTooBig and Over is true: what was found
// out by then is worth nothing. One goroutine may use a file with a bound.
func (f *File) Bounded(values, bytes int) *File {
	return &File{f.body, f.n, &work{values, bytes}}
}

// Over tells whether the bound of the file is used up.
func (f *File) Over() bool { return f.work != nil && (f.work.values < 0 || f.work.bytes < 0) }

func (w *work) take(n int) {
	if w != nil {
		w.values -= n
	}
}

// room is how many bytes may be decoded, of limit; one more than there are left,
// so that who needs more uses the bound up.
func (w *work) room(limit int) int {
	if w == nil {
		return limit
	}
	return min(limit, w.bytes+1)
}

func (w *work) decoded(n int) {
	if w != nil {
		w.bytes -= n
	}
}

// letters is how many bytes of a name or a string weigh as much as a value.
const letters = 64

// weight counts the values in a value.
func weight(v Value) int {
	n := 1
	switch x := v.(type) {
	case String:
		n += len(x) / letters
	case Name:
		n += len(x) / letters
	case Array:
		for _, e := range x {
			n += weight(e)
		}
	case Dict:
		for key, e := range x {
			n += 1 + len(key)/letters + weight(e)
		}
	case *Stream:
		n += weight(x.Dict)
	}
	return n
}
