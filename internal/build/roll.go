package build

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/read"
	"kehoach.example/internal/roll"
	"kehoach.example/internal/write"
)

// RollOptions tell what is wanted of the plan of the new year.
type RollOptions struct {
	Year int  // of the new plan; the first one of several, or of a school year
	Mark bool // the lists stand as notes in the new file too
}

// Rolled is the plan of the new year.
type Rolled struct {
	Data     []byte        // a plan file
	Changes  []roll.Change // in the order of Data, with their places in it
	Old, New int           // the first years of the two plans

	from *read.Original // the old plan
}

// Roll makes the plan of another year out of a plan. A source that is no plan
// file is imported first. What moves is put into the file where it stands:
// comments, blank lines and the manner of the file stay. Findings of severity
// error mean that there is none.
func (o *Office) Roll(in Input, opt RollOptions) (*Rolled, []diag.Finding) {
	old, early := o.rollable(in)
	if old == nil {
		return nil, early
	}
	in, facts := old.in, old.facts
	if bad := wrongYear(facts, opt.Year, in.Name); bad != nil {
		return nil, append(old.found, bad...)
	}
	changes := roll.Roll(facts, roll.Options{Year: opt.Year, Holiday: o.data.DayOff, Base: o.data.BaseYear})
	text, changes := applied(old.orig, changes)
	r := &Rolled{Data: old.orig.Encode(text), Changes: changes, New: opt.Year, from: old.orig}
	_, r.Old, _ = roll.SpanOf(facts.Period)
	out, found := o.rolled(in, r, opt)
	return out, slices.Concat(early, found, ahead(facts, opt.Year, in.Name), o.lunar(facts, opt.Year, in.Name))
}

// rolled reads the new file back, looks it over, and marks it.
func (o *Office) rolled(in Input, r *Rolled, opt RollOptions) (*Rolled, []diag.Finding) {
	in.Data = r.Data
	p, found := o.Read(in)
	if p == nil || diag.HasErrors(found) {
		return nil, append(found, diag.New("ROLL-BROKEN", diag.Error, "roll", diag.Place{File: in.Name},
			diag.M("kế hoạch mới không đọc lại được; không có tệp nào", "the new plan does not read back; there is none"),
			diag.M("gửi tệp này cho người bảo trì", "send this file to the maintainers")))
	}
	r.Changes = o.looked(in, r.Changes)
	if opt.Mark {
		o.mark(in, p, r)
	}
	return r, found
}

// wrongYear tells why a plan cannot be rolled to a year.
func wrongYear(f *fact.Facts, year int, file string) []diag.Finding {
	kind, first, last := roll.SpanOf(f.Period)
	at := f.Plan.ThoiKy.At
	if at.Line == 0 {
		at = diag.Place{File: file}
	}
	switch {
	case first == 0 || !f.Period.Sure && strange(f):
		return []diag.Finding{diag.New("ROLL-NOYEAR", diag.Error, "roll", at, diag.M("không rõ năm của kế hoạch cũ", "the year of the old plan is not known"),
			diag.M("ghi thoi_ky vào tệp kế hoạch, ví dụ thoi_ky: năm %d; tệp Word hay tệp chữ thì đưa về YAML trước bằng kehoach import", "write thoi_ky into the plan file, as thoi_ky: năm %d; bring a Word file or a text to YAML first with kehoach import", year-1).
				OnPage(diag.M("tạo kế hoạch từ văn bản này, ghi ô thời kỳ (ví dụ: năm %d), rồi làm kế hoạch năm mới từ đó", "make a plan of this text, fill in its period (such as: năm %d), and make the next year's plan of that", year-1)))}
	case kind == roll.ManyYears && year <= last:
		return outOf(at, diag.M("kế hoạch cũ là của %d - %d, kế hoạch mới phải bắt đầu sau năm %d", "the old plan is for %d - %d, the new one must begin after %d", first, last, last), last+1)
	case year <= first:
		return outOf(at, diag.M("kế hoạch cũ là của năm %d, kế hoạch mới phải của năm sau đó, không phải %d", "the old plan is for %d, the new one must be for a later year and not for %d", first, year), first+1)
	case year > first+maxAhead:
		return outOf(at, diag.M("năm %d cách kế hoạch cũ (%d) quá xa", "%d is too far from the old plan (%d)", year, first), last+1)
	}
	return nil
}

