package under

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// GroupID is the group of the findings of this package.
const GroupID = "cap-tren"

// Check tells what a plan leaves unanswered of its superior's plan, what it
// answers too late, and whether it cites that plan rightly and speaks of the
// same time.
func (w *Words) Check(s *Superior, f *fact.Facts) []diag.Finding {
	c := checker{w: w, s: s, f: f}
	c.same()
	c.cited()
	c.period()
	a := w.answersIn(f, s.Tasks)
	for _, t := range s.Tasks[:min(len(s.Tasks), mostTasks)] {
		c.task(a, t)
	}
	if rest := len(s.Tasks) - mostTasks; rest > 0 {
		c.report("UNDER-UNANSWERED", diag.Info, c.file(), false,
			diag.M("còn %d việc của cấp trên chưa đối chiếu: chỉ đối chiếu %d việc đầu", "%d more tasks of the superior were not compared: only the first %d are", rest, mostTasks),
			diag.M("chưa xét: xem --under có đúng là kế hoạch của cấp trên", "not judged: see whether the file behind --under is the superior's plan").
				OnPage(diag.M("chưa xét: xem có đúng là kế hoạch của cấp trên", "not judged: see whether it is the superior's plan")))
	}
	return c.out
}

// mostTasks is how many tasks are compared: no real plan has so many, and each
// is held against every paragraph.
const mostTasks = 400

type checker struct {
	w   *Words
	s   *Superior
	f   *fact.Facts
	out []diag.Finding
}

func (c *checker) report(code string, sev diag.Severity, at diag.Place, judged bool, msg, hint diag.Msg) {
	f := diag.New(code, sev, GroupID, at, msg, hint)
	f.Judged = judged
	c.out = append(c.out, f)
}

// file is the plan as a whole.
func (c *checker) file() diag.Place { return diag.Place{File: c.f.Plan.At.File} }

// same tells of two plans of one body: the files were perhaps changed about.
func (c *checker) same() {
	a, b := bodyName(c.s.Facts.Plan.CoQuan), bodyName(c.f.Plan.CoQuan)
	if a == "" || !strings.EqualFold(fact.PlainTone(a), fact.PlainTone(b)) {
		return
	}
	at := c.f.Plan.CoQuan.At
	c.report("UNDER-SAME", diag.Warning, at, true,
		diag.M("hai kế hoạch cùng một cơ quan ban hành: %s", "both plans have one issuer: %s", b),
		diag.M("sau --under là kế hoạch của cấp trên, tệp còn lại là kế hoạch của đơn vị", "behind --under goes the superior's plan, the other file is the unit's").
			OnPage(diag.M("chọn đúng kế hoạch của cấp trên và kế hoạch của đơn vị", "choose the superior's plan and the unit's")))
}

