package write

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"kehoach.example/internal/plan"
	"kehoach.example/internal/strictyaml"
)

// Fmt brings a clerk's plan file to canonical form by editing its text: keys
// as the schema spells them and in its order, days as on paper, typed numbers
// of headings and "Lưu" among the recipients where they belong. Comments,
// blank lines and the wording stay. root is the tree of the same text.
func Fmt(text string, root *strictyaml.Node) string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	e := &editor{lines: lines}
	e.structure(root, reflect.TypeFor[plan.Plan]())
	for i, l := range e.lines {
		e.lines[i] = strings.TrimRight(l, " \t\r")
	}
	out := reorder(archive(e.purpose(e.lines)))
	return strings.Trim(strings.Join(out, "\n"), "\n") + "\n"
}

type editor struct{ lines []string }

// replace puts a text in place of another in a line, at a column in runes.
func (e *editor) replace(line, col int, old, with string) {
	if line < 1 || line > len(e.lines) {
		return
	}
	r := []rune(e.lines[line-1])
	if col-1 > len(r) {
		return
	}
	head, tail := string(r[:col-1]), string(r[col-1:])
	if rest, ok := strings.CutPrefix(tail, old); ok {
		e.lines[line-1] = head + with + rest
	}
}

// structure edits the keys of a map that a struct of the plan describes. Values
// are edited before their key: they stand behind it on the same line.
func (e *editor) structure(n *strictyaml.Node, t reflect.Type) {
	if n == nil || n.Kind != strictyaml.Map {
		return
	}
	for _, entry := range n.Entries {
		i := slices.IndexFunc(plan.Keys(t), func(k plan.Key) bool { return k.Name == strictyaml.Fold(entry.Key) })
		if i < 0 {
			continue
		}
		k := plan.Keys(t)[i]
		e.value(entry.Value, k)
		e.replace(entry.At.Line, entry.At.Column, entry.Key, k.Name)
	}
}

func (e *editor) value(n *strictyaml.Node, k plan.Key) {
	switch {
	case k.Type == reflect.TypeFor[plan.Ngay]():
		e.day(n)
	case k.Name == "tieu_de" && k.Type == reflect.TypeFor[plan.Chu]():
		e.heading(n)
	case k.Type.Kind() == reflect.Slice && k.Type.Elem().Kind() == reflect.Struct && n.Kind == strictyaml.List:
		for _, item := range n.Items {
			e.structure(item, k.Type.Elem())
		}
	case k.Type.Kind() == reflect.Slice && k.Type.Elem().Kind() == reflect.Struct:
		e.structure(n, k.Type.Elem())
	case k.Type == reflect.TypeFor[plan.Khi]():
		e.structure(n, k.Type)
	case k.Type == reflect.TypeFor[plan.NhiemVu]():
		for _, item := range n.Items {
			e.structure(item, reflect.TypeFor[plan.Viec]())
		}
	}
}

var isoDay = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)

// day writes 2027-01-06 as on paper: 06/01/2027, months from March on bare.
func (e *editor) day(n *strictyaml.Node) {
	m := isoDay.FindStringSubmatch(n.Text)
	if m == nil || !n.Plain {
		return
	}
	month := m[2]
	if month > "02" {
		month = strings.TrimPrefix(month, "0")
	}
	e.replace(n.At.Line, n.At.Column, n.Text, m[3]+"/"+month+"/"+m[1])
}

var typedNumber = regexp.MustCompile(`^([IVX]+)\.\s+`)

// heading drops a typed number that is the automatic one; which it is tells
// the order of the headings in the file.
func (e *editor) heading(n *strictyaml.Node) {
	m := typedNumber.FindStringSubmatch(n.Text)
	if m == nil || !n.Plain || m[1] != plan.Roman(e.countHeadings(n.At.Line)) {
		return
	}
	e.replace(n.At.Line, n.At.Column, m[0], "")
}

var headingKey = regexp.MustCompile(`^\s*-\s+(?i:tieu_de|tiêu đề)\s*:`)

func (e *editor) countHeadings(line int) int {
	count := 0
	for _, l := range e.lines[:line] {
		if headingKey.MatchString(l) {
			count++
		}
	}
	return count
}

var (
	contentKey  = regexp.MustCompile(`^(\s*)noi_dung: \|\s*(#.*)?$`)
	purposeLine = regexp.MustCompile(`^\s*1\.\s+Mục đích$`)
	demandLine  = regexp.MustCompile(`^\s*2\.\s+Yêu cầu$`)
	numberLine  = regexp.MustCompile(`^\s*\d+\.\s`)
)

