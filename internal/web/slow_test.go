package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// A gate is a network that stands still until it is let go.
type gate struct {
	*httptest.ResponseRecorder
	io.Reader
	came, goOn chan struct{}
}

func newGate(body string) *gate {
	return &gate{httptest.NewRecorder(), strings.NewReader(body), make(chan struct{}, 9), make(chan struct{})}
}

func (g *gate) wait() {
	g.came <- struct{}{}
	<-g.goOn
}

func (g *gate) Write(data []byte) (int, error) {
	g.wait()
	return g.ResponseRecorder.Write(data)
}

// request is one that the page sends.
func (s *Server) request(method, path string, body io.Reader, kind string) *http.Request {
	r := httptest.NewRequest(method, "http://"+s.guard.hosts[0]+path, body)
	r.Header.Set("Origin", "http://"+s.guard.hosts[0])
	r.Header.Set("Content-Type", kind)
	r.AddCookie(&http.Cookie{Name: s.guard.cookie, Value: s.guard.secret})
	return r
}

// TestSlowReader: a browser that does not read its answer keeps nobody from the plan.
func TestSlowReader(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	for _, c := range [][3]string{
		{"GET", ""},
		{"GET", "/form"},
		{"GET", "/versions"},
		{"GET", "/page/" + a.state.Pages[0].ID},
		{"POST", "/state", `{"rev":-1}`},
		{"POST", "/edit", editOf("so", a.state.Values["so"], "28")},
		{"POST", "/disk", `{"keep":"ours"}`},
	} {
		g, ended := newGate(""), make(chan struct{})
		go func() {
			defer close(ended)
			a.s.ServeHTTP(g, a.s.request(c[0], "/plan/a.yaml"+c[1], strings.NewReader(c[2]), "application/json"))
		}()
		<-g.came
		if a.s.held() {
			t.Errorf("%s %s holds the plan while it is written", c[0], c[1])
		}
		close(g.goOn)
		<-ended
		if g.Code != http.StatusOK || g.Body.Len() == 0 {
			t.Errorf("%s %s: %d %s", c[0], c[1], g.Code, g.Body)
		}
	}
}

// A slowBody comes when it is let go.
type slowBody struct{ *gate }

func (b slowBody) Read(data []byte) (int, error) {
	b.wait()
	return b.Reader.Read(data)
}

// TestSlowForm: a form that does not come keeps nobody from the plan.
func TestSlowForm(t *testing.T) {
	a := newFolder(t).tab(t, "a.yaml")
	wants := map[string]int{
		"GET application/x-www-form-urlencoded":  http.StatusOK,
		"POST application/x-www-form-urlencoded": http.StatusSeeOther,
		"GET multipart/form-data; boundary=b":    http.StatusOK,
		"POST multipart/form-data; boundary=b":   http.StatusBadRequest, // none that the page sends
	}
	for _, kind := range []string{"application/x-www-form-urlencoded", "multipart/form-data; boundary=b"} {
		form := url.Values{"lam": {doMark}}.Encode()
		if strings.HasPrefix(kind, "multi") {
			form = "--b\r\nContent-Disposition: form-data; name=\"lam\"\r\n\r\n" + doMark + "\r\n--b--\r\n"
		}
		for _, method := range []string{"GET", "POST"} {
			body, w, ended := newGate(form), httptest.NewRecorder(), make(chan struct{})
			go func() {
				defer close(ended)
				a.s.ServeHTTP(w, a.s.request(method, "/plan/a.yaml/versions", slowBody{body}, kind))
			}()
			select {
			case <-ended: // nobody reads it
			case <-body.came:
				if a.s.held() {
					t.Errorf("%s, %s: the plan is held while the form comes", method, kind)
				}
			}
			close(body.goOn)
			<-ended
			if want := wants[method+" "+kind]; w.Code != want {
				t.Errorf("%s, %s: %d, want %d", method, kind, w.Code, want)
			}
		}
	}
}
