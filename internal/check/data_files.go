package check

import (
	"strings"

	"kehoach.example/internal/fact"
)

func (l *loader) texts(d *Data) {
	var file struct {
		VanBan []KnownText `key:"van_ban"`
		Luat   []Law       `key:"luat"`
		SuKien []Event     `key:"su_kien"`
	}
	l.yaml(d, textFile, &file)
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
	l.yaml(d, annivFile, &file)
	d.Anniversaries = file.KyNiem
	for _, h := range file.Nghi {
		d.Holidays = append(d.Holidays, Holiday{Ten: h.Ten, Ngay: fact.Date(h.Ngay)})
	}
}

func (l *loader) slips(d *Data) {
	var file struct {
		Sai []Slip   `key:"go_sai"`
		Lap []string `key:"lap_dung"`
	}
	l.yaml(d, slipFile, &file)
	d.Slips, d.Doubles = file.Sai, file.Lap
}

func (l *loader) terms(d *Data) {
	var file struct {
		Cach []Variant `key:"thuat_ngu"`
	}
	l.yaml(d, termFile, &file)
	d.Variants = file.Cach
	var caps struct {
		Thuong []string `key:"thuong"`
		Hoa    []string `key:"hoa"`
		Xet    []string `key:"xet"`
		Cap    []string `key:"cap_don_vi"`
	}
	l.yaml(d, capsFile, &caps)
	d.Caps = Caps{Lower: caps.Thuong, Upper: caps.Hoa, Forms: caps.Xet, Levels: caps.Cap}
}

func (l *loader) abbrs(d *Data) {
	var file struct {
		VietTat []Abbr `key:"viet_tat"`
		Loai    []Abbr `key:"loai_van_ban"`
	}
	l.yaml(d, abbrFile, &file)
	d.Abbrs, d.Kinds = file.VietTat, file.Loai
}

func (l *loader) mail(d *Data) {
	var file struct {
		Mien []string `key:"mien"`
	}
	l.yaml(d, mailFile, &file)
	for _, m := range file.Mien {
		d.Mail = append(d.Mail, strings.ToLower(m))
	}
}
