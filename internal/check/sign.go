package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

const basisSign = "NĐ 30/2020, Điều 13; PL I, II.7"

// signRules look at the block of the signature.
func signRules() []Rule {
	return []Rule{
		{
			Code: "SIGN-MISSING", OfPlans: true, Group: GroupSign, Basis: basisSign, Fix: Never,
			Title: diag.M("thiếu quyền hạn, chức vụ của người ký", "authority or title of the signer is missing"),
			Why: diag.M("Người ký ghi rõ quyền hạn và chức vụ; không có thì văn bản không rõ ai ký với tư cách gì.",
				"The signer's authority and title are told, or nobody knows in which capacity the paper is signed."),
			Bad: Sample{Key: "nguoi_ky", Text: "-"}, Good: Sample{Key: "nguoi_ky", Text: "\n  chuc_vu:\n    - GIÁM ĐỐC\n  ho_ten: Vũ Thị Thanh Hà"},
			Run: signMissing,
		},
		{
			Code: "SIGN-NAME", OfPlans: true, Group: GroupSign, Basis: basisSign, Fix: Never,
			Title: diag.M("họ tên người ký thiếu hoặc viết hoa toàn bộ", "the signer's name is missing, or all in capitals"),
			Why: diag.M("Dưới chữ ký là họ tên đầy đủ của người ký, chữ in thường, đậm. Bản thảo để trống được.",
				"The signer's full name stands below the signature, in small letters with capitals at their heads. A draft may leave it open."),
			Bad: Sample{Key: "nguoi_ky", Text: "\n  - chuc_vu: GIÁM ĐỐC\n    ho_ten:\n  - chuc_vu: GIÁM ĐỐC\n    ho_ten:"}, Good: Sample{Key: "nguoi_ky", Text: "\n  chuc_vu: GIÁM ĐỐC\n  ho_ten: Vũ Thị Thanh Hà"},
			Run: signName,
		},
		{
			Code: "SIGN-KT", Group: GroupSign, Basis: "NĐ 30/2020, Điều 13.2; PL I, II.7", Fix: Suggested,
			Title: diag.M("cấp phó ký không có dòng ký thay", "a deputy signs without the line of signing for another"),
			Why: diag.M("Cấp phó thay mặt tập thể, ký thay người đứng đầu: giữa dòng TM. và dòng PHÓ … có dòng KT. và chức vụ người đứng đầu.",
				"A deputy signs for the body in place of its head: between TM. and PHÓ … stands a line KT. with the title of the head."),
			Bad:  Sample{Key: "nguoi_ky", Text: "\n  chuc_vu:\n    - TM. ỦY BAN NHÂN DÂN\n    - PHÓ CHỦ TỊCH\n  ho_ten: Vũ Thị Thanh Hà"},
			Good: Sample{Key: "nguoi_ky", Text: "\n  chuc_vu:\n    - TM. ỦY BAN NHÂN DÂN\n    - KT. CHỦ TỊCH\n    - PHÓ CHỦ TỊCH\n  ho_ten: Vũ Thị Thanh Hà"},
			Run:  signKT,
		},
		{
			Code: "SIGN-STYLE", Group: GroupSign, Basis: "NĐ 30/2020, PL I, II.7; HD 05-HD/VPTW, tr. 13-19", Fix: Suggested,
			Title: diag.M("chữ viết tắt quyền hạn sai cách viết", "the short form of authority is written otherwise"),
			Why: diag.M("Văn bản của cơ quan nhà nước, công đoàn, Đoàn viết TM., KT., TL., TUQ., Q. với dấu chấm; văn bản của Đảng viết T/M, K/T, T/L với dấu gạch chéo. Sau đó là một dấu cách.",
				"State bodies, unions and the Youth Union write TM., KT., TL., TUQ., Q. with a dot, the Party T/M, K/T, T/L with a stroke. One blank follows."),
			Bad:  Sample{Key: "nguoi_ky", Text: "\n  chuc_vu:\n    - T.M BAN CHẤP HÀNH\n    - CHỦ TỊCH\n  ho_ten: Vũ Thị Thanh Hà"},
			Good: Sample{Key: "nguoi_ky", Text: "\n  chuc_vu:\n    - Q. GIÁM ĐỐC\n  ho_ten: Vũ Thị Thanh Hà"},
			Run:  signStyle,
		},
		{
			Code: "SIGN-RANK", Group: GroupSign, Basis: "NĐ 30/2020, PL I, II.7; HD 05-HD/VPTW, tr. 14", Fix: Suggested,
			Title: diag.M("học hàm, học vị trước họ tên người ký", "a degree before the signer's name"),
			Why: diag.M("Trước họ tên không ghi học hàm, học vị và danh hiệu danh dự. Riêng lực lượng vũ trang, đơn vị sự nghiệp giáo dục, y tế, khoa học theo hướng dẫn của bộ quản lý.",
				"No degree and no title of honour stands before the name. The armed forces and units of education, health and science follow their ministries."),
			Bad:  Sample{Key: "nguoi_ky", Text: "\n  chuc_vu: GIÁM ĐỐC\n  ho_ten: ThS. Vũ Thị Thanh Hà"},
			Good: Sample{Key: "nguoi_ky", Text: "\n  chuc_vu: GIÁM ĐỐC\n  ho_ten: Vũ Thị Thanh Hà"},
			Run:  signRank,
		},
	}
}

