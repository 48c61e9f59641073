package fact

// Deadline is a time by which something must be done: "trước ngày 31/01/2027",
// "chậm nhất ngày …", "hoàn thành trong quý I/2027", the thoi_han of a task.
type Deadline struct {
	Text   *Text
	Lo, Hi int // with the words before it
	Day    Day
	// Sure tells whether the words say that work is due by then. "hồ sơ có
	// trước ngày 01/7/2025" sets no time.
	Sure bool
	Task bool // thoi_han of a task
}

// due are words that ask for something by a day.
var due = map[string]bool{
	"hoàn thành": true, "báo cáo": true, "đăng ký": true, "gửi về": true, "gửi": true, "nộp": true, "xong": true, "tổng kết": true,
	"sơ kết": true, "tổng hợp": true, "triển khai": true, "phổ biến": true, "xây dựng": true, "ban hành": true, "trình": true, "chuyển": true,
	"rà soát": true, "công bố": true, "niêm yết": true, "quán triệt": true,
}

// deadlines finds the deadlines of a text by its days.
func (f *Facts) deadlines(t *Text, days []Day) {
	for k := range days {
		d := &days[k]
		if t.Key == "thoi_han" {
			if k == len(days)-1 {
				f.Deadlines = append(f.Deadlines, Deadline{Text: t, Lo: d.Lo, Hi: d.Hi, Day: *d, Sure: true, Task: true})
			}
			continue
		}
		from, ok := limit(t, d.I)
		if !ok || d.Cited || t.Key == "can_cu" || t.Key == "mo_dau" {
			continue
		}
		f.Deadlines = append(f.Deadlines, Deadline{Text: t, Lo: t.Token(from).Lo, Hi: d.Hi, Day: *d, Sure: asked(t, from)})
	}
}

// limit finds "trước", "chậm nhất", "muộn nhất", "xong trong" before a day.
func limit(t *Text, i int) (from int, ok bool) {
	k := i - 1
	for n := 0; n < 4; n++ {
		switch t.Token(k).Low {
		case "ngày", "tháng", "quý", "hết", "là", "đến", "vào", "trong", ":":
			k--
			continue
		}
		break
	}
	switch t.Token(k).Low {
	case "trước":
		return k, true
	case "nhất":
		if p := prior(t, k).Low; p == "chậm" || p == "muộn" {
			return k - 1, true
		}
	case "xong", "chót", "cuối":
		if t.Token(k).Low == "xong" || prior(t, k).Low == "hạn" {
			return k, k < i-1
		}
	}
	return 0, false
}

// asked tells whether the words before a limit ask for work, and do not tell of
// what was ("đã hoàn thành trước ngày …", "thành lập trước ngày …").
func asked(t *Text, from int) bool {
	if low := t.Token(from).Low; low != "trước" || from == 0 {
		return true
	}
	switch t.Token(from - 1).Low {
	case "có", "từ", "ký", "cấp", "sinh", "lập", "lực", "được", "đọng":
		return false // thành lập, phát sinh, có hiệu lực, tồn đọng trước ngày …
	}
	found := false
	for k := from - 1; k >= 0 && k >= from-25; k-- {
		tok := t.Tokens[k]
		switch tok.Low {
		case "đã":
			return false
		case ";", "?":
			return found
		case ".":
			if !digits(t, k) {
				return found
			}
		}
		if due[tok.Low] || k+1 < from && due[tok.Low+" "+t.Tokens[k+1].Low] {
			switch prior(t, k).Low {
			case "có", "được", "chưa": // has a report: a noun
			default:
				found = true
			}
		}
	}
	return found
}
