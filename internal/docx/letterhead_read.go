package docx

import (
	"crypto/sha256"
	"errors"
	"path"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
)

// reading is a letterhead that is being looked over.
type reading struct {
	bundle  *bundle
	main    string
	stories []*story
	found   []diag.Finding
	listed  map[string]bool // paragraph styles with automatic numbers
}

// ReadLetterhead looks a file over (the pre-pass: each key alone in one run) and
// tells everything that stops it from being filled or that will not look as the
// office thinks, all at once. With an error there is no letterhead. keys are all
// that may stand in it; [doc.BodyKey] is added where it is missing.
func ReadLetterhead(name string, data []byte, keys []LetterheadKey) (*Letterhead, []diag.Finding) {
	r := &reading{}
	l := r.read(data, names(keys))
	for i := range r.found {
		r.found[i].At.File = name
	}
	found := diag.Sort(r.found)
	if l == nil || diag.HasErrors(found) {
		return nil, found
	}
	l.Name, l.Sum = name, sha256.Sum256(data)
	return l, found
}

func names(keys []LetterheadKey) []string {
	out := []string{doc.BodyKey}
	for _, k := range keys {
		if k.Name != doc.BodyKey {
			out = append(out, k.Name)
		}
	}
	return out
}

func (r *reading) read(data []byte, known []string) *Letterhead {
	b, bad := unpack(data)
	if bad == nil {
		r.bundle = b
		bad = r.open()
	}
	if bad != nil {
		r.found = append(r.found, *bad)
		return nil
	}
	r.listStyles()
	r.shared()
	keys, before, words := map[string]bool{}, map[string]string{}, &strings.Builder{}
	for _, s := range r.list(known) {
		s.keys, s.before, s.words = keys, before, words
		switch err := s.read(); {
		case errors.Is(err, errCrowded):
			r.found = append(r.found, *tooLarge(diag.M("phần %q có hơn %d mẩu chữ (run) hoặc hơn %d khóa", "the part %q has more than %d runs and texts or more than %d keys", s.name, maxTexts, maxKeys)))
			return nil
		case err != nil:
			r.found = append(r.found, *brokenFile(diag.M("phần %q không phải XML đúng cú pháp", "the part %q is no well-formed XML", s.name)))
			return nil
		}
		r.found = append(r.found, s.found...)
		r.tell(s)
		r.stories = append(r.stories, s)
	}
	r.body()
	if diag.HasErrors(r.found) {
		return nil
	}
	l := r.prepare(keys, known)
	if l != nil {
		l.Words, l.Before = words.String(), before
	}
	return l
}

// open finds the main part and refuses what is no ordinary DOCX.
func (r *reading) open() *diag.Finding {
	b := r.bundle
	for _, name := range []string{typesPart, relsOf("")} {
		if b.get(name) == "" {
			return otherKind(diag.M("tệp nén này không phải .docx (thiếu phần %s)", "this zip is no .docx (without the part %s)", name))
		}
	}
	for _, p := range b.parts {
		if !isXML(p.name) || strings.HasPrefix(strings.ToLower(p.name), "customxml/") {
			continue // what others keep in the file is nobody's business
		}
		if err := wellFormed(p.data); err != nil {
			return brokenFile(diag.M("phần %q không phải XML đúng cú pháp trong UTF-8", "the part %q is no well-formed XML in UTF-8", p.name))
		}
	}
	for _, rel := range b.relations("") {
		if rel.kind == "officeDocument" {
			if rel.strict {
				return refuse("LETTERHEAD-STRICT", diag.M("tệp được lưu theo kiểu Strict Open XML", "the file was saved as Strict Open XML"),
					diag.M("trong Word chọn Lưu dưới dạng → Word Document (.docx), không chọn Strict Open XML Document", "in Word choose Save As → Word Document (.docx), not Strict Open XML Document"))
			}
			r.main = rel.target
			break
		}
	}
	if !b.has(r.main) || r.main == "" {
		return otherKind(diag.M("tệp nén này không phải .docx (không có phần thân)", "this zip is no .docx (it has no main part)"))
	}
	return r.kind(b.typeOf(r.main))
}

