// Package check holds the rules that a careful văn thư has in mind when a draft
// lies before him.
//
// In: the facts of a plan (package fact), its house form, the data of the
// folder templates/du-lieu, and, once they are laid out, its pages. Out:
// findings. Every rule is a value: code, title, the reason, the clause it rests
// on, when it holds, how severe it is, what may be mended, and a sample that
// fails beside one that passes. Which rules apply to a form, and how severely,
// stands in the form's file. Precision comes before recall: what cannot be
// judged is told as not judged, or not at all.
//
// One file holds the rules of one group. It prints nothing and reads no files.
package check
