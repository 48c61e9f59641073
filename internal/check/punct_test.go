package check

import (
	"testing"

	"kehoach.example/internal/diag"
)

func TestPunctSpace(t *testing.T) {
	run(t, "PUNCT-SPACE", &Data{}, []bad{
		{"Quét đường , ngõ.", 1, "Quét đường, ngõ."},
		{"Quét đường ; ngõ.", 1, "Quét đường; ngõ."},
		{"Gồm : đường.", 1, "Gồm: đường."},
		{"Quét đường .", 1, "Quét đường."},
		{"Quét đường ./.", 1, "Quét đường./."},
		{"Quét đường,ngõ.", 1, "Quét đường, ngõ."},
		{"Quét đường;ngõ.", 1, "Quét đường; ngõ."},
		{"Gồm:đường.", 1, "Gồm: đường."},
		{"Quét đường.Sau đó nghỉ.", 1, "Quét đường. Sau đó nghỉ."},
		{"Quét “ đường”.", 1, ""},
		{"Đường ( ngõ) sạch.", 1, "Đường (ngõ) sạch."},
		{"Đường (ngõ ) sạch.", 1, "Đường (ngõ) sạch."},
		{"Nhân rộng “Ngõ sạch”- một cách làm hay.", 1, "Nhân rộng “Ngõ sạch” - một cách làm hay."},
		{"Nhân rộng “Ngõ sạch” ; “Nhà sạch”.", 1, "Nhân rộng “Ngõ sạch”; “Nhà sạch”."},
		{"Nhân rộng “Ngõ , nhà sạch”.", 1, "-"},
		{"Mô hình “Ngõ sạch”của xóm.", 1, "Mô hình “Ngõ sạch” của xóm."},
		{"Phát triển nghề- làng.", 1, "Phát triển nghề - làng."},
		{"Có 15% ,20 nhà.", 1, ""},
		{"Mời HĐND,UBND xã.", 1, "Mời HĐND, UBND xã."},
		{"Mời UBND,Sở QH&XD.", 1, ""},
	}, []string{
		"Lúc 7:30, dài 2,5 km, chi 1.000.000 đồng, tỷ lệ 1:2 hay 1 : 2.", "Ở TP.HCM, GS.TS, v.v. và v.v…", "Xem https://xa.example/a,b:c;d hay vanthu@xa.example.",
		"Tệp bao.cao.docx và .pdf.", "Hết./.", "Hết…", "Nói “Sạch.” rồi về.", "Nhà (số 2), “Ngõ”; xong.", "Lúc 14h:30.", "Giai đoạn 2026-2030, kinh tế - xã hội, mê-tan, M’Nông.",
		"a) Làm; b) nghỉ.", "Gồm: (1) cây; (2) hoa.", "Kỳ I/2027, quý I - II.", "Nhiệt độ -5.", "Đạt 100%.", "Số: 15/KH-UBND.", "Việc (nếu có).", "Phụ lục I.", "Ông A.B. Trần.", "...", "Thứ Hai - thứ Sáu.",
		"Sở VH,TT&DL và Sở QH&XD,TN họp.", "Đi, về?!", "Ai? Tôi!", "Đường D1-D2.", "KH -UBND", "- Cây; hoa", "Trần Văn A/B.", "| - | : |", "Giá 5.000đ/m2.", "nhà(s)",
	})
}

func TestPunctDots(t *testing.T) {
	run(t, "PUNCT-DOTS", &Data{}, []bad{
		{"Cây, hoa.... và cỏ.", 1, "Cây, hoa… và cỏ."},
		{"Cây, hoa…. và cỏ.", 1, "Cây, hoa… và cỏ."},
		{"Cây, hoa ... và cỏ.", 1, "Cây, hoa… và cỏ."},
		{"Cây, hoa,... và cỏ.", 1, "Cây, hoa… và cỏ."},
		{"Cây, hoa... và cỏ.\nCây... và cỏ...", 1, "Cây, hoa… và cỏ."},
		{"Cây, hoa....trồng sớm.", 1, "Cây, hoa… trồng sớm."},
		{"Quét ngõ.. Trồng cây.", 1, "Quét ngõ. Trồng cây."},
		{"Cây “hoa …” đẹp… … nhé", 1, ""},
		{"Các xã, phường … cùng làm.", 1, "Các xã, phường… cùng làm."},
	}, []string{
		"Cây, hoa… và cỏ.", "Cây, hoa, … và cỏ.", "Cây, hoa,…", "Hết./.", "v.v.", "v.v...", "Ngày ... tháng ... năm ...", "Số ...../KH", "Họ và tên: ........................", "| ... |", "Ông ... ở thôn", "Đảng uỷ phường … ban hành.", "Đối với …", "...", "1.1. Cây", "Quét ngõ.",
	})
}