// strange tells whether a year that may name something else, such as that of a
// law, lies away from the day of issue.
func strange(f *fact.Facts) bool {
	y := f.Issued.Y
	return y > 0 && (f.Period.To.Y < y || f.Period.From.Y > y+1)
}

// outOf tells that a year does not fit the old plan, and which one would.
func outOf(at diag.Place, msg diag.Msg, year int) []diag.Finding {
	return []diag.Finding{diag.New("ROLL-YEAR", diag.Error, "roll", at, msg,
		diag.M("ghi năm đầu của kế hoạch mới, ví dụ --year %d", "name the first year of the new plan, as --year %d", year).
			OnPage(diag.M("ghi năm đầu của kế hoạch mới, ví dụ %d", "write the first year of the new plan, such as %d", year)))}
}

// ahead tells what a person should know of the two years: that the old one is
// not beyond doubt, that the new plan does not follow directly.
func ahead(f *fact.Facts, year int, file string) []diag.Finding {
	_, first, last := roll.SpanOf(f.Period)
	var out []diag.Finding
	if !f.Period.Sure {
		out = append(out, diag.New("ROLL-UNSURE", diag.Warning, "roll", diag.Place{File: file},
			diag.M("kế hoạch cũ được hiểu là của năm %d, nhưng trích yếu có thể nói chuyện khác", "the old plan is taken to be for %d, but its title may name something else", first),
			diag.M("nếu không phải, ghi thoi_ky vào tệp cũ rồi chạy lại", "where it is not, write thoi_ky into the old file and run again").
				OnPage(diag.M("nếu không phải, ghi ô thời kỳ của kế hoạch cũ rồi làm lại", "where it is not, fill in the period of the old plan and begin again"))))
	}
	next := following(f)
	if year == next {
		return out
	}
	old, now := fmt.Sprint(first), fmt.Sprint(year)
	if last > first {
		old, now = fmt.Sprintf("%d - %d", first, last), fmt.Sprintf("%d - %d", year, year+last-first)
	}
	return append(out, diag.New("ROLL-AHEAD", diag.Info, "roll", diag.Place{File: file},
		diag.M("kế hoạch cũ là của %s, kế hoạch mới là của %s: không nối tiếp ngay", "the old plan is for %s, the new one for %s: it does not follow directly", old, now),
		diag.M("nếu muốn kỳ kế tiếp: --year %d", "for the one that follows: --year %d", next).
			OnPage(diag.M("nếu muốn kỳ kế tiếp, sửa năm ở trên thành %d", "for the one that follows change the year above to %d", next))))
}

// lunar tells that the lunar days off of a year of the new plan are not known:
// no day is asked because of them.
func (o *Office) lunar(f *fact.Facts, year int, file string) []diag.Finding {
	_, first, last := roll.SpanOf(f.Period)
	for y := year; y <= year+last-first; y++ {
		if slices.ContainsFunc(o.data.Holidays, func(h check.Holiday) bool { return h.Ngay.Y == y }) {
			continue
		}
		return []diag.Finding{diag.New("ROLL-LUNAR", diag.Info, "roll", diag.Place{File: file},
			diag.M("dữ liệu chưa có ngày nghỉ Tết, Giỗ Tổ năm %d", "the data do not have the days off of Tết and Giỗ Tổ of %d", y),
			diag.M("tự xem lịch các mốc từ tháng 1 đến tháng 4", "look at the calendar for the days from January to April"))}
	}
	return nil
}

// maxAhead is how many years a plan may be taken ahead: more is a slip.
const maxAhead = 30

// applied puts the edits into a text and moves the places of the changes along
// with it. A change whose piece does not stand in the file as it was recognised
// (cut by marks, escaped) is asked instead.
func applied(orig *read.Original, changes []roll.Change) (string, []roll.Change) {
	out := slices.Clone(changes)
	var edits []write.Edit
	var done []roll.Edit
	for i := range out {
		c := &out[i]
		own, ok := editsOf(orig, c.Edits)
		if !ok {
			*c = roll.Change{
				Kind: roll.Ask, Key: c.Key, At: c.At, Old: c.Old, Suggest: c.New,
				Why: diag.M("không tự sửa được ở đây: sửa tay", "cannot be changed here by the program: change it by hand"),
			}
			continue
		}
		edits, done = append(edits, own...), append(done, c.Edits...)
	}
	text, _ := write.Edits(orig.Text, edits)
	inOrder(done)
	lines := strings.Split(text, "\n")
	for i := range out {
		out[i].At = movedPlace(out[i].At, done, lines)
	}
	return text, out
}

