package desk

import (
	"maps"
	"slices"
	"strconv"
)

// A numbering gives numbers to rows, and knows those of rows that are gone: what an
// undo or a mended file brings back is the row that it was.
type numbering struct {
	last int
	gone []goneRow // the latest at the end
}

type goneRow struct {
	list string // by the numbers of the rows around it
	*row
}

const (
	maxGone    = 500
	maxCompare = 1 << 12 // pairs of rows that are held against each other; beyond that the order decides
)

// A shift tells what an edit did to the rows of a list: for each row that there is
// now, where it stood before, -1 for a new one.
type shift struct {
	list string // path
	from []int
}

// follow gives the rows of a text the numbers that they had in the text before.
// done is what an edit did to a list, nil where only the words can tell.
func (n *numbering) follow(now, was *row, done *shift) {
	n.in(now, was, "", "", done)
}

// in numbers the rows inside of a row that has its number: at is its path, key the
// same by numbers.
func (n *numbering) in(now, was *row, at, key string, done *shift) {
	if was == nil {
		was = newRow()
	}
	for _, rel := range sortedKeys(now.lists) {
		list, old := now.lists[rel], was.lists[rel]
		listKey := joined(key, rel)
		from := pairs(list, old)
		if done != nil && done.list == joined(at, rel) && len(done.from) == len(list) {
			from = done.from
		}
		n.bury(old, from, listKey)
		for i, one := range list {
			before := n.before(one, old, from[i], listKey)
			if before != nil {
				one.no = before.no
			} else {
				n.last++
				one.no = n.last
			}
			place, number := pathOfRow(joined(at, rel), i), keyOfRow(listKey, one.no)
			n.in(one, before, place, number, done)
		}
	}
	for _, rel := range sortedKeys(was.lists) {
		if _, ok := now.lists[rel]; !ok {
			n.bury(was.lists[rel], nil, joined(key, rel))
		}
	}
}

// before is what a row was: in the list as it stood, or among those that are gone.
func (n *numbering) before(one *row, old []*row, from int, list string) *row {
	if from >= 0 && from < len(old) {
		return old[from]
	}
	best, likest := -1, 0.5
	for i, g := range n.gone {
		if g.list != list {
			continue
		}
		if like := g.like(one); like > likest && len(one.words(map[string]int{})) > 0 {
			best, likest = i, like
		}
	}
	if best < 0 {
		return nil
	}
	found := n.gone[best].row
	n.gone = slices.Delete(n.gone, best, best+1)
	return found
}

// bury keeps the rows of a list that are there no longer.
func (n *numbering) bury(old []*row, from []int, list string) {
	for i, one := range old {
		if !slices.Contains(from, i) {
			n.gone = append(n.gone, goneRow{list, one})
		}
	}
	if over := len(n.gone) - maxGone; over > 0 {
		n.gone = slices.Delete(n.gone, 0, over)
	}
}

// pairs finds for each row the one that it was: equal ones at both ends, then in
// order those that are most alike, then those that only went elsewhere, then those
// that were written anew in their place.
func pairs(now, was []*row) []int {
	from := slices.Repeat([]int{-1}, len(now))
	lo, hi := 0, 0
	for lo < len(now) && lo < len(was) && now[lo].equal(was[lo]) {
		from[lo] = lo
		lo++
	}
	for hi < len(now)-lo && hi < len(was)-lo && now[len(now)-1-hi].equal(was[len(was)-1-hi]) {
		hi++
		from[len(now)-hi] = len(was) - hi
	}
	for i, j := range alike(now[lo:len(now)-hi], was[lo:len(was)-hi]) {
		if j >= 0 {
			from[lo+i] = lo + j
		}
	}
	for i, one := range now {
		if from[i] < 0 {
			from[i] = free(was, from, one.equal)
		}
	}
	for i := range now { // one that was written anew stands where it stood
		before := -1
		if i > 0 {
			before = from[i-1]
		}
		if next := before + 1; from[i] < 0 && (i == 0 || before >= 0) && next < len(was) && !slices.Contains(from, next) {
			from[i] = next
		}
	}
	return from
}

// free finds a row that fits and is no other's yet, -1 for none.
func free(was []*row, from []int, fits func(*row) bool) int {
	for j, one := range was {
		if fits(one) && !slices.Contains(from, j) {
			return j
		}
	}
	return -1
}

// alike pairs rows in order so that as much as can be stays the same.
func alike(now, was []*row) []int {
	from := slices.Repeat([]int{-1}, len(now))
	if len(now)*len(was) > maxCompare {
		for i := range min(len(now), len(was)) {
			from[i] = i
		}
		return from
	}
	best := make([][]float64, len(now)+1)
	for i := range best {
		best[i] = make([]float64, len(was)+1)
	}
	for i := len(now) - 1; i >= 0; i-- {
		for j := len(was) - 1; j >= 0; j-- {
			best[i][j] = max(best[i+1][j], best[i][j+1], best[i+1][j+1]+now[i].like(was[j]))
		}
	}
	for i, j := 0, 0; i < len(now) && j < len(was); {
		switch best[i][j] {
		case best[i+1][j]:
			i++
		case best[i][j+1]:
			j++
		default:
			from[i] = j
			i, j = i+1, j+1
		}
	}
	return from
}

func sortedKeys(lists map[string][]*row) []string { return slices.Sorted(maps.Keys(lists)) }

func pathOfRow(list string, i int) string { return list + "." + strconv.Itoa(i) }

func keyOfRow(list string, no int) string { return list + ".@" + strconv.Itoa(no) }

// added, removed and moved are what the edits of a list do to its n rows.
func added(list string, n, at int) *shift {
	return &shift{list, slices.Insert(count(n), at, -1)}
}

func removed(list string, n, at int) *shift {
	return &shift{list, slices.Delete(count(n), at, at+1)}
}

func moved(list string, n, at, by int) *shift {
	from := slices.Delete(count(n), at, at+1)
	return &shift{list, slices.Insert(from, min(max(at+by, 0), n-1), at)}
}

// count are the numbers from 0 to n-1.
func count(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
