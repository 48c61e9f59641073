package fact

import "strconv"

// Day is a day, a month, a quarter or a year in a text: "06/01/2027", "28/7",
// "01/2027", "ngày 06 tháng 01 năm 2027", "tháng 3 năm 2027", "quý I/2027",
// "năm 2027".
type Day struct {
	Text   *Text
	Lo, Hi int  // from the first digit or word to the last digit
	I, End int  // tokens: the first, and the one behind the last
	D      int  // 0 where it is not told
	M      int  // likewise
	Y      int  // likewise
	Q      int  // quarter, 1 to 4; then D and M are 0
	Words  bool // written with ngày, tháng, năm and not with strokes
	Lead   int  // token of the word before digits with strokes ("ngày", "tháng", "từ"), -1 for none
	Cited  bool // day of another document: behind its number ("số 82/KH-UBND ngày …"), or in a căn cứ
	DS, MS string
	YS     string // the year as it stands; a slip has five digits
}

// Full tells whether day, month and year are told.
func (d Day) Full() bool { return d.D > 0 && d.M > 0 && d.Y > 0 }

// Possible tells whether there is such a day in the calendar. Without a year
// the 29th of February is one.
func (d Day) Possible() bool {
	return (d.DS == "" || d.D > 0) && (d.MS == "" || d.M > 0) && Possible(d.D, d.M, d.Y)
}

// Led tells whether a word stands directly before digits with strokes.
func (d Day) Led(word string) bool { return d.Lead >= 0 && d.Text.Token(d.Lead).Low == word }

// Sure tells whether it is a day and no fraction: "2/3" alone may be two thirds.
func (d Day) Sure() bool { return d.Words || d.Y > 0 || d.Q > 0 || d.Led("ngày") }

// First is the first day that is meant: 01/01/2027 for 2027. It is zero
// without a year.
func (d Day) First() Date {
	switch {
	case d.Y == 0:
		return Date{}
	case d.Q > 0:
		return Date{d.Y, 3*d.Q - 2, 1}
	}
	return Date{d.Y, max(d.M, 1), max(d.D, 1)}
}

// Last is the last day that is meant: 31/12/2027 for 2027.
func (d Day) Last() Date {
	switch {
	case d.Y == 0:
		return Date{}
	case d.Q > 0:
		return Date{d.Y, 3 * d.Q, MonthDays(d.Y, 3*d.Q)}
	case d.M == 0:
		return Date{d.Y, 12, 31}
	case d.D == 0:
		return Date{d.Y, d.M, MonthDays(d.Y, d.M)}
	}
	return Date{d.Y, d.M, d.D}
}

// DaysIn finds the days in a value that is no text of its own, such as a
// deadline in a cell.
func DaysIn(s string) []Day {
	var f Facts
	t := &Text{S: s, Tokens: tokens(s)}
	f.days(t, f.timeWords(t).opens)
	return f.Days
}

// days finds the days of a text, at the tokens that may open one.
func (f *Facts) days(t *Text, opens []int) {
	end := 0
	for _, i := range opens {
		if i < end {
			continue
		}
		from := len(f.Days)
		f.Days = listed(f.Days, t, i)
		if len(f.Days) == from {
			d, ok := dayAt(t, i)
			if !ok {
				continue
			}
			f.Days = append(f.Days, d)
		}
		for k := from; k < len(f.Days); k++ {
			f.Days[k].Cited = cited(&f.Days[from])
		}
		end = f.Days[len(f.Days)-1].End
	}
}

func dayAt(t *Text, i int) (Day, bool) {
	switch tok := t.Token(i); {
	case tok.Kind == Number:
		return strokes(t, i)
	case tok.Low == "ngày" || tok.Low == "tháng" || tok.Low == "năm":
		return words(t, i)
	case tok.Low == "quý":
		return quarter(t, i)
	}
	return Day{}, false
}

