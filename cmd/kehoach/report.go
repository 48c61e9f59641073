package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// report prints findings: for people on stderr, or as JSON on stdout.
func (a *app) report(found []diag.Finding) error {
	if !a.json {
		diag.Print(a.stderr, found, a.lang)
		return nil
	}
	var buf bytes.Buffer
	if err := diag.WriteJSON(&buf, found, a.lang); err != nil {
		return err
	}
	return a.result(buf.Bytes())
}

// count prints how many findings there are, and what follows from them.
func (a *app) count(found []diag.Finding, follows diag.Msg) {
	vi, en := counts(diag.Sort(found))
	if len(vi) == 0 {
		return
	}
	line := diag.Msg{Vi: strings.Join(vi, ", "), En: strings.Join(en, ", ")}
	if follows.En != "" {
		line.Vi, line.En = line.Vi+"; "+follows.Vi, line.En+"; "+follows.En
	}
	a.say(line)
}

func counts(found []diag.Finding) (vi, en []string) {
	words := []struct {
		severity diag.Severity
		vi, en   string
	}{
		{diag.Error, "lỗi", "error"},
		{diag.Warning, "cảnh báo", "warning"},
		{diag.Info, "lưu ý", "note"},
	}
	for _, w := range words {
		n := diag.Count(found, w.severity)
		if n == 0 {
			continue
		}
		vi = append(vi, fmt.Sprintf("%d %s", n, w.vi))
		if n > 1 {
			w.en += "s"
		}
		en = append(en, fmt.Sprintf("%d %s", n, w.en))
	}
	return vi, en
}

// verdict reports findings and gives errFindings where one of them stops the
// command.
func (a *app) verdict(found []diag.Finding, strict bool) error {
	found = append(a.early, found...)
	a.early = nil
	if err := a.report(found); err != nil {
		return err
	}
	switch {
	case diag.HasErrors(found):
		a.count(found, diag.M("không ghi tệp nào", "no file was written"))
		return errFindings
	case strict && diag.Count(found, diag.Warning) > 0:
		a.count(found, diag.M("không ghi tệp nào vì có --strict", "no file was written because of --strict"))
		return errFindings
	}
	a.count(found, diag.Msg{})
	return nil
}

// verdictOf is verdict where some findings stop the PDFs alone: the Word files
// are written all the same.
func (a *app) verdictOf(found, unpaged []diag.Finding, strict bool) error {
	if len(unpaged) == 0 || diag.HasErrors(found) {
		return a.verdict(append(found, unpaged...), strict)
	}
	found = slices.Concat(a.early, found, unpaged)
	a.early = nil
	if err := a.report(found); err != nil {
		return err
	}
	a.count(found, diag.M("chỉ ghi được bản Word", "the Word file alone can be written"))
	return nil
}

// strictly reports findings that stop a command only with --strict.
func (a *app) strictly(found []diag.Finding) error {
	found = append(a.early, found...)
	a.early = nil
	if err := a.report(found); err != nil {
		return err
	}
	a.count(found, diag.M("không ghi tệp nào vì có --strict", "no file was written because of --strict"))
	return errFindings
}

// result writes the answer of a command to stdout.
func (a *app) result(data []byte) error {
	if _, err := a.out.Write(data); err != nil {
		return trouble(diag.M("không ghi được ra stdout", "stdout cannot be written"), err)
	}
	return nil
}

// written tells of every file in its place.
func (a *app) written(targets []*target) {
	for _, t := range targets {
		a.say(t.Done)
	}
}
