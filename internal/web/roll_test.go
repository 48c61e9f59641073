package web

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kehoach.example/internal/build"
)

func inputOf(text string) build.Input { return build.Input{Name: "a.yaml", Data: []byte(text)} }

// TestRollChoices: all accepted is the roll-over's own plan, all kept the old one;
// what is typed stands there; no plan is overwritten.
func TestRollChoices(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"viec", "", "roll"}, part{"ke_hoach", "", "a.yaml"})
	page := c.must("GET", at, "")
	has(t, page, "Cần xem lại (", "Đã đổi (", "Giữ nguyên có chủ ý (", `value="2028"`, `value="a 2028"`)
	rolled, found := office().Roll(inputOf(f.sample()), build.RollOptions{Year: 2028})
	if rolled == nil {
		t.Fatal(found)
	}
	all := func(choice string) url.Values {
		v := url.Values{"nam": {"2028"}}
		for i := range rolled.Changes {
			v.Set("c"+strconv.Itoa(i), choice)
		}
		return v
	}
	typed, at1 := all(takeNew), slices.IndexFunc(rolled.Report("", "vi").Changed, func(e build.RollEntry) bool { return e.Typed && e.Key == "trich_yeu" })
	entry := rolled.Report("", "vi").Changed[at1]
	typed.Set("c"+strconv.Itoa(entry.Index), another)
	typed.Set("t"+strconv.Itoa(entry.Index), `2030: "gõ" # tay`)
	whole := all(takeNew) // all of a list at once, without a script: the page comes back with it, and no plan is made
	whole.Set("tat_ca", "giu:da-doi")
	whole.Set("name", "tên của tôi")
	status, answer := c.press(at, whole)
	kept := len(slices.DeleteFunc(rolled.Report("", "vi").Changed, func(e build.RollEntry) bool { return !e.Changed }))
	if n := strings.Count(answer, `value="giu" checked`); status != http.StatusOK || n != kept || kept == 0 {
		t.Errorf("%d: %d are kept, want %d", status, n, kept)
	}
	has(t, answer, `value="tên của tôi"`, "đã giữ chữ cũ ở tất cả")
	for name, x := range map[string]struct {
		choices url.Values
		want    string
	}{
		"không chọn": {url.Values{"nam": {"2028"}}, string(rolled.Data)},
		"nhận":       {all(takeNew), string(rolled.Data)},
		"giữ":        {all(keepOld), f.sample()},
		"gõ":         {typed, ""},
	} {
		x.choices.Set("name", name)
		if status, answer := c.press(at, x.choices); status != http.StatusSeeOther {
			t.Fatalf("%s: %d %s", name, status, answer)
		}
		got := f.read(name + ".yaml")
		if x.want != "" && got != x.want {
			t.Errorf("%s: another plan:\n%s", name, got)
		}
		if x.want == "" {
			p, _ := office().Read(inputOf(got))
			has(t, p.TrichYeu.Plain(" "), `2030: "gõ" # tay`)
		}
	}
	typed.Set("name", "a")
	status, answer = c.press(at, typed)
	if status < 400 || f.read("a.yaml") != f.sample() {
		t.Errorf("%d: a plan was overwritten", status)
	}
	has(t, answer, `role="alert"`, `value="2030: &#34;gõ&#34; # tay"`, `value="khac" checked`)
}

// TestRollYears: the year that follows is proposed, others are counted, and what
// cannot be is told without words of the command line.
func TestRollYears(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"viec", "", "roll"}, part{"tep", "Kế hoạch 2026.txt", pastedPlan})
	has(t, c.must("GET", at, ""), `value="2027"`, `value="Kế hoạch 2027"`, "Trồng cây chắn sóng năm 2026")
	has(t, c.must("GET", at+"?nam=2029", ""), `value="2029"`, `value="Kế hoạch 2029"`, "không nối tiếp ngay")
	for _, year := range []string{"2026", "1", "9999"} {
		page := c.must("GET", at+"?nam="+year, "")
		has(t, page, "ROLL-YEAR")
		if strings.Contains(page, `id="name"`) || strings.Contains(page, "--year") {
			t.Errorf("%s: %s", year, page)
		}
	}
	page := c.must("GET", c.bring(part{"viec", "", "roll"}, part{"chu", "", strings.ReplaceAll(strings.ReplaceAll(pastedPlan, " năm 2026", ""), "/2026", "")}), "")
	has(t, page, "ROLL-NOYEAR")
	if strings.Contains(page, "kehoach import") {
		t.Errorf("words of the command line: %s", page)
	}
}

// TestUnderPlan: a draft answers each task of the superior's plan.
func TestUnderPlan(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"viec", "", "under"}, part{"tep", "cap-tren.docx", wordOf(t, f.sample())})
	page := c.must("GET", at, "")
	has(t, page, "Tên đơn vị")
	if strings.Contains(page, `id="name"`) {
		t.Error("a draft for nobody")
	}
	sup, _ := office().Superior(build.Input{Name: "cap-tren.docx", Data: []byte(wordOf(t, f.sample()))})
	const unit = "Chi đoàn thôn Bình Minh"
	data, report, found := office().Under(sup, build.UnderOptions{Unit: unit}, "vi")
	if report == nil {
		t.Fatal(found)
	}
	page = c.must("GET", at+"?don_vi="+url.QueryEscape(" "+unit+" "), "")
	has(t, page, "giao cho cấp dưới ("+strconv.Itoa(len(report.Tasks))+")", `value="Kế hoạch `+unit+`"`)
	if n := strings.Count(page, `<td><span class="where">Phần `); n != len(report.Tasks) || n == 0 { // a draft has no lines for who sees the form
		t.Errorf("%d tasks are placed, of %d", n, len(report.Tasks))
	}
	if strings.Contains(page, "dòng ") {
		t.Errorf("lines of a file: %s", page)
	}
	if status, answer := c.press(at, url.Values{"don_vi": {unit}, "name": {"Của thôn"}}); status != http.StatusSeeOther || f.read("Của thôn.yaml") != string(data) {
		t.Errorf("%d %s", status, answer)
	}
	has(t, c.must("GET", at+"?don_vi=x&the_thuc=khong-co", ""), "FORM-UNKNOWN")
}

