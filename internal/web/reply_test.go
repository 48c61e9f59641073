package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/web/desk"
)

// A watched answer tells what was locked while it was written.
type watched struct {
	*httptest.ResponseRecorder
	t *testing.T
	s *Server
}

func (w *watched) Write(data []byte) (int, error) {
	if w.s.held() {
		w.t.Error("plans are locked while an answer is written")
		return 0, http.ErrHandlerTimeout
	}
	return w.ResponseRecorder.Write(data)
}

// held tells whether somebody is at a plan, or at all of them, and does not go: nobody
// works so long at one.
func (s *Server) held() bool {
	free := make(chan struct{})
	go func() {
		defer close(free)
		for _, name := range s.desks.Names() {
			_ = s.desks.At(name, func(*desk.Desk) {})
		}
	}()
	select {
	case <-free:
		return false
	case <-time.After(20 * time.Second):
		return true
	}
}

// TestNothingIsLockedWhileAnswering: a browser that does not read its answer keeps
// neither another tab nor the saving of plans waiting.
func TestNothingIsLockedWhileAnswering(t *testing.T) {
	f := newFolder(t)
	c := serve(t, f).enter()
	v := f.values(t, c)
	for at, body := range map[string]string{
		"GET /plan/a.yaml": "", "GET /plan/a.yaml/form": "", "POST /plan/a.yaml/state": `{"rev":-1,"to":9}`, "POST /plan/a.yaml/edit": editOf("trich_yeu", v["trich_yeu"], "việc khác"),
		"POST /plan/a.yaml/disk": `{"keep":"ours"}`, "GET /plan/a.yaml/versions": "", "GET /plan/a.yaml/finish": "", "GET /plan/a.yaml/finish/new/docx": "", "GET /plan/khong-co.yaml": "", "GET /units": "",
	} {
		method, path, _ := strings.Cut(at, " ")
		r := httptest.NewRequest(method, c.base+path, strings.NewReader(body))
		r.Header.Set("Origin", c.base)
		for _, k := range c.jar {
			r.AddCookie(k)
		}
		w := &watched{httptest.NewRecorder(), t, c.s}
		c.s.ServeHTTP(w, r)
		if w.Body.Len() == 0 {
			t.Errorf("%s: %d, nothing was answered", at, w.Code)
		}
	}
}

// TestReply: what is held comes out whole, with its status; what is flushed comes out
// at once.
func TestReply(t *testing.T) {
	w := httptest.NewRecorder()
	p := &reply{ResponseWriter: w}
	p.WriteHeader(http.StatusTeapot)
	p.WriteHeader(http.StatusOK)
	p.Write([]byte("một"))
	if w.Body.Len() > 0 {
		t.Error("not held")
	}
	if err := http.NewResponseController(p).Flush(); err != nil || w.Body.String() != "một" || !w.Flushed {
		t.Errorf("flushed: %v, %q", err, w.Body)
	}
	p.Write([]byte(" hai"))
	if err := p.send(); err != nil || w.Body.String() != "một hai" || w.Code != http.StatusTeapot {
		t.Errorf("%d %q", w.Code, w.Body)
	}
}

// TestWorkUnderWayIsUse: a request that is still being answered, such as an upload that
// comes slowly or the events of an open tab, keeps the page open.
func TestWorkUnderWayIsUse(t *testing.T) {
	f := newFolder(t)
	s := f.server(t)
	now := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	s.Now = func() time.Time { return now }
	s.comes(1)
	now = now.Add(time.Hour)
	if s.idle() != 0 {
		t.Error("nobody is there, it says, while a request is under way")
	}
	s.comes(-1)
	now = now.Add(time.Minute)
	if s.idle() != time.Minute {
		t.Errorf("idle for %v", s.idle())
	}
}

// TestBrokenFormIsWiped: of a form that breaks off, or is too large, nothing stays in
// memory: a key and its passphrase may stand in it.
func TestBrokenFormIsWiped(t *testing.T) {
	body, kind := formOf(part{"passphrase", "", "câu mật"}, part{"key", "k.p12", strings.Repeat("x", 100)})
	_, kind, _ = strings.Cut(kind, ": ")
	for name, text := range map[string]string{"cut off": body[:len(body)-40], "too large": body} {
		r := httptest.NewRequest("POST", "/", strings.NewReader(text))
		r.Header.Set("Content-Type", kind)
		secret := []byte("câu mật trước")
		up := &upload{map[string][]byte{"trước": secret}, map[string]build.Input{}}
		if err := up.fill(r, map[string]int64{"key": 50}); err == nil || len(up.words)+len(up.files) > 0 {
			t.Fatalf("%s: it was received", name)
		}
		if strings.Trim(string(secret), "\x00") != "" {
			t.Errorf("%s: %q is still there", name, secret)
		}
	}
}

// TestScriptsAreOfThisProgram: a browser that has a script asks whether it is still the
// one, and is told so without its being sent again.
func TestScriptsAreOfThisProgram(t *testing.T) {
	c := serve(t, newFolder(t)).enter()
	h := c.head("/static/plan.js")
	if !strings.Contains(h.Get("Cache-Control"), "no-cache") || h.Get("ETag") == "" {
		t.Fatalf("%v", h)
	}
	if status, body := c.ask("GET", "/static/plan.js", "", "If-None-Match: "+h.Get("ETag")); status != http.StatusNotModified || body != "" {
		t.Errorf("the same: %d, %d bytes", status, len(body))
	}
	if status, body := c.ask("GET", "/static/plan.js", "", `If-None-Match: "older"`); status != http.StatusOK || body == "" {
		t.Errorf("another: %d", status)
	}
}
