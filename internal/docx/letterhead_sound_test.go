package docx_test

import (
	"path"
	"regexp"
	"strings"
	"testing"
)

// sound looks at what holds the parts of a file together.
func sound(t *testing.T, name string, all map[string]string) {
	t.Helper()
	known := map[string]bool{}
	for _, o := range tree(t, all["[Content_Types].xml"]).all("Override") {
		if part := strings.TrimPrefix(o.attr["PartName"], "/"); known[part] || all[part] == "" {
			t.Errorf("%s: the type of %s stands twice or for nothing", name, part)
		} else {
			known[part] = true
		}
	}
	for rels, body := range all {
		if !strings.HasSuffix(rels, ".rels") {
			continue
		}
		seen := map[string]bool{}
		for _, r := range tree(t, body).all("Relationship") {
			id, target := r.attr["Id"], r.attr["Target"]
			if seen[id] {
				t.Errorf("%s: %s: two relationships %s", name, rels, id)
			}
			seen[id] = true
			part := path.Join(path.Dir(path.Dir(rels)), target)
			if strings.HasPrefix(target, "/") {
				part = target[1:]
			}
			if all[part] == "" {
				t.Errorf("%s: %s: no %s", name, rels, part)
			}
			if strings.HasPrefix(part, "word/") && strings.HasSuffix(part, ".xml") && !known[part] {
				t.Errorf("%s: %s has no type", name, part)
			}
		}
		owner := all[path.Join(path.Dir(path.Dir(rels)), strings.TrimSuffix(path.Base(rels), ".rels"))]
		for _, m := range regexp.MustCompile(`r:(?:id|embed)="([^"]+)"`).FindAllStringSubmatch(owner, -1) {
			if !seen[m[1]] {
				t.Errorf("%s: %s: no relationship %s", name, rels, m[1])
			}
		}
	}
	styles := map[string]bool{}
	for _, s := range tree(t, all["word/styles.xml"]).all("w:style") {
		if id := s.attr["w:styleId"]; styles[id] {
			t.Errorf("%s: two styles %s", name, id)
		} else {
			styles[id] = true
		}
		if strings.HasPrefix(s.attr["w:styleId"], "KHG") && len(s.all("w:basedOn")) > 0 {
			t.Errorf("%s: the style %s leans on another", name, s.attr["w:styleId"])
		}
	}
	ids := map[string]bool{}
	for part, body := range all {
		if !strings.HasPrefix(part, "word/") || !strings.HasSuffix(part, ".xml") {
			continue
		}
		for _, m := range regexp.MustCompile(`<w:[pr]Style w:val="([^"]+)"`).FindAllStringSubmatch(body, -1) {
			if !styles[m[1]] {
				t.Errorf("%s: %s: no style %s", name, part, m[1])
			}
		}
		for _, m := range regexp.MustCompile(`<wp:docPr id="([^"]+)"`).FindAllStringSubmatch(body, -1) {
			if ids[m[1]] {
				t.Errorf("%s: two drawings %s", name, m[1])
			}
			ids[m[1]] = true
		}
	}
	notes := map[string]bool{}
	for _, n := range tree(t, all[footnotesOf(all)]).all("w:footnote") {
		if notes[n.attr["w:id"]] {
			t.Errorf("%s: two footnotes %s", name, n.attr["w:id"])
		}
		notes[n.attr["w:id"]] = true
	}
	for _, r := range tree(t, all[mainPart]).all("w:footnoteReference") {
		if !notes[r.attr["w:id"]] {
			t.Errorf("%s: no footnote %s", name, r.attr["w:id"])
		}
	}
}

func footnotesOf(all map[string]string) string {
	for name := range all {
		if strings.HasPrefix(name, "word/") && (strings.HasSuffix(name, "footnotes.xml") || strings.HasSuffix(name, "notes.xml")) {
			return name
		}
	}
	return ""
}