// task looks for the answer to one task.
func (c *checker) task(a *answersOf, t Task) {
	best, ok := a.best(t)
	if (!ok || !best.sure) && c.w.itself(t) {
		c.issued(t)
		return
	}
	place := t.Where.Vi
	said := clip(t.Text)
	wanted := diag.M("viết một mục trả lời việc này", "write an item that answers it")
	if t.Deadline != "" {
		wanted = diag.M("viết một mục trả lời việc này; thời hạn của cấp trên: %s", "write an item that answers it; the superior's deadline: %s", t.Deadline)
	}
	switch {
	case !ok && t.Ours == Other:
		c.report("UNDER-UNANSWERED", diag.Info, c.part(t), false,
			diag.M("việc cấp trên giao cho %s chưa có mục nào trả lời (%s): “%s”", "a task that the superior gives to %s has no item (%s): “%s”", t.Owner, place, said),
			diag.M("chưa xét: xem đơn vị có phải làm, hay chỉ giao tiếp xuống dưới", "not judged: see whether it is the unit's, or only to be passed on"))
	case !ok && t.Deadline == "" && len(c.w.content(fact.TextOf(t.Text))) <= few:
		c.report("UNDER-UNANSWERED", diag.Info, c.part(t), false,
			diag.M("việc cấp trên giao cho %s nói quá ngắn để đối chiếu theo chữ (%s): “%s”", "what the superior gives to %s is too short to be compared by words (%s): “%s”", t.Owner, place, said),
			diag.M("chưa xét: tự xem kế hoạch đã có mục trả lời", "not judged: see yourself whether an item answers it"))
	case !ok && t.Ours == Maybe && t.Deadline == "" && t.Product == "":
		c.report("UNDER-UNANSWERED", diag.Info, c.part(t), false,
			diag.M("chưa có mục nào trả lời một yêu cầu chung của cấp trên đối với %s (%s): “%s”", "no item answers what the superior asks in general of %s (%s): “%s”", t.Owner, place, said),
			diag.M("chưa xét: yêu cầu chung có thể không cần một mục riêng", "not judged: what is asked in general may need no item of its own"))
	case !ok:
		c.report("UNDER-UNANSWERED", diag.Warning, c.part(t), true,
			diag.M("chưa có mục nào trả lời việc cấp trên giao cho %s (%s): “%s”", "no item answers what the superior gives to %s (%s): “%s”", t.Owner, place, said), wanted)
	case !best.sure:
		c.report("UNDER-UNANSWERED", diag.Info, best.c.at, false,
			diag.M("chưa chắc mục này có trả lời việc cấp trên giao cho %s hay không (%s): “%s”", "this item may or may not answer what the superior gives to %s (%s): “%s”", t.Owner, place, said),
			diag.M("chưa xét: đọc lại, nếu chưa trả lời thì viết thêm; dùng chữ của cấp trên thì dễ đối chiếu", "not judged: read it again, and write an item where none answers; the superior's words are found best"))
	case t.late(best.c):
		c.report("UNDER-LATE", diag.Warning, best.c.at, true,
			diag.M("mục này trả lời việc cấp trên giao (%s) nhưng muộn hơn thời hạn %q của cấp trên", "this item answers the superior's task (%s) but is later than its deadline %q", place, t.Deadline),
			diag.M("đưa thời hạn về trước hoặc đúng ngày %s", "set the deadline on or before %s", t.Due))
	case !t.Due.Zero() && len(best.c.days) == 0:
		c.report("UNDER-LATE", diag.Info, best.c.at, false,
			diag.M("mục này trả lời việc cấp trên giao (%s) nhưng không ghi thời hạn; cấp trên yêu cầu: %s", "this item answers the superior's task (%s) but tells no deadline; the superior's: %s", place, t.Deadline),
			diag.M("chưa xét: ghi thời hạn của đơn vị vào mục này", "not judged: write the unit's deadline into the item"))
	}
}

// itself tells whether the plan below is itself what a task asks for: "xây dựng
// kế hoạch của đơn vị", and not a plan about something of its own.
func (w *Words) itself(t Task) bool {
	text := fact.TextOf(t.Text)
	for i := range text.Tokens {
		end, ok := w.at("itself", text, i)
		if !ok {
			continue
		}
		_, of := w.at("of itself", text, end)
		return of || end >= len(text.Tokens) || text.Token(end).Kind == fact.Mark
	}
	return false
}

// issued compares the day of the plan with the deadline of a task that the plan
// itself answers.
func (c *checker) issued(t Task) {
	day := c.f.Issued
	if t.Due.Zero() || !day.Full() || !t.Due.Before(day.Last()) {
		return
	}
	c.report("UNDER-LATE", diag.Warning, c.f.Plan.Ngay.At, true,
		diag.M("kế hoạch ban hành ngày %s, muộn hơn thời hạn %q mà cấp trên đặt cho kế hoạch này (%s)", "the plan is issued on %s, later than the deadline %q that the superior sets for it (%s)", day.Last(), t.Deadline, t.Where.Vi),
		diag.M("ban hành trước hoặc đúng ngày %s", "issue it on or before %s", t.Due))
}

// part is where the plan should answer: the part with the heading under which
// the task stands, else the file.
func (c *checker) part(t Task) diag.Place {
	if t.Part > 0 {
		want := strings.ToLower(c.s.Facts.Plan.Muc[t.Part-1].TieuDe.Plain())
		for _, m := range c.f.Plan.Muc {
			if strings.ToLower(m.TieuDe.Plain()) == want && m.TieuDe.Given {
				return m.TieuDe.At
			}
		}
	}
	return c.file()
}

// clip shortens a text that is quoted in a message.
func clip(s string) string {
	const most = 160
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := most
	for cut > most/2 && r[cut] != ' ' {
		cut--
	}
	return string(r[:cut]) + " …"
}

