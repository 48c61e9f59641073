package build_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// TestRoundTrip: the Word file of a plan, imported, is the plan again: field by
// field, but for what prints the same (see sameOnPaper), and page by page.
func TestRoundTrip(t *testing.T) {
	papers := 0
	for _, m := range corpus(t) {
		if !m.own || excepted(m.name) {
			continue
		}
		papers++
		roundTrip(t, m.name, m.paper)
	}
	if papers < 100 && *only == "" {
		t.Errorf("%d papers, want 100 at least", papers)
	}
}

// TestRoundTripOfStarters: so is a starter plan that nobody has filled in.
func TestRoundTripOfStarters(t *testing.T) {
	files, _ := filepath.Glob("../../templates/khoi-dau/*.yaml")
	if len(files) != len(office().Forms.IDs()) {
		t.Fatalf("%d starters", len(files))
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		roundTrip(t, name, office().Make(build.Input{Name: name, Data: data}))
	}
}

// TestRoundTripInEveryForm: so is a sample in the words and looks of each form.
func TestRoundTripInEveryForm(t *testing.T) {
	const name = "mat-tran-xa-2027"
	data, err := os.ReadFile("../../samples/" + name + "/" + name + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range office().Forms.IDs() {
		text := strings.Replace(string(data), "the_thuc: mttq", "the_thuc: "+id, 1)
		roundTrip(t, id, office().Make(build.Input{Name: id + ".yaml", Data: []byte(text)}))
	}
}

// notOnPaper are the plans that cannot come back from their Word files, by a
// pattern of their names and with the reason.
var notOnPaper = map[string]string{
	`/hinh-`:         "a plan names the files of its pictures, a Word file does not",
	`/bang-03`:       "a cell begins with an empty line",
	`/gach-cheo`:     "a run of blanks is one blank",
	`/dau-\d[13579]`: "an address of the same line several times over: a line of margins is read once",
	`/dau-dang\.`:    "two bodies that the form has joined on one line are one name to a reader",
}

func excepted(name string) bool {
	for pattern := range notOnPaper {
		if regexp.MustCompile(pattern).MatchString(name) {
			return true
		}
	}
	return false
}

func roundTrip(t *testing.T, name string, paper *build.Paper) {
	t.Helper()
	docx, err := paper.DOCX()
	if err != nil {
		t.Fatal(err)
	}
	got := office().Import(build.Input{Name: name + ".docx", Data: docx}, build.ImportOptions{})
	if got.Data == nil {
		t.Errorf("%s: refused: %v", name, got.Findings)
		return
	}
	again := office().Make(build.Input{Name: "a.yaml", Data: got.Data})
	if again.Pages == nil {
		t.Errorf("%s: the plan file does not build: %v\n%s", name, again.Findings, got.Data)
		return
	}
	for _, f := range got.Findings {
		if f.Code == "TEXT-UNPLACED" || f.Severity == diag.Error {
			t.Errorf("%s: %s %s", name, f.Code, f.Message.En)
		}
	}
	want := *paper.Plan
	if !want.TheThuc.Given { // the form that was chosen is told
		want.TheThuc = plan.Text(paper.Standard.ID)
	}
	if d := differing(fields(&want), fields(again.Plan)); d != "" {
		t.Errorf("%s: fields: %s", name, d)
	}
	if d := differing(strings.Split(paper.Pages.Dump(), "\n"), strings.Split(again.Pages.Dump(), "\n")); d != "" {
		t.Errorf("%s: pages: %s", name, d)
	}
}

// sameOnPaper are the alternatives of a plan that give the same pages. Each
// pattern takes out of the dump of a plan, on both sides, what they leave open.
var sameOnPaper = []struct {
	what, why string
	pattern   *regexp.Regexp
	with      string
}{
	{"keys that stand nowhere on paper", "they are for the program alone", regexp.MustCompile(`(?m)^(thoi_ky|bo_qua\S*) .*\n`), ""},
	{"notes of the drafter", "they are never printed", regexp.MustCompile(`(?m)^\S+ \| note .*\n`), ""},
	{"a key that is blank and one that is missing", "what stands beside it makes the same room", regexp.MustCompile(`(?m)^(so|ngay|ho_ten|nguoi_ky\[\]\.ho_ten) = \n`), ""},
	{"the last paragraph of the last part and ket", "both are the last paragraph above the signature", regexp.MustCompile(`(?m)^ket \|`), "muc[].noi_dung |"},
	{"text of a part without a heading and mo_dau", "both stand above part I", regexp.MustCompile(`(?m)^mo_dau \|`), "muc[].noi_dung |"},
	{"the mark at the end of the text", "the form completes it", regexp.MustCompile(`(?m)^(muc\[\]\S* \|.*?)(\./|/)?\.?$`), "$1"},
	{"the marks behind căn cứ and recipients", "the form completes them", regexp.MustCompile(`(?m)^((?:can_cu|noi_nhan)\[\] = (?:[-–] )?.*?)[;.,]?$`), "$1"},
	{"a dash before a recipient", "the form writes it", regexp.MustCompile(`(?m)^(noi_nhan\[\] = )[-–] `), "$1"},
	{"widths of columns", "the page holds them", regexp.MustCompile(`(?m)^\S+ \| row rong.*\n`), ""},
	{"tasks as a list, as a table or in running text", "the page holds them", regexp.MustCompile(`(?m)^\S+(\.nhiem_vu\S*|noi_dung) (=|\| row|\| place  nhiem_vu).*\n`), ""},
	{"the place of đợt at the end of a part", "they stand there anyway", regexp.MustCompile(`(?m)^\S+ \| place +dot\n`), ""},
	{"portrait pages, told or not", "a phụ lục is portrait by itself", regexp.MustCompile(`(?m)^phu_luc\[\]\.kho = dọc\n`), ""},
	{"bold in a line of the title", "all of it is bold", regexp.MustCompile(`(?m)^(trich_yeu\[\] = .*)<b:([^>]*)>(.*)$`), "$1$2$3"},
	{"bodies joined on one line by the form", "the line is the same", regexp.MustCompile(`(?m)^co_quan\[\] = .*\n`), ""},
}

// fields are the facts of a plan but for what prints the same.
func fields(p *plan.Plan) []string {
	s := plan.Dump(*p)
	for _, a := range sameOnPaper {
		s = a.pattern.ReplaceAllString(s, a.with)
	}
	return strings.Split(s, "\n")
}

// differing gives the lines of two texts that differ, up to some.
func differing(want, have []string) string {
	var out []string
	for _, l := range without(want, have) {
		out = append(out, "- "+l)
	}
	for _, l := range without(have, want) {
		out = append(out, "+ "+l)
	}
	if len(out) == 0 && !slices.Equal(want, have) {
		return "\nin another order"
	}
	return strings.Join(out[:min(len(out), 10)], "\n")
}

// without takes each line of b once out of a.
func without(a, b []string) []string {
	left := map[string]int{}
	for _, l := range b {
		left[l]++
	}
	var out []string
	for _, l := range a {
		if left[l] > 0 {
			left[l]--
			continue
		}
		out = append(out, l)
	}
	return out
}
