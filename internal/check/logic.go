package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

const basisTask = "thực hành văn thư: rõ người, rõ việc, rõ thời gian, rõ sản phẩm"

// logicRules look at lists of tasks: who, until when, with which result.
func logicRules() []Rule {
	return append([]Rule{
		taskRule("TASK-OWNER", "chu_tri",
			diag.M("việc không có đơn vị chủ trì", "a task without an owner"),
			diag.M("Việc không ghi ai chủ trì thì không ai làm. Mỗi việc có một đơn vị hoặc một người chịu trách nhiệm chính.",
				"What nobody owns nobody does. Each task has one unit or person that answers for it."),
			"\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | Phòng Kinh tế | 30/9/%d |\n      | 2 | Tưới cây | | 30/9/%d |"),
		taskRule("TASK-DEADLINE", "thoi_han",
			diag.M("việc không có thời hạn", "a task without a deadline"),
			diag.M("Việc không có thời hạn thì không theo dõi, đôn đốc được; việc thường xuyên thì ghi “Thường xuyên”.",
				"A task without a deadline cannot be followed up; one that never ends is marked “Thường xuyên”."),
			"\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | Phòng Kinh tế | Thường xuyên |\n      | 2 | Tưới cây | Phòng Kinh tế | |"),
		taskRule("TASK-PRODUCT", "san_pham",
			diag.M("việc không có sản phẩm", "a task without a product"),
			diag.M("Ghi sản phẩm (báo cáo, danh sách, số lượng) thì mới biết việc đã xong hay chưa.",
				"Only with a product (a report, a list, a figure) can one tell whether a task is done."),
			"\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Sản phẩm | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | 300 cây | Phòng Kinh tế | Thường xuyên |\n      | 2 | Tưới cây | | Phòng Kinh tế | Thường xuyên |\n      | 3 | Tưới cây | | Phòng Kinh tế | Thường xuyên |"),
		{
			Code: "TASK-RANGE", Group: GroupLogic, Basis: basisTask, Fix: Never,
			Title: diag.M("thời hạn ngoài thời gian của kế hoạch", "a deadline outside the plan's period"),
			Why: diag.M("Thời hạn trước ngày ban hành, hoặc sau thời kỳ của kế hoạch quá một tháng, thường là năm cũ quên sửa. Một tháng sau thời kỳ dành cho tổng kết.",
				"A deadline before the day of issue, or more than a month behind the period, is often last year's. The month is for summing up."),
			Bad:  Sample{Key: "phu_luc", Text: "\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | Phòng Kinh tế | 30/9/2019 |"},
			Good: Sample{Key: "phu_luc", Text: "\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | Phòng Kinh tế | Thường xuyên |"},
			Run:  taskRange,
		},
		{
			Code: "TASK-NOINHAN", Group: GroupLogic, Basis: "thực hành văn thư; NĐ 30/2020, PL I, II.9", Fix: Never,
			Title: diag.M("đơn vị được giao việc không có ở nơi nhận", "an owner of a task is no recipient"),
			Why: diag.M("Đơn vị được giao việc phải nhận được văn bản; đơn vị nhận “để thực hiện” phải có việc.",
				"Who is given a task must receive the document; who receives it “to carry out” must have something to do."),
			Bad:  Sample{Key: "phu_luc", Text: "\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | Hạt Kiểm lâm Sơn Hạ | Thường xuyên |", With: []Sample{{Key: "noi_nhan", Text: "\n  - Thường trực Đảng ủy"}}},
			Good: Sample{Key: "phu_luc", Text: "\n  - tieu_de: PHỤ LỤC VIỆC\n    nhiem_vu: |\n      | TT | Nhiệm vụ | Chủ trì | Thời hạn |\n      | 1 | Trồng cây ven đường | Hạt Kiểm lâm Sơn Hạ | Thường xuyên |", With: []Sample{{Key: "noi_nhan", Text: "\n  - Hạt Kiểm lâm Sơn Hạ (để thực hiện)"}}},
			Run:  taskNoiNhan,
		},
	}, totalRules()...)
}

// taskRule makes the rule that each task says something under a head.
func taskRule(code, key string, title, why diag.Msg, bad string) Rule {
	bad = strings.ReplaceAll(bad, "30/9/%d", "Thường xuyên")
	good := strings.ReplaceAll(strings.ReplaceAll(bad, "| Tưới cây | |", "| Tưới cây | Hằng ngày |"), "| Phòng Kinh tế | |", "| Phòng Kinh tế | Hằng ngày |")
	return Rule{
		Code: code, Group: GroupLogic, Basis: basisTask, Fix: Never, Title: title, Why: why,
		Bad: Sample{Key: "phu_luc", Text: bad}, Good: Sample{Key: "phu_luc", Text: good},
		Run: func(p *Pass) { p.tasksWithout(key, title) },
	}
}

func (p *Pass) tasksWithout(key string, title diag.Msg) {
	for n, list := range p.TaskLists {
		missing := 0
		for _, t := range p.Tasks {
			if t.List != n || t.Cells[key].S != "" {
				continue
			}
			if missing++; !list.Keys[key] {
				continue
			}
			at := t.Cells[key].At
			if at.Line == 0 {
				at = t.At
			}
			p.Report(at, diag.Msg{Vi: title.Vi + ": " + t.Name, En: title.En + ": " + t.Name}, diag.M("ghi vào ô còn trống", "fill the empty cell"))
		}
		if missing > 0 && !list.Keys[key] {
			p.Report(list.At, diag.M("danh sách %d việc: %s", "a list of %d tasks: %s", missing, title.Vi), diag.M("thêm cột hoặc khóa %s", "add a column or the key %s", key)).Message.En = title.En
		}
	}
}

