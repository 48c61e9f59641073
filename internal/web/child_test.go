package web

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"kehoach.example/fonts"
	"kehoach.example/internal/keep"
	"kehoach.example/samples"
)

// pageOf is the argument by which the test program becomes a page of a folder.
const pageOf = "-page-of"

func TestMain(m *testing.M) {
	if len(os.Args) == 3 && os.Args[1] == pageOf {
		if err := servePage(os.Args[2]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const childToken = "bi-mat-cua-lan-chay"

// servePage is a page as the command opens it, which saves far more often.
func servePage(dir string) error {
	k, err := keep.Open(dir, time.Now)
	if err != nil {
		return err
	}
	defer k.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s, err := New(Options{Office: office(), Folder: k, Path: dir, Lang: "vi", Fonts: fonts.FS, Samples: samples.FS, Token: childToken, Now: time.Now}, l.Addr().String())
	if err != nil {
		return err
	}
	s.tick = 20 * time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	go func() { // as Ctrl-C does, which no process of Windows can send to another one alone
		io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	fmt.Println("http://" + l.Addr().String())
	return s.Serve(ctx, l)
}

// A child is a page in a process of its own.
type child struct {
	*client
	cmd *exec.Cmd
	end io.Closer // ends it in good order
}

func startChild(t *testing.T, dir string) *child {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := &child{cmd: exec.Command(exe, pageOf, dir)}
	var told bytes.Buffer
	c.cmd.Stderr = &told
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if c.end, err = c.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.cmd.Process.Kill() })
	line, _ := bufio.NewReader(out).ReadString('\n')
	if !strings.HasPrefix(line, "http://") {
		t.Fatalf("the page did not open: %s%s", line, told.String())
	}
	c.client = &client{t: t, base: strings.TrimSpace(line), s: &Server{Options: Options{Token: childToken}}}
	c.enter()
	return c
}
