package docx_test

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"kehoach.example/internal/docx"
	"kehoach.example/internal/readback"
)

// A cutter writes text as Word might: in runs cut at random places.
type cutter struct {
	*rand.Rand
	n int
}

func (c *cutter) pick(of ...string) string { return of[c.IntN(len(of))] }

// line is text with keys, words and braces that are none.
func (c *cutter) line() string {
	var b strings.Builder
	for range 1 + c.IntN(6) {
		b.WriteString(c.pick("{so_ky_hieu}", "{co_quan}", "{trich_yeu}", "{dia_danh_ngay}", "{co_quan}{so_ky_hieu}", "Số: ", "/KH-", " ", "xã Vạc", "{", "}", "{ }", `{"a": 1}`, "R&D <b>", "{12}", "a", "Thôn  hai  ", "🏠", "{{so_ky_hieu}}", "]]>"))
	}
	return b.String()
}

// runs writes a text in runs.
func (c *cutter) runs(text string) string {
	var b strings.Builder
	look := func() string {
		return c.pick("", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", `<w:rPr><w:rFonts w:ascii="Times New Roman"/><w:sz w:val="26"/></w:rPr>`)
	}
	open := look()
	b.WriteString(c.pick("<w:r>", `<w:r w:rsidR="00AB12CD">`, "<w:r\n w:rsidR=\"00AB12CD\" >") + open)
	for text != "" {
		n := 1
		for n < len(text) && (!utf8.RuneStart(text[n]) || c.IntN(4) > 0) {
			n++
		}
		b.WriteString(c.text(text[:n]))
		text = text[n:]
		switch c.IntN(3) {
		case 0:
			b.WriteString("</w:r>" + c.between() + "<w:r>" + look())
		case 1:
			b.WriteString(c.pick("</w:r>", "</w:r\n>") + "<w:r>" + open)
		default:
			b.WriteString(c.pick("", "<w:lastRenderedPageBreak/>", "<w:t/>"))
		}
	}
	return b.String() + "</w:r>"
}

func (c *cutter) text(s string) string {
	raw := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
	switch c.IntN(8) {
	case 0:
		raw = strings.NewReplacer("{", "&#123;", "}", "&#x7D;").Replace(raw)
	case 1:
		if !strings.Contains(s, ">") {
			raw = "<![CDATA[" + s + "]]>"
		}
	}
	return `<w:t xml:space="preserve">` + raw + c.pick("</w:t>", "</w:t>", "</w:t >")
}

// between is what stands between two runs of one text.
func (c *cutter) between() string {
	c.n++
	return c.pick("", `<w:proofErr w:type="spellStart"/>`, fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="b%d"/><w:bookmarkEnd w:id="%[1]d"/>`, c.n, c.n), "<w:r/>", `<w:r w:rsidR="00AB12CD"/>`, "<!-- { -->",
		`<w:smartTag w:uri="u" w:element="e"/>`, "<w:r><w:rPr><w:i/></w:rPr></w:r>")
}

var keyLike = regexp.MustCompile(`\{[\pL\pN _-]*\pL[\pL\pN _-]*\}`)

// TestRandomSplits: lines whose keys are cut into runs at random places are
// filled without a loss, whatever else stands in them.
func TestRandomSplits(t *testing.T) {
	const files, perFile = 60, 100
	c := &cutter{Rand: rand.New(rand.NewPCG(6, 2027))}
	base := plain(t, lone).Data
	document := parts(t, base)[mainPart]
	at := strings.Index(document, "<w:body>") + len("<w:body>")
	var said bytes.Buffer
	log.SetOutput(&said)
	defer log.SetOutput(io.Discard)
	for range files {
		var lines []string
		var b strings.Builder
		for range perFile {
			line := c.line()
			for slices.ContainsFunc(keyLike.FindAllString(line, -1), func(k string) bool { return !strings.Contains(k, "_") }) {
				line = c.line() // an unknown key by chance
			}
			lines = append(lines, line)
			b.WriteString("<w:p>" + c.runs(line) + "</w:p>")
		}
		cut := document[:at] + b.String() + document[at:]
		l := letterheadOf(t, "cut", repack(t, base, map[string]string{mainPart: cut}))
		f, err := l.Fill(values())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := looks(t, parts(t, f.Bytes())[mainPart], nil), looks(t, cut, values()); got != want {
			t.Fatalf("looks\n%s\nwant\n%s", got, want)
		}
		got := strings.Split(shown(t, parts(t, f.Bytes())[mainPart]), "\n")
		for _, line := range lines {
			want := strings.Split(filledText(line, values()), "\n")
			if !slices.Equal(got[:len(want)], want) {
				t.Fatalf("%q: got %q, want %q", line, got[:len(want)], want)
			}
			got = got[len(want):]
		}
	}
	if said.Len() > 0 {
		t.Errorf("something was logged: %s", said.String())
	}
}

// looks are the texts of a part with the look of each letter. With values each
// key is what stands in its place, in the look of its first letter.
func looks(t *testing.T, part string, values map[string]string) string {
	t.Helper()
	var b strings.Builder
	for _, p := range tree(t, part).all("w:p") {
		var text strings.Builder
		var look []string // of each byte
		for _, r := range p.all("w:r") {
			name := ""
			for _, x := range r.one("w:rPr").kids {
				name += " " + strings.TrimPrefix(x.name, "w:") + x.attr["w:val"]
			}
			for _, k := range r.kids {
				switch k.name {
				case "w:t":
					text.WriteString(k.text)
				case "w:br":
					text.WriteString("\n")
				}
			}
			for len(look) < text.Len() {
				look = append(look, name)
			}
		}
		s, at, last := text.String(), 0, ""
		put := func(letters, name string) {
			if name != last && letters != "" {
				b.WriteString("[" + name + "]")
				last = name
			}
			b.WriteString(letters)
		}
		for _, m := range braces.FindAllStringIndex(s, -1) {
			if values == nil {
				break
			}
			for ; at < m[0]; at++ {
				put(s[at:at+1], look[at])
			}
			if filled := filledText(s[m[0]:m[1]], values); filled != s[m[0]:m[1]] {
				put(filled, look[m[0]])
				at = m[1]
			}
		}
		for ; at < len(s); at++ {
			put(s[at:at+1], look[at])
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestHostileValues: no value becomes markup or a key, and what is no text is
// left out.
func TestHostileValues(t *testing.T) {
	l := letterheadOf(t, lone, plain(t, lone).Data)
	for value, want := range map[string]string{
		"{noi_dung}": "{noi_dung}", "{so_ky_hieu}{co_quan}": "{so_ky_hieu}{co_quan}", "{": "{", "}{": "}{",
		"</w:t></w:r><w:br/>": "</w:t></w:r><w:br/>", "&amp; &#123;": "&amp; &#123;", `"'<>`: `"'<>`, "]]>": "]]>",
		"a\x00b\x07c\x1b": "abc", "a\tb": "a b", "a\r\nb\nc": "a\nb\nc", "\ue0b0\ue0b1x": "x", "a\uffffb\xff": "ab", "  hai  ": "  hai  ",
		"🏠 𠮷": "🏠 𠮷", "": "", strings.Repeat("dài ", 5000): strings.Repeat("dài ", 5000), "<!-- x": "<!-- x", "{{{}}}": "{{{}}}",
	} {
		v := values()
		v["so_ky_hieu"] = value
		f, err := l.Fill(v)
		if err != nil {
			t.Errorf("%.20q: %v", value, err)
			continue
		}
		if text := shown(t, parts(t, f.Bytes())[mainPart]); !strings.Contains(text, "\nSố: "+want+"\n") {
			t.Errorf("%.20q: got\n%.300s", value, text)
		}
	}
}

// TestFillTogether: one letterhead is filled by many at once, and each gets the
// same bytes.
func TestFillTogether(t *testing.T) {
	l := letterheadOf(t, lone, plain(t, lone).Data)
	want, err := l.Fill(values())
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 10 {
				got, err := l.Fill(values())
				if err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
					t.Errorf("another letterhead: %v", err)
				}
			}
		})
	}
	group.Wait()
}

// BenchmarkLetterhead measures one paper on a letterhead: reading is done once.
func BenchmarkLetterhead(b *testing.B) {
	in := readback.Letterheads()[0]
	l := letterheadOf(b, in.Name, in.Data)
	b.Run("Read", func(b *testing.B) {
		for b.Loop() {
			docx.ReadLetterhead(in.Name, in.Data, keys())
		}
	})
	b.Run("Fill", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Fill(values()); err != nil {
				b.Fatal(err)
			}
		}
	})
	f, err := l.Fill(values())
	if err != nil {
		b.Fatal(err)
	}
	b.Run("WriteOn", func(b *testing.B) {
		d, fig := paper(b)
		for b.Loop() {
			if _, err := docx.New().WriteOn(f, d, fig); err != nil {
				b.Fatal(err)
			}
		}
	})
}
