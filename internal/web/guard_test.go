package web

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"syscall"
	"testing"
)

// client asks a page as a browser does.
type client struct {
	t    *testing.T
	s    *Server
	base string
	jar  []*http.Cookie
	goTo string // where the last answer led
}

// refused stands for an answer where the page closed the connection instead.
const refused = 999

// ask sends a request; headers are "Name: value", one that begins so replaces the
// browser's own, and an empty value takes it away.
func (c *client) ask(method, path, body string, headers ...string) (int, string) {
	c.t.Helper()
	r, err := http.NewRequest(method, c.base+path, strings.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	if method != http.MethodGet {
		r.Header.Set("Origin", c.base)
		r.Header.Set("Content-Type", "application/json")
	}
	for _, k := range c.jar {
		r.AddCookie(k)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		switch {
		case name == "Host":
			r.Host = value
		case value == "":
			r.Header.Del(name)
		default:
			r.Header.Set(name, value)
		}
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		return refused, err.Error()
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		return refused, err.Error()
	}
	c.jar, c.goTo = append(c.jar, res.Cookies()...), res.Header.Get("Location")
	return res.StatusCode, string(data)
}

// enter opens the page as its owner does.
func (c *client) enter() *client {
	c.t.Helper()
	if status, _ := c.ask("GET", "/?mo="+c.s.Token, "", "Sec-Fetch-Site: none"); status != http.StatusOK || len(c.jar) == 0 {
		c.t.Fatalf("the opening address gave %d", status)
	}
	return c
}

// TestStrangers: only the browser that opened the address of this run is answered.
func TestStrangers(t *testing.T) {
	c := serve(t, newFolder(t))
	for _, path := range []string{"/", "/?mo=", "/?mo=x", "/plan/a.yaml", "/static/page.css", "/plan/a.yaml/events"} {
		if status, body := c.ask("GET", path, ""); status != http.StatusForbidden || strings.Contains(body, "a.yaml") {
			t.Errorf("%s without a cookie: %d", path, status)
		}
	}
	c.enter()
	if status, _ := c.ask("GET", "/", ""); status != http.StatusOK {
		t.Fatalf("the owner is refused: %d", status)
	}
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(c.base, "http://"))
	for _, h := range []string{"Host: evil.example", "Host: evil.example:" + port, "Host: 127.0.0.1", "Host: 127.0.0.1:1", "Host: 0.0.0.0:" + port, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"} {
		if status, body := c.ask("GET", "/", "", h); status < 400 || strings.Contains(body, "<main") {
			t.Errorf("GET with %s: %d", h, status)
		}
	}
	for _, h := range []string{"Origin: ", "Origin: null", "Origin: http://evil.example", "Origin: http://127.0.0.1", "Origin: https://127.0.0.1:" + port, "Origin: http://localhost:" + port, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: none", "Host: evil.example"} {
		if status, _ := c.ask("POST", "/plan/a.yaml/edit", `{"edits":[{"op":"set","path":"so","now":"1"}]}`, h); status < 400 {
			t.Errorf("POST with %s: %d", h, status)
		}
	}
	c.jar[0].Value += "x"
	if status, _ := c.ask("GET", "/", ""); status != http.StatusForbidden {
		t.Errorf("another cookie: %d", status)
	}
}

// TestOpensPlan: the opening address may name a plan, and leads nowhere but to a page
// of ours; without the secret it opens nothing.
func TestOpensPlan(t *testing.T) {
	c := serve(t, newFolder(t))
	address := strings.TrimPrefix(PlanAddress(Address("", c.s.Token), "a.yaml"), "http://")
	if status, _ := c.ask("GET", strings.Replace(address, c.s.Token, c.s.Token+"x", 1), "", "Sec-Fetch-Site: none"); status != http.StatusForbidden || len(c.jar) > 0 {
		t.Errorf("opened with another secret: %d", status)
	}
	if status, body := c.ask("GET", address, "", "Sec-Fetch-Site: none"); status != http.StatusOK || !strings.Contains(body, `content="0;url=/plan/a.yaml"`) {
		t.Errorf("%d %s", status, body)
	}
	c.must("GET", "/plan/a.yaml", "")
	for _, name := range []string{"//evil.example/", "https://evil.example", `\\evil.example`, `"><script>alert(1)</script>`, "a;url=https://evil.example", "../../x", "'x"} {
		_, body := c.ask("GET", strings.TrimPrefix(PlanAddress(Address("", c.s.Token), name), "http://"), "")
		if !strings.Contains(body, `content="0;url=/plan/`+template.HTMLEscapeString(url.PathEscape(name))+`"`) || strings.Contains(body, "<script") {
			t.Errorf("%q leads elsewhere: %s", name, body)
		}
	}
}