// purpose turns "noi_dung: |" with exactly "1. Mục đích" and "2. Yêu cầu" into
// the typed keys, which print the same words.
func (e *editor) purpose(lines []string) []string {
	out := slices.Clone(lines)
	for i, l := range out {
		m := contentKey.FindStringSubmatch(l)
		if m == nil || i+1 >= len(out) || !purposeLine.MatchString(out[i+1]) {
			continue
		}
		second := demandAt(out, i+2, len(m[1]))
		if second < 0 {
			continue
		}
		out[i], out[i+1] = strings.Replace(l, "noi_dung: |", "muc_dich: |", 1), ""
		out[second] = m[1] + "yeu_cau: |"
		return e.purpose(slices.Delete(out, i+1, i+2))
	}
	return out
}

// demandAt finds the line "2. Yêu cầu" of a block, -1 if the block has other
// numbered lines or the line has nothing around it.
func demandAt(lines []string, from, indent int) int {
	second, last := -1, from-1
	for i := from; i < len(lines); i++ {
		body := strings.TrimLeft(lines[i], " ")
		if body == "" {
			continue
		}
		if len(lines[i])-len(body) <= indent {
			break
		}
		switch {
		case demandLine.MatchString(lines[i]) && second < 0 && i > from:
			second = i
		case numberLine.MatchString(lines[i]):
			return -1
		}
		last = i
	}
	if last <= second {
		return -1
	}
	return second
}

var (
	archiveItem = regexp.MustCompile(`^\s+-\s+["']?Lưu\s*:\s*(.*?)["']?$`)
	archiveKey  = regexp.MustCompile(`^luu\s*:`)
)

// archive moves a line "- Lưu: …" from the end of the recipients to its own
// key, unless the file has that key.
func archive(lines []string) []string {
	if slices.ContainsFunc(lines, archiveKey.MatchString) {
		return lines
	}
	inside := false
	for i, l := range lines {
		if topKey.MatchString(l) {
			inside = strings.HasPrefix(l, "noi_nhan:")
		}
		m := archiveItem.FindStringSubmatch(l)
		if !inside || m == nil {
			continue
		}
		rest := slices.Delete(slices.Clone(lines), i, i+1)
		if i < len(rest) && strings.HasPrefix(strings.TrimSpace(rest[i]), "- ") {
			return lines // not the last line: the clerk's order stays
		}
		return slices.Insert(rest, i, "luu: "+scalar(strings.TrimSuffix(m[1], ".")))
	}
	return lines
}

// chunk is a top-level key with the comments and blank lines above it.
type chunk struct {
	key   string
	lines []string
}

var topKey = regexp.MustCompile(`^([\p{L}_]+)\s*:`)

// reorder puts the top-level keys into the order of the schema. What stands
// above the first key stays above it; the opening keeps its own order, which
// is that of the paper.
func reorder(lines []string) []string {
	head, chunks, tail := split(lines)
	rank := map[string]int{}
	for i, name := range plan.KeyNames(plan.Plan{}) {
		rank[name] = i
	}
	rank["mo_dau"] = rank["can_cu"]
	sorted := slices.Clone(chunks)
	slices.SortStableFunc(sorted, func(a, b chunk) int { return rank[a.key] - rank[b.key] })
	out := slices.Clone(head)
	for _, c := range sorted {
		out = append(out, c.lines...)
	}
	return append(out, tail...)
}

// split cuts a file into its top-level keys; tail is what stands behind the
// last one at the margin: comments and blank lines at the end of the file.
func split(lines []string) (head []string, chunks []chunk, tail []string) {
	var above []string
	for _, l := range lines {
		m := topKey.FindStringSubmatch(l)
		switch {
		case m != nil:
			if len(chunks) == 0 {
				head, above = fileHead(above)
			}
			chunks = append(chunks, chunk{m[1], append(slices.Clone(above), l)})
			above = nil
		case l == "" || l[0] == '#':
			above = append(above, l)
		case len(chunks) > 0:
			c := &chunks[len(chunks)-1]
			c.lines = append(append(c.lines, above...), l)
			above = nil
		default:
			above = append(above, l)
		}
	}
	return head, chunks, above
}

// fileHead tells the comment of the file from that of its first key: it ends
// at the last blank line; without one all of it heads the file.
func fileHead(above []string) (head, first []string) {
	for i := len(above) - 1; i >= 0; i-- {
		if above[i] == "" {
			return above[:i+1], above[i+1:]
		}
	}
	return above, nil
}
