package readback

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// PlanFiles are the files of a pattern that are whole plans: a batch plan, whose
// list stands beside it, is none.
func PlanFiles(pattern string) ([]string, error) {
	paths, err := filepath.Glob(pattern)
	return slices.DeleteFunc(paths, isBatch), err
}

func isBatch(path string) bool {
	_, err := os.Stat(strings.TrimSuffix(path, filepath.Ext(path)) + ".csv")
	return err == nil
}
