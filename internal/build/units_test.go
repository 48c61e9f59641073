package build

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// csvOf writes a list as a CSV file.
func csvOf(t testing.TB, rows ...[]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unitsOf holds a plan against a list of rows, the first of which has the headers.
func unitsOf(t testing.TB, o *Office, plan string, rows ...[]string) (*Units, []diag.Finding) {
	t.Helper()
	return o.Units(Input{Name: "ke-hoach.yaml", Data: []byte(plan)}, Input{Name: "ds.csv", Data: csvOf(t, rows...)})
}

var (
	phrase    = regexp.MustCompile(`[\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,3}`)
	keyHead   = regexp.MustCompile(`^\s*(?:- )?([a-z_]+|\d+):(?:\s|$)`)
	leftAlone = regexp.MustCompile(`^\s*(?:- )?(the_thuc|mau|bieu_trung|bo_qua|trang_tinh|khi|cot|la|kho|in_hai_mat):|\{|^\s*#|^\s*\|-|[\[\]"'\\*~^]`)
)

// withHoles replaces phrases of a plan by holes, and gives the values that stood there.
func withHoles(r *rand.Rand, text string, n int) (string, []string) {
	lines := strings.Split(text, "\n")
	inBlock, silenced := blocks(lines), false
	var values []string
	for try := 0; try < 40*n && len(values) < n; try++ {
		i := r.IntN(len(lines))
		line := lines[i]
		from := len(line) - len(strings.TrimLeft(line, " "))
		if !inBlock[i] {
			m := keyHead.FindString(line)
			from = max(from, len(m))
			if m == "" && strings.HasPrefix(line[from:], "- ") {
				from += 2
			}
		}
		if silenced = strings.HasPrefix(line, "bo_qua"); silenced || leftAlone.MatchString(line) || from >= len(line) {
			continue
		}
		all := phrase.FindAllStringIndex(line[from:], -1)
		if len(all) == 0 {
			continue
		}
		m := all[r.IntN(len(all))]
		lo, hi := from+m[0], from+m[1]
		value := line[lo:hi]
		filled := line[:lo] + fmt.Sprintf("{c%d}", len(values)) + line[hi:]
		if !inBlock[i] && lo == from && strings.TrimSpace(line[hi:]) != "" || !inBlock[i] && strings.ContainsAny(line[from:], ":#") {
			continue // braces at the head of a plain value want quotation marks
		}
		if inBlock[i] && signs.MatchString(line[from:]) && lo < from+8 {
			continue // the sign of a paragraph is the plan's
		}
		lines[i] = filled
		values = append(values, value)
	}
	return strings.Join(lines, "\n"), values
}

var signs = regexp.MustCompile(`^(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]|^\d`)

// blocks tells which lines stand in block texts ("key: |").
func blocks(lines []string) []bool {
	out := make([]bool, len(lines))
	indent := -1
	for i, l := range lines {
		own := len(l) - len(strings.TrimLeft(l, " "))
		if indent >= 0 && (strings.TrimSpace(l) == "" || own > indent) {
			out[i] = true
			continue
		}
		indent = -1
		if strings.HasSuffix(l, "|") && keyHead.MatchString(l) {
			indent = own
			if strings.HasPrefix(strings.TrimSpace(l), "- ") {
				indent += 2
			}
		}
	}
	return out
}

// told gives findings as code, message and, in the plan, the line.
func told(found []diag.Finding) []string {
	var out []string
	for _, f := range found {
		out = append(out, f.Code+" "+string(f.Severity)+" "+f.Message.Vi)
	}
	slices.Sort(out)
	return out
}

func samplePlans(t testing.TB) []string {
	t.Helper()
	files, _ := readback.PlanFiles("../../samples/*/*.yaml")
	if len(files) < 12 {
		t.Fatalf("only %d samples", len(files))
	}
	return files
}

// TestFilledIsTyped: a sample whose phrases come from a list makes the same
// paper, and is judged alike, as the sample in which they were typed.
func TestFilledIsTyped(t *testing.T) {
	o := openOffice(t)
	r := rand.New(rand.NewPCG(1, 2))
	filledIn := 0
	for _, file := range samplePlans(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files := os.DirFS(filepath.Dir(file))
		in := Input{Name: "ke-hoach.yaml", Data: data, Files: files}
		want := o.Check(in, CheckOptions{})
		for range 3 {
			text, values := withHoles(r, string(data), 12)
			head, row := []string{"Đơn vị"}, []string{"Đơn vị A"}
			for i, v := range values {
				head, row = append(head, fmt.Sprintf("C%d", i)), append(row, v)
			}
			u, found := o.Units(Input{Name: "ke-hoach.yaml", Data: []byte(text), Files: files}, Input{Name: "ds.csv", Data: csvOf(t, head, row)})
			if u == nil {
				t.Errorf("%s: %v\n%s", file, told(found), text)
				continue
			}
			filledIn += len(values)
			rows := u.Rows()
			paper := u.Make(&rows[0])
			if paper.Doc == nil {
				t.Errorf("%s: %v", file, told(paper.Findings))
				continue
			}
			if got := paper.Doc.Dump(); got != want.Paper.Doc.Dump() {
				t.Errorf("%s: another paper with %q:\n%s", file, values, firstDifference(want.Paper.Doc.Dump(), got))
			}
			if got, want := told(u.Judge(&rows[0], paper, CheckOptions{})), told(want.Findings); !slices.Equal(got, want) {
				t.Errorf("%s: judged otherwise with %q:\n%s", file, values, firstDifference(strings.Join(want, "\n"), strings.Join(got, "\n")))
			}
		}
	}
	if filledIn < 300 {
		t.Errorf("only %d holes were filled", filledIn)
	}
}