func taskRange(p *Pass) {
	from, to := bounds(p) // with a month for summing up
	if !p.Period.Sure {
		from, to = fact.Date{}, fact.Date{}
	}
	for _, t := range p.Tasks {
		c := t.Cells["thoi_han"]
		for _, d := range fact.DaysIn(c.S) {
			if !d.Full() {
				continue
			}
			hint := diag.M("xem lại ngày, tháng, năm", "look at day, month and year again")
			switch issued := p.Facts.Issued; {
			case issued.Full() && d.Last().Before(issued.First()):
				p.Report(c.At, diag.M("thời hạn %s trước ngày ban hành %s", "the deadline %s lies before the day of issue %s", d.First(), issued.First()), hint)
			case !to.Zero() && to.Before(d.First()):
				p.Report(c.At, diag.M("thời hạn %s sau thời kỳ của kế hoạch (đến %s)", "the deadline %s lies behind the plan's period (until %s)", d.First(), p.Period.To), hint)
			case !issued.Full() && !from.Zero() && d.Last().Before(fact.Date{Y: from.Y - 1, M: 10, D: 1}):
				p.Report(c.At, diag.M("thời hạn %s trước thời kỳ của kế hoạch (từ %s)", "the deadline %s lies before the plan's period (from %s)", d.First(), from), hint)
			}
		}
	}
}

// taskNoiNhan compares owners and recipients by their names. One that may be
// meant by a collective ("các phòng, ban") is not told.
func taskNoiNhan(p *Pass) {
	var recipients []string
	for _, t := range p.Of("noi_nhan") {
		recipients = append(recipients, strings.ToLower(t.S))
	}
	if len(recipients) == 0 || len(p.Tasks) == 0 {
		return
	}
	all := strings.Join(recipients, "\n")
	for _, w := range p.Data.Words.Anybody {
		if strings.Contains(all, w) {
			return
		}
	}
	told := map[string]bool{}
	for _, t := range p.Tasks {
		c := t.Cells["chu_tri"]
		for _, name := range strings.Split(c.S, ";") {
			name = strings.TrimSpace(name)
			if low := strings.ToLower(name); low != "" && low != "<" && !told[low] && !p.isRecipient(low, recipients) && !p.isIssuer(low) {
				told[low] = true
				p.Report(c.At, diag.M("%q được giao việc nhưng không có ở nơi nhận", "%q has a task and is no recipient", name),
					diag.M("thêm vào nơi nhận, hoặc viết tên cho giống nhau", "add it to the recipients, or write the names alike"))
			}
		}
	}
	p.idleRecipients(recipients)
}

func (p *Pass) isRecipient(owner string, recipients []string) bool {
	owner = strings.TrimPrefix(owner, "các ")
	for _, r := range recipients {
		name, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimLeft(r, "-+ "), "các "), "(")
		if name = strings.TrimRight(name, " ;.,"); strings.Contains(r, owner) || len(name) > 3 && strings.Contains(owner, name) || sharesHead(owner, name) {
			return true
		}
	}
	return false
}

// sharesHead tells whether two names begin with the same two words: "chi đoàn
// giáo viên", "chi đoàn trực thuộc".
func sharesHead(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	return len(x) >= 2 && len(y) >= 2 && x[0] == y[0] && x[1] == y[1]
}

// isIssuer tells whether a name is that of the body which signs.
func (p *Pass) isIssuer(name string) bool {
	own := strings.ToLower(p.Plan.CoQuan.Plain(" "))
	for _, k := range p.Plan.NguoiKy {
		own += " " + strings.ToLower(k.ChucVu.Plain(" "))
	}
	if strings.Contains(own, name) {
		return true
	}
	x := strings.Fields(name)
	return len(x) >= 2 && strings.Contains(own, x[0]+" "+x[1]) || len(x) >= 3 && strings.Contains(own, x[1]+" "+x[2])
}

// idleRecipients tells of those who receive the plan to carry it out and are
// not named anywhere in it.
func (p *Pass) idleRecipients(recipients []string) {
	items := p.Of("noi_nhan")
	var body strings.Builder
	for _, t := range p.Texts {
		if t.Part > 0 || t.Annex > 0 {
			body.WriteString(strings.ToLower(t.S) + "\n")
		}
	}
	for i, r := range recipients {
		name, purpose, ok := strings.Cut(r, "(")
		name = strings.TrimRight(name, " ;.,")
		if ok && strings.Contains(purpose, "thực hiện") && !strings.Contains(body.String(), strings.TrimPrefix(name, "các ")) {
			p.At(items[i], 0, len(items[i].S), diag.M("nhận để thực hiện nhưng kế hoạch không giao việc nào", "receives the plan to carry it out and has no task in it"),
				diag.M("giao việc, hoặc bỏ chữ (để thực hiện)", "give a task, or leave out (để thực hiện)"))
		}
	}
}
