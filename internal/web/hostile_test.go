package web

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/build"
)

// zipOf packs files: name, content, …
func zipOf(t *testing.T, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(files[i+1]))
	}
	z.Close()
	return b.String()
}

// TestBringBombs: files that unpack to a thousand times their size, and others
// that lie about themselves, are refused, and the page lives.
func TestBringBombs(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	types := `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rels := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	doc := func(body string) string {
		return zipOf(t, "[Content_Types].xml", types, "_rels/.rels", rels, "word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body+`</w:body></w:document>`)
	}
	for name, data := range map[string]string{
		"blanks":  doc(strings.Repeat(" ", 100<<20)),
		"nested":  doc(strings.Repeat("<w:tbl><w:tr><w:tc>", 5000)),
		"runs":    doc("<w:p>" + strings.Repeat("<w:r><w:t>a</w:t></w:r>", 400_000) + "</w:p>"),
		"entity":  zipOf(t, "[Content_Types].xml", types, "_rels/.rels", rels, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>`),
		"yaml":    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n",
		"lines":   strings.Repeat("\n", 3<<20),
		"letters": strings.Repeat("a", 12<<20),
	} {
		at := c.bring(part{"viec", "", "import"}, part{"tep", name + ".docx", data})
		for _, use := range []string{"import", "roll"} {
			page := c.must("GET", strings.Replace(at, "import", use, 1)+"?nam=2028", "")
			if strings.Contains(page, `id="name"`) {
				t.Errorf("%s: a plan can be made of it", name)
			}
		}
	}
	c.must("GET", "/", "")
}

// TestBringTooMuch: what is larger than a Word file may be, has too many parts or
// is no form at all is refused.
func TestBringTooMuch(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	body, kind := formOf(part{"tep", "to.docx", "PK\x03\x04" + strings.Repeat("x", build.MaxWord)})
	status, page := c.ask("POST", "/bring", body, kind)
	if status != http.StatusRequestEntityTooLarge {
		t.Errorf("%d bytes: %d", len(body), status)
	}
	has(t, page, "tệp lớn hơn")
	many, kindMany := formOf(slices.Repeat([]part{{"x", "", "x"}}, maxFields+1)...)
	for body, kind := range map[string]string{
		many: kindMany, "": "Content-Type: multipart/form-data", "x": "Content-Type: multipart/form-data; boundary=b", "viec=import": "Content-Type: application/x-www-form-urlencoded",
		"--b\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a\"\r\n\r\nnever ends": "Content-Type: multipart/form-data; boundary=b",
	} {
		if status, _ := c.ask("POST", "/bring", body, kind); status != http.StatusBadRequest {
			t.Errorf("%.40q: %d", body, status)
		}
	}
	empty, kind := formOf(part{"viec", "", "import"}, part{"tep", "", ""}, part{"chu", "", " \n"})
	if status, page := c.ask("POST", "/bring", empty, kind); status != http.StatusBadRequest || !strings.Contains(page, "chưa có văn bản nào") {
		t.Errorf("nothing: %d", status)
	}
	c.must("GET", "/", "")
}

// TestBringSlowly: a file that never comes to its end is let go, and its place is
// free for another.
func TestBringSlowly(t *testing.T) {
	c := serve(t, newFolder(t), func(s *Server) { s.patience = 50 * time.Millisecond }).enter()
	host := strings.TrimPrefix(c.base, "http://")
	for range 2 * maxReceiving {
		conn, err := net.Dial("tcp", host)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(conn, "POST /bring HTTP/1.1\r\nHost: %s\r\nOrigin: %s\r\nCookie: %s=%s\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"a.docx\"\r\n\r\nPK", host, c.base, c.jar[0].Name, c.jar[0].Value)
		res, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil || res.StatusCode != http.StatusRequestTimeout {
			t.Fatalf("%v, %v", res, err)
		}
		res.Body.Close()
		conn.Close()
	}
	c.bring(part{"chu", "", pastedPlan})
}

// TestBringNames: names and words that look like markup or lead out of the folder
// stay words, and nothing of them reaches the disk but the plan that is asked for.
func TestBringNames(t *testing.T) {
	f := newFolder(t)
	f.beside("bi-mat.yaml", "trich_yeu: bí mật của người khác\n")
	c := serve(t, f).enter()
	const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>{{.}}`
	text := strings.ReplaceAll(pastedPlan, "Lê Văn Bần", hostile)
	text = strings.ReplaceAll(text, "Trồng cây chắn sóng", "Trồng cây "+hostile)
	for _, name := range []string{hostile + ".txt", "../../bi-mat.yaml", `..\..\x.txt`, "/etc/passwd", "a\x00b.txt", strings.Repeat("dài", 500), "CON.txt", ".txt", "\u202etxt.x"} {
		body, kind := formOf(part{"tep", name, text})
		if status, _ := c.ask("POST", "/bring", body, kind); status != http.StatusSeeOther {
			continue // no name of a file in a form
		}
		at := c.goTo
		for _, path := range []string{at, strings.Replace(at, "import", "roll", 1) + "?nam=2028", strings.Replace(at, "import", "under", 1) + "?don_vi=" + url.QueryEscape(hostile)} {
			page := c.must("GET", path, "")
			if strings.Contains(page, "<script>alert") || strings.Contains(page, "<img src=x") {
				t.Errorf("%s of %q: markup", path, name)
			}
			status, page := c.press(path, url.Values{"name": {name}, "nam": {"2028"}, "don_vi": {hostile}})
			if strings.Contains(page, "<script>alert") || strings.Contains(page, "<img src=x") {
				t.Errorf("%d: POST %s of %q: markup", status, path, name)
			}
		}
	}
	if page := c.must("GET", "/", ""); strings.Contains(page, "<script>alert") {
		t.Error("the first view: markup")
	}
	f.only(t)
}

// TestTrayIsSmall: what was brought is kept for the last few only, and found by
// nobody who does not know its name.
func TestTrayIsSmall(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	first := c.bring(part{"chu", "", pastedPlan})
	for range mostBrought {
		c.bring(part{"chu", "", pastedPlan})
	}
	for _, path := range []string{first, "/import/x", "/roll/..%2f", "/under/" + strings.Repeat("A", 26)} {
		status, page := c.ask("GET", path, "")
		if status != http.StatusGone {
			t.Errorf("%s: %d", path, status)
		}
		has(t, page, "không còn được giữ")
	}
	var tr tray
	large := strings.Repeat("x", mostBroughtBytes/3)
	a, b := tr.put(inputOf(large)), tr.put(inputOf(large))
	tr.get(a.id)
	tr.put(inputOf(large))
	tr.put(inputOf(large))
	if tr.get(b.id) != nil || tr.get(a.id) == nil || len(tr.items) != 3 {
		t.Errorf("%d are kept", len(tr.items))
	}
}