// TestPlainDots: three plain dots are told as info, other faults of an ellipsis
// with the severity of the rule.
func TestPlainDots(t *testing.T) {
	for text, want := range map[string]diag.Severity{"Cây, hoa... và cỏ.": diag.Info, "Cây, hoa.... và cỏ.": diag.Warning} {
		p, lines := planOf(text)
		if found := judgePlan(t, "PUNCT-DOTS", p, lines, &Data{}); len(found) != 1 || found[0].Severity != want {
			t.Errorf("%s: %v", text, found)
		}
	}
}

func TestQuotes(t *testing.T) {
	run(t, "QUOTE-UNBAL", &Data{}, []bad{
		{"Mô hình “Ngõ sạch của xóm.", 1, "-"},
		{"Mô hình Ngõ sạch” của xóm.", 1, "-"},
		{"Mô hình \"Ngõ sạch của xóm.", 1, "-"},
		{"Mô hình “Ngõ sạch theo phong trào “Nhà sạch” và “Vườn sạch”.", 1, "-"},
		{"Mô hình “Ngõ sạch.\nMô hình “Nhà sạch”.", 1, "-"},
	}, []string{
		"Mô hình “Ngõ sạch”.", "Mô hình “Ngõ sạch,\ntrồng cây” của xóm.", "Nói “rằng “Ngõ sạch” là hay”.", "Màn hình 15\" và 20\".", "Mô hình \"Ngõ sạch\".", "Mô hình “Ngõ sạch\".", "Ông M’Nông ‘nói’.", "| Cây | \" |\n| Hoa | -\"- |",
	})
	run(t, "QUOTE-STYLE", &Data{}, []bad{
		{"Mô hình \"Ngõ sạch\", “Nhà sạch”.", 1, "Mô hình “Ngõ sạch”, “Nhà sạch”."},
		{"Mô hình “Nhà sạch”.\nMô hình \"Ngõ sạch\", \"Vườn sạch\".", 1, "Mô hình “Ngõ sạch”, “Vườn sạch”."},
		{"Mô hình \" Ngõ sạch\", “Nhà sạch”.", 1, "-"},
	}, []string{"Mô hình \"Ngõ sạch\", \"Nhà sạch\".", "Mô hình “Ngõ sạch”, “Nhà sạch”.", "Màn hình 15\", “Nhà sạch”."})
	run(t, "QUOTE-MISMATCH", &Data{}, []bad{
		{"Có “Ngõ Sạch”, “ngõ sạch”.", 1, "-"},
		{"Có “Xóm nhỏ, ngõ sạch, nhà vui” và “Xóm nhỏ ngõ sạch, nhà vui”.", 1, "-"},
		{"Có “Mỗi nhà trồng một cây mới” và “Mỗi nhà trồng cây mới”.", 1, "-"},
		{"Có “Mỗi nhà trồng một cây mới cho làng” và “Mỗi nhà trồng một cây mới vì làng”.", 1, "-"},
		{"Có “Ngõ sạch”, “Ngõ sạch”, “ngõ sạch”, “ngõ sạch” và “Ngõ sạch”.", 1, "-"},
	}, []string{
		"Có “Ngõ sạch”, “Nhà sạch”, “sạch”, “Sạch”.", "Có “Ngõ sạch.” và “Ngõ sạch”.", "Có “Đợt 1 trồng cây của làng Đông” và “Đợt 2 trồng cây của làng Đông”.",
		"Có “Giỏi việc làng” và “Giỏi việc nước”.", "Có “Mỗi xã trồng một cây” và “Mỗi nhà trồng một cây”.",
	})
}

