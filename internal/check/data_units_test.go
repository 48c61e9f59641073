package check

import (
	"strings"
	"testing"
)

func TestUnits(t *testing.T) {
	u := embedded(t).Units
	for in, want := range map[string]string{
		"tỉnh An Giang": "Tỉnh An Giang", "An Giang": "Tỉnh An Giang", "AN GIANG": "Tỉnh An Giang", "Hà Nội": "Thành phố Hà Nội", "thành phố hà nội": "Thành phố Hà Nội",
		"TP. Hồ Chí Minh": "Thành phố Hồ Chí Minh", "TP.Hồ Chí Minh": "Thành phố Hồ Chí Minh", "Hồ Chí Minh": "Thành phố Hồ Chí Minh", "Huế": "Thành phố Huế", "thành phố Đồng Nai": "Thành phố Đồng Nai",
		"tỉnh Hà Giang": "", "Bình Dương": "", "": "", "tỉnh": "", "tỉnh Hà Nội": "", "tỉnh Đồng Nai": "",
	} {
		if got, ok := u.Province(in); got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", in, got, ok, want)
		}
	}
	for _, c := range []struct {
		name, province string
		want           bool
	}{
		{"phường Ba Đình", "", true},
		{"PHƯỜNG BA ĐÌNH", "Thành phố Hà Nội", true},
		{"phường Ba Đình", "Hà Nội", true},
		{"phường Ba Đình", "An Giang", false},
		{"xã Ba Đình", "Hà Nội", false},
		{"phường Ba Đìn", "", false},
		{"Ba Đình", "", false},
		{"xã Bắc Sơn", "Lạng Sơn", true}, // in small letters in the list
		{"xã M’Drắk", "", true},
		{"xã M'Drắk", "Đắk Lắk", true},
		{"xã M'DRẮK", "Đắk Lắk", true},
		{"phường Lâm Viên – Đà Lạt", "Lâm Đồng", true},
		{"phường Lâm Viên-Đà Lạt", "Lâm Đồng", true},
		{"đặc khu Trường Sa", "Khánh Hòa", true},
		{"đặc khu Trường Sa", "Khánh Hoà", true},
		{"xã Khánh Hòa", "Lào Cai", true},
		{"xã Khánh Hoà", "Lào Cai", true},
		{"phường Phú Thọ", "Phú Thọ", true},
		{"phường Ba Đình", "tỉnh Không Có", false},
	} {
		if got := u.Listed(c.name, c.province); got != c.want {
			t.Errorf("%s, %s: %v", c.name, c.province, got)
		}
	}
	for _, c := range [][3]string{
		{"phường Ba Đìn", "Hà Nội", "Phường Ba Đình"},
		{"phường Ba Đỉnh", "Hà Nội", "Phường Ba Đình"},
		{"xã Ba Đình", "Hà Nội", "Phường Ba Đình"},
		{"phường Ba Đình", "An Giang", ""},
		{"phường Không Có Đâu", "Hà Nội", ""},
		{"phường Ba Đìn", "", ""},
	} {
		if got := strings.Join(u.Near(c[0], c[1]), ", "); got != c[2] {
			t.Errorf("near %s: %q, want %q", c[0], got, c[2])
		}
	}
	total := 0
	for _, p := range u.provinces {
		total += len(p.communes)
	}
	if len(u.provinces) != 34 || total != 3321 {
		t.Errorf("%d provinces, %d communes", len(u.provinces), total)
	}
	if m, ok := u.Merged("Hà Giang"); !ok || m.Moi != "Tuyên Quang" || m.Tu.String() != "01/7/2025" {
		t.Errorf("%+v", m)
	}
	if m, ok := u.Merged("tỉnh Hoà Bình"); !ok || m.Moi != "Phú Thọ" {
		t.Errorf("%+v", m)
	}
	if _, ok := u.Merged("Hà Nội"); ok || len(u.merged) != 30 {
		t.Errorf("%d merged", len(u.merged))
	}
	var zero Units
	if _, ok := zero.Province("Hà Nội"); ok || zero.Listed("xã A", "") || zero.Near("xã A", "B") != nil {
		t.Error("the zero value knows something")
	}
}

// TestMergedIntoListed: whatever a province was merged into is in the list, and
// no merged one is.
func TestMergedIntoListed(t *testing.T) {
	u := embedded(t).Units
	for _, m := range u.merged {
		if _, ok := u.Province(m.Moi); !ok {
			t.Errorf("%s is no province", m.Moi)
		}
		if _, ok := u.Province(m.Cu); ok {
			t.Errorf("%s is one still", m.Cu)
		}
	}
}
