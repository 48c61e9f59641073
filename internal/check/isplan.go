package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kehoach.example/internal/diag"
)

func isPlanRules() []Rule {
	return []Rule{{
		Code: "NOT-A-PLAN", Group: GroupShape, Basis: "NĐ 30/2020, Điều 7: kế hoạch là một loại văn bản hành chính có tên loại", Fix: Never,
		Title: diag.M("không phải kế hoạch, hoặc lẫn chữ của trang tin", "no plan, or words of a news page in it"),
		Why: diag.M("Chữ chép từ trang mạng mang theo giờ đăng, chú thích ảnh, bản quyền; văn bản loại khác (quyết định, công văn) có thể thức khác. Cả hai không phát hành được như một kế hoạch.",
			"Text copied from a web page brings its time stamp, captions and copyright along; other kinds of documents have another form. Neither can be issued as a plan."),
		Bad:  Sample{Text: "08:15 | 12/3/2027\nẢnh minh họa.\n© 2027 Bản quyền thuộc về trang tin."},
		Good: Sample{Text: "Các thôn trồng cây ven đường, chụp ảnh gửi về Ủy ban nhân dân xã."},
		Run:  notPlan,
	}}
}

// notPlan tells what the reader decided of the whole text, and the lines that
// speak of a news page. A single such line in a plan says nothing.
func notPlan(p *Pass) {
	i := slices.IndexFunc(p.Read, func(f diag.Finding) bool { return f.Code == "NOT-A-PLAN" })
	signs := pressLines(p.Lines)
	if i < 0 && len(signs) < 2 {
		return
	}
	if i >= 0 {
		at := p.Top()
		if len(signs) > 0 && signs[0].line == 1 {
			at = p.lineAt(2)
		}
		p.Report(at, p.Read[i].Message, p.Read[i].Hint)
	}
	for _, s := range signs {
		p.Report(p.lineAt(s.line), s.reason, diag.M("bỏ dòng này nếu đây là kế hoạch; nếu là tin, bài thì chọn đúng tệp", "leave the line out if this is a plan; if it is an article, name another file"))
	}
}

type pressLine struct {
	line   int
	reason diag.Msg
}

var (
	timeStamp = re(`^\D{0,20}\d{1,2}:\d{2}\s*[|,\-]?\s*(ngày\s*)?\d{1,2}/\d{1,2}/\d{4}\D{0,12}$`)
	pressTag  = re(`^\(?[A-ZĐ]{2,8}(\.[a-z]{2,4})?\)?\s*[-–)]\s*\p{Lu}`)
)

// pressLines finds lines that only a news page has. Lines are judged alone, and
// a headline by standing there again and again.
func pressLines(lines []string) []pressLine {
	var out []pressLine
	seen := map[string]int{}
	for _, l := range lines {
		seen[strings.TrimSpace(l)]++
	}
	for i, l := range lines {
		s := strings.TrimSpace(l)
		n := utf8.RuneCountInString(s)
		low := strings.ToLower(s)
		var reason diag.Msg
		switch {
		case n < 60 && timeStamp.MatchString(s):
			reason = diag.M("giờ đăng của trang tin", "a time stamp of a news page")
		case strings.Contains(s, "©") || strings.Contains(low, "ghi rõ nguồn") || strings.Contains(low, "phút đọc") || strings.Contains(low, "lượt xem"):
			reason = diag.M("chữ của trang mạng", "words of a web page")
		case n < 160 && (strings.HasPrefix(low, "ảnh:") || strings.Contains(low, "ảnh minh họa") || strings.Contains(low, "ảnh minh hoạ") || strings.Contains(low, "(ảnh:")):
			reason = diag.M("chú thích ảnh của bài báo", "a caption of an article")
		case n > 200 && strings.HasPrefix(s, "(") && pressTag.MatchString(s):
			reason = diag.M("tên tắt của báo ở đầu bài", "the short name of a newspaper at the head")
		case n > 50 && seen[s] >= 3 && !strings.ContainsAny(s[:1], "|-+"):
			reason = diag.M("dòng này đứng %d lần, như đầu đề của bài báo", "this line stands %d times, as the headline of an article", seen[s])
		default:
			continue
		}
		out = append(out, pressLine{i + 1, reason})
	}
	return out
}
