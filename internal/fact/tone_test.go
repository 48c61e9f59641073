package fact

import "testing"

func TestPlainTone(t *testing.T) {
	for in, want := range map[string]string{
		"hoà":                    "hòa",
		"Thanh Hoá, Khánh Hoà":   "Thanh Hóa, Khánh Hòa",
		"UỶ BAN":                 "ỦY BAN",
		"uỷ ban":                 "ủy ban",
		"HOÀ":                    "HÒA",
		"khoẻ mạnh":              "khỏe mạnh",
		"Thuỷ lợi":               "Thủy lợi",
		"hoàn thành":             "hoàn thành", // no open syllable
		"quý, quỳ, Quỷ":          "quý, quỳ, Quỷ",
		"hòa bình":               "hòa bình",
		"khoai, ngoài, ngoèo":    "khoai, ngoài, ngoèo",
		"của, mùa, tỏa, toả":     "của, mùa, tỏa, tỏa",
		"":                       "",
		"plain":                  "plain",
		"xoá/hoà-loá":            "xóa/hòa-lóa",
		"khuỷu tay, huýt, quýt,": "khuỷu tay, huýt, quýt,",
	} {
		if got := PlainTone(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestUntone(t *testing.T) {
	for in, want := range map[rune]struct {
		r rune
		t Tone
	}{'ế': {'ê', Sac}, 'Ộ': {'Ô', Nang}, 'ư': {'ư', Ngang}, 'a': {'a', Ngang}, 'đ': {'đ', Ngang}, 'Ỹ': {'Y', Nga}, 'x': {'x', Ngang}, 'ả': {'a', Hoi}, 'è': {'e', Huyen}, '“': {'“', Ngang}} {
		r, tone := Untone(in)
		if r != want.r || tone != want.t {
			t.Errorf("%c: %c %d", in, r, tone)
		}
		if back := Toned(r, tone); back != in {
			t.Errorf("%c comes back as %c", in, back)
		}
	}
}
