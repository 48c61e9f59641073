package pdf_test

import (
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
	"kehoach.example/samples"
	"kehoach.example/templates"
)

// fivePages are the pages of a sample plan of five pages.
func fivePages(tb testing.TB) (*page.Document, *build.Office) {
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
	return paper.Pages, office
}

// BenchmarkPDF writes the same five pages with both engines: native as PDF/A-2a
// with tags and fields, gofpdf without. The faces are cut once, before.
func BenchmarkPDF(b *testing.B) {
	d, office := fivePages(b)
	w := pdf.New(office.Fonts)
	if _, err := w.Write(d); err != nil {
		b.Fatal(err)
	}
	b.Run("native", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := w.Write(d); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("gofpdf", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := pdf.Reference(d, office.Fonts); err != nil {
				b.Fatal(err)
			}
		}
	})
}