// TestNames: no name reaches anything but the plans of the folder.
func TestNames(t *testing.T) {
	f := newFolder(t)
	f.beside("bi-mat.yaml", "the_thuc: nd30\ntrich_yeu: bí mật của người khác\n")
	c := serve(t, f).enter()
	for _, name := range []string{
		"../bi-mat.yaml", "..\\bi-mat.yaml", ".kehoach/x", "/etc/passwd", "C:\\x.yaml", "CON.yaml", "con", "a.yaml:x", "a\x00.yaml", ".", "..", "~/.ssh/id", "a.yaml/../../bi-mat.yaml",
		strings.Repeat("dài", 200) + ".yaml", "\\\\may-khac\\chia-se\\a.yaml", "a.yaml.", "a.yaml ", "a\n.yaml", "\u202elmay.yaml", "khong-co.yaml", ".kehoach",
	} {
		for _, path := range []string{"/plan/%s", "/plan/%s/form", "/plan/%s/page/x", "/plan/%s/events"} {
			status, body := c.ask("GET", fmt.Sprintf(path, url.PathEscape(name)), "")
			if status < 300 || strings.Contains(body, "bí mật") || strings.Contains(body, "root:") {
				t.Errorf("%q: %d", name, status)
			}
		}
		if status, _ := c.ask("POST", "/plan/"+url.PathEscape(name)+"/edit", `{"edits":[{"op":"set","path":"so","now":"1"}]}`); status < 300 {
			t.Errorf("edit of %q: %d", name, status)
		}
		if name == "khong-co.yaml" {
			continue
		}
		form := url.Values{"name": {name}, "form": {"nd30"}}
		c.ask("POST", "/new", form.Encode(), "Content-Type: application/x-www-form-urlencoded")
	}
	f.only(t)
}

// TestHeaders: nothing of a page may run, be framed or be guessed.
func TestHeaders(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	for _, path := range []string{"/", "/plan/a.yaml", "/static/page.css", "/khong-co"} {
		r, _ := http.NewRequest("GET", c.base+path, nil)
		r.AddCookie(c.jar[0])
		res, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		policy := res.Header.Get("Content-Security-Policy")
		for _, want := range []string{"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"} {
			if !strings.Contains(policy, want) {
				t.Errorf("%s: the policy lacks %s: %s", path, want, policy)
			}
		}
		if strings.Contains(policy, "unsafe") || res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Referrer-Policy") != "same-origin" {
			t.Errorf("%s: %v", path, res.Header)
		}
	}
	for _, k := range c.jar {
		if !k.HttpOnly || k.SameSite != http.SameSiteStrictMode {
			t.Errorf("cookie: %+v", k)
		}
	}
}

// TestScriptsStayText: words of a plan are words in each view.
func TestScriptsStayText(t *testing.T) {
	const hostile = `</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>"'` + "`{{.}}"
	f := newFolder(t)
	c := serve(t, f).enter()
	for path, was := range f.values(t, c) {
		status, body := c.ask("POST", "/plan/a.yaml/edit", editOf(path, was, hostile))
		if status != http.StatusOK {
			continue // a field that does not take it
		}
		for _, view := range []string{"/", "/plan/a.yaml", "/plan/a.yaml/form"} {
			if _, body := c.ask("GET", view, ""); strings.Contains(body, "<script>alert") || strings.Contains(body, "<img src=x") {
				t.Errorf("%s with a script in %s", view, path)
			}
		}
		if strings.Contains(body, "<script>alert") || strings.Contains(body, "<img src=x") {
			t.Errorf("the answer has markup of %s: JSON escapes it", path)
		}
	}
}

