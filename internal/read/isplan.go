package read

import (
	"regexp"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// A text is a plan by several signs together; no single word or publisher
// decides. The least sum was set so that every real plan at hand lies above it
// and every other text below, each by a distance.
const planThreshold = 6

// sign is one thing that speaks for or against a plan.
type sign struct {
	holds  bool
	weight int
	reason diag.Msg
}

// refuse tells whether a text is no plan, and why.
func (t *textReader) refuse(lines []tline, r regions) (diag.Finding, bool) {
	sum := 0
	var vi, en []string
	for _, s := range t.signs(lines, r) {
		if s.holds {
			sum += s.weight
		}
		if s.holds == (s.weight < 0) {
			vi, en = append(vi, s.reason.Vi), append(en, s.reason.En)
		}
	}
	if sum >= planThreshold && r.name != "" && len(r.body) > 0 {
		return diag.Finding{}, false
	}
	msg := diag.M("đây không phải một kế hoạch", "this is not a plan")
	if kind := t.kind(lines); kind.En != "" {
		msg = diag.Msg{Vi: "đây là " + kind.Vi + ", không phải một kế hoạch", En: "this is " + kind.En + ", not a plan"}
	}
	return finding("NOT-A-PLAN", diag.Place{File: t.plan.At.File},
		diag.Msg{Vi: msg.Vi + ": " + strings.Join(vi, "; "), En: msg.En + ": " + strings.Join(en, "; ")},
		diag.M("chọn đúng tệp kế hoạch, hoặc tạo mới bằng kehoach new; muốn lấy chữ của nó thì dùng kehoach import --any-document",
			"name the file of the plan, or start one with kehoach new; kehoach import --any-document takes its text all the same").
			OnPage(diag.M("đưa vào đúng tệp kế hoạch; hoặc vẫn lấy chữ của nó làm kế hoạch", "bring the file of the plan; or take its text all the same"))), true
}

func (t *textReader) signs(lines []tline, r regions) []sign {
	heads, filled := t.skeleton(r.body)
	return []sign{
		{r.name != "", 3, diag.M("không có tên loại KẾ HOẠCH ở đầu", "the title KẾ HOẠCH is not at its head")},
		{len(heads) >= 2, 2, diag.M("không có các phần đánh số I., II. hoặc 1., 2.", "there are no numbered parts")},
		{t.hasIssuing(r.opening), 2, diag.M("không có câu ban hành “… như sau:”", "there is no issuing sentence")},
		{t.planHeads(heads) >= 1, 1, diag.M("không có phần mục đích, nội dung hoặc tổ chức thực hiện", "there is no part on purpose, content or organisation")},
		{t.planHeads(heads) >= 2, 1, diag.M("thiếu các phần thường có của kế hoạch", "the usual parts of a plan are missing")},
		{t.numberOf(r.header, true), 2, diag.M("không có ký hiệu KH", "there is no symbol KH")},
		{len(r.foot) > 0, 1, diag.M("không có nơi nhận, chữ ký", "there are no recipients and no signature")},
		{t.numberOf(lines[:min(len(lines), titleWindow)], false), -5, diag.M("ký hiệu là của loại văn bản khác", "the symbol is that of another kind of document")},
		{t.otherKind(lines), -5, diag.M("tên loại là của văn bản khác", "the title is that of another kind of document")},
		{prose(r.header) >= 1, -6, diag.M("trước tên loại có văn xuôi", "prose stands before the title")},
		{media(lines), -7, diag.M("có dấu hiệu của thư, tin bài hoặc trang mạng", "there are signs of a letter, an article or a web page")},
		{leaders(lines) >= 3, -7, diag.M("là mục lục: các dòng chấm dẫn tới số trang", "it is a table of contents: dots lead to page numbers")},
		{articles(lines) >= 2, -4, diag.M("chia theo Điều 1, Điều 2", "it is divided into Điều 1, Điều 2")},
		{len(heads) > 0 && !filled, -6, diag.M("các phần hầu như không có chữ", "its parts hold next to no text")},
	}
}

// skeleton gives the headings of the parts and whether text stands under them.
func (t *textReader) skeleton(body []tline) (heads []string, filled bool) {
	words := 0
	level := plan.DauKhoan
	for _, l := range body {
		if d, _, _ := splitSign(bare(l.text)); d == plan.DauMuc {
			level = plan.DauMuc
		}
	}
	for _, l := range body {
		d, _, rest := splitSign(bare(l.text))
		if d == level {
			heads = append(heads, strings.ToLower(rest))
		}
		words += len(strings.Fields(rest))
	}
	return heads, words >= 6*max(len(heads), 1)
}

// planHeads counts the headings that have a word of those that plans have.
func (t *textReader) planHeads(heads []string) int {
	n := 0
	for _, h := range heads {
		if containsAny(h, t.words.Muc) {
			n++
		}
	}
	return n
}

func (t *textReader) hasIssuing(opening []tline) bool {
	for _, l := range opening {
		if t.issues(l.text) {
			return true
		}
	}
	return false
}

// numberOf looks for a document number with the symbol of a plan, or of
// another kind of document, in the lines of the header.
func (t *textReader) numberOf(lines []tline, ofPlan bool) bool {
	for _, l := range lines {
		m := soPattern.FindStringSubmatch(l.text)
		if m == nil || !strings.HasPrefix(strings.TrimLeft(bare(l.text), "\t "), "Số") && len(cells(l.text)) < 2 {
			continue
		}
		if strings.HasPrefix(m[3], t.words.KyHieu) == ofPlan {
			return true
		}
	}
	return false
}

// otherKind tells whether another kind of document is named before KẾ HOẠCH,
// or the form of a letter (công văn) opens the text.
func (t *textReader) otherKind(lines []tline) bool { return t.kind(lines).En != "" }

// kind names the kind of document that is named before KẾ HOẠCH; "" for none.
func (t *textReader) kind(lines []tline) diag.Msg {
	for i, l := range lines {
		s := bare(l.text)
		switch {
		case i > titleWindow, startsWith(t.tightened(s), []string{t.words.TenLoai}) && plan.Capitals(s):
			return diag.Msg{}
		case startsWith(s, t.words.CongVan):
			return diag.M("công văn", "an official letter (công văn)")
		case plan.Capitals(s) && startsWith(s, t.words.LoaiKhac):
			for _, w := range t.words.LoaiKhac {
				if startsWith(s, []string{w}) {
					w = strings.ToLower(w)
					return diag.M("%s", "a document of the kind “%s”", w)
				}
			}
		}
	}
	return diag.Msg{}
}

// prose counts the lines of a header that are sentences.
func prose(header []tline) int {
	n := 0
	for _, l := range header {
		s := bare(l.text)
		if len(strings.Fields(s)) >= 12 && !plan.Capitals(s) && len(cells(l.text)) == 1 {
			n++
		}
	}
	return n
}

var mediaSigns = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^(from|to|subject|cc|từ|người gửi|chủ đề|tiêu đề)\s*:\s*\S`),
	regexp.MustCompile(`\d{1,2}:\d{2}\s*[|,-]?\s*(ngày\s*)?\d{1,2}/\d{1,2}/\d{4}`),
	regexp.MustCompile(`^(?i)(kính gửi|kính chào|xin chào|em chào|chào|thân gửi|dear|hi)\s+(anh|chị|em|cô|thầy|các|cả|mọi|sếp|quý|all)`),
	regexp.MustCompile(`©|All rights reserved|phút đọc|lượt xem|Ghi rõ nguồn`),
	regexp.MustCompile(`^\(?\p{Lu}[\p{L}\d.]{1,10}\)?\s*[-–)]\s*(?:Sáng|Chiều|Tối|Ngày|Tại)\s`),
}

// media tells whether a text shows two signs of a letter, an article or a web
// page, or one at its very head.
func media(lines []tline) bool {
	n := 0
	for i, l := range lines {
		for _, p := range mediaSigns {
			if p.MatchString(l.text) {
				if n++; i < 3 {
					n++
				}
				break
			}
		}
	}
	return n >= 2
}

var leaderLine = regexp.MustCompile(`[.…]{4,}\s*\d{1,3}$`)

func leaders(lines []tline) int {
	n := 0
	for _, l := range lines {
		if leaderLine.MatchString(l.text) {
			n++
		}
	}
	return n
}

var articleLine = regexp.MustCompile(`^[*_]*Điều\s+\d+[.:]`)

func articles(lines []tline) int {
	n := 0
	for _, l := range lines {
		if articleLine.MatchString(l.text) {
			n++
		}
	}
	return n
}
