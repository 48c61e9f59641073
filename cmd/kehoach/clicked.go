package main

import (
	"bufio"
	"io"
	"os"
	"strings"

	"kehoach.example/internal/diag"
)

// clicked gives the command of somebody who double-clicked the program, or dropped
// something on its icon: they see the page, no terminal.
func clicked(args []string) []string {
	if len(args) == 0 {
		return []string{"serve"}
	}
	if len(args) > 1 || strings.HasPrefix(args[0], "-") {
		return args
	}
	if _, err := os.Stat(args[0]); err != nil {
		return args
	}
	return []string{"serve", args[0]}
}

// runClicked is a run for somebody who has no terminal. What was refused stays to be
// read: the window closes with the program.
func runClicked(args []string, in io.Reader, out, stderr io.Writer) (status int) {
	args = clicked(args)
	if status = run(args, in, out, stderr); status != statusDone {
		a := &app{lang: langOf(args), stderr: stderr}
		a.say(diag.M("Nhấn Enter để đóng cửa sổ này.", "Press Enter to close this window."))
		bufio.NewReader(in).ReadString('\n')
	}
	return status
}
