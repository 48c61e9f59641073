package read

// Document reads a plan from the blocks of a Word file.
var Document = document
