// Package fonts holds the faces that the program embeds into its PDFs.
package fonts

import "embed"

// FS holds Liberation Serif in four faces; see README.md for its licence.
//
//go:embed LiberationSerif-*.ttf
var FS embed.FS
