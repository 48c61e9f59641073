package web_test

import (
	"bufio"
	"bytes"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kehoach.example/internal/readback"
)

// A scenario is what a clerk does, e2e/NAME.mjs. prepare lays files ready, judge reads what came out.
type scenario struct {
	name    string
	needs   []string // of readback.Need, besides the browser
	prepare func(*desk)
	judge   func(*desk)
}

// A desk is a clerk's: a folder for plans, files at hand, and what was downloaded.
type desk struct {
	testing.TB
	program         string // kehoach, built
	folder, in, out string
	settings        string   // what the program remembers of a user
	env             []string // for the scenario
	opener          string   // a folder with the program that opens addresses, in place of the system's; "" for none
}

// TestBrowser runs each scenario on the real program in a real Chromium. One of them alone:
//
//	go test ./internal/web -run Browser/NAME -v
//
// KEHOACH_SHOTS=FOLDER keeps pictures of the views, and of the screen where a scenario fails.
func TestBrowser(t *testing.T) {
	readback.Need(t, "browser")
	program := built(t)
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			readback.Need(t, s.needs...)
			d := newDesk(t, program)
			if s.prepare != nil {
				s.prepare(d)
			}
			d.play(s.name)
			if s.judge != nil {
				s.judge(d)
			}
		})
	}
}

// TestBrowserOpens: what the program gives to the system's browser, a file that only the user can read, opens the page.
func TestBrowserOpens(t *testing.T) {
	readback.Need(t, "browser")
	d := newDesk(t, built(t))
	d.opener = d.in
	pipe := filepath.Join(d.opener, "pipe")
	d.check(exec.Command("mkfifo", pipe).Run())
	d.put(d.opener, "xdg-open", []byte("#!/bin/sh\ncat \"$1\" >\"$(dirname \"$0\")/pipe\"\n"))
	d.check(os.Chmod(filepath.Join(d.opener, "xdg-open"), 0o700))
	_, stop := d.serve()
	defer stop()
	opened := d.put(d.in, "mo.html", d.read(pipe))
	address := url.URL{Scheme: "file", Path: opened}
	if told, err := play(t, "mo", "KEHOACH_ADDRESS="+address.String()); err != nil {
		t.Fatalf("%v\n%s", err, told)
	}
}

// TestBrowserScenarios: each script in e2e is run by a test.
func TestBrowserScenarios(t *testing.T) {
	known := []string{"clerk.mjs", "driver.mjs", "views.mjs", "rules.mjs", "typing.mjs", "speed.mjs", "mo.mjs"} // what the others use, and what other tests run
	for _, s := range scenarios {
		known = append(known, s.name+".mjs")
	}
	there, err := filepath.Glob("e2e/*.mjs")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range there {
		if !slices.Contains(known, filepath.Base(path)) {
			t.Errorf("%s is run by no test", path)
		}
	}
}

// built builds the program as anybody does.
func built(t testing.TB) string {
	t.Helper()
	const source = "../../cmd/kehoach"
	if _, err := os.ReadDir(source); err != nil { // so that go test does not take an old result when it changed
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "kehoach")
	if out, err := exec.Command("go", "build", "-o", program, source).CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

func newDesk(t testing.TB, program string) *desk {
	t.Helper()
	d := &desk{TB: t, program: program, settings: t.TempDir()}
	for name, dir := range map[string]*string{"Kế hoạch": &d.folder, "Tài liệu": &d.in, "Tải về": &d.out} {
		*dir = filepath.Join(t.TempDir(), name)
		d.check(os.Mkdir(*dir, 0o700))
	}
	return d
}

// play opens the page on the clerk's folder, runs a scenario, and closes the page. It returns what the scenario told.
func (d *desk) play(name string) string {
	d.Helper()
	address, stop := d.serve()
	defer stop()
	env := []string{"KEHOACH_ADDRESS=" + address, "KEHOACH_FOLDER=" + d.folder, "KEHOACH_IN=" + d.in, "KEHOACH_OUT=" + d.out}
	told, err := play(d, name, append(env, d.env...)...)
	if err != nil {
		d.Fatalf("%s: %v\n%s", name, err, told)
	}
	return told
}

// opening is the address that the program tells.
var opening = regexp.MustCompile(`http://k[a-z2-7]+\.localhost:\d+/\S+`)

// serve starts the page as `kehoach serve` and returns the address that opens it. stop ends it as Ctrl-C does, and
// fails the test if the program fails then.
func (d *desk) serve() (address string, stop func()) {
	d.Helper()
	var log safeBuffer
	read, write, err := os.Pipe()
	d.check(err)
	cmd := exec.Command(d.program, "serve", d.folder, "--no-browser")
	if d.opener != "" {
		cmd = exec.Command(d.program, "serve", d.folder)
	}
	cmd.Env = append(os.Environ(), "PATH="+d.opener+string(os.PathListSeparator)+os.Getenv("PATH"), "XDG_CONFIG_HOME="+d.settings, "HOME="+d.in)
	cmd.Stdout, cmd.Stderr = write, write
	d.check(cmd.Start())
	write.Close()
	found, ended := make(chan string, 1), make(chan struct{})
	go func() {
		defer close(ended)
		for lines := bufio.NewScanner(io.TeeReader(read, &log)); lines.Scan(); {
			if a := opening.FindString(lines.Text()); a != "" {
				select {
				case found <- a:
				default:
				}
			}
		}
	}()
	var once sync.Once
	stop = func() {
		once.Do(func() {
			cmd.Process.Signal(os.Interrupt)
			late := time.AfterFunc(30*time.Second, func() { cmd.Process.Kill() })
			<-ended
			if err := cmd.Wait(); err != nil || !late.Stop() {
				d.Errorf("kehoach serve ended so: %v\n%s", err, log.String())
			}
		})
	}
	d.Cleanup(stop)
	select {
	case address = <-found:
		return address, stop
	case <-ended:
	case <-time.After(30 * time.Second):
	}
	d.Fatalf("kehoach serve told no address:\n%s", log.String())
	return "", nil
}

// kehoach runs another command of the program and returns what it printed.
func (d *desk) kehoach(args ...string) string {
	d.Helper()
	out, err := exec.Command(d.program, args...).CombinedOutput()
	if err != nil {
		d.Fatalf("kehoach %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (d *desk) check(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// safeBuffer is written by one goroutine and read by another.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
