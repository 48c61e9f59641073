package readback

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Validate returns, for each DOCX, or XLSX where the key ends so, that the Open XML SDK's validator (schema of Microsoft 365) finds fault with, its
// findings as "part xPath: id: description". A file without fault has no entry, so an empty map means that all
// are valid. A file that is no DOCX at all has an entry too ("Exception: …"). An error means that the validator is
// missing or broke down.
//
// The validator takes one file per process and 0.8 s each; as many run at a time as there are processors.
func Validate(docx map[string][]byte) (map[string][]string, error) {
	node, script, err := validator()
	if err != nil {
		return nil, fmt.Errorf("ooxml-validator: %w", err)
	}
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)

	var (
		group    sync.WaitGroup
		lock     sync.Mutex
		failures []error
		found    = map[string][]string{}
		slots    = make(chan struct{}, runtime.NumCPU())
	)
	for i, key := range slices.Sorted(maps.Keys(docx)) {
		group.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			ending := ".docx"
			if strings.HasSuffix(key, ".xlsx") {
				ending = ".xlsx"
			}
			path := filepath.Join(dir, fmt.Sprintf("f%05d%s", i, ending))
			list, err := validateOne(node, script, path, docx[key])
			lock.Lock()
			defer lock.Unlock()
			if err != nil {
				failures = append(failures, fmt.Errorf("ooxml-validator on %q: %w", key, err))
			}
			if len(list) > 0 {
				found[key] = list
			}
		})
	}
	group.Wait()
	return found, errors.Join(failures...)
}

// validateOne writes a file and lets the validator read it. Exit status 0 is valid and 1 is not valid or not
// readable, both with JSON on stdout; 2 is wrong use or no validator for this machine.
func validateOne(node, script, path string, content []byte) ([]string, error) {
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return nil, err
	}
	out, complaint, err := command(limit, node, script, path)
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return nil, fmt.Errorf("%w: %s", err, short(complaint))
	}
	list, perr := parseValidation(out)
	if perr == nil && (err == nil) != (len(list) == 0) {
		perr = fmt.Errorf("exit status and findings do not agree: %v, %d findings", err, len(list))
	}
	return list, perr
}

// parseValidation reads {"file": …, "ok": false, "errors": [{"description", "path", "xPath", "id", "errorType"}]};
// path, xPath and id are null where the file could not be opened.
func parseValidation(out []byte) ([]string, error) {
	var result struct {
		OK     *bool
		Errors []struct{ Description, Path, XPath, ID, ErrorType string }
	}
	if err := json.Unmarshal(out, &result); err != nil {
		return nil, fmt.Errorf("output of the validator: %w: %s", err, short(out))
	}
	if result.OK == nil || *result.OK != (len(result.Errors) == 0) {
		return nil, fmt.Errorf("output of the validator: ok and errors do not agree: %s", short(out))
	}
	var list []string
	for _, e := range result.Errors {
		if e.ID == "" {
			e.ID = e.ErrorType
		}
		place := strings.TrimSpace(e.Path + " " + e.XPath)
		if place != "" {
			place += ": "
		}
		list = append(list, place+e.ID+": "+e.Description)
	}
	return list, nil
}
