package diff

import "slices"

// An edit is a stretch of two sequences: shared, or a[A0:A1] in place of
// which b[B0:B1] stands.
type edit struct {
	same           bool
	a0, a1, b0, b1 int
}

// maxSteps bounds the search for the fewest changes. Sequences that differ in
// more are taken as replaced between what they share at both ends.
const maxSteps = 2000

// edits gives the fewest changes that make b of a, in order; shared and changed
// stretches take turns. It goes by E. W. Myers, "An O(ND) Difference Algorithm
// and Its Variations" (1986), the same way for the same sequences.
func edits[T comparable](a, b []T) []edit {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	var out []edit
	out = join(out, edit{true, 0, head, 0, head})
	for _, m := range shared(x, y) {
		out = join(out, edit{true, head + m[0], head + m[0] + 1, head + m[1], head + m[1] + 1})
	}
	out = join(out, edit{true, len(a) - tail, len(a), len(b) - tail, len(b)})
	return out
}

// join puts a shared stretch behind others, and what is changed before it.
func join(list []edit, e edit) []edit {
	last := edit{}
	if len(list) > 0 {
		last = list[len(list)-1]
	}
	if last.a1 < e.a0 || last.b1 < e.b0 {
		list = append(list, edit{false, last.a1, e.a0, last.b1, e.b0})
	} else if last.same {
		list[len(list)-1].a1, list[len(list)-1].b1 = e.a1, e.b1
		return list
	}
	if e.a0 == e.a1 {
		return list
	}
	return append(list, e)
}

// shared gives the pairs of places at which two sequences agree, in order, as
// many as can be.
func shared[T comparable](a, b []T) [][2]int {
	n, m := len(a), len(b)
	if n == 0 || m == 0 {
		return nil
	}
	var (
		most  = min(n+m, maxSteps)
		reach = make([]int, 2*most+3) // furthest place in a on each diagonal
		trace [][]int
		mid   = most + 1
	)
	for d := 0; d <= most; d++ {
		trace = append(trace, slices.Clone(reach[mid-d:mid+d+1]))
		for k := -d; k <= d; k += 2 {
			x := reach[mid+k-1] + 1
			if k == -d || k != d && reach[mid+k-1] < reach[mid+k+1] {
				x = reach[mid+k+1]
			}
			for x < n && x-k < m && a[x] == b[x-k] {
				x++
			}
			reach[mid+k] = x
			if x >= n && x-k >= m {
				return back(trace, n, m)
			}
		}
	}
	return nil
}

// back follows the furthest places from the end to the beginning.
func back(trace [][]int, n, m int) [][2]int {
	var out [][2]int
	x, y := n, m
	for d := len(trace) - 1; d >= 0; d-- {
		before := func(k int) int { // places after d-1 changes
			if d == 0 {
				return 0
			}
			return trace[d][d+k]
		}
		k := x - y
		fromX, fromY := 0, 0
		if d > 0 {
			from := k - 1
			if k == -d || k != d && before(k-1) < before(k+1) {
				from = k + 1
			}
			fromX, fromY = before(from), before(from)-from
		}
		for x > fromX && y > fromY {
			x, y = x-1, y-1
			out = append(out, [2]int{x, y})
		}
		x, y = fromX, fromY
	}
	slices.Reverse(out)
	return out
}
