package cos

// File is a PDF file as it stood after one of its revisions; Open gives the last.
// It is read only and may be used by several goroutines.
type File struct {
	*body
	n int // its revision
}

// body is what all revisions of a file share.
type body struct {
	data     []byte
	entries  []entry    // by number, then by revision
	revs     []revision // the oldest first
	packs    map[uint32]*pack
	unpacked int
}

// revision is what was written at one time (ISO 32000-1, 7.5.6).
type revision struct {
	at      int  // its table: what startxref names
	end     int  // behind %%EOF and its line end
	stream  bool // the table is a stream
	trailer Dict
}

// Version gives the version of the file format: "1.7" (ISO 32000-1, 7.5.2).
func (f *File) Version() string { return "" }

// Revisions counts the revisions of the whole file, from 1.
func (f *File) Revisions() int { return len(f.revs) }

// At gives the file as it stood after revision n, which counts from 0.
func (f *File) At(n int) *File { return &File{f.body, n} }

// End tells how many bytes of the file revision n covers, with the line end
// behind its %%EOF. Where End of the last is less than the length of the file,
// something follows that belongs to no revision.
func (f *File) End(n int) int { return f.revs[n].end }

// Trailer gives the trailer of this revision (ISO 32000-1, 7.5.5), a copy. Where the table
// is a stream, the keys of the stream are in it.
func (f *File) Trailer() Dict { return f.revs[f.n].trailer }

// Changed lists the objects that revision n wrote or freed, sorted.
func (f *File) Changed(n int) []Ref { return nil }

// Refs lists all objects of this revision, sorted.
func (f *File) Refs() []Ref { return nil }

// Get follows references: it gives what a value stands for, and nil for an
// object that is not there. The caller may change what it gets.
func (f *File) Get(v Value) Value { return nil }

// Span tells where in the file an object stands, from its number to behind its
// endobj; 0, 0 where it is in an object stream or missing.
func (f *File) Span(r Ref) (from, to int) { return 0, 0 }

// Pages lists the pages in their order.
func (f *File) Pages() ([]Ref, error) { return nil, nil }

// Inherited gives a key of a page, or what it has from the nodes above it (ISO 32000-1,
// 7.7.3.4), with references followed.
func (f *File) Inherited(page Ref, key Name) Value { return nil }

// Decode gives the bytes of a stream: FlateDecode, also with predictors, or
// none. More than limit bytes are ErrTooBig, other filters ErrFilter.
func (f *File) Decode(s *Stream, limit int) ([]byte, error) { return nil, nil }

type (
	entry struct{}
	pack  struct{}
)

// Open reads the tables of a file and looks at every object of every revision, so that
// whatever is asked later is there. The bytes must not change as long as the file is used.
func Open(data []byte) (*File, error) { return nil, ErrNotPDF }

// Append writes a value: keys sorted, strings in parentheses where they are
// plain ASCII, else in hexadecimal. The /Length of a stream is set.
func Append(dst []byte, v Value) []byte { return dst }

// Update adds a revision to a file (ISO 32000-1, 7.5.6).
type Update struct {
	f    *File
	next int
	set  map[Ref]Value
}

// NewUpdate begins an update of the file as it stands in f.
func (f *File) NewUpdate() *Update { return &Update{f: f, set: map[Ref]Value{}} }

// Set gives an object a new value; of several the last counts.
func (u *Update) Set(r Ref, v Value) {}

// Add takes a new object and gives its name.
func (u *Update) Add(v Value) Ref { return Ref{} }

// Bytes gives the file with the update behind it, the same for the same update: a table of the kind that
// the file has last, all keys of its trailer, and a new second part of /ID.
func (u *Update) Bytes() []byte { return nil }