func signMissing(p *Pass) {
	if p.attached() {
		return
	}
	if len(p.Plan.NguoiKy) == 0 {
		p.Report(p.Bottom(), diag.M("không có người ký", "no signer is named"), diag.M("ghi nguoi_ky với chuc_vu và ho_ten", "write nguoi_ky with chuc_vu and ho_ten")).Severity = p.Blank()
		return
	}
	for _, k := range p.Plan.NguoiKy {
		if k.ChucVu.Plain("") == "" {
			p.Report(placeOfSigner(p, k), diag.M("người ký chưa có quyền hạn, chức vụ", "the signer has no authority and no title"), diag.M("ghi chuc_vu", "write chuc_vu")).Severity = p.Blank()
		}
	}
}

func placeOfSigner(p *Pass, k plan.NguoiKy) diag.Place {
	if k.At.Line > 0 {
		return k.At
	}
	return p.Bottom()
}

func signName(p *Pass) {
	if p.attached() {
		return
	}
	loudName(p)
	for _, k := range p.Plan.NguoiKy {
		if k.HoTen.Blank() {
			at := placeOfSigner(p, k)
			if k.HoTen.Given && k.HoTen.At.Line > 0 {
				at = k.HoTen.At
			}
			p.Report(at, diag.M("chưa có họ tên người ký", "the signer has no name yet"), diag.M("ghi ho_ten; bản thảo để trống được", "write ho_ten; a draft may leave it open")).Severity = p.Blank()
		}
	}
}

// loudName tells of a name in capitals only (PL I, II.7 and V.7: small letters,
// bold).
func loudName(p *Pass) {
	for _, t := range p.Of("ho_ten") {
		words := 0
		for _, tok := range t.Tokens {
			if tok.Kind != fact.Word || utf8.RuneCountInString(tok.S) < 2 || strings.ContainsAny(tok.S, "'’") {
				continue
			}
			if tok.S != strings.ToUpper(tok.S) {
				words = -1
				break
			}
			words++
		}
		if words >= 2 {
			p.At(t, 0, len(t.S), diag.M("họ tên người ký viết hoa toàn bộ: %s", "the signer's name is all in capitals: %s", t.S),
				diag.M("viết chữ thường, hoa chữ cái đầu mỗi tiếng", "write small letters with a capital at the head of each word")).Severity = diag.Warning
		}
	}
}

func signKT(p *Pass) {
	for _, k := range p.Plan.NguoiKy {
		lines := k.ChucVu.Items
		if i := slices.IndexFunc(lines, forHead); i >= 0 && !slices.ContainsFunc(lines[i+1:], isDeputy) {
			p.Report(lines[i].At, diag.M("có dòng %q mà không có dòng chức vụ của cấp phó ở dưới", "a line %q without the title of the deputy below", lines[i].Plain()),
				diag.M("thêm dòng PHÓ … ở dưới; người đứng đầu tự ký thì bỏ dòng này", "add the line PHÓ … below; where the head signs leave this line out"))
			continue
		}
		if len(lines) < 2 || !hasWord(lines[0], "TM.") {
			continue
		}
		i := slices.IndexFunc(lines, func(c plan.Chu) bool { return strings.HasPrefix(strings.ToUpper(c.Plain()), "PHÓ ") })
		if i < 0 || slices.ContainsFunc(lines[:i], func(c plan.Chu) bool { return hasWord(c, "KT.") }) {
			continue
		}
		title := strings.TrimSpace(strings.TrimPrefix(lines[i].Plain(), "PHÓ"))
		p.Report(lines[i].At, diag.M("%s ký mà không có dòng ký thay", "%s signs without a line of signing for the head", lines[i].Plain()),
			diag.M("thêm dòng KT. %s ở trên", "add a line KT. %s above", title))
	}
}

