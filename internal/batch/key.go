package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"

	"kehoach.example/internal/list"
)

// sums hashes parts so that no two lists of parts give the same bytes.
type sums struct{ hash.Hash }

func newSums(kind string) sums {
	s := sums{sha256.New()}
	s.add([]byte(kind))
	return s
}

func (s sums) add(part []byte) {
	fmt.Fprintf(s, "%d:", len(part))
	s.Write(part)
}

func (s sums) String() string { return hex.EncodeToString(s.Sum(nil)) }

// key is the SHA-256 of all that the files of a row are made of: what all papers
// share, the formats, the cells of the row, and the sum of its plan, in which
// stand its rows in other sheets and the images that it shows.
func (o *Options) key(row *list.Row, plan [32]byte) string {
	s := newSums("row")
	s.add(o.Common[:])
	o.addOutputs(s)
	for _, c := range row.Cells {
		s.add([]byte(c.Text))
	}
	s.add(plan[:])
	return s.String()
}

// addOutputs adds which files are made, and by what.
func (o *Options) addOutputs(s sums) {
	for _, f := range o.Formats {
		s.add([]byte(f))
	}
	s.add([]byte(o.Engine))
}

// inputs is the SHA-256 of all that a run is made of, equal in all its shards.
func (o *Options) inputs() string {
	s := newSums("run")
	s.add(o.Common[:])
	s.add(o.Listed[:])
	o.addOutputs(s)
	s.add([]byte(o.Pattern))
	return s.String()
}
