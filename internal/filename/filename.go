// Package filename knows what files may be called on the disks of offices:
// Windows is the strictest, and papers travel.
//
// In: a name without a folder. Out: whether it can be written and, for names
// that come from data, a safe one.
package filename
