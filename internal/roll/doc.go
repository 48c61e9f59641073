// Package roll takes the plan of one year to the next: it classifies every time
// and every word of time in a plan as shifted, kept or to be looked at.
//
// In: what was recognised in a plan file (fact.Facts) and the year wanted. Out:
// changes, each with its place in that file, the old text, the new one where it
// is shifted, and the reason. It changes nothing itself: build puts the changes
// into the clerk's file, where comments and blank lines stay. It promises that
// nothing inside a citation, a quotation or history is shifted, and that no time
// of last year is left untold.
package roll
