// Command kehoach makes official Vietnamese plans: from YAML or pasted text to
// a DOCX for Word and a PDF for signing.
//
// In: flags, files and streams. Out: files, findings and an exit status: 0
// done, 1 the input has errors, 2 wrong use, unreadable input, unwritable
// output or a failure of our own. It owns everything that touches the disk and
// promises that nothing is lost: files are written beside and then renamed,
// all or none, and nobody's work is replaced without being asked. What a plan
// is and how it looks is left to internal/build.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/inconshreveable/mousetrap"

	"kehoach.example/internal/diag"
)

// The exit statuses of all commands.
const (
	statusDone   = 0
	statusInput  = 1 // the input has errors
	statusFailed = 2 // wrong use, unreadable, unwritable, our own failure
)

// errFindings ends a command whose findings have been printed already.
var errFindings = errors.New("the input has errors")

func main() {
	do := run
	if mousetrap.StartedByExplorer() {
		do = runClicked
	}
	os.Exit(do(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// app is one run of the program: its streams and what all commands share.
type app struct {
	lang   string
	json   bool
	early  []diag.Finding // of the office's own forms, told with those of the input
	in     io.Reader
	out    io.Writer
	stderr io.Writer
}

// run is the program without its process.
func run(args []string, in io.Reader, out, stderr io.Writer) (status int) {
	a := &app{lang: langOf(args), in: in, out: out, stderr: stderr}
	defer func() {
		if p := recover(); p != nil {
			a.refused(ownFailure(fmt.Errorf("%v", p)))
			stderr.Write(debug.Stack())
			status = statusFailed
		}
	}()
	root := a.root()
	root.SetArgs(args)
	return a.status(root.Execute())
}

// status prints an error and gives the exit status that it stands for.
func (a *app) status(err error) int {
	var rs refusals
	switch {
	case err == nil:
		return statusDone
	case errors.Is(err, errFindings):
		return statusInput
	case !errors.As(err, &rs):
		rs = rs.add(err)
	}
	a.refused(rs)
	return statusFailed
}

// say prints one line for people.
func (a *app) say(m diag.Msg) { fmt.Fprintln(a.stderr, diag.Legible(m.In(a.lang))) }