func hasWord(c plan.Chu, word string) bool {
	s := strings.TrimSpace(c.Plain())
	return strings.HasPrefix(s, word) || strings.HasPrefix(s, strings.TrimRight(word, ".")+" ")
}

// forHead tells whether a line says that somebody signs for the head.
func forHead(c plan.Chu) bool { return hasWord(c, "KT.") || hasWord(c, "K/T") }

// isDeputy tells whether a line is the title of a deputy.
func isDeputy(c plan.Chu) bool {
	for w := range strings.FieldsSeq(strings.ToUpper(c.Plain())) {
		if w == "PHÓ" || w == "THỨ" {
			return true
		}
	}
	return false
}

func signStyle(p *Pass) {
	for _, t := range p.Of("chuc_vu") {
		short, end := authorityOf(t)
		i := slices.IndexFunc(p.Standard.Form.Authority, func(w string) bool { return strings.Map(letterOnly, w) == short })
		if short == "" || i < 0 {
			continue
		}
		want, head := p.Standard.Form.Authority[i], t.S[:end]
		if head == want && t.S[end] == ' ' {
			continue
		}
		p.At(t, 0, end, diag.M("%q không đúng cách viết của thể thức này", "%q is not how this form writes it", head),
			diag.M("viết %s và một dấu cách", "write %s and a blank", want))
	}
}

// authorityOf reads the short form of authority at the head of a line, in
// whatever way it is written ("TM.", "T/M", "T.M", "TM"), and where it ends.
func authorityOf(t *fact.Text) (short string, end int) {
	for i := 0; i < len(t.Tokens) && i < 8; i++ {
		tok := t.Tokens[i]
		sign := tok.S == "." || tok.S == "/"
		if i > 0 && tok.Gap && !sign {
			break
		}
		if !sign && (!tok.Caps() || len(short)+len(tok.S) > 3) {
			break
		}
		if !sign {
			short += tok.S
		}
		end = tok.Hi
	}
	if end == len(t.S) {
		return "", 0 // a title alone
	}
	return short, end
}

func letterOnly(r rune) rune {
	if r == '.' || r == '/' {
		return -1
	}
	return r
}

func signRank(p *Pass) {
	for _, t := range p.Of("ho_ten") {
		rank := p.rankBefore(t.S)
		switch {
		case rank == "":
		case p.ownMinistry():
			p.Unjudged(t.Place(0, len(rank)), diag.M("trước họ tên có %q: đơn vị loại này theo hướng dẫn của bộ quản lý", "%q stands before the name: bodies of this kind follow their ministry", rank),
				diag.M("xem hướng dẫn của ngành", "see the guide of your ministry"))
		default:
			p.At(t, 0, len(rank), diag.M("trước họ tên người ký có %q", "%q stands before the signer's name", rank),
				diag.M("chỉ ghi họ tên, trừ đơn vị vũ trang, giáo dục, y tế, khoa học", "write the name alone, except for armed forces, education, health and science"))
		}
	}
}

// rankBefore is the longest degree or title with which a name begins.
func (p *Pass) rankBefore(name string) string {
	best := ""
	for _, w := range p.Ranks {
		if rest, ok := strings.CutPrefix(name, w); ok && len(w) > len(best) && (strings.HasSuffix(w, ".") || strings.HasPrefix(rest, " ")) {
			best = w
		}
	}
	return best
}

// ownMinistry tells whether the body may be one of those for which a ministry
// says what stands before the name.
func (p *Pass) ownMinistry() bool {
	name := strings.ToUpper(p.Plan.CoQuanChuQuan.Plain(" ") + " " + p.Plan.CoQuan.Plain(" "))
	return slices.ContainsFunc(p.Data.Words.OwnMinistry, func(w string) bool { return strings.Contains(name, strings.ToUpper(w)) })
}
