package check

import (
	"slices"
	"strings"

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
	signs := pressLines(&p.Data.Words, p.Lines, i >= 0)
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

// pressLines finds lines that only a news page has; in a text that is no plan
// also those that stand there again and again.
func pressLines(words *Words, lines []string, noPlan bool) []pressLine {
	var out []pressLine
	for i, l := range lines {
		if reason, ok := pressWords(words, strings.TrimSpace(l)); ok {
			out = append(out, pressLine{i + 1, reason})
		}
	}
	if noPlan {
		out = append(out, headlines(lines)...)
		slices.SortFunc(out, func(a, b pressLine) int { return a.line - b.line })
	}
	return out
}

// pressWords judges a line by itself.
func pressWords(words *Words, s string) (diag.Msg, bool) {
	switch n := len(s); {
	case n < 60 && strings.Contains(s, ":") && timeStamp.MatchString(s):
		return diag.M("giờ đăng của trang tin", "a time stamp of a news page"), true
	case containsAny(s, words.WebPage):
		return diag.M("chữ của trang mạng", "words of a web page"), true
	case n < 200 && containsAny(s, words.Caption):
		return diag.M("chú thích ảnh của bài báo", "a caption of an article"), true
	case n > 250 && s[0] == '(' && pressTag.MatchString(s):
		return diag.M("tên tắt của báo ở đầu bài", "the short name of a newspaper at the head"), true
	}
	return diag.Msg{}, false
}

func containsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// headlines finds long lines that stand three times or more as they are.
func headlines(lines []string) []pressLine {
	seen := map[string]int{}
	for _, l := range lines {
		seen[strings.TrimSpace(l)]++
	}
	var out []pressLine
	for i, l := range lines {
		if s := strings.TrimSpace(l); len(s) > 60 && seen[s] >= 3 {
			out = append(out, pressLine{i + 1, diag.M("dòng này đứng %d lần, như đầu đề của bài báo", "this line stands %d times, as the headline of an article", seen[s])})
		}
	}
	return out
}
