package docx_test

import (
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/standard"
	"kehoach.example/samples"
	"kehoach.example/templates"
)

// fivePages is a sample plan of five pages, composed and measured.
func fivePages(tb testing.TB) *build.Paper {
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
	return paper
}

// BenchmarkDOCX writes the same five pages from blocks to the bytes of the file:
// native as the program does, archivezip with every part written and compressed
// anew by archive/zip and compress/flate at its default level, without a seal.
func BenchmarkDOCX(b *testing.B) {
	paper := fivePages(b)
	press := docx.New()
	for _, c := range []struct {
		name  string
		write func(*doc.Document, *standard.Resolved) ([]byte, error)
	}{{"native", press.Write}, {"archivezip", docx.WriteAnew}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			size := 0
			for b.Loop() {
				data, err := c.write(paper.Doc, paper.Figures)
				if err != nil {
					b.Fatal(err)
				}
				size = len(data)
			}
			b.ReportMetric(float64(size), "B/file")
		})
	}
}