// kind refuses other kinds of Office files by the type of their main part. A
// Word template is a letterhead like any other: papers on it are documents.
func (r *reading) kind(main string) *diag.Finding {
	macro := slices.ContainsFunc(r.bundle.parts, func(p part) bool { return strings.EqualFold(path.Base(p.name), "vbaProject.bin") })
	switch {
	case macro || strings.Contains(main, "macroEnabled"):
		return refuse("LETTERHEAD-MACRO", diag.M("giấy tiêu đề có macro (.docm): mọi văn bản in trên đó sẽ mang theo", "the letterhead holds macros (.docm), which every paper on it would carry"), resave())
	case main == wordType+"template.main+xml":
		r.bundle.set(typesPart, strings.Replace(r.bundle.get(typesPart), wordType+"template.main+xml", wordType+"document.main+xml", 1))
	case main != wordType+"document.main+xml":
		return otherKind(diag.M("tệp nén này không phải văn bản Word (.docx)", "this zip is no Word document (.docx)"))
	}
	return nil
}

// list gives the stories of the file: the body, headers and footers, and those
// in which no key can be.
func (r *reading) list(known []string) []*story {
	out := []*story{{name: r.main, fillable: true, known: known}}
	seen := map[string]bool{r.main: true}
	labels := map[string]string{"header": "đầu trang", "footer": "chân trang", "footnotes": "chú thích cuối trang", "endnotes": "chú thích cuối văn bản", "comments": "lời bình"}
	for _, rel := range r.bundle.relations(r.main) {
		label := labels[rel.kind]
		if label == "" || !r.bundle.has(rel.target) || seen[strings.ToLower(rel.target)] {
			continue
		}
		seen[strings.ToLower(rel.target)] = true
		margin := rel.kind == "header" || rel.kind == "footer"
		if margin {
			label += " (" + strings.TrimSuffix(path.Base(rel.target), ".xml") + ")"
		}
		out = append(out, &story{name: rel.target, label: label, fillable: margin, known: known})
	}
	for _, s := range out {
		s.src = r.bundle.get(s.name)
	}
	return out
}

// tell adds what stands in the way of a whole story.
func (r *reading) tell(s *story) {
	for _, x := range []struct {
		where string
		make  func(string) diag.Finding
	}{
		{s.equations, equation},
		{s.objects, objectIn},
		{s.signs, privateSign},
		{s.comments, commented},
		{s.trackedAt, func(where string) diag.Finding { return trackedIn(where, s.tracked) }},
		{s.foreign, func(string) diag.Finding { return strange(s.name) }},
	} {
		if x.where != "" {
			r.found = append(r.found, x.make(x.where))
		}
	}
}

// body holds the key of the text to its place.
func (r *reading) body() {
	seen := map[string]bool{}
	for _, s := range r.stories {
		last := ""
		for _, p := range s.body {
			if p.inside == "w:txbxContent" && p.where == last {
				continue // both branches of one box
			}
			if len(seen) > 0 {
				r.found = append(r.found, bodyTwice(p.where))
			}
			seen[p.where], last = true, p.where
			if place := r.misplaced(s, p); place != (diag.Msg{}) {
				r.found = append(r.found, bodyPlace(p.where, place))
			} else if p.section != s.section {
				r.found = append(r.found, bodySection(p.where))
			}
		}
	}
	if len(seen) == 0 {
		r.found = append(r.found, bodyMissing())
	}
}

// misplaced tells why no text can go where the key of the text stands.
func (r *reading) misplaced(s *story, p *paragraph) diag.Msg {
	switch {
	case s.name != r.main:
		return diag.M("nằm trong đầu trang hoặc chân trang", "stands in a header or a footer")
	case p.inside == "w:tc":
		return diag.M("nằm trong ô của bảng", "stands in a cell of a table")
	case p.inside == "w:txbxContent":
		return diag.M("nằm trong hộp chữ (Text Box)", "stands in a text box")
	case p.inside == "w:sdt", !p.top:
		return diag.M("nằm trong ô nhập (Content Control)", "stands in a content control")
	case p.listed || r.listed[p.style]:
		return diag.M("nằm trong danh sách đánh số tự động", "stands in an automatic list")
	case !p.alone:
		return diag.M("không đứng một mình trong đoạn", "is not alone in its paragraph")
	}
	return diag.Msg{}
}

// listStyles finds the paragraph styles that number their paragraphs, by
// themselves or by a style that they are based on.
func (r *reading) listStyles() {
	r.listed = map[string]bool{}
	based, current := map[string]string{}, ""
	_ = scan(r.bundle.get(r.bundle.related(r.main, "styles")), func(stack []node) {
		n := &stack[len(stack)-1]
		switch {
		case n.name == "w:style":
			current = n.attr("styleId")
		case n.name == "w:basedOn":
			based[current] = n.attr("val")
		case n.name == "w:numPr":
			r.listed[current] = true
		}
	}, nil, nil)
	for id := range based {
		at := id
		for range 20 {
			if at = based[at]; at == "" {
				break
			}
			if r.listed[at] {
				r.listed[id] = true
			}
		}
	}
}
