package check

import (
	"strings"
	"testing"
)

// TestOtherTone: a word is told of only where it is none with its tone and a
// common one with the other of hỏi and ngã.
func TestOtherTone(t *testing.T) {
	s := &embedded(t).Syllables
	for word, right := range map[string]string{
		"bãn": "bản", "chuyễn": "chuyển", "giửa": "giữa", "xãy": "xảy", "trử": "trữ", "vửng": "vững", "ãnh": "ảnh",
		"khẫu": "khẩu", "lổi": "lỗi", "trể": "trễ", "sẳn": "sẵn", "quyễn": "quyển", "thũy": "thủy", "thuỹ": "thuỷ",
		"hõa": "hỏa", "nghỉa": "nghĩa", "ỡ": "ở", "chổ": "chỗ", "dỏi": "dõi", "khoãn": "khoản",
	} {
		if got := s.OtherTone(word); got != right {
			t.Errorf("%s: %q, want %q", word, got, right)
		}
	}
	for _, word := range []string{
		// both are words
		"mẩu", "mẫu", "rỏ", "rõ", "lỉnh", "lĩnh", "dể", "dễ", "sửa", "sữa", "nửa", "nữa", "bảo", "bão", "củng", "cũng", "kỷ", "kỹ",
		"nghỉ", "nghĩ", "vẻ", "vẽ", "lẻ", "lẽ", "hải", "hãi", "cổ", "cỗ", "ngỏ", "ngõ", "đổ", "đỗ", "nổi", "nỗi", "chửa", "chữa",
		"mải", "mãi", "rảnh", "rãnh", "tỉnh", "tĩnh", "giả", "giã", "bải", "bãi", "xả", "xã", "lảng", "lãng", "hảo", "hão", "dẩu",
		"hễ", "ngẩu", "nhẩn", "rũi", "cõng", "cũi", "sẻ", "sẽ", "bổng", "bỗng", "lủ", "lũ", "tiểu", "tiễu", "thẩm", "thẫm", "đả", "đã",
		// no hỏi, no ngã, no word
		"chuyên", "giưa", "ban", "bán", "", "x", "nđ", "hello", "2026",
	} {
		if got := s.OtherTone(word); got != "" {
			t.Errorf("%s: %q, want none", word, got)
		}
	}
}

// TestOnlyToneListIsRight: names of units, with their capitals, are no slips of
// tone, inside a sentence and at its head.
func TestOnlyToneListIsRight(t *testing.T) {
	d := embedded(t)
	if len(d.Syllables.only) < 150 {
		t.Fatalf("%d syllables", len(d.Syllables.only))
	}
	var lines []string
	for _, p := range d.Units.provinces {
		for _, c := range p.communes {
			var name []string
			for w := range strings.FieldsSeq(c.bare) {
				name = append(name, capital(w))
			}
			lines = append(lines, "Các hộ ở "+strings.Join(name, " ")+" tham gia.", strings.Join(name, " ")+" tham gia.")
		}
	}
	run(t, "SYL-INVALID", d, nil, []string{strings.Join(lines, "\n")})
}

func TestWrongTone(t *testing.T) {
	run(t, "SYL-INVALID", embedded(t), []bad{
		{"Việc lưu trử hồ sơ theo quy định.", 1, "-"},
		{"Chuyễn hồ sơ về văn phòng.", 1, "-"},
		{"Nộp hồ sơ. Chuyễn về văn phòng.", 1, "-"},
		{"Phối hợp giửa các đơn vị, giửa các ngành.", 1, "-"},
		{"Không để xãy ra tai nạn, cháy nổ.", 1, "-"},
		{"Phân công rõ người, rõ việc, không đùn đẫy; nêu chổ còn vướng.", 1, "-"},
		{"Số hoá văn bãn, hình ãnh.", 2, "-"},
	}, []string{
		"Đồng chí Nguyễn Văn Trử phụ trách.",
		"Lễ hội đền Chử Đồng Tử.",
		"Chũ tổ chức hội nghị.",
		"Thị xã Chũ tổ chức hội nghị.",
		"Ông Trử báo cáo.",
		"Người dân gọi là “chổ” theo tiếng địa phương.",
		"Lưu trữ, chuyển, giữa, xảy, bản, ảnh, khẩu, lỗi, trễ, sẵn.",
		"Gửi về hộp thư chuyễn@xa.example trước ngày 20.",
		"Mẩu giấy, rỏ nước, lỉnh kỉnh, lảnh lót, dể duôi.",
		"TRỬ LƯỢNG",
	})
}
