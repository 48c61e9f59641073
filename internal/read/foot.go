package read

import (
	"regexp"
	"strings"
	"unicode"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// foot reads nơi nhận and the signature, one below the other or in columns
// side by side.
func (t *textReader) foot(lines []tline) {
	f := footReader{t: t}
	for _, l := range lines {
		for _, c := range footCells(l.text) {
			f.cell(c, l.at)
		}
	}
	f.finish()
}

// footCells splits a line into its columns; a list item keeps runs of blanks
// that stand inside brackets, such as "(    b)".
func footCells(s string) []string {
	if i := strings.IndexByte(s, '('); i >= 0 && !strings.Contains(s, "\t") && cellGap.MatchString(s[i:]) && !cellGap.MatchString(s[:i]) && strings.HasSuffix(s, ")") {
		return []string{squeeze(s)}
	}
	return cells(s)
}

type footReader struct {
	t       *textReader
	signing bool // the last column read was the signature's
	signer  *plan.NguoiKy
}

var luuLine = regexp.MustCompile(`^[-–+*\s]*Lưu\b?\s*:?\s*`)

func (f *footReader) cell(raw string, at diag.Place) {
	p := f.t.plan
	c := bare(raw)
	switch {
	case c == "" || isRuleLine(c):
	case noiNhanLine.MatchString(c):
		f.signing = false
		p.NoiNhan.Given, p.NoiNhan.At = true, at
		if _, rest, ok := strings.Cut(c, ":"); ok && strings.TrimSpace(rest) != "" {
			f.recipient(strings.TrimSpace(rest), at)
		}
	case f.t.isSignLine(c) || f.signing && capitals(c) && !f.hasName():
		f.authority(c, at)
	case contains(f.t.words.DaKy, c) && f.signer != nil:
		f.authority(c, at)
		f.t.tellUnplaced(c, at)
	case f.isLuu(c):
		f.luu(c, at)
	case p.NoiNhan.Given && listSign.MatchString(c):
		f.signing = false
		f.recipient(c, at)
	case f.signer != nil && !f.hasName() && isName(c):
		f.signing = true
		f.signer.HoTen = chuAt(c, at)
	case !f.signing && p.NoiNhan.Given && !p.Luu.Given:
		f.continueItem(c, at)
	default:
		f.keep(plan.Doan{Chu: textMarkup.inline(c, at)}, c, at)
	}
}

var listSign = regexp.MustCompile(`^[-–+•*]\s*\S`)

func (f *footReader) hasName() bool { return f.signer != nil && f.signer.HoTen.Given }

func (f *footReader) authority(c string, at diag.Place) {
	f.signing = true
	if f.signer == nil {
		f.signer = &plan.NguoiKy{At: at}
		f.signer.ChucVu = plan.Dong{Given: true, At: at, List: true}
	}
	f.signer.ChucVu.Items = append(f.signer.ChucVu.Items, chuAt(c, at))
}

func (f *footReader) isLuu(c string) bool {
	if !f.t.plan.NoiNhan.Given || f.t.plan.Luu.Given {
		return false
	}
	m := luuLine.FindString(c)
	return m != "" && (len(m) == len(c) || !unicode.IsLower(firstRune(c[len(m):])))
}

func (f *footReader) luu(c string, at diag.Place) {
	f.signing = false
	rest := strings.TrimSuffix(c[len(luuLine.FindString(c)):], ".")
	f.t.plan.Luu = textMarkup.inline(rest, at)
	f.t.plan.Luu.At = at
}

// recipient adds a line of nơi nhận without its sign; its mark is the form's.
func (f *footReader) recipient(c string, at diag.Place) {
	f.t.plan.NoiNhan.Given = true
	if strings.HasPrefix(c, "+") {
		c = "+ " + strings.TrimSpace(c[1:])
	} else {
		c = strings.TrimSpace(strings.TrimLeft(c, "-–•* "))
	}
	f.t.plan.NoiNhan.Items = append(f.t.plan.NoiNhan.Items, textMarkup.inline(strings.TrimSuffix(c, ";"), at))
}

// continueItem joins a line without a sign to the recipient above it, if that
// one was not ended, else it is one of its own.
func (f *footReader) continueItem(c string, at diag.Place) {
	items := f.t.plan.NoiNhan.Items
	if n := len(items); n > 0 && !strings.HasSuffix(items[n-1].At.Text, ";") && unicode.IsLower(firstRune(c)) {
		joined := items[n-1].Plain() + " " + strings.TrimSuffix(c, ";")
		place := items[n-1].At
		place.Text = at.Text
		items[n-1] = textMarkup.inline(joined, place)
		return
	}
	f.recipient(c, at)
}

// isName tells whether a line looks like a person's name: two to seven words,
// each with a capital, no mark at the end.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 7 || strings.ContainsAny(s, ";:!?/0123456789") || strings.HasSuffix(s, ".") {
		return false
	}
	for _, w := range words {
		if !unicode.IsUpper(firstRune(w)) {
			return false
		}
	}
	return true
}

// keep puts what has no place at the foot behind the closing text.
func (f *footReader) keep(d plan.Doan, c string, at diag.Place) {
	f.t.leftover = append(f.t.leftover, d)
	f.t.tellUnplaced(c, at)
}

func (f *footReader) finish() {
	if f.signer != nil {
		f.t.plan.NguoiKy = []plan.NguoiKy{*f.signer}
	}
}
