package read

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
)

// Source brings a file to text: UTF-8 in NFC, lines ended by \n, without
// byte order mark, control and zero-width characters; no-break blanks become
// blanks. Files that are no text are refused with what they are. Both readers
// start from it.
func Source(file string, data []byte) (string, []diag.Finding) {
	at := diag.Place{File: file}
	if len(data) > strictyaml.MaxBytes {
		return "", []diag.Finding{finding("FILE-SIZE", at,
			diag.M("tệp quá lớn: %.1f MB, giới hạn %d MB", "the file is too large: %.1f MB, limit %d MB", float64(len(data))/(1<<20), strictyaml.MaxBytes>>20),
			diag.M("một kế hoạch là một tệp chữ nhỏ; kiểm tra lại tệp đã chọn", "a plan is a small text file; check which file was named"))}
	}
	if f, bad := knownBinary(at, data); bad {
		return "", []diag.Finding{f}
	}
	text, f := decode(at, data)
	if f != nil {
		return "", []diag.Finding{*f}
	}
	text, fs := clean(file, text)
	if strings.TrimSpace(text) == "" {
		fs = append(fs, finding("FILE-EMPTY", at, diag.M("tệp không có nội dung", "the file is empty"),
			diag.M("tạo một kế hoạch mẫu: kehoach new -o ke-hoach.yaml", "make a starter plan: kehoach new -o ke-hoach.yaml").
				OnPage(diag.M("đưa vào một tệp có chữ, hoặc bắt đầu từ kế hoạch trống", "bring a file with text, or begin with an empty plan"))))
		return "", fs
	}
	if f, bad := endlessWord(file, text); bad {
		return "", append(fs, f)
	}
	if looksTCVN3(text) {
		fs = append(fs, finding("FILE-ENCODING", at, diag.M("chữ trong tệp theo bảng mã cũ TCVN3 (phông .Vn…), không phải Unicode", "the text is in the old TCVN3 encoding (.Vn… fonts), not Unicode"),
			diag.M("chuyển mã sang Unicode (UniKey, Word) rồi lưu lại", "convert it to Unicode (UniKey, Word) and save it again")))
		return "", fs
	}
	return text, fs
}

// magics are the first bytes of files that people name by mistake.
var magics = []struct {
	prefix string
	what   diag.Msg
	hint   diag.Msg
}{
	{
		"PK\x03\x04", diag.M("đây là tệp Word, Excel hoặc tệp nén, không phải tệp chữ", "this is a Word, Excel or zip file, not text"),
		diag.M("nếu là tệp Word .docx, đưa về YAML trước: kehoach import tệp.docx -o ke-hoach.yaml", "if it is a .docx, bring it to YAML first: kehoach import file.docx -o plan.yaml").
			OnPage(diag.M("nếu là tệp Word .docx, làm kế hoạch từ tệp đó ở trang Các kế hoạch", "if it is a .docx, make a plan of it in the view Plans")),
	},
	{
		"\xd0\xcf\x11\xe0", diag.M("đây là tệp Word hoặc Excel đời cũ (.doc, .xls)", "this is an old Word or Excel file (.doc, .xls)"),
		diag.M("mở bằng Word, lưu lại thành .docx rồi dùng kehoach import", "open it in Word, save it as .docx and use kehoach import").
			OnPage(diag.M("mở bằng Word, lưu lại thành .docx rồi đưa vào lại", "open it in Word, save it as .docx and bring it again")),
	},
	{
		"%PDF", diag.M("đây là tệp PDF, không phải tệp chữ", "this is a PDF, not text"),
		diag.M("chép chữ của PDF dán vào một tệp .txt", "copy the text of the PDF into a .txt file"),
	},
}

func knownBinary(at diag.Place, data []byte) (diag.Finding, bool) {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.prefix)) {
			return finding("FILE-BINARY", at, m.what, m.hint), true
		}
	}
	return diag.Finding{}, false
}

func decode(at diag.Place, data []byte) (string, *diag.Finding) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian), nil
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian), nil
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(data, 0) >= 0 {
		f := finding("FILE-BINARY", at, diag.M("tệp này không phải tệp chữ", "this is not a text file"),
			diag.M("chọn tệp .yaml hoặc .txt", "name a .yaml or .txt file"))
		return "", &f
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(line) {
			at.Line, at.Column, at.EndColumn = i+1, badColumn(line), badColumn(line)+1
			at.Text = strings.ToValidUTF8(strings.TrimSuffix(string(line), "\r"), "�")
			break
		}
	}
	f := finding("FILE-ENCODING", at, diag.M("tệp không phải UTF-8: có thể là bảng mã cũ (TCVN3, VNI, Latin-1)", "the file is not UTF-8: it may be in an old encoding (TCVN3, VNI, Latin-1)"),
		diag.M("mở tệp, chọn lưu lại với mã hóa UTF-8; chữ .Vn, VNI thì chuyển mã trước", "open the file and save it as UTF-8; convert .Vn and VNI text first"))
	return "", &f
}

func badColumn(line []byte) int {
	col := 1
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		if r == utf8.RuneError && size == 1 {
			break
		}
		line, col = line[size:], col+1
	}
	return col
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return string(utf16.Decode(units))
}