func TestTermVariant(t *testing.T) {
	data := &Data{Variants: []Variant{
		{Ten: "kinh tế - xã hội", Cach: []string{"kinh tế - xã hội", "kinh tế xã hội", "kinh tế-xã hội"}},
		{Ten: "", Cach: []string{"Covid-19", "COVID-19", "COVID - 19"}},
		{Ten: "quyền, lợi ích hợp pháp", Cach: []string{"quyền, lợi ích hợp pháp", "quyền lợi hợp pháp"}},
		{Ten: "hợp pháp, chính đáng", Cach: []string{"hợp pháp, chính đáng", "hợp pháp chính đáng"}},
		{Ten: "phòng, chống", Cach: []string{"phòng, chống", "phòng chống"}},
		{Ten: "", Cach: []string{"bảo đảm", "đảm bảo"}},
	}}
	run(t, "TERM-VARIANT", data, []bad{
		{"Phát triển kinh tế xã hội và kinh tế - xã hội.", 1, "Phát triển kinh tế - xã hội và kinh tế - xã hội."},
		{"Phát triển kinh tế-xã hội, kinh tế-xã hội và kinh tế - xã hội.", 1, ""},
		{"Dịch Covid-19 và COVID-19.", 1, ""},
		{"Giữ quyền, lợi ích hợp pháp, chính đáng của dân; giữ quyền, lợi ích hợp pháp chính đáng của làng.", 1, ""},
		{"Cần đảm bảo nước, bảo đảm cây.", 1, "Cần bảo đảm nước, bảo đảm cây."},
		{"Cần bảo đảm nước, đảm bảo cây.", 1, "Cần bảo đảm nước, bảo đảm cây."},
		{"Cần bảo đảm nước, đảm bảo cây, đảm bảo hoa.", 1, "Cần đảm bảo nước, đảm bảo cây, đảm bảo hoa."},
		{"Phòng chống cháy. Việc phòng, chống lụt.", 1, "Phòng, chống cháy. Việc phòng, chống lụt."},
		{"PHÁT TRIỂN KINH TẾ XÃ HỘI\nLo kinh tế - xã hội.", 1, "PHÁT TRIỂN KINH TẾ - XÃ HỘI"},
	}, []string{
		"PHÒNG DỊCH COVID-19\nDịch Covid-19.", "Phát triển kinh tế - xã hội. Kinh tế - xã hội vững.", "Dịch COVID-19, COVID-19.", "Theo Luật Phòng, chống tham nhũng, phòng chống cháy.", "Có “phòng chống cháy”, phòng, chống lụt.", "Việc kinh tế, xã hội và kinh tế - xã hội.",
	})
}

func TestTone(t *testing.T) {
	run(t, "TERM-VARIANT", &Data{}, []bad{{"Sức khỏe, hòa thuận.\nSức khoẻ.", 1, ""}, {"Đảng ủy và Đảng uỷ.", 1, ""}}, []string{
		"Sức khỏe, hòa thuận, ủy viên.", "Sức khoẻ, hoà thuận, uỷ viên.", "Quý này, quỹ và quỷ, hoàn thành, khoảng, quay, thuở, hoài, của, toàn.", "Tỉnh Khánh Hoà, sức khỏe.", "“Sức khoẻ” và sức khỏe.",
	})
	run(t, "TERM-VARIANT", embedded(t), nil, []string{"ỦY BAN NHÂN DÂN XÃ LỆ THUỶ\nỦy ban nhân dân xã Lệ Thuỷ."})
	for word, want := range map[string]int{"hòa": 1, "hoà": 2, "ủy": 1, "uỷ": 2, "khỏe": 1, "khoẻ": 2, "thuý": 2, "thúy": 1, "quý": 0, "quỳ": 0, "hoàn": 0, "của": 0, "toàn": 0, "a": 0, "": 0, "khoa": 0, "khuya": 0} {
		if got := toneStyle(word); got != want {
			t.Errorf("%s: %d, want %d", word, got, want)
		}
	}
}
