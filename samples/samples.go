// Package samples holds whole plans to learn from, embedded. Places in them
// are real, people are invented.
package samples

import "embed"

// FS holds NAME/NAME.yaml for each sample, and NAME/NAME.csv for a batch plan:
// its list.
//
//go:embed */*.yaml */*.csv
var FS embed.FS
