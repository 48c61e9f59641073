package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"
	"testing"
	"time"

	"kehoach.example/internal/diag"
)

// slowEnd is a program that is told to end and does not get to it.
func slowEnd() {
	ctx, stop := servingTime(func(diag.Msg) {})
	defer stop()
	fmt.Println("begun")
	<-ctx.Done()
	fmt.Println("ending")
	_, _ = io.Copy(os.Stdout, os.Stdin)
}

// TestSecondInterrupt: Ctrl+C again ends a program that does not get to its end, the
// signals of a terminal that is closed do not.
func TestSecondInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signal can be sent to one process alone")
	}
	if signal.Ignored(os.Interrupt) {
		t.Skip("Ctrl+C is ignored here")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Args = []string{"slow-end"} // TestMain runs it by this name
	in, errIn := cmd.StdinPipe()
	out, errOut := cmd.StdoutPipe()
	if errIn != nil || errOut != nil {
		t.Fatal(errIn, errOut)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	says := func(want string) {
		t.Helper()
		if !lines.Scan() || lines.Text() != want {
			t.Errorf("it says %q, want %q", lines.Text(), want)
		}
	}
	send := func(s os.Signal) { _ = cmd.Process.Signal(s) } // it may have ended
	says("begun")
	send(os.Interrupt)
	says("ending")
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGTERM, syscall.SIGHUP} {
		send(s)
		fmt.Fprintln(in, s)
		says(s.String())
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	late := time.After(30 * time.Second)
	for {
		send(os.Interrupt) // the first one may come before the old one is done with
		select {
		case <-ended:
			if ws, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); !ok || ws.Signal() != syscall.SIGINT {
				t.Errorf("it ended with %v", cmd.ProcessState)
			}
			return
		case <-late:
			_ = cmd.Process.Kill()
			t.Fatal("it does not end")
		case <-time.After(10 * time.Millisecond):
		}
	}
}
