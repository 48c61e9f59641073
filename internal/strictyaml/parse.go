package strictyaml

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"kehoach.example/internal/diag"
)

// Parse reads one YAML document. The node is nil only if nothing could be
// read at all; findings may be errors even if a node comes back, because
// reading goes on behind a mended line.
func Parse(file string, data []byte) (*Node, []diag.Finding) {
	b := &builder{file: file, src: splitLines(string(data)), shift: map[int]int{}}
	if len(data) > MaxBytes {
		b.report("FILE-SIZE", diag.Place{File: file}, diag.M("tệp quá lớn: %d MB, giới hạn %d MB", "the file is too large: %d MB, limit %d MB", len(data)>>20, MaxBytes>>20),
			diag.M("một kế hoạch là một tệp chữ nhỏ; kiểm tra lại tệp đã chọn", "a plan is a small text file; check which file was named"))
		return nil, b.fs
	}
	root := b.parseMending(append([]string(nil), b.src...))
	if root == nil || root.Kind == 0 && len(b.fs) > 0 {
		return nil, b.fs
	}
	if root.Kind == 0 || len(root.Content) == 0 {
		b.report("FILE-EMPTY", diag.Place{File: file}, diag.M("tệp không có nội dung", "the file is empty"),
			diag.M("tạo một kế hoạch mẫu: kehoach new -o ke-hoach.yaml", "make a starter plan: kehoach new -o ke-hoach.yaml").
				OnPage(diag.M("đưa vào một tệp có chữ, hoặc bắt đầu từ kế hoạch trống", "bring a file with text, or begin with an empty plan")))
		return nil, b.fs
	}
	out := b.node(root.Content[0], 0)
	if b.tooBig {
		return nil, b.fs
	}
	return out, b.fs
}

func splitLines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(s, "\r", "\n"), "\n")
}

// parseMending parses; where the grammar breaks it reports the traps of the
// file in words, mends those lines in memory and parses again.
func (b *builder) parseMending(lines []string) *yaml.Node {
	for mends := 0; mends < maxMends; {
		root, err := parseOnce(strings.Join(lines, "\n"))
		if err == nil {
			return root
		}
		traps := findTraps(lines)
		if len(traps) == 0 {
			traps = []trap{b.translate(err, lines)}
		}
		for _, t := range traps {
			if !t.silent {
				b.report(t.code, b.place(t.line, t.col, max(t.width, 1)), t.msg, t.hint)
			}
			if t.line < 1 || t.line > len(lines) || lines[t.line-1] == t.mended {
				return nil
			}
			b.shift[t.line] += leading(t.mended) - leading(lines[t.line-1])
			lines[t.line-1] = t.mended
			mends++
		}
	}
	return nil
}

// leading counts the blanks, tabs and list marks at the head of a line.
func leading(line string) int { return len(line) - len(strings.TrimLeft(line, " \t-")) }

func parseOnce(text string) (*yaml.Node, error) {
	dec := yaml.NewDecoder(strings.NewReader(text))
	var root, second yaml.Node
	if err := dec.Decode(&root); err != nil {
		if errors.Is(err, io.EOF) {
			return &root, nil
		}
		return nil, err
	}
	if err := dec.Decode(&second); err == nil {
		return nil, fmt.Errorf("yaml: line %d: second document", max(second.Line-1, 1))
	}
	return &root, nil
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// translate turns yaml.v3's riddle into words. The line it names is blanked,
// so that the next round finds the next mistake.
func (b *builder) translate(err error, lines []string) trap {
	t := trap{code: "YAML-SYNTAX", line: 1, col: 1}
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		t.line, _ = strconv.Atoi(m[1])
	}
	t.line = min(max(t.line, 1), len(lines))
	for t.line > 1 && strings.TrimSpace(lines[t.line-1]) == "" {
		t.line--
	}
	t.col = 1 + len(lines[t.line-1]) - len(strings.TrimLeft(lines[t.line-1], " "))
	t.width = len([]rune(strings.TrimSpace(lines[t.line-1])))
	t.msg, t.hint = explain(err.Error())
	t.mended = ""
	return t
}

func explain(text string) (msg, hint diag.Msg) {
	for _, r := range riddles {
		if strings.Contains(text, r.part) {
			return r.msg, r.hint
		}
	}
	return diag.M("dòng này sai cú pháp YAML", "this line breaks the grammar of YAML"),
		diag.M("xem lại dấu hai chấm, nháy và thụt dòng ở đây và dòng trên", "look at colons, quotes and indentation here and one line above")
}

// riddles are yaml.v3's messages and what they mean to a clerk.
var riddles = []struct {
	part      string
	msg, hint diag.Msg
}{
	{
		"did not find expected key", diag.M("dòng này thụt vào không khớp các dòng trên", "this line is not indented as the lines above"),
		diag.M("các khóa cùng cấp phải thụt bằng nhau", "keys of one level are indented alike"),
	},
	{
		"did not find expected '-' indicator", diag.M("dòng này không thuộc danh sách ở trên", "this line does not belong to the list above"),
		diag.M("mỗi mục của danh sách bắt đầu bằng \"- \", thụt bằng nhau", "each item of a list begins with \"- \", indented alike"),
	},
	{
		"could not find expected ':'", diag.M("thiếu dấu hai chấm sau tên khóa, hoặc chữ nhiều dòng chưa thụt vào", "a colon is missing after a key, or text of several lines is not indented"),
		diag.M("chữ nhiều dòng: viết \"khóa: |\" rồi thụt các dòng chữ", "text of several lines: write \"key: |\" and indent the lines"),
	},
	{
		"mapping values are not allowed", diag.M("có dấu hai chấm thứ hai trong giá trị", "there is a second colon in the value"),
		diag.M("đặt cả giá trị trong nháy, hoặc viết \"khóa: |\" rồi xuống dòng", "quote the value, or write \"key: |\" and go to the next line"),
	},
	{
		"found unexpected end of stream", diag.M("nháy hoặc ngoặc mở mà không đóng", "a quotation mark or bracket is opened and not closed"),
		diag.M("đóng lại bằng cùng loại dấu", "close it with the same mark"),
	},
	{
		"control characters", diag.M("tệp có ký tự điều khiển", "the file has control characters"),
		diag.M("lưu lại tệp dưới dạng văn bản UTF-8", "save the file as UTF-8 text"),
	},
}
