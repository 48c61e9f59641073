package strictyaml

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kehoach.example/internal/diag"
)

// Kind is the shape of a node.
type Kind int

// The four shapes.
const (
	Null Kind = iota
	Scalar
	Map
	List
)

// Line is one line of a scalar and where it stands.
type Line struct {
	Text string
	At   diag.Place
}

// Node is a value of the file.
type Node struct {
	Kind    Kind
	Text    string  // of a scalar
	Block   bool    // scalar written with | or >
	Plain   bool    // scalar without quotes
	Lines   []Line  // of a scalar, each line with its place
	Entries []Entry // of a map
	Items   []*Node // of a list
	Flow    bool    // map or list written with braces or brackets
	Source  string  // the text of the file from the node's start to the end of its line
	At      diag.Place
}

// Entry is one pair of a map.
type Entry struct {
	Key   string // as typed
	At    diag.Place
	Value *Node
}

// builder turns yaml.v3's nodes into ours.
type builder struct {
	file   string
	src    []string
	shift  map[int]int // line -> columns by which mending moved it to the right
	count  int
	tooBig bool // told
	fs     []diag.Finding
}

// place is a place inside the file: the parser counts on behind the end of a
// line where a value that it looks for is missing, and columns of mended lines
// are those of the line as it was mended.
func (b *builder) place(line, col, width int) diag.Place {
	line = min(max(line, 1), len(b.src))
	text := b.src[line-1]
	if col = max(col-b.shift[line], 1); col > len(text)/utf8.UTFMax {
		col = min(col, utf8.RuneCountInString(text)+1)
	}
	return diag.Place{File: b.file, Line: line, Column: col, EndColumn: col + width, Text: text}
}

func (b *builder) report(code string, at diag.Place, msg, hint diag.Msg) {
	b.fs = append(b.fs, diag.New(code, diag.Error, "yaml", at, msg, hint))
}

// restOfLine is the source text from a column to the end of its line.
func (b *builder) restOfLine(line, col int) string {
	if line < 1 || line > len(b.src) {
		return ""
	}
	n := 1
	for i := range b.src[line-1] {
		if n == col {
			return strings.TrimRight(b.src[line-1][i:], " ")
		}
		n++
	}
	return ""
}

func (b *builder) node(n *yaml.Node, depth int) *Node {
	b.count++
	out := &Node{At: b.place(n.Line, n.Column, 1), Source: b.restOfLine(n.Line, n.Column)}
	if depth > maxDepth || b.count > maxNodes {
		if !b.tooBig { // told once
			b.tooBig = true
			b.report("YAML-SIZE", out.At, diag.M("tệp lồng quá sâu hoặc quá nhiều mục", "the file is nested too deep or has too many entries"),
				diag.M("một kế hoạch không cần quá vài nghìn dòng", "a plan does not need more than a few thousand lines"))
		}
		return out
	}
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		b.report("YAML-ALIAS", out.At, diag.M("chữ bắt đầu bằng & hoặc * cần đặt trong nháy", "text that begins with & or * must stand in quotes"),
			diag.M("viết '%s'", "write '%s'", strings.ReplaceAll(out.Source, "'", "''")))
		return out
	}
	switch n.Kind {
	case yaml.ScalarNode:
		b.scalar(n, out)
	case yaml.MappingNode:
		out.Kind, out.Flow = Map, n.Style&yaml.FlowStyle != 0
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			e := Entry{Key: k.Value, At: b.place(k.Line, k.Column, utf8.RuneCountInString(k.Value)), Value: b.node(n.Content[i+1], depth+1)}
			if k.Kind != yaml.ScalarNode {
				e.Key = b.restOfLine(k.Line, k.Column)
			}
			out.Entries = append(out.Entries, e)
		}
	case yaml.SequenceNode:
		out.Kind, out.Flow = List, n.Style&yaml.FlowStyle != 0
		for _, c := range n.Content {
			out.Items = append(out.Items, b.node(c, depth+1))
		}
	}
	return out
}

func (b *builder) scalar(n *yaml.Node, out *Node) {
	out.Kind, out.Text = Scalar, n.Value
	out.Plain = n.Style == 0
	out.Block = n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if n.Tag == "!!null" && out.Plain && (n.Value == "" || n.Value == "~" || n.Value == "null") {
		out.Kind, out.Text = Null, ""
		return
	}
	out.At.EndColumn = out.At.Column + min(utf8.RuneCountInString(out.Source), max(utf8.RuneCountInString(n.Value), 1))
	b.warnCutComment(n, out)
	if n.Style&yaml.LiteralStyle != 0 {
		b.literalLines(n, out)
		return
	}
	for _, s := range strings.Split(strings.TrimRight(n.Value, "\n"), "\n") {
		out.Lines = append(out.Lines, Line{s, out.At})
	}
}

// literalLines gives each line of a | block its own place.
func (b *builder) literalLines(n *yaml.Node, out *Node) {
	for i, s := range strings.Split(strings.TrimRight(n.Value, "\n"), "\n") {
		line := n.Line + 1 + i
		at := b.place(line, 1, 1)
		at.Column = 1 + utf8.RuneCountInString(at.Text) - utf8.RuneCountInString(strings.TrimLeft(at.Text, " \t"))
		at.EndColumn = utf8.RuneCountInString(at.Text) + 1
		out.Lines = append(out.Lines, Line{s, at})
	}
}

// warnCutComment tells of a "#" that silently ends a value: "chủ đề #1".
func (b *builder) warnCutComment(n *yaml.Node, out *Node) {
	c := n.LineComment
	if !out.Plain || len(c) < 2 || c[1] == ' ' || c[1] == '#' {
		return
	}
	b.fs = append(b.fs, diag.New("YAML-HASH", diag.Warning, "yaml", out.At,
		diag.M("phần từ %q bị coi là ghi chú và không được in", "the part from %q is a comment and is not printed", c),
		diag.M("nếu là chữ, đặt cả dòng trong nháy; nếu là ghi chú, viết \"# \"", "if it is text, quote the whole line; if a comment, write \"# \"")))
}
