package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kehoach.example/internal/readback"
)

// TestSignScript runs the promises about signing, with keys of an authority that
// nobody trusts.
func TestSignScript(t *testing.T) {
	ca := readback.NewCA(t)
	stamps, _ := ca.TSA()
	people := map[string]*readback.Identity{
		"nguoi-ky.p12": ca.Person("Trần Thị Mẫu"), "co-quan.p12": ca.Body("TRƯỜNG TRUNG HỌC B"),
		"het-han.p12": ca.Expired(), "chua-den-han.p12": ca.NotYet(), "khong-ky.p12": ca.NoSigning(),
	}
	root, err := os.ReadFile(ca.Root)
	if err != nil {
		t.Fatal(err)
	}
	stranger := readback.NewCA(t)
	others, _ := stranger.TSA()
	other, err := os.ReadFile(stranger.Root)
	if err != nil {
		t.Fatal(err)
	}
	p := scriptParams("testdata/sign")
	p.Setup = func(env *testscript.Env) error {
		env.Setenv("TSA", stamps)
		env.Setenv("TSA2", others)
		return nil
	}
	// keys: files of keys with their passphrase, and of roots; goc-khac.pem has
	// one that certified nobody.
	p.Cmds["keys"] = func(ts *testscript.TestScript, _ bool, _ []string) {
		for name, who := range people {
			put(ts, name, who.P12)
			put(ts, "mat-khau.txt", []byte(who.Passphrase+"\n"))
		}
		put(ts, "goc.pem", root)
		put(ts, "goc-khac.pem", other)
		put(ts, "hai-goc.pem", append(bytes.Clone(other), root...))
	}
	p.Cmds["ink"], p.Cmds["flip"], p.Cmds["open"] = cmdInk, cmdFlip, cmdOpen
	testscript.Run(t, p)
}

// cmdInk is `ink FILE WIDE HIGH RED GREEN BLUE`: a picture with a stroke of a
// colour on nothing.
func cmdInk(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 6 {
		ts.Fatalf("usage: ink FILE WIDE HIGH RED GREEN BLUE")
	}
	var n [5]int
	for i := range n {
		var err error
		n[i], err = strconv.Atoi(args[i+1])
		ts.Check(err)
	}
	img := image.NewNRGBA(image.Rect(0, 0, n[0], n[1]))
	for x := range n[0] {
		img.Set(x, x*n[1]/n[0], color.NRGBA{uint8(n[2]), uint8(n[3]), uint8(n[4]), 255})
	}
	var out bytes.Buffer
	ts.Check(png.Encode(&out, img))
	put(ts, args[0], out.Bytes())
}

// cmdFlip is `flip FROM TO AT`: a copy with one bit of a byte changed, counted
// from the end where AT is less than zero.
func cmdFlip(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: flip FROM TO AT")
	}
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	at, err := strconv.Atoi(args[2])
	ts.Check(err)
	if at < 0 {
		at += len(data)
	}
	data[at] ^= 1
	put(ts, args[1], data)
}

// cmdOpen is `open FILE…`: each becomes the small plan, whose number and day are
// still open.
func cmdOpen(ts *testscript.TestScript, _ bool, args []string) {
	text := strings.NewReplacer("so: 12\n", "so:\n", "ngay: 06/01/2027\n", "ngay: 2027\n").Replace(smallPlan)
	for _, name := range args {
		put(ts, name, []byte(text))
	}
}
