package readback

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Apart runs the test program again, as a process of its own whose memory nothing else has used, with a file that the
// environment variable asked names, and gives the lines that it printed, at least so many. TestMain of the program
// looks for the variable.
func Apart(t testing.TB, asked string, file []byte, least int) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "f")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), asked+"="+name)
	out, err := cmd.Output()
	lines := strings.Split(string(out), "\n")
	if err != nil || len(lines) < least {
		t.Fatalf("%v: %s", err, out)
	}
	return lines
}
