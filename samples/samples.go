// Package samples holds whole plans to learn from, embedded. Places in them
// are real, people are invented.
package samples

import "embed"

// FS holds NAME/NAME.yaml for each sample.
//
//go:embed */*.yaml
var FS embed.FS
