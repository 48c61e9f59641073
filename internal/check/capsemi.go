package check

import (
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
)

// capSemi tells once for each paragraph. A capital is wrong where the words are
// surely no name: they begin as tasks begin, or stand in small letters
// elsewhere in the document.
func capSemi(p *Pass) {
	var pairs map[string]bool
	for _, t := range p.Texts {
		if named(t) || inCaps(t) || tabular(t) || listed(t) || !strings.Contains(t.S, "; ") {
			continue
		}
		h := hits{}
		for i := 1; i < len(t.Tokens); i++ {
			tok, next := t.Tokens[i], t.Token(i+1)
			if t.Tokens[i-1].S != ";" || !tok.Upper() || tok.Caps() || next.Kind != fact.Word || next.S != next.Low || t.Quoted(tok.Lo) {
				continue
			}
			if _, _, ok := p.Data.index().upper.at(t, i, nil); ok {
				continue
			}
			if _, end, ok := p.Data.index().lower.at(t, i, nil); ok && !partOfName(t, i, end) {
				continue // CAP-MID tells it
			}
			if !startsTask(tok.Low, next.Low) {
				if beginsName(tok.Low) || allUpper(t, i) {
					continue
				}
				if pairs == nil {
					pairs = smallPairs(p)
				}
				if !pairs[tok.Low+" "+next.Low] {
					continue
				}
			}
			h.add(t, tok.Lo, tok.Hi)
		}
		if h.n == 0 {
			continue
		}
		word := t.S[h.lo:h.hi]
		p.Mend(t, h.lo, h.hi, small(word), told(diag.M("viết hoa “%s” sau dấu chấm phẩy", "a capital (“%s”) behind a semicolon", word), more(h.n)),
			diag.M("viết thường, hoặc thay dấu chấm phẩy bằng dấu chấm", "write it small, or end the sentence before it"))
	}
}

// allUpper tells whether every item of the list around a semicolon, which a
// colon or a bracket opens, begins with a capital: "(Ngữ văn: 2; Hóa học: 1)".
func allUpper(t *fact.Text, i int) bool {
	lo, depth := i-1, 0
	for ; lo >= 0; lo-- {
		s := t.Tokens[lo].S
		if s == ")" {
			depth++
		} else if s == "(" {
			depth--
		}
		if depth < 0 || depth == 0 && (s == "." && t.Token(lo+1).Gap || s == ":" && plainColon(t, lo)) {
			break
		}
	}
	if lo < 0 || t.Tokens[lo].S == "." || !t.Token(lo+1).Upper() {
		return false
	}
	for k := lo + 1; k < len(t.Tokens); k++ {
		switch t.Tokens[k].S {
		case ";":
			if next := t.Token(k + 1); next.Kind == fact.Word && !next.Upper() {
				return false
			}
		case ")", ".":
			if t.Tokens[k].S == ")" || t.Token(k+1).Gap {
				return true
			}
		}
	}
	return true
}

// plainColon tells whether a colon opens a list and does not stand inside of an
// item ("Hóa học: 1; ").
func plainColon(t *fact.Text, i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch t.Tokens[k].S {
		case ";":
			return false
		case "(":
			return false
		case ".":
			return true
		}
	}
	return true
}

// more tells how many further places a paragraph has.
func more(n int) diag.Msg {
	if n < 2 {
		return diag.Msg{}
	}
	return diag.M(" (và %d chỗ nữa trong đoạn)", " (and %d more in the paragraph)", n-1)
}

// smallPairs are the pairs of words in small letters of a document.
func smallPairs(p *Pass) map[string]bool {
	out := map[string]bool{}
	for _, t := range p.Texts {
		for i := 0; i+1 < len(t.Tokens); i++ {
			a, b := t.Tokens[i], t.Tokens[i+1]
			if a.Kind == fact.Word && b.Kind == fact.Word && a.S == a.Low && b.S == b.Low {
				out[a.S+" "+b.S] = true
			}
		}
	}
	return out
}

// startsTask tells whether two words begin a task and no name.
func startsTask(a, b string) bool {
	switch a + " " + b {
	case "thực hiện", "phát huy", "tăng cường", "đẩy mạnh", "nâng cao", "lựa chọn", "công khai", "chủ động", "phối hợp", "tiếp tục",
		"tổ chức", "xây dựng", "triển khai", "vận động", "tuyên truyền", "rà soát", "kiểm tra", "tham mưu", "hướng dẫn", "chỉ đạo",
		"bảo đảm", "đảm bảo", "báo cáo", "tổng hợp", "hoàn thành", "phấn đấu", "khuyến khích", "quan tâm", "chăm lo", "thường xuyên",
		"kịp thời", "đồng thời", "đổi mới", "củng cố", "tích cực", "nghiêm túc", "chuẩn bị", "đôn đốc", "theo dõi", "phân công":
		return true
	}
	return false
}

// beginsName tells whether names of bodies, papers, events and places begin
// with a word: a capital may be right there.
func beginsName(s string) bool {
	switch s {
	case "ban", "bộ", "sở", "phòng", "cục", "vụ", "viện", "khoa", "hội", "đoàn", "đội", "đảng", "chi", "tổ", "công", "liên", "tổng", "ủy", "uỷ",
		"thường", "lãnh", "chủ", "phó", "trưởng", "giám", "hiệu", "bí", "trường", "trung", "văn", "nhà", "quỹ", "khu", "cụm", "khối", "thôn", "ấp",
		"xã", "phường", "quận", "huyện", "tỉnh", "thành", "thị", "chương", "kế", "nghị", "quyết", "chỉ", "luật", "pháp", "hiến", "thông", "hướng",
		"quy", "điều", "đề", "dự", "phong", "cuộc", "ngày", "tháng", "năm", "tết", "lễ", "đại", "mặt", "quân", "nhân", "học", "hợp", "doanh",
		"kho", "bảo", "ngân", "tòa", "toà", "bệnh", "trạm", "câu", "giải", "danh", "huân", "bằng", "nghiệp", "cơ", "cán", "các":
		return true
	}
	return false
}
