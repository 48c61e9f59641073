package build

import "kehoach.example/internal/readback"

// footCases are the shapes of the foot.
func footCases() []foreign {
	row := func(cells ...readback.WordCell) []readback.WordCell { return cells }
	left := func(s *sheet) readback.WordPiece {
		return readback.WordPieces(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- Đảng ủy xã;", "- Các thôn;", "- Lưu: VT, VHXH."))
	}
	sign := func(lines ...string) func(*sheet) {
		return func(s *sheet) {
			n := len(lines) - 1
			right := readback.WordPieces(s.Paras("center b 14", lines[:n]...), s.Empty(5))
			if lines[n] != "" {
				right = readback.WordPieces(right, s.Para("center b 14", lines[n]))
			}
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(left(s)), readback.CellOf(right, s.Empty(1))))
		}
	}
	return []foreign{
		{name: "foot 1x3 with a spacer", by: readback.ByWPS, make: func(s *sheet) {
			s.foot = s.Table("", []int{4300, 300, 5000}, row(readback.CellOf(left(s)), s.Cell(""),
				readback.CellOf(s.Paras("center b 14", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), s.Empty(5), s.Para("center b 14", "Lò Thị Mận"))))
		}},
		{name: "foot 2x2", by: readback.ByWord2007, make: func(s *sheet) {
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(left(s)), s.Cell("center b 14", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")), row(s.Cell(""), readback.CellOf(s.Empty(4), s.Para("center b 14", "Lò Thị Mận"))))
		}},
		{name: "foot by tabs", by: readback.ByLibreOffice, make: func(s *sheet) {
			const stops = "tabs=6800 "
			s.foot = readback.WordPieces(s.ParaOf(stops, s.Text("b i 12", "Nơi nhận:"), s.Text("b 14", "\tTM. ỦY BAN NHÂN DÂN")), s.Para(stops, "- Đảng ủy xã;\t**KT. CHỦ TỊCH**"), s.Para(stops, "- Các thôn;\t**PHÓ CHỦ TỊCH**"), s.Para(stops, "- Lưu: VT, VHXH."), s.Empty(3), s.Para(stops, "\t**Lò Thị Mận**"))
		}},
		{name: "foot one below the other", by: readback.ByWord2007, make: func(s *sheet) {
			s.foot = readback.WordPieces(left(s), s.Paras("right b", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), s.Empty(4), s.Para("right b", "Lò Thị Mận"))
		}},
		{name: "signature before nơi nhận", by: readback.ByWPS, make: func(s *sheet) {
			s.foot = readback.WordPieces(s.Paras("right b", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), s.Empty(4), s.Para("right b", "Lò Thị Mận"), left(s))
		}},
		{name: "signature by shift-enter", make: func(s *sheet) {
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("11", "***Nơi nhận:***\n- Đảng ủy xã;\n- Các thôn;\n- Lưu: VT, VHXH.")), readback.CellOf(s.Para("center b 14", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\n\nLò Thị Mận"))))
		}},
		{name: "signed by the director with a degree", by: readback.ByWord2007, want: fields{"nguoi_ky": "GIÁM ĐỐC: TS. Quàng Văn Chựa"}, make: sign("GIÁM ĐỐC", "TS. Quàng Văn Chựa")},
		{name: "signed for the director", by: readback.ByLibreOffice, want: fields{"nguoi_ky": "KT.GIÁM ĐỐC | PHÓ GIÁM ĐỐC: Tòng Văn Ún"}, make: sign("KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Tòng Văn Ún")},
		{name: "signed by order", by: readback.ByWPS, want: fields{"nguoi_ky": "TL. CHỦ TỊCH | KT. CHÁNH VĂN PHÒNG | PHÓ CHÁNH VĂN PHÒNG: Lường Thị Pâng"}, make: sign("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Lường Thị Pâng")},
		{name: "signed under authority", want: fields{"nguoi_ky": "TUQ. CHỦ TỊCH | TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI: Lường Thị Pâng"}, make: sign("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "Lường Thị Pâng")},
		{name: "signed for a committee", by: readback.ByWord2007, want: fields{"nguoi_ky": "TM. BAN CHỈ ĐẠO | PHÓ TRƯỞNG BAN | PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ: Lò Thị Mận"}, make: sign("TM. BAN CHỈ ĐẠO", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "Lò Thị Mận")},
		{name: "name in capitals", by: readback.ByWPS, want: fields{"nguoi_ky": "CHỦ TỊCH: LÒ THỊ MẬN"}, make: sign("CHỦ TỊCH", "LÒ THỊ MẬN")},
		{name: "no name of the signer", codes: []string{"SIGN-NAME-ABSENT"}, want: fields{"nguoi_ky": "TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH: "}, make: sign("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "")},
		{name: "two signers", by: readback.ByLibreOffice, want: fields{"noi_nhan": "Đảng ủy xã\nCác thôn", "nguoi_ky": "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC SUỐI KHE: Quàng Văn Chựa\nTRƯỞNG TRẠM Y TẾ: Tòng Văn Ún"}, make: func(s *sheet) {
			s.foot = readback.WordPieces(
				s.Table("", []int{4800, 4800}, row(readback.CellOf(s.Para("center b 14", "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC SUỐI KHE"), s.Empty(4), s.Para("center b 14", "Quàng Văn Chựa")), readback.CellOf(s.Para("center b 14", "TRƯỞNG TRẠM Y TẾ"), s.Empty(4), s.Para("center b 14", "Tòng Văn Ún")))),
				s.Empty(1), left(s))
		}},
		{name: "recipients in two lines, drafter as subscript", by: readback.ByWord2007, want: fields{"noi_nhan": "VP HĐND và UBND xã: CVP, các PVP\nCác thôn, bản; các điểm trường trên địa bàn xã (để thực hiện)\n+ Cổng thông tin xã", "luu": "VT, VHXH~Ún~ (05b)"}, make: func(s *sheet) {
			s.foot = s.Table("", []int{4600, 5000}, row(readback.CellOf(s.Para("b i 12", "Nơi nhận:"), s.Paras("11", "- VP HĐND và UBND xã: CVP, các PVP;", "- Các thôn, bản; các điểm trường trên địa bàn xã\n(để thực hiện);", "+ Cổng thông tin xã;"),
				s.ParaOf("11", s.Text("11", "- Lưu: VT, VHXH"), s.Text("11 sub", "Ún"), s.Text("11", " (05b)."))),
				readback.CellOf(s.Paras("center b 14", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), s.Empty(5), s.Para("center b 14", "Lò Thị Mận"))))
		}},
		{name: "no foot at all", by: readback.ByWPS, codes: []string{"FOOT-ABSENT"}, want: fields{"noi_nhan": absent, "luu": absent, "nguoi_ky": absent}, make: func(s *sheet) { s.foot = readback.WordPiece{} }},
		{name: "signed mark below the signature", codes: []string{"TEXT-UNPLACED"}, want: fields{"nguoi_ky": "CHỦ TỊCH | (Đã ký): Lò Thị Mận"}, make: sign("CHỦ TỊCH", "(Đã ký)", "Lò Thị Mận")},
	}
}
