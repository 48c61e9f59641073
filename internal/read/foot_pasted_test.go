package read_test

import (
	"testing"

	"kehoach.example/internal/read"
)

// TestPastedFoot: the last block of a pasted paper in two columns, with a title
// that no list of titles has.
func TestPastedFoot(t *testing.T) {
	const body = "UBND PHƯỜNG B\nTRẠM Y TẾ\nSố: 12/KH-TYT\n\nKẾ HOẠCH\nTiêm chủng năm 2027\n\nTrạm Y tế xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH\n1. Tiêm đủ cho trẻ.\n"
	for _, c := range []struct {
		name, foot string
		recipients string
		title      string
		signer     string
		sure       read.Sureness
	}{
		{"capitals", "Nơi nhận:                 TRẠM TRƯỞNG\n- UBND phường;\n- Lưu: VT.\n                          Trần Thị B\n", "UBND phường", "TRẠM TRƯỞNG", "Trần Thị B", read.Sure},
		{"a tab", "Nơi nhận:\tTRẠM TRƯỞNG\n- UBND phường;\n- Lưu: VT.\n\n\tTrần Thị B\n", "UBND phường", "TRẠM TRƯỞNG", "Trần Thị B", read.Sure},
		{"small letters", "Nơi nhận:                 Trạm trưởng\n- UBND phường;\n- Lưu: VT.\n", "Trạm trưởng | UBND phường", "", "", read.Likely},
		{"a recipient", "Nơi nhận:    Như trên;\n- UBND phường;\n- Lưu: VT.\n", "Như trên | UBND phường", "", "", read.Sure},
	} {
		opt := options(t)
		sure := map[string]read.Sureness{}
		opt.Told = func(r read.Recognised) { sure[r.Key] = r.Sure }
		p, found := read.Text("f", []byte(body+c.foot), opt)
		if p == nil {
			t.Fatal(found)
		}
		title, signer := "", ""
		if len(p.NguoiKy) > 0 {
			title, signer = p.NguoiKy[0].ChucVu.Plain(" | "), p.NguoiKy[0].HoTen.Plain()
		}
		if got := p.NoiNhan.Plain(" | "); got != c.recipients || title != c.title || signer != c.signer || p.Luu.Plain() != "VT" || sure["noi_nhan"] != c.sure {
			t.Errorf("%s: %q, %q, %q, %q, %v", c.name, got, title, signer, p.Luu.Plain(), sure["noi_nhan"])
		}
	}
}
