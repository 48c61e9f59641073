// Package strictyaml reads YAML for people who do not know YAML.
//
// In: a file's name and bytes. Out: a tree of nodes whose scalars are text,
// with the place of every line, and findings in Vietnamese. It is the only
// user of yaml.v3. It promises all mistakes at once: a line that breaks the
// grammar is told, mended in memory, and reading goes on. What keys mean is
// left to the structs that Decode fills; their `key` tags are the only keys.
//
// Numbers, booleans and dates of YAML do not exist here: "012" stays "012".
// Anchors and aliases are refused, so there is no alias bomb.
package strictyaml

// Limits of one file. They are far above any real plan.
const (
	MaxBytes = 4 << 20 // a plan of 500 pages
	maxDepth = 24
	maxNodes = 60_000
	maxMends = 60 // lines mended in memory before reading gives up
)