// strokes reads 06/01/2027, 01/2027 and 28/7 at a number; 06-01-2027 and
// 06.01.2027 likewise, whole ones only.
func strokes(t *Text, i int) (Day, bool) {
	sep := t.Token(i + 1).S
	if sep != "/" && sep != "-" && sep != "." || t.Token(i+1).Gap {
		return Day{}, false
	}
	nums, n := [3]string{t.Token(i).S}, 1
	end := i + 1
	for n < 3 && t.Token(end).S == sep && !t.Token(end).Gap && t.Token(end+1).Kind == Number && !t.Token(end+1).Gap {
		nums[n] = t.Token(end + 1).S
		n, end = n+1, end+2
	}
	if goesOn(t, i, end, sep) || sep != "/" && n < 3 {
		return Day{}, false // 145/2020/NĐ-CP, 1/2/3/4, 1.000
	}
	d := Day{Text: t, Lo: t.Token(i).Lo, Hi: t.Token(end - 1).Hi, I: i, End: end, Lead: -1}
	if prior(t, i).Kind == Word {
		d.Lead = i - 1
	}
	switch short := len(nums[0]) <= 2 && len(nums[1]) <= 2; {
	case n == 3 && short && len(nums[2]) >= 4:
		d.DS, d.MS, d.YS = nums[0], nums[1], nums[2]
	case n == 2 && len(nums[0]) <= 2 && (len(nums[1]) == 4 || len(nums[1]) == 5):
		d.MS, d.YS = nums[0], nums[1]
	case n == 2 && short:
		d.DS, d.MS = nums[0], nums[1]
	default:
		return Day{}, false
	}
	d.D, d.M, d.Y = num(d.DS), num(d.MS), num(d.YS)
	return d, d.likely(sep)
}

// goesOn tells whether numbers with strokes are a piece of something longer.
func goesOn(t *Text, i, end int, sep string) bool {
	behind := t.Token(end)
	if behind.S == sep && !behind.Gap && (sep == "/" || t.Token(end+1).Kind != Mark && !t.Token(end+1).Gap) {
		return true
	}
	if sep != "/" && behind.Kind == Word && !behind.Gap {
		return true
	}
	return prior(t, i).S == sep && !t.Token(i).Gap && (sep == "/" || prior(t, i-1).Kind == Number)
}

// likely keeps fractions, numbers of documents and of telephones out.
func (d *Day) likely(sep string) bool {
	calendar := d.D <= 31 && d.M <= 12
	switch {
	case d.YS != "" && d.DS != "" && sep == "/":
		year := d.Y >= 1000 && d.Y < 2200 || len(d.YS) == 5 && (d.YS[:2] == "19" || d.YS[:2] == "20")
		return year && (calendar || !d.numbered())
	case d.YS != "" && d.DS != "":
		return d.Y >= 1900 && d.Y < 2200 && (calendar || d.Led("ngày"))
	case d.numbered():
		return false
	case d.YS != "":
		return d.Y >= 1900 && (d.Y < 2200 || len(d.YS) == 5) && (d.M >= 1 && d.M <= 12 || d.Led("tháng"))
	}
	return d.D >= 1 && d.M >= 1 && calendar
}

// numbered tells whether digits are the number of a document: "số 01/2024",
// "Nghị định 91/2017".
func (d *Day) numbered() bool {
	switch d.Text.Token(d.Lead).Low {
	case "số", "định", "tư", "thị", "luật", "lệnh", "quyết":
		return true
	}
	return false
}

func prior(t *Text, i int) Token { return t.Token(i - 1) }

// words reads "ngày 06 tháng 01 năm 2027" and its shorter forms.
func words(t *Text, i int) (Day, bool) {
	d := Day{Text: t, Lo: t.Tokens[i].Lo, I: i, Words: true, Lead: -1}
	k := i
	read := func(word string, most int) string {
		if t.Token(k).Low == word && t.Token(k+1).Kind == Number && len(t.Token(k+1).S) <= most && t.Token(k+2).S != "/" {
			k += 2
			return t.Token(k - 1).S
		}
		return ""
	}
	d.DS = read("ngày", 2)
	if d.DS == "" && t.Token(k).Low == "tháng" && t.Token(k+2).S == "/" {
		return Day{}, false // strokes, with a word before them
	}
	d.MS = read("tháng", 2)
	if m, ok := strokes(t, k+1); ok && d.MS == "" && t.Token(k).Low == "tháng" && m.D == 0 { // ngày 06 tháng 01/2027
		d.MS, d.YS, k = m.MS, m.YS, m.End
	} else {
		d.YS = read("năm", 5)
	}
	if len(d.YS) < 4 && d.YS != "" {
		k, d.YS = k-2, ""
	}
	if d.YS == "" && (d.MS == "" || d.DS == "") || d.DS != "" && d.MS == "" {
		return Day{}, false
	}
	d.D, d.M, d.Y = num(d.DS), num(d.MS), num(d.YS)
	d.End, d.Hi = k, t.Token(k-1).Hi
	return d, true
}

