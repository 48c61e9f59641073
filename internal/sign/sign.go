// Package sign reads finished PDF files, signs them and judges signatures.
//
// In: the bytes of a PDF, a key with its certificates, what goes into the places
// that were kept. Out: the bytes of the signed file, or a report on who signed
// what part when. It promises that signing only adds to a file (an incremental
// update, ISO 32000-1, 7.5.6), that a file stays PDF/A, and that no key and no
// passphrase reaches a message. Signatures are PAdES baseline B (ETSI EN 319
// 142-1). It does not know where a place should be: the file says it.
package sign
