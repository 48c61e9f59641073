package sign

import (
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// attachedSize is the size of the words on an attached file, in points (NĐ
// 30/2020, Phụ lục I, Mục II, khoản 8).
const attachedSize = 10

// narrowest is how narrow letters are made at most, in hundredths.
const narrowest = 60

// attached makes the words of the signature on a file that goes with another:
// its number and symbol, day, time and time zone; upright, black, at the right.
func (s *signing) attached() {
	if s.target == nil || s.kind != kindAttached {
		return
	}
	number := s.Number
	if number == "" {
		number = s.meta["So"]
	}
	if d := s.form.field(nameSo); d != nil && number == "" {
		number = s.text(d.value)
	}
	where := whereField(nameKemTep)
	if number == "" {
		s.fail("SIGN-ATTACHED", where, diag.M("chữ ký trên tệp kèm theo phải ghi số của văn bản chính", "the signature on an attached file tells the number of the main paper"),
			diag.M("thêm --number SỐ", "add --number NUMBER").
				OnPage(diag.M("ghi số vào ô “Số”", "fill in “Number”")))
		return
	}
	if symbol := s.meta["KyHieu"]; symbol != "" {
		number += "/" + symbol
	}
	at := s.Now.In(vietnam)
	words := []string{"Số: " + number + ";", at.Format("02/01/2006") + ";", at.Format("15:04:05 -07:00")}
	r := s.target.place().rect
	k, ok := s.upright()
	if ok {
		s.look = look{font: k, size: attachedSize, ink: "0 g"}
		ok = s.setAttached(r, words)
	}
	if !ok {
		s.fail("SIGN-FIT", where, diag.M("thông tin chữ ký %q không vừa ô kem_tep hoặc phông chữ của tệp thiếu chữ", "the words %q do not fit the field kem_tep, or the fonts of the file lack a letter", strings.Join(words, " ")),
			diag.M("lập lại PDF bằng kehoach build", "make the PDF again with kehoach build").
				OnPage(diag.M("ghi lại PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất", "write the PDF again with “Write into the folder” under Finish")))
	}
}

// upright finds the font of the form for plain words: the one of its /DA, else
// the first upright one.
func (s *signing) upright() (*letters, bool) {
	if k, ok := s.fieldLook(s.form, &field{look: s.text(s.form.dict["DA"])}); ok && k.font.upright() {
		return k.font, true
	}
	fonts := s.dict(s.dict(s.form.dict["DR"])["Font"])
	for _, name := range sortedKeys(fonts) {
		if l, ok := s.letters(fonts[name]); ok && l.upright() {
			return l, true
		}
	}
	return nil, false
}

func (l *letters) upright() bool {
	return l.angle == 0 && !strings.Contains(l.name, "Bold") && !strings.Contains(l.name, "Italic")
}

// setAttached sets the words in one line, else in two or three, at the top. Only
// a symbol that is too long for a line of its own is made narrower: the size of
// the letters is the decree's.
func (s *signing) setAttached(r rect, words []string) bool {
	const leading = 1.15 * attachedSize
	for _, rows := range [][]string{
		{strings.Join(words, " ")},
		{words[0], strings.Join(words[1:], " ")},
		{strings.Join(words[:2], " "), words[2]},
		words,
	} {
		if r.height() < leading*float64(len(rows))-0.5 {
			continue
		}
		var lines []line
		for i, text := range rows {
			l, ok := s.look.words(r, text, 2)
			if !ok && len(rows) == len(words) {
				l, ok = s.look.squeezed(r, text, narrowest)
			}
			if !ok {
				break
			}
			l.y = r.height() - leading*float64(i+1) - s.look.font.descent*attachedSize/1000
			lines = append(lines, l)
		}
		if len(lines) == len(rows) {
			s.lines = lines
			return true
		}
	}
	return false
}

// shown gives the appearance of the signature, nil if it has none of its own.
func (s *signing) shown(u *cos.Update) *cos.Stream {
	r := s.target.place().rect
	switch {
	case s.picture != nil:
		return pictureLook(r, put(u, s.picture), s.picture.Rect.Size())
	case len(s.lines) > 0:
		return s.look.lookOf(r, s.lines)
	}
	return nil
}
