// Package readback looks at finished PDF and DOCX files with the eyes of other programs, for tests only.
//
// In: the bytes of a file. Out: what poppler, mupdf, qpdf, LibreOffice or the Open XML SDK's validator saw
// in it, as plain data. The package promises to lean on none of our own writers, so that a mistake in a writer
// cannot hide in its reader. It decides nothing about right and wrong but where a standard does and no program is
// to be had: [PDFA] and [PDFUA] judge the objects that qpdf reads by ISO 19005-2 and ISO 14289-1.
//
// All coordinates are PDF points (1/72 inch) counted from the top left corner of the page, x to the right and
// y downwards; pages count from 1. A reader returns an error when its program is missing, refuses the file or
// prints what it should not; a test calls [Need] first, so that a missing program is a skip at the desk and a
// failure in CI.
//
// It leaves to its callers: what to compare, which differences are allowed, and rounding.
package readback