// TestRollKept: choices go along to another year, and stay when the page is loaded
// anew; a plan of a year whose lists were not seen is not made.
func TestRollKept(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	at := c.bring(part{"viec", "", "roll"}, part{"ke_hoach", "", "a.yaml"})
	page := c.must("GET", at, "")
	same := regexp.MustCompile(`name="g(\d+)" value="(trich_yeu [^"]*)"`).FindStringSubmatch(page)
	if same == nil {
		t.Fatal(page)
	}
	chosen := url.Values{"nam": {"2028"}, "nam_moi": {"2030"}, "goi_y": {"a 2028"}, "name": {"a 2028"}, "g" + same[1]: {same[2]}, "c" + same[1]: {another}, "t" + same[1]: {"chữ của tôi"}}
	chosen.Set("lam", "tinh")
	if status, _ := c.press(at, chosen); status != http.StatusSeeOther || c.goTo != at+"?nam=2030" {
		t.Fatalf("%d %s", status, c.goTo)
	}
	for range 2 {
		has(t, c.must("GET", c.goTo, ""), `name="nam" value="2030"`, `value="chữ của tôi"`, `value="khac" checked`, `value="a 2030"`)
		c.goTo = at
	}
	chosen.Set("lam", "")
	chosen.Set("nam", "2030")
	chosen.Set("nam_moi", "2031")
	chosen.Set("name", "tên tôi")
	if status, _ := c.press(at, chosen); status != http.StatusSeeOther || c.goTo != at+"?doi&nam=2031" || f.read("tên tôi.yaml") != "" {
		t.Fatalf("%d %s", status, c.goTo)
	}
	has(t, c.must("GET", c.goTo, ""), `value="tên tôi"`, "Năm đã đổi")
	chosen.Set("nam", "2031")
	if status, _ := c.press(at, chosen); status != http.StatusSeeOther || !strings.Contains(f.read("tên tôi.yaml"), "chữ của tôi") {
		t.Errorf("%d %s", status, f.read("tên tôi.yaml"))
	}
	chosen.Set("lam", "giu")
	chosen.Set("t"+same[1], "gõ dở")
	if status, _ := c.press(at, chosen); status != http.StatusNoContent {
		t.Errorf("%d", status)
	}
	has(t, c.must("GET", at, ""), `value="gõ dở"`, `name="nam" value="2031"`)
}

// TestRollWords: of a Word file the lists and the report speak of fields and of what
// was read, not of lines, signs and codes of a plan file.
func TestRollWords(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	word := wordOf(t, f.sample())
	at := c.bring(part{"viec", "", "roll"}, part{"tep", "cũ.docx", word})
	page := c.must("GET", at, "")
	has(t, page, "Phần 2, Nội dung", "Phần 3, Đợt 1, Từ ngày", "Đã đọc được gì trong kế hoạch cũ", "Đọc được")
	has(t, c.must("GET", c.bring(part{"viec", "", "roll"}, part{"chu", "", pastedPlan}), ""), "chọn thể thức khác khi soạn")
	for _, bad := range []string{"<code>", ">dòng ", "the_thuc", "| ", "**"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page says %q", bad)
		}
	}
	p, _ := office().Read(inputOf(f.sample()))
	has(t, c.must("GET", strings.Replace(at, "roll", "import", 1), ""), "<td lang=\"vi\">"+p.TrichYeu.Plain("<br>"), "<td lang=\"vi\">"+p.Muc[0].TieuDe.Plain()+"<br>"+p.Muc[1].TieuDe.Plain())
}

// TestPlainWords: the signs of a line of a plan file are not its words.
func TestPlainWords(t *testing.T) {
	for in, want := range map[string]string{
		"": "", "a | b": "a · b", "| 9 | Báo cáo | 10/12/2027 | **Phòng A** |": "9 · Báo cáo · 10/12/2027 · Phòng A", "| ^ | ^ | Văn bản": "Văn bản",
		"**1. Ý:** nói *vậy*": "1. Ý: nói vậy", " ngày 1 | x |": "ngày 1 · x",
	} {
		if got := strings.Trim(plainWords(in), " ·"); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// TestSamplesByName: samples are told by what they call themselves, and one that
// is chosen becomes the plan.
func TestSamplesByName(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	p, _ := office().Read(inputOf(f.sample()))
	has(t, c.must("GET", "/", ""), p.TrichYeu.Plain(" "), "<optgroup", "năm 2027 trên địa bàn … (") // a list fills in where
	if status, answer := c.press("/new", url.Values{"name": {"mẫu"}, "sample": {sample}, "form": {"nd30"}}); status != http.StatusSeeOther || f.read("mẫu.yaml") != f.sample() {
		t.Errorf("%d %s", status, answer)
	}
	for _, bad := range []url.Values{{"name": {"x"}, "sample": {"../" + sample}}, {"name": {"x"}, "sample": {"khong-co"}}, {"name": {"x"}, "form": {"khong-co"}}, {"name": {" "}, "sample": {sample}}} {
		if status, answer := c.press("/new", bad); status < 400 || !strings.Contains(answer, `role="alert"`) {
			t.Errorf("%v: %d", bad, status)
		}
	}
}
