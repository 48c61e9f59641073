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
	for i, l := range lines {
		f.gap = l.gap
		if i > 0 && l.cell != lines[i-1].cell {
			f.nextColumn()
		}
		if f.styled(l) {
			continue
		}
		cs := footCells(l.text)
		if l.cell == 0 && f.sideBySide(cs, l.at) {
			continue
		}
		for k, c := range cs {
			if k > 0 && f.besideHead(cs[0], bare(c)) {
				f.authority(bare(c), l.at)
				continue
			}
			for _, part := range f.split(c) {
				f.cell(part, l)
			}
		}
	}
	f.finish()
}

// besideHead tells whether a cell stands in the column of the signature: beside
// "Nơi nhận:", in capitals, as a title that is not known by its words. What else
// stands there is taken for a recipient, and that is no longer sure.
func (f *footReader) besideHead(head, c string) bool {
	if !headAlone.MatchString(bare(head)) || listSign.MatchString(c) {
		return false
	}
	if !plan.Capitals(c) && !f.t.isSignLine(c) && !strings.HasSuffix(c, ";") {
		f.t.know("noi_nhan", Likely, diag.M("cạnh chữ “Nơi nhận” có chữ ở cột bên phải, có thể của người ký", "words in a right column stand beside “Nơi nhận”, they may be the signer's"))
	}
	return plan.Capitals(c) && len([]rune(c)) <= 70 && f.t.plan.NoiNhan.Given && len(f.t.plan.NoiNhan.Items) == 0
}

var headAlone = regexp.MustCompile(`^(?:Nơi nhận|NƠI NHẬN)\s*:?$`)

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
	gap     bool // a blank line stands above
	signing bool // the last column read was the signature's
	signers []plan.NguoiKy
	columns int  // signers side by side, 0 for one below the other
	lastGap bool // a blank line stands above the last line of authority
	ended   bool // the column of the last signer ended: what follows is another's
	closed  bool // the last recipient has its ";"
}

// nextColumn ends a column of a table: its signer too, named or not.
func (f *footReader) nextColumn() {
	f.lastOfColumn()
	f.signing, f.ended = false, f.signer() != nil
}

// styled reads a line of a Word file of this program by its style.
func (f *footReader) styled(l tline) bool {
	p, s := f.t.plan, squeeze(l.text)
	switch l.role {
	case "noi_nhan":
		p.NoiNhan.Given, p.NoiNhan.At = true, l.at
		f.signing = false
	case "noi_nhan_item":
		f.signing = false
		if f.isLuu(s) {
			f.luu(s, l)
		} else {
			f.recipient(s, l)
		}
	case "luu_hanh_cuoi":
		if !p.LuuHanh.Given {
			p.LuuHanh = chuAt(s, l.at)
		}
	case "dia_chi":
		f.t.contact(s, l.at)
	case "quyen_han", "chuc_vu":
		f.authority(s, l.at)
	case "ho_ten":
		if f.signer() == nil || f.hasName() || f.ended {
			f.signers = append(f.signers, newSigner(l.at))
			f.ended = false
		}
		f.signer().HoTen = chuAt(s, l.at)
	default:
		return false
	}
	return true
}

func (f *footReader) signer() *plan.NguoiKy {
	if len(f.signers) == 0 {
		return nil
	}
	return &f.signers[len(f.signers)-1]
}

// sideBySide reads a line of columns that all belong to signatures: lines of
// authority, or the names below them.
func (f *footReader) sideBySide(cs []string, at diag.Place) bool {
	if len(cs) < 2 {
		return false
	}
	names, signs := true, true
	for _, c := range cs {
		names = names && f.t.isName(bare(c))
		signs = signs && f.t.isSignLine(bare(c))
	}
	switch {
	case names && f.columns == len(cs):
		for i, c := range cs {
			f.signers[i].HoTen = chuAt(bare(c), at)
		}
	case signs && (f.columns == len(cs) || len(f.signers) == 0):
		f.columns = len(cs)
		for i, c := range cs {
			if len(f.signers) <= i {
				f.signers = append(f.signers, newSigner(at))
			}
			f.signers[i].ChucVu.Items = append(f.signers[i].ChucVu.Items, chuAt(bare(c), at))
		}
	default:
		return false
	}
	f.signing = true
	return true
}

func newSigner(at diag.Place) plan.NguoiKy {
	return plan.NguoiKy{At: at, ChucVu: plan.Dong{Given: true, At: at, List: true}}
}

var (
	markBlank = regexp.MustCompile(`[;:.]\s+`)
	joined    = regexp.MustCompile(`;\s*[-–]\s+`)
)

// split takes two columns apart that were joined by one blank ("Nơi nhận: KT.
// GIÁM ĐỐC"), and recipients that stand on one line.
func (f *footReader) split(c string) []string {
	if f.t.isSignLine(bare(c)) {
		return []string{c}
	}
	for _, m := range markBlank.FindAllStringIndex(c, -1) {
		left, right := strings.TrimSpace(c[:m[1]]), bare(c[m[1]:])
		if f.t.isSignLine(right) || listSign.MatchString(left) && f.signer() != nil && !f.hasName() && f.t.isName(right) {
			return append(f.split(left), right)
		}
	}
	if noiNhanLine.MatchString(c) || listSign.MatchString(c) {
		parts := joined.Split(c, -1)
		for i := range parts[1:] {
			parts[i+1] = "- " + parts[i+1]
		}
		return parts
	}
	return []string{c}
}

