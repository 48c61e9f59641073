// Package diff tells two plans apart by meaning: by part, item and field.
//
// In: two plans. Out: changes, each with the field, the old and the new text and
// the words that differ; and for two composed papers one paper in which every
// word is marked as inserted, deleted or as it was. It promises that taking the
// insertions gives the new one and taking them back the old one.
package diff
