package main

import (
	"crypto/rand"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/disk"
)

// recent is a folder that was open, with what makes the address of its page. The
// label is kept by the user alone: browsers give their cookies to each program that
// listens on the machine under the same name, whatever its port (RFC 6265, 8.5), and
// nobody else knows this one.
type recent struct {
	dir   string
	label string // of the name of the page's host: LABEL.localhost
	port  int
}

const (
	recentFile = "thu-muc.txt" // a line for each: port, label, folder; the last one first
	maxRecent  = 8
	maxBytes   = 64 << 10
)

// recentFolders are those that were open before. A file that cannot be read is none:
// then the usual folder is opened.
func recentFolders() []recent {
	root, err := settings()
	if err != nil {
		return nil
	}
	defer root.Close()
	f, err := root.Open(recentFile)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, maxBytes))
	var out []recent
	for line := range strings.Lines(string(data)) {
		words := strings.SplitN(strings.TrimRight(line, "\r\n"), " ", 3)
		if len(words) < 3 || len(out) == maxRecent {
			continue
		}
		port, err := strconv.ParseUint(words[0], 10, 16)
		if err == nil && isLabel.MatchString(words[1]) && filepath.IsAbs(words[2]) {
			out = append(out, recent{words[2], words[1], int(port)})
		}
	}
	return out
}

// recentNames are the folders alone.
func recentNames() []string {
	var out []string
	for _, r := range recentFolders() {
		out = append(out, r.dir)
	}
	return out
}

// isLabel knows the labels that seenBefore makes.
var isLabel = regexp.MustCompile(`^k[a-z2-7]{26}$`)

// seenBefore gives a folder the address of its last page: there the browser still has
// what was typed while the program was away. One that was never open gets a new label.
func seenBefore(dir string) recent {
	for _, r := range recentFolders() {
		if r.dir == dir {
			return r
		}
	}
	return recent{dir: dir, label: newLabel()}
}

func newLabel() string { return "k" + strings.ToLower(rand.Text()) }

// movedTo gives a folder the address of its page now. Where the port of the last time was
// taken, another program may have heard the label there, from a tab that was left open:
// it gets a new one.
func (r recent) movedTo(port int) recent {
	if r.port != 0 && r.port != port {
		r.label = newLabel()
	}
	r.port = port
	return r
}

// remember puts a folder before the others. Where that cannot be written the page
// works all the same.
func remember(now recent) {
	if strings.ContainsAny(now.dir, "\r\n") {
		return
	}
	all := slices.DeleteFunc(recentFolders(), func(r recent) bool { return r.dir == now.dir })
	all = append([]recent{now}, all...)
	var b strings.Builder
	for _, r := range all[:min(len(all), maxRecent)] {
		fmt.Fprintf(&b, "%d %s %s\n", r.port, r.label, r.dir)
	}
	root, err := settings()
	if err != nil {
		return
	}
	defer root.Close()
	if temp, err := disk.Stage(root, ".", []byte(b.String()), 0o600); err == nil {
		root.Rename(temp, recentFile)
	}
}

// settings is the folder for what the program remembers of a user.
func settings() (*os.Root, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(base, "kehoach")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return os.OpenRoot(dir)
}
