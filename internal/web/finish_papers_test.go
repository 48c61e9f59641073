package web

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// TestOldPapersAreNotSigned: a paper under whatever name that is older than the plan,
// or of another plan, is neither offered nor signed; the one that is as the plan says
// is judged before signing.
func TestOldPapersAreNotSigned(t *testing.T) {
	readback.Need(t, "openssl")
	f, c := toSign(t)
	who := readback.NewCA(t).Person("Nguyễn Văn Thử")
	f.write("a-khac.yaml", f.sample())
	c.post("/plan/a-khac.yaml/finish/write", "format", "pdf")
	c.post(finishing1+"/write", "base", "a-2", "format", "pdf")
	c.must("POST", "/plan/a.yaml/edit", editOf("trich_yeu", f.values(t, c)["trich_yeu"], "việc khác hẳn"))
	page := c.must("GET", finishing1, "")
	for _, name := range []string{"a.pdf", "a-2.pdf", "a-khac.pdf"} {
		if offers(page, name) {
			t.Errorf("%s is offered", name)
		}
		status, page := c.hand(finishing1+"/sign", word("file", name), keyFile(who), word("passphrase", who.Passphrase))
		want := name + " cũ hơn kế hoạch"
		if name == "a-khac.pdf" {
			want = name + " không phải văn bản của kế hoạch này"
		}
		if status != http.StatusUnprocessableEntity || !strings.Contains(page, want) {
			t.Errorf("%s: %d, not told: %s", name, status, want)
		}
	}
	if strings.Count(page, "(cũ hơn kế hoạch)")+strings.Count(page, "cũ hơn kế hoạch</strong>") < 2 {
		t.Error("not both papers are told to be older")
	}
	status, page := c.post(finishing1+"/write", "base", "a-khac", "format", "pdf")
	if status != http.StatusUnprocessableEntity || !strings.Contains(page, "a-khac là tên văn bản của kế hoạch a-khac.yaml") {
		t.Errorf("a paper of another plan may be replaced: %d", status)
	}
	c.post(finishing1+"/write", "base", "a-3", "format", "pdf")
	page = c.must("GET", finishing1, "")
	has(t, page, "Tệp a-3.pdf")
	if !offers(page, "a-3.pdf") {
		t.Error("the paper of now is not offered")
	}
	if left, _ := filepath.Glob(filepath.Join(f.path, "*-daky*")); len(left) > 0 {
		t.Errorf("signed: %v", left)
	}
}

// offers tells whether a file may be chosen to be signed.
func offers(page, name string) bool {
	_, rest, _ := strings.Cut(page, `id="ky-file"`)
	list, _, _ := strings.Cut(rest, "</select>")
	return strings.Contains(list, `value="`+name+`"`)
}

// TestSignedPaperOfAnOlderPlan: what others signed can go on to be signed when the plan
// was changed since, and that is told.
func TestSignedPaperOfAnOlderPlan(t *testing.T) {
	readback.Need(t, "openssl")
	f, c := toSign(t)
	ca := readback.NewCA(t)
	who, body := ca.Person("Nguyễn Văn Thử"), ca.Body("Đoàn xã Thử Nghiệm")
	c.hand(finishing1+"/sign", word("file", "a.pdf"), keyFile(who), word("passphrase", who.Passphrase))
	has(t, c.must("GET", finishing1, ""), `value="a-daky.pdf"`)
	_, page := c.hand(finishing1+"/sign", word("file", "a-daky.pdf"), keyFile(body), word("passphrase", "sai"))
	if strings.Contains(page, "cũ hơn") {
		t.Error("a signed paper of now is told to be older")
	}
	c.must("POST", "/plan/a.yaml/edit", editOf("trich_yeu", f.values(t, c)["trich_yeu"], "việc khác hẳn"))
	status, page := c.hand(finishing1+"/sign", word("file", "a-daky.pdf"), keyFile(body), word("passphrase", body.Passphrase), word("number", "25"), word("date", "2027-01-06"))
	if status != http.StatusOK {
		t.Fatalf("%d %s", status, page)
	}
	has(t, page, "a-daky.pdf cũ hơn kế hoạch")
}

// TestPapersHaveOneName: papers get no name that is hidden, turns letters round or
// passes for an option, and of two plans whose names differ in their endings alone
// neither writes over the papers of the other.
func TestPapersHaveOneName(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	for _, base := range []string{".x", "k\u202elmay", "-x", "x."} {
		if status, _ := c.post(finishing1+"/write", "base", base, "format", "docx"); status != http.StatusUnprocessableEntity {
			t.Errorf("%q: %d", base, status)
		}
	}
	if made, _ := filepath.Glob(filepath.Join(f.path, "*.docx")); len(made) > 0 {
		t.Errorf("written: %v", made)
	}
	f.write("a.yml", f.sample())
	status, page := c.post(finishing1+"/write", "format", "docx")
	if status != http.StatusUnprocessableEntity {
		t.Errorf("two plans of one name: %d", status)
	}
	has(t, page, "của kế hoạch a.yml", "a-yaml")
	if status, _ = c.post(finishing1+"/write", "base", "a-yaml", "format", "docx"); status != http.StatusOK {
		t.Errorf("another name: %d", status)
	}
}

// TestManyPapers: the papers of a plan are looked into up to a number, and each once.
func TestManyPapers(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	for i := range mostOwn + 20 {
		f.write("a-"+strings.Repeat("x", i+1)+".pdf", "%PDF-1.7 của người khác")
	}
	page := c.must("GET", finishing1, "")
	if n := strings.Count(page, "đã có người sửa"); n > mostOwn+2 {
		t.Errorf("%d papers were looked into", n)
	}
	if n := len(c.s.judged.seen); n != 1 {
		t.Errorf("one content was judged %d times", n)
	}
	if err := os.Remove(filepath.Join(f.path, "a.yaml")); err != nil {
		t.Fatal(err)
	}
	one := &finishing{name: "a.yaml"}
	if !one.owns("a-2") || !one.owns("A-2") || one.owns("ab") {
		t.Error("names of papers")
	}
}
