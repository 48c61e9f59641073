package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"path/filepath"
	"strconv"
	"testing"

	"kehoach.example/internal/disk"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"
)

// cmdPicture is `picture FILE WIDE HIGH`: a PNG of so many pixels.
func cmdPicture(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: picture FILE WIDE HIGH")
	}
	w, err := strconv.Atoi(args[1])
	ts.Check(err)
	h, err := strconv.Atoi(args[2])
	ts.Check(err)
	data, err := smallPicture(w, h)
	ts.Check(err)
	put(ts, args[0], data)
}

func smallPicture(w, h int) ([]byte, error) {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Set(i%w, i/w, color.Gray{uint8(i)})
	}
	var out bytes.Buffer
	err := png.Encode(&out, img)
	return out.Bytes(), err
}

// TestBesideComposition: a name is found however the disk spells its letters.
func TestBesideComposition(t *testing.T) {
	dir := t.TempDir()
	const name = "sơ đồ tổ chức.png"
	putFile(t, filepath.Join(dir, norm.NFD.String(name)), "x")
	if _, err := disk.Beside(dir).Stat(norm.NFC.String(name)); err != nil {
		t.Error(err)
	}
	f, err := disk.Beside(dir).Open(norm.NFC.String(name))
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if _, err := disk.Beside(dir).Open("so do.png"); err == nil {
		t.Error("another name was found")
	}
}
