// Package pdf writes finished pages into a PDF file, and joins such files.
//
// In: pages with their structure and a font family. Out: the bytes of the file.
// It promises the same bytes for the same pages, embedded and subset fonts, an
// archive that is tagged (PDF/A-2a, PDF/UA-1), and a seal: a hash in the trailer
// by which a file that nobody has edited is known. It decides nothing: every
// word, stroke, image and slot stands where the page says.
package pdf

import (
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"

	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
)

// Writer writes files with the faces of one family. What all files share, faces
// cut down and packed, is made once. It is safe for concurrent use.
type Writer struct {
	fam   *font.Family
	faces [4]func() *face
	icc   func() []byte
	jobs  sync.Pool // of *job: room that was used before

	more struct { // faces with letters out of the ordinary
		sync.Mutex
		faces map[string]*face // by tag and name
	}
}

// New makes a writer. Faces are packed when a file needs them.
func New(fam *font.Family) *Writer {
	w := &Writer{fam: fam, icc: sync.OnceValue(func() []byte { return packed(profile) })}
	for i := range w.faces {
		w.faces[i] = sync.OnceValue(func() *face { return newFace(fam.Usual(i)) })
	}
	w.jobs.New = func() any {
		z, _ := zlib.NewWriterLevel(io.Discard, flate.BestSpeed) // the level is a valid one
		return &job{zip: z, byBlock: map[place]int32{}, images: map[[32]byte]int{}, others: map[letter]code{}}
	}
	return w
}

// conformance is what a file promises to be.
type conformance struct {
	version     string
	part, level string // of ISO 19005
	access      bool   // PDF/UA-1 (ISO 14289-1)
}

// Write makes the file: PDF 1.7, PDF/A-2a (ISO 19005-2), tagged for PDF/UA-1,
// with an empty field at each slot. Zero parts of the date count as 1 January, a
// zero year as 1980.
func (w *Writer) Write(d *page.Document) ([]byte, error) {
	return w.write(d, conformance{"1.7", "2", "A", true})
}

// WriteA1b makes the same pages as PDF/A-1b (ISO 19005-1), for validators that
// know no later part.
func (w *Writer) WriteA1b(d *page.Document) ([]byte, error) {
	return w.write(d, conformance{"1.4", "1", "B", false})
}

func (w *Writer) write(d *page.Document, k conformance) ([]byte, error) {
	j := w.jobs.Get().(*job)
	defer j.done()
	j.reset(w, d, k)
	if err := j.file(); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return slices.Clone(j.f.out), nil
}

// job is one file on its way. What it holds is used again for the next.
type job struct {
	w    *Writer
	d    *page.Document
	kind conformance
	f    file
	zip  *zlib.Writer

	content []byte // of the current page, plain
	small   bytesWriter
	state   graphics
	fonts   []*fontUse
	others  map[letter]code

	catalog, info, meta, icc, tree, structure, parents, outline, form int // objects

	pages    int // object of the first page; the others follow
	contents int // object of its content
	images   map[[32]byte]int

	elems   []elem
	element int // object of the first element
	byBlock map[place]int32
	pieces  []piece // marked content, in the order of pages
	starts  []int   // of each page in pieces

	marks   []bookmark
	widgets []widget
}

func (j *job) reset(w *Writer, d *page.Document, k conformance) {
	j.w, j.d, j.kind = w, d, k
	j.f.out, j.f.offsets = j.f.out[:0], append(j.f.offsets[:0], 0)
	j.fonts, j.elems, j.pieces, j.starts, j.marks, j.widgets = j.fonts[:0], j.elems[:0], j.pieces[:0], j.starts[:0], j.marks[:0], j.widgets[:0]
	clear(j.byBlock)
	clear(j.images)
	clear(j.others)
}

// done gives the room back, without the paper.
func (j *job) done() {
	j.d = nil
	clear(j.elems)
	clear(j.widgets)
	j.w.jobs.Put(j)
}

// bytesWriter collects bytes.
type bytesWriter struct{ b []byte }

func (w *bytesWriter) Write(p []byte) (int, error) {
	w.b = append(w.b, p...)
	return len(p), nil
}

// pack compresses a stream; what it gives is good until the next call.
func (j *job) pack(data []byte) []byte {
	j.small.b = j.small.b[:0]
	j.zip.Reset(&j.small)
	_, _ = j.zip.Write(data) // writing to memory does not fail
	_ = j.zip.Close()
	return j.small.b
}

// packed compresses what is kept for all files, as small as it gets.
func packed(data []byte) []byte {
	var out bytesWriter
	z, _ := zlib.NewWriterLevel(&out, flate.BestCompression)
	_, _ = z.Write(data)
	_ = z.Close()
	return out.b
}

// file writes all parts in their order.
func (j *job) file() error {
	f := &j.f
	f.put("%PDF-")
	f.put(j.kind.version)
	f.put("\n%\xe2\xe3\xcf\xd3\n")
	j.catalog, j.info, j.meta, j.icc, j.tree = f.allot(1), f.allot(1), f.allot(1), f.allot(1), f.allot(1)
	j.pages = f.allot(len(j.d.Pages))
	j.contents = f.allot(len(j.d.Pages))
	j.takeSlots()
	j.takeStructure()
	if err := j.takeFonts(); err != nil {
		return err
	}
	for i := range j.d.Pages {
		if err := j.page(i); err != nil {
			return err
		}
	}
	j.putTree()
	j.putFonts()
	j.putStructure()
	j.putForm()
	j.putOutline()
	j.putProfile()
	j.putMetadata()
	j.putCatalog()
	j.finish()
	return nil
}

// putTree writes the pages: one level is enough for a paper.
func (j *job) putTree() {
	f := &j.f
	f.begin(j.tree)
	f.put("<</Type/Pages/Count ")
	f.int(len(j.d.Pages))
	f.put("/Kids[")
	for i := range j.d.Pages {
		f.ref(j.pages + i)
		f.put(" ")
	}
	f.put("]>>")
	f.end()
}

// putCatalog writes the root of the file (ISO 32000-1, 7.7.2).
func (j *job) putCatalog() {
	f := &j.f
	f.begin(j.catalog)
	f.key("<</Type/Catalog/Pages", j.tree)
	f.key("/Metadata", j.meta)
	f.put("/Lang(" + plainName(j.d.Info.Lang) + ")/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>")
	f.key("/StructTreeRoot", j.structure)
	f.key("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile", j.icc)
	f.put(">>]")
	if j.outline != 0 {
		f.key("/PageMode/UseOutlines/Outlines", j.outline)
	}
	if j.form != 0 {
		f.key("/AcroForm", j.form)
	}
	f.put(">>")
	f.end()
}