func inOrder(edits []roll.Edit) {
	slices.SortStableFunc(edits, func(a, b roll.Edit) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
}

// editsOf finds the bytes of the edits of a change, if all of them stand in the
// file as they should.
func editsOf(orig *read.Original, list []roll.Edit) ([]write.Edit, bool) {
	var out []write.Edit
	for _, e := range list {
		lo, hi, ok := orig.Span(e.At.Line, e.At.Column, e.At.EndColumn)
		if !ok || orig.Text[lo:hi] != e.Old {
			return nil, false
		}
		out = append(out, write.Edit{Lo: lo, Hi: hi, New: e.New})
	}
	return out, true
}

// movedPlace is where a place lies behind the edits of its line.
func movedPlace(at diag.Place, done []roll.Edit, lines []string) diag.Place {
	first, last := at.Column, at.EndColumn
	for _, e := range done {
		if e.At.Line != at.Line {
			continue
		}
		grown := utf8.RuneCountInString(e.New) - utf8.RuneCountInString(e.Old)
		if e.At.EndColumn <= first {
			at.Column += grown
		}
		if e.At.EndColumn <= last {
			at.EndColumn += grown
		}
	}
	at.EndColumn = max(at.EndColumn, at.Column)
	if at.Line >= 1 && at.Line <= len(lines) {
		at.Text = strings.TrimSuffix(lines[at.Line-1], "\r")
	}
	return at
}

// rollRules are the rules that speak of what a new year changes: their findings in
// the new plan are asked.
var rollRules = []string{
	"CITE-REPEALED", "CITE-FUTURE", "CITE-UNKNOWN", "DATE-ORDER", "DATE-YEAR", "DATE-WEEKDAY", "DATE-IMPOSSIBLE", "YEAR-LONG", "YEAR-LEFT",
	"ANNIV", "PHASE-OVERLAP", "PHASE-GAP", "PHASE-REVERSED", "PHASE-RANGE", "TASK-RANGE", "UNIT-OLD", "UNIT-NAME", "PLACE-OLDUNIT",
}

// looked adds what the rules find in the new plan. A finding at a change is told
// there, so that nothing stands in two lists.
func (o *Office) looked(in Input, changes []roll.Change) []roll.Change {
	out := slices.Clone(changes)
	for _, f := range o.Check(in, CheckOptions{SkipPages: true}).Findings {
		if !slices.Contains(rollRules, f.Code) || !f.Judged && f.Code != "CITE-REPEALED" {
			continue
		}
		if i := slices.IndexFunc(out, func(c roll.Change) bool { return touches(c.At, f.At) && (c.Kind != roll.Ask || c.Code == "") }); i >= 0 {
			c := &out[i]
			if c.Kind == roll.Ask {
				c.Why = diag.Msg{Vi: c.Why.Vi + "; " + f.Message.Vi, En: c.Why.En + "; " + f.Message.En}
			} else {
				c.Why = f.Message
			}
			c.Kind, c.Code, c.Hint = roll.Ask, f.Code, f.Hint
			continue
		}
		out = append(out, roll.Change{Kind: roll.Ask, Code: f.Code, At: f.At, Old: columns(f.At), Why: f.Message, Hint: f.Hint})
	}
	slices.SortStableFunc(out, func(a, b roll.Change) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column))
	})
	return out
}

// touches tells whether two places share a column.
func touches(a, b diag.Place) bool {
	return a.Line == b.Line && a.Column < b.EndColumn && b.Column < a.EndColumn
}

// columns is what stands at a place.
func columns(at diag.Place) string {
	line := []rune(at.Text)
	if at.Column < 1 || at.EndColumn > len(line)+1 || at.Column > at.EndColumn {
		return ""
	}
	return string(line[at.Column-1 : at.EndColumn-1])
}
