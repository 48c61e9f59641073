package pdf

import (
	"fmt"
	"slices"

	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
)

// fontUse is a font of one file. Its name among the resources is F and its place
// in the list: F0 to F3 are the four faces with the usual letters.
type fontUse struct {
	face   *face
	object int // 0: not in the file
}

// letter is a letter in one of the four styles.
type letter struct {
	style int
	r     rune
}

// code is how a letter is written: the font by its place in the list, and the
// byte.
type code struct {
	font int
	byte byte
}

// takeFonts finds out which fonts the file needs: those of its words, those in
// which its slots will be filled, and others for letters out of the ordinary.
func (j *job) takeFonts() error {
	var used [4]bool
	for i := range j.d.Pages {
		for k := range j.d.Pages[i].Words {
			used[styleOf(&j.d.Pages[i].Words[k])] = true
		}
		for k := range j.d.Pages[i].Slots {
			s := &j.d.Pages[i].Slots[k]
			used[0] = true
			used[font.Style{Bold: s.Bold, Italic: s.Italic}.Face()] = true
		}
	}
	for style, is := range used {
		u := &fontUse{}
		if is {
			u.face, u.object = j.w.faces[style](), j.f.allot(4)
		}
		j.fonts = append(j.fonts, u)
	}
	return j.takeOthers()
}

func styleOf(w *page.Word) int { return font.Style{Bold: w.Bold, Italic: w.Italic}.Face() }

// takeOthers adds fonts for letters that the usual ones lack.
func (j *job) takeOthers() error {
	var missing [4][]rune
	for i := range j.d.Pages {
		for k := range j.d.Pages[i].Words {
			w := &j.d.Pages[i].Words[k]
			style := styleOf(w)
			fc := j.fonts[style].face
			for _, r := range w.Text {
				if _, ok := fc.cut.Code(r); !ok && !slices.Contains(missing[style], r) {
					missing[style] = append(missing[style], r)
				}
			}
		}
	}
	for style, letters := range missing {
		if len(letters) == 0 {
			continue
		}
		for _, r := range letters {
			if !j.w.fam.Has(r) {
				return fmt.Errorf("the font has no character %q (U+%04X)", r, r)
			}
		}
		cuts, err := j.w.fam.Others(style, letters)
		if err != nil {
			return err
		}
		for _, cut := range cuts {
			j.addFont(style, cut)
		}
	}
	return nil
}

func (j *job) addFont(style int, cut *font.Cut) {
	for c, r := range cut.Letters {
		if r != 0 {
			j.others[letter{style, r}] = code{len(j.fonts), byte(c)}
		}
	}
	j.fonts = append(j.fonts, &fontUse{face: j.w.other(cut), object: j.f.allot(4)})
}

// mostOthers is how many faces with letters out of the ordinary are kept.
const mostOthers = 64

// other gives a face with letters out of the ordinary, packed once.
func (w *Writer) other(cut *font.Cut) *face {
	key := cut.Tag + cut.Name
	w.more.Lock()
	fc, ok := w.more.faces[key]
	w.more.Unlock()
	if ok {
		return fc
	}
	fc = newFace(cut)
	w.more.Lock()
	defer w.more.Unlock()
	if w.more.faces == nil || len(w.more.faces) >= mostOthers {
		w.more.faces = map[string]*face{}
	}
	w.more.faces[key] = fc
	return fc
}

// code tells how a letter is written in a style.
func (j *job) code(style int, r rune) code {
	if b, ok := j.fonts[style].face.cut.Code(r); ok {
		return code{style, b}
	}
	return j.others[letter{style, r}]
}

// putFonts writes the fonts: simple TrueType, subset and embedded (ISO 32000-1,
// 9.6.3).
func (j *job) putFonts() {
	f := &j.f
	for _, u := range j.fonts {
		if u.object == 0 {
			continue
		}
		name := u.face.cut.Tag + "+" + u.face.name
		f.begin(u.object)
		f.put("<</Type/Font/Subtype/TrueType/BaseFont/" + name + "/FirstChar ")
		f.int(u.face.first)
		f.put("/LastChar ")
		f.int(u.face.last)
		f.put("/Widths[" + u.face.widths + "]")
		f.key("/FontDescriptor", u.object+1)
		f.key("/ToUnicode", u.object+2)
		f.put(">>")
		f.end()
		f.begin(u.object + 1)
		f.put("<</Type/FontDescriptor/FontName/" + name + u.face.values)
		f.key("/FontFile2", u.object+3)
		f.put(">>")
		f.end()
		f.begin(u.object + 2)
		f.stream("/Filter/FlateDecode", u.face.unicode)
		f.begin(u.object + 3)
		f.stream(fmt.Sprintf("/Filter/FlateDecode/Length1 %d", u.face.length), u.face.file)
	}
}
