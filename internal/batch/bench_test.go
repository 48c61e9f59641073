package batch_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/batch"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/samples"
	"kehoach.example/templates"
)

// BenchmarkBatch makes DOCX and PDF of a plan of six pages for lists of several
// lengths: the time for a row and the memory must not grow with them. Memory is
// the largest that the collector had in use while rows were looked over and made.
func BenchmarkBatch(b *testing.B) {
	office, found := build.Open(templates.FS, fonts.FS)
	if diag.HasErrors(found) {
		b.Fatal(found)
	}
	plan, err := samples.FS.ReadFile("ubnd-phuong-2027/ubnd-phuong-2027.yaml")
	if err != nil {
		b.Fatal(err)
	}
	text := strings.NewReplacer("phường Vũ Ninh", "{ten}", "PHƯỜNG VŨ NINH", "{ten_hoa}", "dia_danh: Vũ Ninh", "dia_danh: {dia_danh}").Replace(string(plan))
	for _, rows := range []int{100, 1000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			var peak uint64
			for b.Loop() {
				out, err := os.OpenRoot(b.TempDir())
				if err != nil {
					b.Fatal(err)
				}
				peak = max(peak, runBatch(b, office, text, rows, out))
				out.Close()
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N*rows), "ms/row")
			b.ReportMetric(float64(peak)/(1<<20), "peak-MB")
		})
	}
}

// runBatch runs over a list of so many made-up units and gives the largest memory
// in use.
func runBatch(b *testing.B, office *build.Office, plan string, rows int, out *os.Root) (peak uint64) {
	var list strings.Builder
	list.WriteString("Đơn vị,Tên,Tên hoa,Địa danh\n")
	for i := range rows {
		fmt.Fprintf(&list, "Phường Mẫu %d,phường Mẫu %d,PHƯỜNG MẪU %d,Mẫu %d\n", i, i, i, i)
	}
	units, found := office.Units(build.Input{Name: "k.yaml", Data: []byte(plan)}, build.Input{Name: "d.csv", Data: []byte(list.String())})
	if diag.HasErrors(found) {
		b.Fatal(found)
	}
	job, err := batch.Look(context.Background(), batch.Options{
		Office: office, Units: units, Plan: "k.yaml", List: "d.csv", Lang: "vi", Found: found, Formats: []build.Format{"docx", "pdf"},
		Progress: func(p batch.Progress) {
			if p.Done%50 == 0 {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapInuse+m.StackInuse)
			}
		},
	})
	if err != nil || job.Stops() {
		b.Fatal(err, job.Told())
	}
	r, err := job.Run(context.Background(), out)
	if err != nil || r.Made != rows {
		b.Fatal(err, r)
	}
	return peak
}
