// Package internal holds no code. Its text is the plan of the house, and a test
// beside it holds the imports of every package to it.
//
// A plan of a clerk goes one road: read makes a plan of what people give,
// compose a document of the plan, docx writes the document, layout makes pages
// of it, and pdf writes the pages; write goes back from a plan to a file. The
// nouns are plain data. A verb goes from noun to noun, imports no other verb,
// and only build knows in which order they come.
//
// Names without a path lie in this folder. A dash is nothing; what is allowed
// and used by nobody is an error too, so the rows are exactly what is.
//
// # Ground
//
//	package     | owns                                                  | may import of ours              | third party
//	unit        | the one length, int64 EMU: nothing is rounded early   | -                               | -
//	diag        | findings and their places; text and JSON              | -                               | -
//	strictyaml  | YAML nodes with places, in words a clerk understands  | diag                            | gopkg.in/yaml.v3, golang.org/x/text
//	font        | faces, widths, glyph coverage, filling of lines       | unit                            | golang.org/x/image
//	opc         | the zip of an Office file, within bounds              | diag                            | -
//	ooxml       | Word files of others as plain blocks, bounded         | diag, opc                       | golang.org/x/text
//	picture     | image files: their limits and their one plain form    | unit, diag                            | -
//	cos         | the objects and revisions of a PDF file, bounded; the seal of our own | -                    | github.com/klauspost/compress
//	list        | lists of units: Excel and CSV files, bounded          | diag, opc                            | github.com/xuri/excelize/v2, golang.org/x/text
//	letterhead  | the looks of an office's letterhead, every size resolved | unit, diag, opc, picture          | -
//	filename    | what files may be called                              | diag                            | golang.org/x/text
//	disk        | files put in place whole, read beside a plan; locks; how disks refuse | diag, filename  | golang.org/x/sys, golang.org/x/text
//	desktop     | the desktop of the user: opening files and folders, where documents are | -             | golang.org/x/sys
//	standard    | a house form as data; what both writers get resolved  | unit, diag, strictyaml          | -
//
// # Nouns
//
//	package     | owns                                                  | may import of ours              | third party
//	plan        | the facts, with their places and without looks        | diag                            | -
//	fact        | what is recognised in a plan, each with its place     | plan, diag                      | -
//	doc         | blocks that name their role, without sizes            | diag                            | -
//	page        | words, strokes and images at fixed places             | unit                            | -
//
// # Verbs
//
//	package     | owns                                                  | may import of ours              | third party
//	read        | YAML, plain text and Word files to a plan             | plan, diag, strictyaml, ooxml   | golang.org/x/text
//	write       | a plan to a plan file; fields and edits of an existing one | plan, strictyaml, diag        | -
//	check       | rules over a plan and its pages, as values            | plan, fact, standard, doc, page, diag, strictyaml | -
//	under       | what a superior asks of lower units, drafted and compared | plan, fact, diag, strictyaml | -
//	fill        | a plan with holes and a row of a list to the plan of a unit | plan, list, diag, strictyaml | -
//	roll        | what of a plan shifts, stays or is asked next year    | plan, fact, diag                | -
//	diff        | what differs between two plans, by meaning            | plan, fact, doc, diag           | -
//	compose     | numbering, header, title, parts, foot                 | plan, standard, doc, diag       | -
//	layout      | lines and pages                                       | doc, standard, font, letterhead, page, unit | -
//	docx        | the Word file; the office's letterhead, filled        | doc, standard, unit, letterhead, opc, strictyaml, diag | github.com/lukasjarosch/go-docx, github.com/klauspost/compress
//	pdf         | the PDF; decides nothing                              | page, font, unit, cos           | github.com/jung-kurt/gofpdf, github.com/klauspost/compress
//	svg         | a page for the screen, as the PDF has it              | page, unit                      | -
//	sign        | signing and judging finished PDF files                | cos, diag, picture              | software.sslmate.com/src/go-pkcs12, github.com/ThalesGroup/crypto11, github.com/miekg/pkcs11, golang.org/x/crypto
//
// # Order
//
//	package     | owns                                                  | may import of ours              | third party
//	build       | one function for each job: which phase follows which  | unit, diag, strictyaml, cos, font, picture, standard, list, letterhead, plan, fact, doc, page, read, write, fill, check, under, roll, compose, layout, docx, pdf, svg, sign, diff | -
//
// # Front ends and data
//
//	package     | owns                                                  | may import of ours              | third party
//	batch       | one paper for each row: run, journal, index           | build, diag, disk, filename, list | github.com/xuri/excelize/v2
//	keep        | a clerk's folder of plans: journal, versions, changes on disk | diag, disk, filename    | golang.org/x/text
//	web/desk    | plans that are open: their text, edits, undo, rows; what tabs are told | build, diag, keep | -
//	web         | the local page: form, preview, everything by mouse    | batch, build, diag, disk, filename, keep, list, output, web/desk | -
//	cmd/kehoach | flags, files, exit status                             | batch, build, desktop, diag, disk, filename, keep, list, output, web, web/desk, templates, fonts, samples | github.com/spf13/cobra, github.com/spf13/pflag, github.com/inconshreveable/mousetrap, golang.org/x/term, golang.org/x/text
//	output      | files that people are given: weighed, written all or none, never over somebody's work | build, diag, disk, filename | -
//	templates   | forms, words and starter plans, embedded              | -                               | -
//	fonts       | the faces that go into a PDF, embedded                | -                               | -
//	samples     | sample plans, embedded                                | -                               | -
//
// # Tests
//
//	package     | owns                                                  | may import of ours              | third party
//	readback    | how other programs see our files, and a judge of PDF/A; for tests only      | -                               | golang.org/x/text
//
// # Rows that differ from the first design
//
// readback is new: it runs poppler, mupdf, qpdf, LibreOffice and the validator
// of Microsoft's Open XML SDK over finished files. It imports nothing of ours,
// so that a mistake in a writer cannot hide in its reader, and only tests import
// it. standard belongs to the ground and not to the nouns: build, compose and
// both writers read it, and it reads its own files. compose and docx need no
// length of their own beyond what standard resolves; docx turns twips back into
// unit. write needs strictyaml, because it patches the text of a clerk's file at
// the places of its nodes instead of printing it anew, and diag, because a field
// that it leaves as it is is told as a finding. cmd/kehoach uses pflag,
// the flags of cobra, and x/text, because file names come decomposed. fact is the
// one noun that stands on another: what is recognised is told by its place in a
// plan. write takes the unified diff of --diff from go-internal.
//
// diff stands on fact, because a deadline that moved is told as one, and on doc:
// the file of tracked changes is made of two composed papers, so that what the
// form adds to the words of a plan is told too.
//
// under is new: tasks of lower units are told by two plans together, the
// superior's and the unit's, and by the unit's name, so they are no facts of one
// plan. It words a draft and compares two plans; its words are data.
//
// opc is new: three readers open the zip of an Office file, and its bounds, once
// mended, have to be mended for all of them.
//
// ooxml is new: how Word writes a paragraph is as far from what it means as the
// nodes of YAML are from the keys of a plan, so it stands on the ground beside
// strictyaml, and read asks it for blocks.
//
// list is new and stands on the ground beside ooxml: what people keep in cells is
// as far from a plan as the runs of Word. It streams the parts of an Excel file
// itself, because a formula without a value and a covered cell have to be told
// and memory has to stay bounded; excelize shows numbers in their formats.
//
// sign reads and writes signatures (CMS, RFC 5652) itself with cryptobyte of
// x/crypto: smallstep/pkcs7 always signs a time, which PAdES forbids, and reads
// more than DER, so that bytes may change unnoticed. Tokens need two libraries,
// behind the build tag pkcs11: crypto11 signs, pkcs11 reads the certificates above
// the signer's, which crypto11 cannot find.
//
// cos is new: sign reads finished files of whatever maker, pdf joins its own, and
// neither verb may import the other.
//
// disk is new: the command line and keep put files in place in one way, and what
// Windows and Unix call a full disk or a held file is known once, with its words.
//
// desktop is new: Windows opens a path with all its letters, and tells where the
// documents are, only through its own calls, and cmd/kehoach makes none.
//
// output is new: the command line and the page write papers beside a plan by one
// rule, and what somebody edited is known once.
//
// web/desk is new: what two tabs, another program and a pulled plug may do to an open
// plan is a subject of its own, and is read and tested without a request. So it knows
// neither HTTP nor templates; web maps what it refuses to both. cmd/kehoach knows it,
// because a plan that was closed unsaved is told when the program ends.
//
// picture is new: what a file must be before it may be drawn is neither the
// business of the plan, which only names it, nor of the writers, which must get
// the same bytes. build reads with it, and letterhead, whose images are those of a
// file too.
package internal
