package pdf

import (
	"slices"
	"strconv"

	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// graphics is the state of a page's content as far as it is told (ISO 32000-1,
// 8.4.1).
type graphics struct {
	height    unit.Length // of the page: PDF counts from the foot
	font      int
	size      unit.Length
	fill      string // colours, "" for black
	stroke    string
	thickness unit.Length
	square    bool
}

// page writes a page and its content.
func (j *job) page(i int) error {
	p := &j.d.Pages[i]
	j.content = j.content[:0]
	j.state = graphics{height: p.H, font: -1, thickness: -1}
	j.starts = append(j.starts, len(j.pieces))
	var drawn []int // objects of images
	for k := range p.Images {
		n, err := j.image(&p.Images[k])
		if err != nil {
			return err
		}
		if !slices.Contains(drawn, n) {
			drawn = append(drawn, n)
		}
		j.drawImage(i, &p.Images[k], n)
	}
	j.words(i, p.Words)
	j.strokes(i, p.Strokes)
	j.f.begin(j.contents + i)
	j.f.stream("/Filter/FlateDecode", j.pack(j.content))
	j.putPage(i, drawn)
	return nil
}

// putPage writes the object of a page (ISO 32000-1, 7.7.3.3).
func (j *job) putPage(i int, images []int) {
	p, f := &j.d.Pages[i], &j.f
	f.begin(j.pages + i)
	f.key("<</Type/Page/Parent", j.tree)
	f.put("/MediaBox[0 0 ")
	f.points(p.W)
	f.put(" ")
	f.points(p.H)
	f.put("]/Resources<<")
	j.putFontNames()
	if len(images) > 0 {
		f.put("/XObject<<")
		for _, n := range images {
			f.put("/I")
			f.int(n)
			f.put(" ")
			f.ref(n)
		}
		f.put(">>")
	}
	f.put(">>")
	f.key("/Contents", j.contents+i)
	if len(j.pieces) > j.starts[i] {
		f.put("/StructParents ")
		f.int(i)
	}
	j.putAnnots(i)
	f.put(">>")
	f.end()
}

// putFontNames writes the fonts of the file as resources.
func (j *job) putFontNames() {
	j.f.put("/Font<<")
	for i, u := range j.fonts {
		if u.object != 0 {
			j.f.put("/F")
			j.f.int(i)
			j.f.put(" ")
			j.f.ref(u.object)
		}
	}
	j.f.put(">>")
}

// words writes the words of a page: those of one element of the structure that
// follow each other as one piece of marked content.
func (j *job) words(on int, words []page.Word) {
	for i := 0; i < len(words); {
		e := j.elementOf(&words[i])
		n := i + 1
		for n < len(words) && words[n].Block == words[i].Block && j.elementOf(&words[n]) == e {
			n++
		}
		j.open(on, e, "/Artifact BMC\n")
		w := &words[i]
		j.reach(on, e, w.X, w.Y-w.Size, w.X+w.Width, w.Y)
		j.content = append(j.content, "BT\n"...)
		for i < n {
			i = j.line(words, i, n)
		}
		j.content = append(j.content, "ET\nEMC\n"...)
	}
}

// line writes the words of one line in one look, from the i-th on, and tells
// which is the next.
func (j *job) line(words []page.Word, i, n int) int {
	first := &words[i]
	j.color(&j.state.fill, first.Color, " rg\n", "0 g\n")
	style := styleOf(first)
	end := i
	for end < n && alike(&words[end], first) {
		end++
	}
	j.font(j.firstFont(style, words[i:end]), first.Size)
	c := append(j.content, "1 0 0 1 "...)
	c = append(appendPoints(c, first.X), ' ')
	c = append(appendPoints(c, j.state.height-first.Y), " Tm["...)
	c = append(c, '(')
	pen := first.X
	for k := i; k < end; k++ {
		w := &words[k]
		if k > i {
			if move := thousandths(pen-w.X, w.Size); move != 0 {
				c = append(strconv.AppendInt(append(c, ')'), move, 10), '(')
				pen -= unit.Length(move) * w.Size / 1000
			}
		}
		c = j.letters(c, style, w)
		pen += w.Width
	}
	j.content = append(c, ")]TJ\n"...)
	return end
}

// alike tells whether two words are drawn in one go.
func alike(a, b *page.Word) bool {
	return a.Y == b.Y && a.Size == b.Size && a.Bold == b.Bold && a.Italic == b.Italic && a.Color == b.Color
}

// thousandths is a distance in thousandths of the size of the letters.
func thousandths(d, size unit.Length) int64 {
	if size <= 0 {
		return 0
	}
	half := size / 2
	if d < 0 {
		half = -half
	}
	return int64((d*1000 + half) / size)
}

// firstFont is the font of the first letter.
func (j *job) firstFont(style int, words []page.Word) int {
	for i := range words {
		for _, r := range words[i].Text {
			return j.code(style, r).font
		}
	}
	return style
}

// letters writes the letters of a word into an open string. Where one stands in
// another font, the string ends and begins again.
func (j *job) letters(c []byte, style int, w *page.Word) []byte {
	for _, r := range w.Text {
		to := j.code(style, r)
		if to.font != j.state.font {
			j.content = append(c, ")]TJ\n"...)
			j.font(to.font, w.Size)
			c = append(j.content, "[("...)
		}
		if to.byte == '(' || to.byte == ')' || to.byte == '\\' {
			c = append(c, '\\')
		}
		c = append(c, to.byte)
	}
	return c
}

func (j *job) font(n int, size unit.Length) {
	if j.state.font == n && j.state.size == size {
		return
	}
	j.state.font, j.state.size = n, size
	c := strconv.AppendInt(append(j.content, "/F"...), int64(n), 10)
	j.content = append(appendPoints(append(c, ' '), size), " Tf\n"...)
}

// color tells a colour where it is another than before.
func (j *job) color(now *string, color, operator, black string) {
	if *now == color {
		return
	}
	*now = color
	if color == "" {
		j.content = append(j.content, black...)
		return
	}
	r, g, b := rgb(color)
	for i, v := range []int{r, g, b} {
		if i > 0 {
			j.content = append(j.content, ' ')
		}
		j.content = appendThousandths(j.content, int64((v*1000+127)/255))
	}
	j.content = append(j.content, operator...)
}

// strokes writes drawn lines. Those that are no figure are artifacts.
func (j *job) strokes(on int, strokes []page.Stroke) {
	for i := 0; i < len(strokes); {
		e := j.figureOf(strokes[i].Block)
		n := i + 1
		for n < len(strokes) && j.figureOf(strokes[n].Block) == e {
			n++
		}
		j.open(on, e, "/Artifact<</Type/Layout>>BDC\n")
		for ; i < n; i++ {
			j.stroke(&strokes[i])
			j.reach(on, e, strokes[i].X0, strokes[i].Y0-strokes[i].Thickness/2, strokes[i].X1, strokes[i].Y1+strokes[i].Thickness/2)
		}
		j.content = append(j.content, "EMC\n"...)
	}
}

func (j *job) stroke(s *page.Stroke) {
	j.color(&j.state.stroke, s.Color, " RG\n", "0 G\n")
	if j.state.thickness != s.Thickness {
		j.state.thickness = s.Thickness
		j.content = append(appendPoints(j.content, s.Thickness), " w\n"...)
	}
	if j.state.square != s.Square {
		j.state.square = s.Square
		j.content = append(j.content, map[bool]string{true: "2 J\n", false: "0 J\n"}[s.Square]...)
	}
	j.content = append(j.point(j.content, s.X0, s.Y0), " m "...)
	j.content = append(j.point(j.content, s.X1, s.Y1), " l S\n"...)
}

func (j *job) point(c []byte, x, y unit.Length) []byte {
	return appendPoints(append(appendPoints(c, x), ' '), j.state.height-y)
}

// open begins a piece of marked content: of an element, or an artifact.
func (j *job) open(on int, e int32, artifact string) {
	if e < 0 {
		j.content = append(j.content, artifact...)
		return
	}
	n := len(j.pieces) - j.starts[on]
	j.pieces = append(j.pieces, piece{e, -1})
	j.join(e, on, n)
	j.content = append(append(j.content, '/'), j.elems[e].node.Kind...)
	j.content = strconv.AppendInt(append(j.content, "<</MCID "...), int64(n), 10)
	j.content = append(j.content, ">>BDC\n"...)
}
