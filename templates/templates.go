// Package templates holds the house forms and data of the program, embedded.
package templates

import "embed"

// FS has the folders the-thuc (forms), du-lieu (data), khoi-dau (starter plans).
//
//go:embed the-thuc du-lieu khoi-dau
var FS embed.FS
