// Package cos reads the objects of a PDF file (ISO 32000-1, 7): syntax, tables
// of objects, revisions, streams.
//
// In: bytes, own or foreign. Out: objects and the revisions that they come from,
// or an error that tells what kind of file it is. It promises bounds on depth,
// number and size, and never to guess: a file whose tables are wrong is broken.
// It knows no pages, no fonts and no signatures. It also keeps the seal by which
// the program knows its own files.
package cos