// TestTooMuch: what is too large or never ends is refused, and the page lives.
func TestTooMuch(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	big := `{"edits":[{"op":"set","path":"trich_yeu","now":"` + strings.Repeat("x", maxRequest) + `"}]}`
	for _, path := range []string{"/plan/a.yaml/edit", "/plan/a.yaml/state", "/plan/a.yaml/disk", "/new"} {
		if status, _ := c.ask("POST", path, big); status < 400 {
			t.Errorf("%s takes %d bytes", path, len(big))
		}
		for _, odd := range []string{"", "{", "[]", `{"edits":null,"x":1}`, strings.Repeat("[", 100_000), "\xff\xfe", `{"edits":[{"op":"?"}]}`, `{"keep":"?"}`, `{"keep":""}`} {
			if status, _ := c.ask("POST", path, odd); status < 300 || status >= 500 {
				t.Errorf("%s with %.20q: %d", path, odd, status)
			}
		}
	}
	if status, _ := c.ask("GET", "/"+strings.Repeat("x", 2*headBytes), ""); status < 400 {
		t.Errorf("a long address: %d", status)
	}
	if status, _ := c.ask("GET", "/", ""); status != http.StatusOK {
		t.Errorf("the page is gone: %d", status)
	}
}

// TestManyConnections: thousands that say nothing, or are refused again and again, do
// not keep the owner out, nor take the machine's files.
func TestManyConnections(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	host := strings.TrimPrefix(c.base, "http://")
	var open []net.Conn
	for i := range 3000 {
		conn, err := net.Dial("tcp", host)
		if err != nil {
			break
		}
		if i%2 == 0 {
			fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")
		}
		open = append(open, conn)
	}
	if status, _ := c.ask("GET", "/", ""); status != http.StatusOK {
		t.Errorf("the owner is kept out: %d", status)
	}
	for _, conn := range open[:max(0, len(open)-maxConns)] {
		if _, err := io.Copy(io.Discard, conn); err != nil && !errors.Is(err, syscall.ECONNRESET) && !errors.Is(err, syscall.Errno(10054)) { // until the page hangs up; 10054 on Windows
			t.Error(err)
		}
	}
	for _, conn := range open {
		conn.Close()
	}
}

// TestHallKeepsOwner: where all who are there are known, the next one is turned away.
func TestHallKeepsOwner(t *testing.T) {
	h := &hall{most: 2}
	guests := make([]*guest, 4)
	for i := range guests {
		ours, theirs := net.Pipe()
		defer theirs.Close()
		guests[i] = &guest{Conn: ours, hall: h}
	}
	enters := func(i int, want bool) {
		if h.enters(guests[i]) != want {
			t.Errorf("guest %d came in: %v", i, !want)
		}
	}
	enters(0, true)
	enters(1, true)
	welcome(withGuest(t.Context(), guests[0]))
	enters(2, true) // in the place of 1
	if _, err := guests[1].Write(nil); err == nil {
		t.Error("the stranger is still there")
	}
	welcome(withGuest(t.Context(), guests[2]))
	enters(3, false)
	guests[1].Close() // who is gone already takes nobody's place along
	guests[0].Close()
	enters(3, true)
}

// TestForeignCookie: a program at another port, for which browsers have the same
// cookies, keeps the owner out by none of its own.
func TestForeignCookie(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	c.jar = append([]*http.Cookie{{Name: c.jar[0].Name, Value: "x"}}, c.jar...)
	c.must("GET", "/", "")
	c.jar = c.jar[:1]
	if status, _ := c.ask("GET", "/", ""); status != http.StatusForbidden {
		t.Errorf("a cookie of somebody else: %d", status)
	}
}

// serve runs a page on a folder until the test ends; set changes it before.
func serve(t *testing.T, f *folder, set ...func(*Server)) *client {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	host := l.Addr().String()
	s := f.server(t, host)
	for _, do := range set {
		do(s)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	return &client{t: t, s: s, base: "http://" + host}
}
