package build_test

import (
	"testing"
	"os"

	"kehoach.example/internal/build"
	"kehoach.example/internal/readback"
)

func redlineOf(t testing.TB, before, after build.Input) []byte {
	t.Helper()
	two := office().Diff(before, after)
	data, found, err := office().Redline(two)
	if err != nil || data == nil {
		t.Fatalf("%s, %s: %v %v", before.Name, after.Name, found, err)
	}
	return data
}

func TestTryRedline(t *testing.T) {
	a, _ := os.ReadFile(os.Getenv("A"))
	b, _ := os.ReadFile(os.Getenv("B"))
	data := redlineOf(t, build.Input{Name: "a.yaml", Data: a, Files: pictureFiles()}, build.Input{Name: "b.yaml", Data: b, Files: pictureFiles()})
	os.WriteFile("/tmp/red.docx", data, 0o644)
	found, err := readback.Validate(map[string][]byte{"x": data})
	t.Log(found, err)
}
