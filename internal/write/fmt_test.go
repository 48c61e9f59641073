package write

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
	"kehoach.example/internal/strictyaml"
)

// format is Fmt of a file that reads without errors.
func format(t *testing.T, text string) string {
	t.Helper()
	root, found := strictyaml.Parse("f.yaml", []byte(text))
	if root == nil || diag.HasErrors(found) {
		t.Fatalf("%v\n%s", found, text)
	}
	return Fmt(text, root)
}

// TestFmtGolden: pairs of files as clerks leave them and in canonical form,
// which is canonical for ever.
func TestFmtGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/fmt/*.txtar")
	if len(files) < 6 {
		t.Fatalf("only %d cases", len(files))
	}
	for _, file := range files {
		want, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out := format(t, string(want.Files[0].Data))
		if again := format(t, out); again != out {
			t.Errorf("%s: formatting again changes it:\n%s", file, again)
		}
		sameMeaning(t, file, string(want.Files[0].Data), out)
		got := &txtar.Archive{Comment: want.Comment, Files: []txtar.File{want.Files[0], {Name: "sau.yaml", Data: []byte(out)}}}
		if bytes.Equal(txtar.Format(got), txtar.Format(want)) {
			continue
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		t.Errorf("%s: got\n%s", file, out)
	}
}

// sameMeaning: two files hold the same plan.
func sameMeaning(t *testing.T, name, before, after string) {
	t.Helper()
	a, found := read.YAML("f.yaml", []byte(before), read.Options{})
	if a == nil || diag.HasErrors(found) {
		t.Fatalf("%s: %v", name, found)
	}
	b, found := read.YAML("f.yaml", []byte(after), read.Options{})
	if b == nil || diag.HasErrors(found) {
		t.Errorf("%s: the canonical file does not read: %v\n%s", name, found, after)
		return
	}
	if x, y := typed(a), typed(b); x != y {
		t.Errorf("%s: the plan changes:\n%s\n---\n%s", name, x, y)
	}
}

// typed is the dump of a plan with "1. Mục đích" and "2. Yêu cầu" in running
// text and in keys alike: they print the same.
func typed(p *plan.Plan) string {
	s := plan.Dump(*p)
	s = regexp.MustCompile(`(?m)^.* heading [12]\. (Mục đích|Yêu cầu)\n`).ReplaceAllString(s, "")
	return regexp.MustCompile(`(?m)^muc\[\]\.(muc_dich|yeu_cau|noi_dung) `).ReplaceAllString(s, "muc[] ")
}

// TestFmtKeepsCanonical: samples and starter plans are in canonical form, but
// for the order and looks that they show on purpose; Fmt is idempotent on them.
func TestFmtKeepsCanonical(t *testing.T) {
	for _, file := range plans(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out := format(t, string(data))
		if out != string(data) {
			t.Errorf("%s is not in canonical form:\n%s", file, firstChange(string(data), out))
		}
	}
}

func firstChange(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d: %s\n     <> %s", i+1, x[i], y[i])
		}
	}
	return "one is longer"
}

// mangle makes of a canonical file one as clerks leave it: keys with
// diacritics and in another order, comments, blank lines, machine dates.
func mangle(rng *rand.Rand, text string) string {
	spelt := map[string][]string{
		"co_quan": {"Cơ quan", "CƠ QUAN", "co quan"}, "so": {"Số", "SỐ"}, "ky_hieu": {"Ký hiệu"}, "dia_danh": {"Địa danh", "ĐỊA DANH"},
		"ngay": {"Ngày"}, "trich_yeu": {"Trích yếu", "trich-yeu"}, "can_cu": {"Căn cứ", "can cứ"}, "muc": {"Mục"}, "ket": {"Kết"},
		"noi_nhan": {"Nơi nhận", "NƠI NHẬN"}, "luu": {"Lưu"}, "nguoi_ky": {"Người ký"}, "the_thuc": {"Thể thức"},
	}
	_, chunks, _ := split(strings.Split(strings.TrimSuffix(text, "\n"), "\n"))
	rng.Shuffle(len(chunks), func(i, j int) { chunks[i], chunks[j] = chunks[j], chunks[i] })
	out := []string{"# đầu tệp", ""}
	for _, c := range chunks {
		for range rng.IntN(3) {
			out = append(out, []string{"", "# ghi chú " + c.key, "   "}[rng.IntN(3)])
		}
		for _, l := range c.lines {
			key, value, isKey := strings.Cut(l, ":")
			if names := spelt[key]; isKey && len(names) > 0 && rng.IntN(2) == 0 {
				l = names[rng.IntN(len(names))] + ":" + value
			}
			out = append(out, l+strings.Repeat(" ", rng.IntN(2)*rng.IntN(3)))
		}
	}
	return strings.Join(out, "\n") + strings.Repeat("\n", rng.IntN(4))
}

// TestFmtMangled: the same plan, idempotent, no comment lost and none new, keys
// in one order, whatever the file looked like.
func TestFmtMangled(t *testing.T) {
	for _, file := range plans(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(25) {
			in := mangle(rand.New(rand.NewPCG(seed, 3)), string(data))
			out := format(t, in)
			if again := format(t, out); again != out {
				t.Fatalf("%s, seed %d: not idempotent:\n%s", file, seed, firstChange(out, again))
			}
			sameMeaning(t, file, in, out)
			if a, b := comments(in), comments(out); !slices.Equal(a, b) {
				t.Fatalf("%s, seed %d: comments %q become %q", file, seed, a, b)
			}
			if a, b := strings.Count(in, "\n#"), strings.Count(out, "\n#"); a != b {
				t.Fatalf("%s, seed %d: %d comment lines become %d", file, seed, a, b)
			}
			inOrder(t, out)
		}
	}
}

var comment = regexp.MustCompile(`(?m)(^|\s)#.*$`)

// comments are all comments of a file, sorted: keys may change places.
func comments(text string) []string {
	var out []string
	for _, c := range comment.FindAllString(text, -1) {
		out = append(out, strings.TrimSpace(c))
	}
	slices.Sort(out)
	return out
}

// paperOrder is the order of keys of schema.md §1.
var paperOrder = strings.Fields("the_thuc co_quan_chu_quan co_quan so ky_hieu dia_danh ngay ten_loai trich_yeu phu_de kem_theo thoi_ky do_khan luu_hanh du_thao dia_chi " +
	"can_cu mo_dau muc ket noi_nhan luu nguoi_ky phu_luc chu_thich bo_qua")

func inOrder(t *testing.T, text string) {
	t.Helper()
	last := 0
	for _, m := range regexp.MustCompile(`(?m)^([^\s#-][^:#\n]*):`).FindAllStringSubmatch(text, -1) {
		i := slices.Index(paperOrder, m[1])
		if i < 0 {
			t.Fatalf("the key %q is not canonical", m[1])
		}
		if m[1] == "mo_dau" || m[1] == "can_cu" {
			i = slices.Index(paperOrder, "can_cu") // the opening keeps its own order
		}
		if i < last {
			t.Fatalf("%s stands too late:\n%s", m[1], text)
		}
		last = i
	}
}

// TestFmtKeepsText: values are not touched: what looks like a key, a date, a
// number or a comment inside a text stays.
func TestFmtKeepsText(t *testing.T) {
	for _, text := range []string{
		"trich_yeu: 'Số: 1'\nmuc:\n  - tieu_de: A\n",
		"trich_yeu: A\nmuc:\n  - tieu_de: A\n    noi_dung: |\n      Căn cứ: theo luật\n      tieu_de: I. A\n      ngay: 2027-01-06\n      # ghi chú  hai\n\n      \\# thăng\n",
		"trich_yeu: A  B\nmuc:\n  - tieu_de: \"I. A\"\n",
		"trich_yeu: A\nmuc:\n  - tieu_de: V. A\n    so: V\n",
		"trich_yeu: >\n  gấp\n  lại\nmuc: |\n  I. A\n  1. B\n",
	} {
		if got := format(t, text); got != text {
			t.Errorf("got\n%swant\n%s", got, text)
		}
	}
}

// TestFmtEnds: one newline at the end, Unix newlines, no blanks at line ends.
func TestFmtEnds(t *testing.T) {
	for _, text := range []string{"trich_yeu: A  \r\nmuc:\r\n  - tieu_de: B\t\r\n\r\n\r\n", "trich_yeu: A\nmuc:\n  - tieu_de: B"} {
		if got := format(t, text); got != "trich_yeu: A\nmuc:\n  - tieu_de: B\n" {
			t.Errorf("%q", got)
		}
	}
}
