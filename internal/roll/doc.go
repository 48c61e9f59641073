// Package roll takes the plan of one year to the next: it classifies every time
// and every word of time in a plan as shifted, kept or to be looked at.
//
// In: what was recognised in a plan file (fact.Facts) and the year wanted. Out:
// changes, each with its place in that file, the old text, the new one where it
// is shifted, and the reason. It changes nothing itself: build puts the edits
// into the clerk's file, where comments and blank lines stay. It promises that
// nothing inside a citation, a quotation or history is edited, that every time
// stands in one of the three lists, and that none stands in two.
//
// What is what:
//
//   - The plan's own years move by the distance of the two plans: one year, a
//     school year, or the length of a plan of several years.
//   - The year before the plan is told of (kept), compared with, or still worked
//     on (both move): words beside it decide, and where they do not, a person.
//   - A number of a congress, a term of office and a programme of fixed years
//     stay; one that is over by the new year is asked.
//   - What is asked is mostly left as it stands. A day that moved onto a
//     Saturday, a Sunday or a day off is moved and asked.
package roll
