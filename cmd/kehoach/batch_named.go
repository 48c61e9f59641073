package main

import (
	"crypto/sha256"
	"hash"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// imageLine is where a plan names an image between its lines: {hinh: tep.png | …}.
var imageLine = regexp.MustCompile(`\{\s*hinh:([^}|]*)`)

// listed hashes the list and the files beside the plan that it names, whether or
// not a row shows them: its images, and those that its keys name.
func (in *batchInputs) listed(keys ...string) [sha256.Size]byte {
	h := sha256.New()
	add(h, "list", in.list.Data)
	names := keys
	for _, m := range imageLine.FindAllStringSubmatch(string(in.plan.Data), -1) {
		names = append(names, m[1])
	}
	for i, n := range names {
		name, _, _ := strings.Cut(n, "|")
		names[i] = strings.TrimPrefix(strings.ReplaceAll(strings.TrimSpace(name), `\`, "/"), "./")
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		in.addNamed(h, name)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// addNamed hashes a file beside the plan. One that cannot be read counts as its
// name alone: that is told when papers are made.
func (in *batchInputs) addNamed(h hash.Hash, name string) {
	var data []byte
	if info, err := fs.Stat(in.plan.Files, name); err == nil && info.Mode().IsRegular() {
		if f, err := in.plan.Files.Open(name); err == nil {
			data, _ = io.ReadAll(io.LimitReader(f, maxInput))
			f.Close()
		}
	}
	add(h, name, data)
}
