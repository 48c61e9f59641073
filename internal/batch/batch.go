// Package batch makes one plan for each row of a list, into one folder.
//
// In: a plan with holes, a list, a folder to write to. Out: papers, an index of
// them, and what was found. It promises that nothing is skipped silently, that
// nothing outside of the folder is touched, that a run which was stopped at any
// moment goes on where it stood and ends in the same bytes, and that memory does
// not grow with the papers.
package batch