// quarter reads "quý I", "quý I/2027", "quý II năm 2027".
func quarter(t *Text, i int) (Day, bool) {
	d := Day{Text: t, Lo: t.Tokens[i].Lo, I: i, Words: true, Lead: -1, Q: ordinal(t.Token(i + 1))}
	if d.Q == 0 || d.Q > 4 {
		return Day{}, false
	}
	d.End = i + 2
	if next := t.Token(i + 2); (next.S == "/" || next.Low == "năm") && isYear(t.Token(i+3)) {
		d.YS, d.End = t.Token(i+3).S, i+4
	}
	d.Y, d.Hi = num(d.YS), t.Token(d.End-1).Hi
	return d, true
}

// ordinal reads 1 to 20 in Arabic or Roman digits; 0 is none.
func ordinal(t Token) int {
	if t.Kind == Number && len(t.S) <= 2 {
		return num(t.S)
	}
	for n, s := range [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"} {
		if t.Kind == Word && t.S == s {
			return n
		}
	}
	return 0
}

// listed reads several days of one month: "ngày 5, 6 tháng 3", "ngày 05 và
// 06/3/2027".
func listed(out []Day, t *Text, i int) []Day {
	if t.Token(i).Low != "ngày" {
		return out
	}
	last := i + 1
	for dayNumber(t.Token(last)) && (t.Token(last+1).S == "," || t.Token(last+1).Low == "và") && dayNumber(t.Token(last+2)) {
		last += 2
	}
	if last == i+1 {
		return out
	}
	end, ok := strokes(t, last)
	if t.Token(last+1).Low == "tháng" {
		if end, ok = words(t, last+1); !ok && dayNumber(t.Token(last+2)) && t.Token(last+3).S != "/" {
			end, ok = Day{Text: t, Words: true, Lead: -1, MS: t.Token(last + 2).S, End: last + 3, Hi: t.Token(last + 2).Hi}, true
			end.M = num(end.MS)
		}
		end.DS, end.D, end.I, end.Lo = t.Token(last).S, num(t.Token(last).S), last, t.Token(last).Lo
	}
	if !ok || end.D == 0 || end.M == 0 {
		return out
	}
	for k := i + 1; k < last; k += 2 {
		tok := t.Token(k)
		out = append(out, Day{
			Text: t, Lo: tok.Lo, Hi: tok.Hi, I: k, End: k + 1, Lead: i, Words: end.Words,
			D: num(tok.S), M: end.M, Y: end.Y, DS: tok.S, MS: end.MS, YS: end.YS,
		})
	}
	return append(out, end)
}

func dayNumber(t Token) bool { return t.Kind == Number && len(t.S) <= 2 }

// cited tells whether a day belongs to another document.
func cited(d *Day) bool {
	t := d.Text
	if t.Key == "can_cu" && d.Full() {
		return true
	}
	k := d.I
	if !d.Words || t.Token(k).Kind == Number {
		k = d.Lead
	}
	if k < 1 || t.Token(k).Low != "ngày" {
		return false
	}
	if k--; t.Token(k).S == "," {
		k--
	}
	tok, before := t.Token(k), prior(t, k)
	if tok.Kind == Number && (before.Low == "số" || before.S == ":" && prior(t, k-1).Low == "số") {
		return true
	}
	return tok.Kind != Mark && !tok.Gap && (before.S == "-" || before.S == "/") // …/KH-UBND ngày
}

func num(s string) int { n, _ := strconv.Atoi(s); return n }