// clean normalises the characters of a text and reports the ones it takes out.
func clean(file, text string) (string, []diag.Finding) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	text = strings.NewReplacer("\u2028", "\n", "\u2029", "\n", "\f", "\n", "\v", "\n").Replace(text)
	var fs []diag.Finding
	lines := strings.Split(text, "\n")
	told := false
	for i, line := range lines {
		cleaned, col := cleanLine(line)
		if col > 0 && !told {
			told = true
			stands := norm.NFC.String(cleaned)
			behind := utf8.RuneCountInString(stands) + 1
			fs = append(fs, warning("TEXT-CONTROL", diag.Place{File: file, Line: i + 1, Column: min(col, behind), EndColumn: min(col+1, behind), Text: stands},
				diag.M("đã bỏ ký tự điều khiển không in được", "control characters that cannot be printed were left out"),
				diag.M("xóa chúng trong tệp nguồn", "delete them in the source")))
		}
		lines[i] = cleaned
	}
	return norm.NFC.String(strings.Join(lines, "\n")), fs
}

// cleanLine gives the line and the column of the first control character.
func cleanLine(line string) (string, int) {
	plain := true
	for i := 0; i < len(line); i++ {
		if line[i] < 0x20 && line[i] != '\t' || line[i] >= 0x7f {
			plain = false
			break
		}
	}
	if plain {
		return line, 0
	}
	var b strings.Builder
	col, bad := 0, 0
	for _, r := range line {
		col++
		switch c := cleanRune(r); {
		case c >= 0:
			b.WriteRune(c)
		case bad == 0 && unicode.IsControl(r):
			bad = col
		}
	}
	return b.String(), bad
}

// cleanRune gives what stands for a rune in cleaned text, -1 for nothing.
func cleanRune(r rune) rune {
	switch {
	case r == '\u00a0' || r == '\u202f' || r == '\u2007':
		return ' '
	case invisible(r):
		return -1
	case r == 'Ð':
		return 'Đ'
	case r == '\u2011':
		return '-'
	case r != '\t' && unicode.IsControl(r):
		return -1
	}
	return r
}

// tcvn3 are characters that TCVN3 text shows when it is taken for Latin-1 and
// that Vietnamese in Unicode never uses.
const tcvn3 = "¸µ¶·¹¨»¾¼½Æ©ÇË®ÌÐÎÏÑªÒÓÕÖ×ØÜÞßãäåæçëîï\u00adèøñ«¬ö÷"

// viet are letters that only Vietnamese in Unicode has.
const viet = "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐĂƠƯ"

func looksTCVN3(text string) bool {
	odd, good := 0, 0
	for _, r := range text {
		switch {
		case r < 0x80:
		case strings.ContainsRune(viet, r):
			good++
		case strings.ContainsRune(tcvn3, r):
			odd++
		}
	}
	return odd >= 20 && odd > 2*good
}

// longestWord is how many letters may stand without a blank: more is no text,
// and would be cut into pages one letter at a time.
const longestWord = 5000

func endlessWord(file, text string) (diag.Finding, bool) {
	for i, line := range strings.Split(text, "\n") {
		if len(line) < longestWord {
			continue
		}
		col := 1
		for _, word := range strings.Split(line, " ") {
			n := utf8.RuneCountInString(word)
			if n > longestWord {
				at := diag.Place{File: file, Line: i + 1, Column: col, EndColumn: col + n, Text: line}
				return finding("TEXT-WORD", at, diag.M("có một chuỗi %d ký tự liền nhau không có dấu cách", "there are %d letters in a row without a blank", n),
					diag.M("tệp này có thể không phải văn bản, hoặc các dấu cách đã mất khi chép", "this may be no text, or the blanks were lost in copying")), true
			}
			col += n + 1
		}
	}
	return diag.Finding{}, false
}

// Unprintable tells what stops the making of a paper in a text that comes from
// elsewhere than its plan: characters that cannot be printed, and letters in a
// row that are no words. Columns are those of the text.
func Unprintable(at diag.Place, text string, has func(rune) bool) []diag.Finding {
	out := checkGlyphs(at.File, text, has)
	if f, bad := endlessWord(at.File, text); bad {
		out = append(out, f)
	}
	for i := range out {
		column, end := out[i].At.Column, out[i].At.EndColumn
		out[i].At = at
		out[i].At.Column, out[i].At.EndColumn = column, end
	}
	return out
}

// checkGlyphs reports the first place of each character that cannot be printed.
func checkGlyphs(file, text string, has func(rune) bool) []diag.Finding {
	if has == nil {
		return nil
	}
	var fs []diag.Finding
	seen := map[rune]bool{}
	for i, line := range strings.Split(text, "\n") {
		col := 0
		for _, r := range line {
			col++
			if r < 0x80 || seen[r] || r <= 0xffff && has(r) {
				continue
			}
			seen[r] = true
			fs = append(fs, finding("FONT-GLYPH", diag.Place{File: file, Line: i + 1, Column: col, EndColumn: col + 1, Text: line},
				diag.M("phông chữ không có ký tự %q (U+%04X)", "the font has no character %q (U+%04X)", string(r), r),
				diag.M("thay bằng chữ hoặc dấu thông thường", "put an ordinary letter or mark in its place")))
		}
	}
	return fs
}
