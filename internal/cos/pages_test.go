package cos_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"kehoach.example/internal/cos"
)

// TestPages: pages come in their order, each with what the nodes above it say
// and it does not say itself.
func TestPages(t *testing.T) {
	h := newHand().put(1, catalog).put(2, "<</Type /Pages /Kids [6 0 R 3 0 R] /Count 2 /MediaBox [1 2 3 4] /Rotate 90 /Other 1>>").put(3, leaf)
	h.put(4, "<</Type /Page /Parent 6 0 R /Rotate 0>>").put(6, "<</Type /Pages /Parent 2 0 R /Kids [4 0 R] /Count 1 /Resources 9 0 R>>").table("")
	f := open(t, h.Bytes())
	var refs []cos.Ref
	var pages []cos.Dict
	if err := f.EachPage(func(r cos.Ref, d cos.Dict) bool {
		refs, pages = append(refs, r), append(pages, d)
		return true
	}); err != nil {
		t.Fatal(err)
	}
	box := cos.Array{int64(1), int64(2), int64(3), int64(4)}
	want := []cos.Dict{
		{"Type": cos.Name("Page"), "Parent": cos.Ref{Num: 6}, "Rotate": int64(0), "MediaBox": box, "Resources": cos.Ref{Num: 9}},
		{"Type": cos.Name("Page"), "Parent": cos.Ref{Num: 2}, "Rotate": int64(90), "MediaBox": box},
	}
	if !reflect.DeepEqual(refs, []cos.Ref{{4, 0}, {3, 0}}) || !reflect.DeepEqual(pages, want) {
		t.Errorf("%v: %v", refs, pages)
	}
	if got, err := f.Pages(); err != nil || !reflect.DeepEqual(got, refs) {
		t.Errorf("%v, %v", got, err)
	}
}

// TestBrokenPages: a tree that is none is told, and ends.
func TestBrokenPages(t *testing.T) {
	for _, tree := range []string{
		"<</Type /Pages /Kids [2 0 R]>>", "<</Type /Pages /Kids [3 0 R 3 0 R]>>", "<</Type /Pages /Kids [9 0 R]>>", "<</Type /Pages>>", "<</Kids [3 0 R]>>",
		"<</Type /Pages /Kids [<</Type /Page>>]>>", "7", strings.Repeat("[", 9) + strings.Repeat("]", 9),
	} {
		f := open(t, newHand().put(1, catalog).put(2, tree).put(3, leaf).table("").Bytes())
		if got, err := f.Pages(); !errors.Is(err, cos.ErrBroken) {
			t.Errorf("%s: %v, %v", tree, got, err)
		}
	}
}
