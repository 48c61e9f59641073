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
	io.Reader
	came, goOn chan struct{}
}

func newGate(body string) *gate {
	return &gate{strings.NewReader(body), make(chan struct{}, 9), make(chan struct{})}
}

func (g *gate) wait() {
	g.came <- struct{}{}
	<-g.goOn
}

// request is one that the page sends.
func (s *Server) request(method, path string, body io.Reader, kind string) *http.Request {
	r := httptest.NewRequest(method, "http://"+s.guard.hosts[0]+path, body)
	r.Header.Set("Origin", "http://"+s.guard.hosts[0])
	r.Header.Set("Content-Type", kind)
	r.AddCookie(&http.Cookie{Name: s.guard.cookie, Value: s.guard.secret})
	return r
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
				if k := a.desk(); k.mu.TryLock() {
					k.mu.Unlock()
				} else {
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
