// Package write turns a plan into text that people edit.
//
// In: a plan. Out: a commented plan file (YAML), the same plan as plain text,
// or a clerk's own file in canonical form or with some places mended. It
// promises that reading the file again gives the same plan, and that a clerk's
// comments and blank lines stay.
package write
