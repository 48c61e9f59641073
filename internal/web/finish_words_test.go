package web

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kehoach.example/internal/readback"
)

// lacks asks that a page says nothing of some words.
func lacks(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(page, w) {
			t.Errorf("the page says %q", w)
		}
	}
}

// TestFinishWords: places to sign are told by what they are, and no group by what a
// part of the program does.
func TestFinishWords(t *testing.T) {
	f, c := toSign(t)
	page := c.must("GET", finishing1, "")
	has(t, page, ">Chữ ký của người có thẩm quyền, trang ", ">Chữ ký, con dấu của cơ quan, trang ")
	lacks(t, page, ">ky_1", "Đọc nguồn", "Dàn trang", "Dựng văn bản", "kehoach sign")
	_, page = c.hand(finishing1+"/verify", word("file", "a.pdf"))
	has(t, page, "chưa ký", "“chữ ký của người có thẩm quyền”", `class="verdict plainly"`)
	lacks(t, page, "ky_1,", `class="verified good"`)
	_ = f
}

// TestSignAgain: behind a wrong passphrase all stays that was chosen, but for files
// of the machine, and the passphrase has the mark.
func TestSignAgain(t *testing.T) {
	readback.Need(t, "openssl")
	_, c := toSign(t)
	person := readback.NewCA(t).Person("Nguyễn Văn Thử")
	status, page := c.hand(finishing1+"/sign", word("file", "a.pdf"), keyFile(person), word("passphrase", "sai"), word("field", "ky_1"), word("number", "25"), word("date", "2027-01-06"))
	if status != http.StatusUnprocessableEntity {
		t.Errorf("%d", status)
	}
	has(t, page, `<option value="a.pdf" selected>`, `<option value="ky_1" selected>`, `name="number" value="25"`, `value="2027-01-06"`, `id="ky-pass" aria-invalid="true" aria-describedby="told-ky"`, `role="alert" id="told-ky"`)
	lacks(t, page, "tệp mật khẩu")
}

// TestWriteOnly: where one of the files was edited the others can still be written, at
// one press.
func TestWriteOnly(t *testing.T) {
	f, c := toSign(t)
	if err := os.WriteFile(filepath.Join(f.path, "a.docx"), []byte("của lãnh đạo"), 0o666); err != nil {
		t.Fatal(err)
	}
	status, page := c.post(finishing1+"/write", "format", "docx", "format", "pdf", "base", "a")
	if status != http.StatusUnprocessableEntity {
		t.Fatalf("%d", status)
	}
	has(t, page, "<button>Chỉ ghi PDF</button>", `name="base" value="a"><input type="hidden" name="format" value="pdf">`, "bỏ dấu chọn dạng tệp này")
	if status, page = c.post(finishing1+"/write", "format", "pdf", "base", "a"); status != http.StatusOK || string(f.file("a.docx")) != "của lãnh đạo" {
		t.Errorf("%d %s", status, page)
	}
}

// TestCompareAgain: what was compared with stays chosen, a file of the machine too,
// and Word files of the folder are offered.
func TestCompareAgain(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	if err := os.WriteFile(filepath.Join(f.path, "năm ngoái.docx"), []byte(wordOf(t, f.sample())), 0o666); err != nil {
		t.Fatal(err)
	}
	has(t, c.must("GET", finishing1, ""), "<option>năm ngoái.docx</option>")
	_, page := c.hand(finishing1+"/redline", word("against", "năm ngoái.docx"), word("do", "tell"))
	has(t, page, "<option selected>năm ngoái.docx</option>", "So với năm ngoái.docx")
	_, page = c.hand(finishing1+"/redline", formPart{"old", "cũ.docx", []byte(wordOf(t, f.sample()))}, word("do", "tell"))
	held := regexp.MustCompile(`<option value="(may:[A-Z0-9]+)" selected>cũ.docx`).FindStringSubmatch(page)
	if held == nil {
		t.Fatal("what was handed in is forgotten")
	}
	status, data := c.hand(finishing1+"/redline", word("against", held[1]), word("do", "docx"))
	if status != http.StatusOK || !strings.HasPrefix(data, "PK") {
		t.Errorf("%d %.200s", status, data)
	}
	if status, _ := c.hand(finishing1+"/redline", word("against", "may:x"), word("do", "tell")); status < 400 {
		t.Errorf("%d", status)
	}
}
