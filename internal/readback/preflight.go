package readback

import (
	"encoding/xml"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// javaFolder is where Debian keeps the archives of Java programs.
const javaFolder = "/usr/share/java"

// preflightLimit is how long Preflight may take for all its files.
const preflightLimit = 15 * time.Minute

// preflightCommand is the command that Preflight begins with.
func preflightCommand() ([]string, error) {
	java, err := exec.LookPath("java")
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, name := range []string{"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"} {
		path := filepath.Join(javaFolder, name+".jar")
		if _, err := os.Stat(path); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return []string{java, "-cp", strings.Join(paths, string(filepath.ListSeparator)), "org.apache.pdfbox.preflight.Validator_A1b"}, nil
}

// Preflight returns, for each PDF that Apache PDFBox Preflight does not find to be PDF/A-1b, what it says, as
// "code: details". A file without fault has no entry. All files are read by one process. An error means that Preflight
// is missing, broke down, or left out a file.
func Preflight(pdfs map[string][]byte) (map[string][]string, error) {
	program, err := preflightCommand()
	if err != nil {
		return nil, fmt.Errorf("preflight: %w", err)
	}
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	inside := filepath.Join(dir, "in")
	if err := os.Mkdir(inside, 0o700); err != nil {
		return nil, err
	}
	keys := map[string]string{} // by the name of the file
	for i, key := range slices.Sorted(maps.Keys(pdfs)) {
		name := fmt.Sprintf("f%05d.pdf", i)
		keys[name] = key
		if err := os.WriteFile(filepath.Join(inside, name), pdfs[key], 0o600); err != nil {
			return nil, err
		}
	}
	args := append(slices.Clone(program[1:]), "xml", "group", inside)
	_, complaint, failed := command(preflightLimit, program[0], args...) // its exit status says whether all are valid
	report, err := os.ReadFile(inside + ".preflight.xml")
	if err != nil {
		return nil, fmt.Errorf("preflight: %w: %s", errors.Join(failed, err), short(complaint))
	}
	return parsePreflight(report, keys)
}

// parsePreflight reads
//
//	<preflights count="1"><preflight name="a.pdf"><isValid type="PDF/A1-b">false</isValid>
//	<errors count="1"><error count="1"><code>7.3</code><details>…</details></error></errors></preflight></preflights>
func parsePreflight(report []byte, keys map[string]string) (map[string][]string, error) {
	var all struct {
		Preflight []struct {
			Name      string `xml:"name,attr"`
			IsValid   string `xml:"isValid"`
			Exception *struct {
				Message string `xml:"message"`
			} `xml:"exceptionThrown"`
			Errors []struct {
				Code    string `xml:"code"`
				Details string `xml:"details"`
			} `xml:"errors>error"`
		} `xml:"preflight"`
	}
	if err := xml.Unmarshal(report, &all); err != nil {
		return nil, fmt.Errorf("report of preflight: %w", err)
	}
	found := map[string][]string{}
	for _, p := range all.Preflight {
		key, ok := keys[p.Name]
		if !ok {
			return nil, fmt.Errorf("report of preflight: unknown or double file %q", p.Name)
		}
		delete(keys, p.Name)
		for _, e := range p.Errors {
			found[key] = append(found[key], e.Code+": "+e.Details)
		}
		if p.Exception != nil {
			found[key] = append(found[key], "exception: "+p.Exception.Message)
		}
		if valid := p.IsValid == "true"; valid != (len(found[key]) == 0) {
			return nil, fmt.Errorf("report of preflight: %q is valid: %q, with %d errors", key, p.IsValid, len(found[key]))
		}
	}
	if len(keys) > 0 {
		return nil, fmt.Errorf("report of preflight: %d files are missing", len(keys))
	}
	return found, nil
}
