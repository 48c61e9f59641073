package list

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/diag"
)

// decode makes text of the bytes of a CSV file: UTF-8, UTF-16, else Windows-1258,
// in which Excel for Vietnamese saves what it calls CSV.
func decode(file string, data []byte) (string, []diag.Finding, error) {
	if order, ok := wide(data); ok {
		out, err := unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil {
			return "", nil, notText()
		}
		data = out
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if i := bytes.IndexByte(data, 0); i >= 0 {
		line := 1 + bytes.Count(data[:i], []byte("\n"))
		return "", nil, refusal{diag.New("LIST-FORMAT", diag.Error, group, placeOf(file, "", line, ""),
			diag.M("tệp có byte rỗng (NUL) ở dòng %d: tệp hỏng, hoặc không phải CSV", "the file has an empty byte (NUL) in line %d: it is broken or no CSV", line), saveAs())}
	}
	if utf8.Valid(data) {
		return string(data), nil, nil
	}
	if line, ok := spoiled(data); ok {
		return "", nil, refusal{diag.New("LIST-BROKEN", diag.Error, group, placeOf(file, "", line, ""),
			diag.M("tệp theo mã UTF-8 nhưng có chữ hỏng ở dòng %d", "the file is in UTF-8 but has a broken letter in line %d", line),
			diag.M("xin lại tệp gốc; nếu bạn đã sửa tệp, lưu lại dạng CSV UTF-8", "ask for the file again; where you edited it, save it as CSV UTF-8"))}
	}
	text, err := charmap.Windows1258.NewDecoder().String(string(data))
	if err != nil || strings.ContainsRune(text, utf8.RuneError) || bytes.ContainsFunc(data, control) {
		return "", nil, notText()
	}
	text = norm.NFC.String(text)
	line := 1
	for rest := data; ; line++ {
		head, tail, more := bytes.Cut(rest, []byte("\n"))
		if !utf8.Valid(head) || !more {
			break
		}
		rest = tail
	}
	return text, []diag.Finding{diag.New("LIST-ENCODING", diag.Info, group, placeOf(file, "", line, ""),
		diag.M("tệp CSV không theo mã UTF-8, được đọc theo mã Windows-1258 (tiếng Việt); chữ có dấu đầu tiên ở dòng %d", "the CSV is not in UTF-8 and was read as Windows-1258 (Vietnamese); its first such letter is in line %d", line),
		diag.M("xem chữ có dấu có đúng không; nếu sai, trong Excel chọn Lưu dưới dạng → CSV UTF-8 hoặc .xlsx", "see whether the letters are right; where not, choose Save As → CSV UTF-8 or .xlsx in Excel"))}, nil
}

// spoiled tells UTF-8 that has a few broken letters from text of another
// encoding, which has no whole ones, and gives the line of the first.
func spoiled(data []byte) (line int, ok bool) {
	whole, broken, at := 0, 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case n > 1:
			whole++
		case r == utf8.RuneError:
			if broken++; broken == 1 {
				at = i
			}
		}
		i += n
	}
	return 1 + bytes.Count(data[:at], []byte("\n")), whole > 4*broken
}

// control tells characters that no text has.
func control(r rune) bool { return r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' }

// wide tells UTF-16 by its first bytes, or by every other byte of the head being
// empty, as in plain letters.
func wide(data []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.BigEndian, true
	}
	head := data[:min(len(data), 64)&^1]
	var empty [2]int
	for i, b := range head {
		if b == 0 {
			empty[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half >= 4 && empty[1] > half/2 && empty[0] == 0:
		return unicode.LittleEndian, true
	case half >= 4 && empty[0] > half/2 && empty[1] == 0:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

func notText() error {
	return refuse("LIST-FORMAT", diag.M("tệp không phải Excel (.xlsx) và không phải văn bản theo mã đọc được", "the file is no Excel file (.xlsx) and no text in a known encoding"),
		diag.M("mở bằng Excel, chọn Lưu dưới dạng (Save As) → Excel Workbook (.xlsx) hoặc CSV UTF-8, rồi dùng tệp đó", "open it in Excel, choose Save As → Excel Workbook (.xlsx) or CSV UTF-8, and use that file"))
}
