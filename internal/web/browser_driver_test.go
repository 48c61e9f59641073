package web_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kehoach.example/internal/readback"
)

// playTime is how long one scenario may take.
const playTime = 8 * time.Minute

// play runs a scenario in the browser and returns what it told. extra is added to the environment, "KEY=value".
func play(t testing.TB, scenario string, extra ...string) (told string, err error) {
	t.Helper()
	if _, err := os.ReadDir("e2e"); err != nil { // so that go test does not take an old result when a script changed
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), playTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "node", filepath.Join("e2e", scenario+".mjs"))
	cmd.Env = append(os.Environ(), extra...)
	cmd.WaitDelay = 10 * time.Second
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	if ctx.Err() != nil {
		err = fmt.Errorf("not done after %v: %w", playTime, err)
	}
	return out.String(), err
}

// TestBrowserDriver: the driver fails on what no page of ours may do. A test that cannot fail would prove nothing.
func TestBrowserDriver(t *testing.T) {
	readback.Need(t, "browser")
	const head = `<!doctype html><html lang="vi"><title>Thử</title><link rel="icon" href="data:,"><h1>Thử</h1>`
	for name, page := range map[string]struct{ body, policy, want string }{
		"good":    {"", "default-src 'none'; img-src data:", ""},
		"console": {`<script>console.error("hỏng")</script>`, "", "FAULT console: hỏng"},
		"script":  {`<script>khong_co()</script>`, "", "FAULT script: ReferenceError"},
		"policy":  {`<p onclick="1" style="color:red">`, "default-src 'none'; img-src data:", "Content Security Policy"},
		"leaving": {`<img src="http://127.0.0.2:9/a.png" alt="">`, "", "FAULT a request leaves the page's server: http://127.0.0.2:9/a.png"},
		"missing": {`<img src="/khong-co.png" alt="">`, "", "404"},
	} {
		t.Run(name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path != "/" {
					http.NotFound(w, r)
					return
				}
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				if page.policy != "" {
					w.Header().Set("Content-Security-Policy", page.policy)
				}
				fmt.Fprint(w, head+page.body)
			}))
			defer server.Close()
			told, err := play(t, "mo", "KEHOACH_ADDRESS="+server.URL+"/")
			if failed := err != nil; failed != (page.want != "") || !strings.Contains(told, page.want) {
				t.Errorf("want a failure with %q, got %v and:\n%s", page.want, err, told)
			}
		})
	}
}