var luuLine = regexp.MustCompile(`^[-–—+*•●▪■◦·\s]*Lưu(?:\s*:\s*|\s+|$)`)

func (f *footReader) cell(raw string, l tline) {
	p, at := f.t.plan, l.at
	c := bare(raw)
	switch {
	case c == "" || isRuleLine(c):
	case noiNhanLine.MatchString(c) && !p.NoiNhan.Given:
		f.signing = false
		p.NoiNhan.Given, p.NoiNhan.At = true, at
		if _, rest, ok := strings.Cut(c, ":"); ok && strings.TrimSpace(rest) != "" {
			f.recipient(strings.TrimSpace(rest), l)
		}
	case f.t.isSignLine(c) || (f.signing || p.Luu.Given) && plan.Capitals(c) && (!f.hasName() || f.ended):
		f.authority(c, at)
	case contains(f.t.words.DaKy, c) && f.signer() != nil:
		f.authority(c, at)
		f.t.tellUnplaced(c, at)
	case f.isLuu(c):
		f.luu(c, l)
	case p.NoiNhan.Given && listSign.MatchString(c):
		f.signing = false
		f.recipient(c, l)
	case f.signer() != nil && !f.ended && !f.hasName() && f.t.isName(c):
		f.signing = true
		f.signer().HoTen = chuAt(c, at)
	case !f.signing && p.NoiNhan.Given && !p.Luu.Given:
		f.continueItem(c, l)
	default:
		f.keep(plan.Doan{Chu: f.t.chu(l, c)}, c, at)
	}
}

var listSign = regexp.MustCompile(`^[-–+•*]\s*\S`)

func (f *footReader) hasName() bool { return f.signer() != nil && f.signer().HoTen.Given }

// authority adds a line of authority or title. Behind a name it begins the
// next signer.
func (f *footReader) authority(c string, at diag.Place) {
	f.signing, f.lastGap = true, f.gap
	if f.signer() == nil || f.hasName() || f.ended {
		f.ended = false
		f.signers = append(f.signers, newSigner(at))
	}
	k := f.signer()
	k.ChucVu.Items = append(k.ChucVu.Items, chuAt(c, at))
}

func (f *footReader) isLuu(c string) bool {
	if !f.t.plan.NoiNhan.Given || f.t.plan.Luu.Given {
		return false
	}
	m := luuLine.FindString(c)
	return m != "" && strings.Trim(c[len(m):], " .") != "" && !unicode.IsLower(firstRune(c[len(m):]))
}

func (f *footReader) luu(c string, l tline) {
	f.signing = false
	rest := strings.TrimSuffix(c[len(luuLine.FindString(c)):], ".")
	f.t.plan.Luu = f.t.chu(l, rest)
	f.t.plan.Luu.At = l.at
}

// recipient adds a line of nơi nhận without its sign; its mark is the form's.
func (f *footReader) recipient(c string, l tline) {
	f.t.plan.NoiNhan.Given = true
	if strings.HasPrefix(c, "+") {
		c = "+ " + strings.TrimSpace(c[1:])
	} else {
		c = strings.TrimSpace(strings.TrimLeft(c, "-–•* "))
	}
	f.t.plan.NoiNhan.Items = append(f.t.plan.NoiNhan.Items, f.t.chu(l, strings.TrimSuffix(c, ";")))
	f.closed = strings.HasSuffix(c, ";")
}

// continueItem joins a line without a sign to the recipient above it, if that
// one was not ended, else it is one of its own.
func (f *footReader) continueItem(c string, l tline) {
	items := f.t.plan.NoiNhan.Items
	if n := len(items); n > 0 && !f.closed && (unicode.IsLower(firstRune(c)) || c[0] == '(') {
		joined := items[n-1].Plain() + " " + strings.TrimSuffix(c, ";")
		place := items[n-1].At
		place.Text = l.at.Text
		f.closed = strings.HasSuffix(c, ";")
		if f.t.looks != nil {
			items[n-1] = chuAt(joined, place)
			return
		}
		items[n-1] = textMarkup.inline(joined, place)
		return
	}
	f.recipient(c, l)
}

// isName tells whether a line looks like a person's name: two to seven words,
// each with a capital, no mark at the end, perhaps behind a rank or degree.
func (t *textReader) isName(s string) bool {
	for again := true; again; {
		again = false
		for _, w := range t.words.HocHam {
			if rest, ok := strings.CutPrefix(s, w); ok && rest != "" && !unicode.IsLetter(firstRune(rest)) {
				s, again = strings.TrimLeft(rest, " ."), true
			}
		}
	}
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

// finish ends the foot.
func (f *footReader) finish() {
	f.lastOfColumn()
	f.t.plan.NguoiKy = f.signers
}

// lastOfColumn looks at the last line of a signer. Capitals that stand apart or
// begin with a family name, and are no title, are the name typed in capitals.
func (f *footReader) lastOfColumn() {
	if k := f.signer(); k != nil && f.columns == 0 && !f.ended && !f.hasName() {
		n := len(k.ChucVu.Items)
		last := k.ChucVu.Items[n-1]
		apart := f.lastGap || startsWith(last.Plain(), f.t.words.Ho)
		if apart && n > 1 && !f.t.isSignLine(last.Plain()) && f.t.isName(last.Plain()) {
			k.HoTen, k.ChucVu.Items = last, k.ChucVu.Items[:n-1]
		}
	}
}
