package svg_test

import (
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/page"
	"kehoach.example/internal/svg"
	"kehoach.example/samples"
	"kehoach.example/templates"
)

// fivePages are the pages of a sample plan of five pages.
func fivePages(tb testing.TB) []page.Page {
	tb.Helper()
	office, found := build.Open(templates.FS, fonts.FS)
	for _, f := range found {
		tb.Fatal(f)
	}
	const name = "doan-xa-he-2027/doan-xa-he-2027.yaml"
	data, err := samples.FS.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	paper := office.Make(build.Input{Name: name, Data: data})
	if paper.Pages == nil || len(paper.Pages.Pages) != 5 {
		tb.Fatalf("not five pages: %v", paper.Findings)
	}
	return paper.Pages.Pages
}

// BenchmarkSVG draws five pages, with a data-at on every block.
func BenchmarkSVG(b *testing.B) {
	pages := fivePages(b)
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for i := range pages {
			n += len(svg.Write(&pages[i], svg.Options{At: func(int) string { return "muc.0.noi_dung" }}))
		}
		b.SetBytes(int64(n))
	}
}
