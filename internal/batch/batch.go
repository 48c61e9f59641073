// Package batch makes one plan for each row of a list, into one folder.
//
// In: a plan with holes, a list, a folder to write to. Out: papers, an index of
// them, and what was found. It promises that nothing is skipped silently, that
// nothing outside of the folder is touched, that a run which was stopped at any
// moment goes on where it stood and ends in the same bytes, and that memory does
// not grow with the papers.
//
// Left to others: two runs over one share at one time are not kept apart. For an
// index of very many rows the writer of XLSX may put parts of it into files of its
// own in the folder for temporary files of the system, and removes them.
package batch
