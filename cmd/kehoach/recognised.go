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
		a.recognised(imported.Fields)
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
func (a *app) recognised(fields []build.Recognised) {
	if len(fields) == 0 {
		return
	}
	rows := [][4]string{{a.text("Nhận dạng", "Recognised"), a.text("ở đâu", "where"), a.text("mức", "how sure"), a.text("vì sao", "why")}}
	var unknown []string
	for i := 0; i < len(fields); {
		n := alike(fields[i:])
		first := fields[i]
		if first.Key == "" {
			for _, f := range fields[i : i+n] {
				unknown = append(unknown, a.placeOf(f.At))
			}
			i += n
			continue
		}
		rows = append(rows, [4]string{a.counted(fields[i : i+n]), a.placeOf(first.At), a.sureness(first.Sure), first.Why.In(a.lang)})
		i += n
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

// alike counts the fields at the head of a list that are one row of the table.
func alike(fields []build.Recognised) int {
	n := 1
	for n < len(fields) && fields[n].Key == fields[0].Key && fields[n].Sure == fields[0].Sure {
		n++
	}
	return n
}

// counted names a field, and how much it holds where that is more than a line.
func (a *app) counted(fields []build.Recognised) string {
	key, lines := fields[0].Key, 0
	for _, f := range fields {
		lines += f.Count
	}
	switch {
	case key == "muc":
		return key + diag.M(" (%d phần, ", " (parts: %d, ", len(fields)).In(a.lang) + a.paragraphs(lines) + ")"
	case len(fields) > 1:
		return fmt.Sprintf("%s (%d)", key, len(fields))
	case lines > 1 && (key == "mo_dau" || key == "ket" || key == "phu_luc"):
		return fmt.Sprintf("%s (%s)", key, a.paragraphs(lines))
	case lines > 1:
		return fmt.Sprintf("%s (%s)", key, diag.M("%d dòng", "%d lines", lines).In(a.lang))
	}
	return key
}

func (a *app) paragraphs(n int) string {
	if a.lang == "en" && n == 1 {
		return "1 paragraph"
	}
	return diag.M("%d đoạn", "%d paragraphs", n).In(a.lang)
}

func (a *app) placeOf(at diag.Place) string {
	switch {
	case at.Line == 0:
		return "-"
	case at.Where != "":
		return diag.M("đoạn %d", "paragraph %d", at.Line).In(a.lang)
	}
	return diag.M("dòng %d", "line %d", at.Line).In(a.lang)
}

func (a *app) sureness(s build.Sureness) string {
	switch s {
	case build.Sure:
		return a.text("chắc chắn", "sure")
	case build.Likely:
		return a.text("có vẻ đúng", "likely")
	}
	return a.text("cần xem lại", "doubt")
}