// cited looks for the superior's plan among the grounds and in the opening.
func (c *checker) cited() {
	sup := c.s.Facts.Plan
	symbol := plainSymbol(sup.KyHieu.Plain())
	if symbol == "" {
		c.report("UNDER-CITE", diag.Info, c.grounds(), false,
			diag.M("kế hoạch cấp trên không ghi ký hiệu nên không đối chiếu được căn cứ", "the superior's plan tells no symbol, so the grounds cannot be compared"),
			diag.M("chưa xét: tự xem căn cứ có nêu kế hoạch của cấp trên", "not judged: see yourself whether the grounds name it"))
		return
	}
	number := strings.TrimLeft(sup.So.Plain(), "0 ")
	var near *fact.Citation
	for i := range c.f.Citations {
		t := &c.f.Citations[i]
		if t.Text.Key != "can_cu" && t.Text.Key != "mo_dau" || t.Inner || !strings.HasSuffix(plainSymbol(t.Number.S), symbol) {
			continue
		}
		if strings.TrimLeft(t.Number.Num, "0") == number && number != "" {
			c.citedDay(t)
			return
		}
		if near == nil || near.Day.Last() != c.day() {
			near = t
		}
	}
	switch {
	case near != nil && (number == "" || near.Number.Num == ""):
		c.report("UNDER-CITE", diag.Info, near.Text.Place(near.Lo, near.Hi), false,
			diag.M("chưa đối chiếu được số của kế hoạch cấp trên: một trong hai bên còn trống số", "the number of the superior's plan cannot be compared: one of the two is blank"),
			diag.M("ghi đủ số rồi soát lại", "fill the number in and check again"))
	case near != nil && near.Kind == c.kind():
		c.report("UNDER-CITE", diag.Warning, near.Text.Place(near.Number.Lo, near.Number.Hi), true,
			diag.M("viện dẫn số %s, kế hoạch cấp trên là số %s", "the number %s is cited, the superior's plan has %s", near.Number.S, sup.So.Plain()),
			diag.M("sửa số, hoặc thêm căn cứ là kế hoạch của cấp trên", "mend the number, or add the superior's plan to the grounds"))
	default:
		c.report("UNDER-CITE", diag.Warning, c.grounds(), true,
			diag.M("căn cứ không nêu kế hoạch của cấp trên: số %s, ký hiệu %s", "the grounds do not name the superior's plan: number %s, symbol %s", sup.So.Plain(), sup.KyHieu.Plain()),
			diag.M("thêm vào đầu căn cứ: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu", "put it first among the grounds: kind, number, symbol, day, issuer, subject"))
	}
}

// citedDay compares the day of a citation of the superior's plan.
func (c *checker) citedDay(t *fact.Citation) {
	want, got := c.day(), t.Day
	if want.Zero() || !got.Full() || got.Last() == want {
		return
	}
	c.report("UNDER-CITE", diag.Warning, t.Text.Place(got.Lo, got.Hi), true,
		diag.M("viện dẫn kế hoạch cấp trên ngày %s, kế hoạch đó ghi ngày %s", "the superior's plan is cited with the day %s, it has %s", got.Last(), want),
		diag.M("sửa ngày: %s", "mend the day: %s", want))
}

// kind is the name of the superior's kind of document, as it is cited.
func (c *checker) kind() string {
	for _, k := range c.s.Facts.Words.Kinds {
		for _, a := range k.Abbrs {
			if strings.HasPrefix(plainSymbol(c.s.Facts.Plan.KyHieu.Plain()), a) {
				return k.Name
			}
		}
	}
	return ""
}

// grounds is where the grounds of the plan stand.
func (c *checker) grounds() diag.Place {
	if at := c.f.Plan.CanCu.At; at.Line > 0 {
		return at
	}
	if at := c.f.Plan.MoDau.At; at.Line > 0 {
		return at
	}
	return c.file()
}

// plainSymbol is a symbol without blanks and with hyphens.
func plainSymbol(s string) string {
	return strings.ToUpper(strings.NewReplacer(" ", "", "\u00a0", "", "–", "-").Replace(s))
}

// day is the day of the superior's plan; zero where it is not told whole.
func (c *checker) day() fact.Date {
	if d := c.s.Facts.Issued; d.Full() && d.Possible() {
		return d.Last()
	}
	return fact.Date{}
}

// period compares the times of the two plans where both are sure.
func (c *checker) period() {
	up, own := c.s.Facts.Period, c.f.Period
	if !up.Sure || !own.Sure || up.From.Zero() || own.From.Zero() {
		return
	}
	if !own.To.Before(up.From) && !up.To.Before(own.From) {
		return
	}
	at := c.f.Plan.ThoiKy.At
	if own.Text != nil {
		at = own.Text.Place(0, len(own.Text.S))
	}
	c.report("UNDER-PERIOD", diag.Warning, at, true,
		diag.M("thời kỳ của kế hoạch (%s - %s) không trùng thời kỳ của cấp trên (%s - %s)", "the plan's period (%s - %s) does not meet the superior's (%s - %s)", own.From, own.To, up.From, up.To),
		diag.M("xem lại năm, hoặc chọn đúng kế hoạch của cấp trên", "look at the year, or name the right plan of the superior"))
}
