package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// thousand are a thousand plans: the samples, then generated plans of two to
// four pages, each its own.
func thousand(b *testing.B) []build.Input {
	b.Helper()
	paths, err := readback.PlanFiles("../../samples/*/*.yaml")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no samples: %v", err)
	}
	out := make([]build.Input, 0, 1000)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, build.Input{Name: filepath.Base(path), Data: data, Files: os.DirFS(filepath.Dir(path))})
	}
	samples := len(out)
	for i := len(out); i < 1000; i++ {
		if i%2 == 0 {
			out = append(out, out[i%samples])
			continue
		}
		out = append(out, build.Input{Name: fmt.Sprintf("%d.yaml", i), Data: []byte(randomPlan(uint64(i), 30))})
	}
	return out
}

// BenchmarkCheck1000 checks a thousand plans on all cores. The aim is half a
// second for the judging ("rules": facts and rules over plans that were read);
// "read" reads them too, and "pages" lays them out besides, for the rules that
// look at pages. Times-aim tells the time as a multiple of the half second.
func BenchmarkCheck1000(b *testing.B) {
	plans := thousand(b)
	ready := make([]func() []diag.Finding, len(plans))
	for i, in := range plans {
		if ready[i] = office().Ready(in); ready[i] == nil {
			b.Fatalf("%s is refused", in.Name)
		}
	}
	for _, c := range []struct {
		name string
		do   func(i int)
	}{
		{"rules", func(i int) { ready[i]() }},
		{"read", func(i int) { office().CheckBare(plans[i]) }},
		{"pages", func(i int) { office().Check(plans[i], build.CheckOptions{}) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				onAllCores(len(plans), c.do)
			}
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/0.5, "times-aim")
		})
	}
}

// onAllCores does something n times, shared out over the cores.
func onAllCores(n int, do func(i int)) {
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for i := w; i < n; i += workers {
				do(i)
			}
		})
	}
	wait.Wait()
}
