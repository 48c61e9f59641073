// Package fact is the fourth noun: what is recognised in a plan, found once,
// with its place in the file.
//
// In: a plan, the lines of its file, and words by which things are known
// (Lexicon; data, handed in). Out: Facts: every text that goes on paper, cut
// into tokens, and in them days, ranges of days, citations, đợt, anniversaries,
// quotations, abbreviations, names of administrative units, tasks. All rules
// read these; none searches the text anew. It promises that everything has a
// place inside the file. It judges nothing and reads no files.
package fact
