package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// importReport is what `kehoach import --json` prints: how each field of the
// plan was recognised, in the order of the paper, and the findings.
type importReport struct {
	Version  int           `json:"version"`
	Fields   []fieldRecord `json:"fields"`
	Findings []diag.Record `json:"findings"`
}

// fieldRecord is one field. Key is that of the plan file, "" for a paragraph
// that was not recognised; Line counts from 1, in a Word file it is a paragraph
// and Where says so; Count is how many lines or paragraphs the field holds; Sure
// is "sure", "likely" or "doubt".
type fieldRecord struct {
	Key   string `json:"key"`
	Line  int    `json:"line"`
	Where string `json:"where"`
	Count int    `json:"count"`
	Sure  string `json:"sure"`
	Why   string `json:"why"`
}

// tellImported reports what an import recognised and found, and gives
// errFindings where something stops it.
func (a *app) tellImported(imported *build.Imported) error {
	if !a.json {
		a.recognised(imported)
		return a.verdict(imported.Findings, false)
	}
	found := append(a.early, imported.Findings...)
	a.early = nil
	report := importReport{Version: 1, Fields: []fieldRecord{}, Findings: diag.Records(found, a.lang)}
	for _, f := range imported.Fields {
		report.Fields = append(report.Fields, fieldRecord{f.Key, f.At.Line, f.At.Where, f.Count, string(f.Sure), f.Why.In(a.lang)})
	}
	if err := a.resultJSON(report); err != nil {
		return err
	}
	if diag.HasErrors(found) {
		a.count(found, diag.M("không ghi tệp nào", "no file was written"))
		return errFindings
	}
	a.count(found, diag.Msg{})
	return nil
}

// recognised prints a short table of the fields for people: parts and phụ lục
// are counted, paragraphs that were not recognised are listed by their places.
func (a *app) recognised(imported *build.Imported) {
	if len(imported.Fields) == 0 {
		return
	}
	rows := [][4]string{{a.text("Nhận dạng", "Recognised"), a.text("ở đâu", "where"), a.text("mức", "how sure"), a.text("vì sao", "why")}}
	var unknown []string
	for _, row := range imported.Rows() {
		if row.Key == "" {
			for _, at := range row.At {
				unknown = append(unknown, build.LineWords(at).In(a.lang))
			}
			continue
		}
		what := row.Key
		if amount := row.Amount.In(a.lang); amount != "" {
			what += " (" + amount + ")"
		}
		rows = append(rows, [4]string{what, build.LineWords(row.At[0]).In(a.lang), build.SureWords(row.Sure).In(a.lang), row.Why.In(a.lang)})
	}
	var width [3]int
	for _, r := range rows {
		for i := range width {
			width[i] = max(width[i], utf8.RuneCountInString(r[i]))
		}
	}
	for _, r := range rows {
		line := ""
		for i, w := range width {
			line += r[i] + strings.Repeat(" ", w-utf8.RuneCountInString(r[i])+2)
		}
		fmt.Fprintln(a.stderr, "  "+line+r[3])
	}
	if len(unknown) > 0 {
		fmt.Fprintf(a.stderr, "  %s: %s\n", a.text("chưa nhận dạng được, giữ nguyên chữ", "not recognised, kept as it stands"), strings.Join(unknown, ", "))
	}
	fmt.Fprintln(a.stderr)
}
