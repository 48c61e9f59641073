// Package write turns a plan into text that people edit.
//
// In: a plan. Out: a commented plan file (YAML), the same plan as plain text,
// or a clerk's own file in canonical form or with some places mended. It
// promises that reading the file again gives the same plan, and that a clerk's
// comments and blank lines stay.
//
// A plan file can be seen as fields to be filled in (Fields) and changed one
// field or item at a time (SetField, AddItem and their like). A change patches
// the text where the field stands. It is held to what was meant before it is
// given back: the file still reads without errors, the field has its new value
// and every other field the one that it had; else the change is refused.
package write
