package diff

// maxCells bounds the table in which the best pairs are looked for.
const maxCells = 1 << 20

// align pairs the members of two lists, no pair crossing another: those of the
// same key first, as many as can be, then between them those that are most
// alike. like gives 0 for what is no pair. Out: the pairs in order.
func align(a, b []string, like func(i, j int) float64) [][2]int {
	var out [][2]int
	for _, e := range edits(a, b) {
		if !e.same {
			out = append(out, bestPairs(e, like)...)
			continue
		}
		for i := range e.a1 - e.a0 {
			out = append(out, [2]int{e.a0 + i, e.b0 + i})
		}
	}
	return out
}

// bestPairs pairs the members of a stretch so that the sum of their likeness is
// greatest.
func bestPairs(e edit, like func(i, j int) float64) [][2]int {
	n, m := e.a1-e.a0, e.b1-e.b0
	if n == 0 || m == 0 || n*m > maxCells {
		return nil
	}
	best := make([]float64, (n+1)*(m+1)) // of the first i and j members
	at := func(i, j int) *float64 { return &best[i*(m+1)+j] }
	pair := make([]bool, n*m)
	for i := range n {
		for j := range m {
			*at(i+1, j+1) = max(*at(i, j+1), *at(i+1, j))
			if v := like(e.a0+i, e.b0+j); v > 0 && *at(i, j)+v > *at(i+1, j+1) {
				*at(i+1, j+1), pair[i*m+j] = *at(i, j)+v, true
			}
		}
	}
	var out [][2]int
	for i, j := n, m; i > 0 && j > 0; {
		switch {
		case pair[(i-1)*m+j-1]:
			i, j = i-1, j-1
			out = append([][2]int{{e.a0 + i, e.b0 + j}}, out...)
		case *at(i-1, j) >= *at(i, j-1):
			i--
		default:
			j--
		}
	}
	return out
}

// weave walks through two lists with their pairs: what stands in the first
// alone comes before what stands in the second alone. -1 is nothing.
func weave(n, m int, pairs [][2]int, visit func(i, j int)) {
	i, j := 0, 0
	for _, p := range append(pairs[:len(pairs):len(pairs)], [2]int{n, m}) {
		for ; i < p[0]; i++ {
			visit(i, -1)
		}
		for ; j < p[1]; j++ {
			visit(-1, j)
		}
		if p[0] < n {
			visit(i, j)
			i, j = i+1, j+1
		}
	}
}
