package check

import (
	"maps"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/strictyaml"
)

func (l *loader) texts(d *Data) {
	var file struct {
		VanBan []KnownText `key:"van_ban"`
		Luat   []Law       `key:"luat"`
		SuKien []Event     `key:"su_kien"`
	}
	root := l.yaml(d, textFile, &file)
	for i, t := range file.VanBan {
		if !t.Het.Zero() && !t.Ngay.Before(t.Het) {
			l.report("DATA-ORDER", placeOf(root, "van_ban", i), diag.M("%s hết hiệu lực ngày %s, trước khi ban hành ngày %s", "%s ends on %s, before it is issued on %s", t.So, t.Het, t.Ngay), asOurs)
		}
	}
	for i := range file.SuKien {
		lowerAll(file.SuKien[i].Ten, file.SuKien[i].KhongSau)
	}
	d.Texts, d.Laws, d.Events = file.VanBan, file.Luat, file.SuKien
}

func (l *loader) anniversaries(d *Data) {
	var file struct {
		KyNiem []Anniversary `key:"ky_niem"`
		Nghi   []struct {
			Ten  string `key:"ten" need:"true"`
			Ngay yearly `key:"ngay" need:"true"`
		} `key:"nghi"`
	}
	root := l.yaml(d, annivFile, &file)
	for i, a := range file.KyNiem {
		lowerAll(a.Nhan, a.KhongSau)
		if a.Goc < 1000 || a.Goc > 9999 {
			l.report("DATA-YEAR", placeOf(root, "ky_niem", i), diag.M("%q cần năm gốc có bốn chữ số", "%q needs a base year of four digits", a.Ten), asOurs)
		}
	}
	d.Anniversaries = file.KyNiem
	for _, h := range file.Nghi {
		d.Holidays = append(d.Holidays, Holiday{Ten: h.Ten, Ngay: fact.Date(h.Ngay)})
	}
}

func (l *loader) slips(d *Data) {
	var file struct {
		LuonSai map[string]string `key:"luon_sai"`
		GoSai   []Slip            `key:"go_sai"`
		Lap     []string          `key:"lap_dung"`
	}
	root := l.yaml(d, slipFile, &file)
	for i, w := range file.Lap {
		if words := strings.Fields(w); len(words)%2 != 0 || len(words) == 0 || !slices.Equal(words[:len(words)/2], words[len(words)/2:]) {
			l.report("DATA-DOUBLE", placeOf(root, "lap_dung", i), diag.M("%q không phải là một chữ lặp lại", "%q is no doubled word", w), asOurs)
		}
	}
	for i, s := range file.GoSai {
		if s.Sai == s.Dung && s.Sai != "" {
			l.report("DATA-SAME", placeOf(root, "go_sai", i), diag.M("%q: chữ sai và chữ đúng giống nhau", "%q: wrong and right are the same", s.Sai), asOurs)
		}
		lowerAll(s.Truoc, s.Sau, s.KhongTruoc, s.KhongSau)
	}
	for _, wrong := range slices.Sorted(maps.Keys(file.LuonSai)) {
		d.Slips = append(d.Slips, Slip{Sai: wrong, Dung: file.LuonSai[wrong]})
	}
	d.Slips, d.Doubles = append(d.Slips, file.GoSai...), file.Lap
}

func (l *loader) terms(d *Data) {
	var file struct {
		Cach []Variant `key:"thuat_ngu"`
	}
	l.yaml(d, termFile, &file)
	d.Variants = file.Cach
	var caps struct {
		Thuong []string  `key:"thuong"`
		Hoa    []string  `key:"hoa"`
		Xet    []string  `key:"xet"`
		Cap    []string  `key:"cap_don_vi"`
		Ten    []CapName `key:"ten_rieng"`
	}
	l.yaml(d, capsFile, &caps)
	lowerAll(caps.Thuong, caps.Xet, caps.Cap)
	d.Caps = Caps{Lower: caps.Thuong, Upper: caps.Hoa, Forms: caps.Xet, Levels: caps.Cap, Names: caps.Ten}
}

func (l *loader) abbrs(d *Data) {
	var file struct {
		VietTat []Abbr   `key:"viet_tat"`
		Loai    []Abbr   `key:"loai_van_ban"`
		DonVi   []string `key:"don_vi_do"`
	}
	root := l.yaml(d, abbrFile, &file)
	l.single(root, "viet_tat", file.VietTat)
	l.single(root, "loai_van_ban", file.Loai)
	d.Abbrs, d.Kinds, d.Measures = file.VietTat, file.Loai, file.DonVi
}

func (l *loader) mail(d *Data) {
	var file struct {
		Mien []string `key:"mien"`
	}
	l.yaml(d, mailFile, &file)
	lowerAll(file.Mien)
	d.Mail = file.Mien
}

// single tells of short forms that stand twice.
func (l *loader) single(root *strictyaml.Node, key string, list []Abbr) {
	seen := map[string]bool{}
	for i, a := range list {
		if seen[a.Ngan] {
			l.twice(root, key, i, a.Ngan)
		}
		seen[a.Ngan] = true
	}
}

// lowerAll brings words to small letters, by which texts are compared.
func lowerAll(lists ...[]string) {
	for _, list := range lists {
		for i, w := range list {
			list[i] = strings.ToLower(w)
		}
	}
}
