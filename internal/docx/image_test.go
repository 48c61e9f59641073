package docx_test

import (
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// withImages puts three images into the sample: two files, one of them twice,
// once in a cell behind which a paragraph follows.
func withImages(t testing.TB) (*doc.Document, *standard.Resolved) {
	t.Helper()
	d, fig := sample(), figures(t)
	fig.Images = map[string]standard.Image{
		"hinh":       {Before: standard.Figure[unit.Length]{Value: 6 * unit.PT}, After: standard.Figure[unit.Length]{Value: 3 * unit.PT}},
		"bieu_trung": {Before: standard.Figure[unit.Length]{Value: 2 * unit.PT}},
	}
	fig.Sizes = map[int]standard.Box{}
	image := func(id int, role doc.Role, alt, kind, data string) *doc.Image {
		fig.Sizes[id] = standard.Box{Width: unit.Length(id) * unit.MM, Height: 10 * unit.MM}
		return &doc.Image{ID: id, Role: role, Alt: alt, Kind: kind, Data: []byte(data), KeepNext: id == 31}
	}
	s := &d.Sections[0]
	head := s.Blocks[0].(*doc.Columns)
	head.Rows[0][0] = append([]doc.Block{image(30, doc.BieuTrung, "Biểu trưng", "png", "mot")}, head.Rows[0][0]...)
	s.Blocks = append(s.Blocks[:2:2], append([]doc.Block{
		image(31, doc.Hinh, `"a" & <b>`, "jpeg", "hai"), image(32, doc.Hinh, "", "png", "mot"),
	}, s.Blocks[2:]...)...)
	return d, fig
}

// TestImages: each file is a part of its own with its type, used by all images
// that show it; an image has its size, its words, and the room of its role.
func TestImages(t *testing.T) {
	d, fig := withImages(t)
	data, err := docx.New().Write(d, fig)
	if err != nil {
		t.Fatal(err)
	}
	all := parts(t, data)
	if all["word/media/image1.png"] != "mot" || all["word/media/image2.jpeg"] != "hai" || all["word/media/image3.png"] != "" {
		t.Errorf("parts: %q, %q, %q", all["word/media/image1.png"], all["word/media/image2.jpeg"], all["word/media/image3.png"])
	}
	for _, e := range tree(t, all["[Content_Types].xml"]).all("Default") {
		if kind := e.attr["Extension"]; kind != "rels" && kind != "xml" && e.attr["ContentType"] != "image/"+kind {
			t.Errorf("%s has the type %s", kind, e.attr["ContentType"])
		}
	}
	target := map[string]string{}
	for _, r := range tree(t, all["word/_rels/document.xml.rels"]).all("Relationship") {
		target[r.attr["Id"]] = r.attr["Target"]
	}
	root := tree(t, all["word/document.xml"])
	var got []string
	for _, e := range root.all("wp:inline") {
		size := e.one("wp:extent").attr
		got = append(got, size["cx"]+"x"+size["cy"]+" "+target[e.one("a:blip").attr["r:embed"]]+" "+e.one("wp:docPr").attr["descr"])
		if inner := e.one("a:ext").attr; inner["cx"] != size["cx"] || inner["cy"] != size["cy"] {
			t.Errorf("inside %v, outside %v", inner, size)
		}
	}
	want := "1080000x360000 media/image1.png Biểu trưng; 1116000x360000 media/image2.jpeg \"a\" & <b>; 1152000x360000 media/image1.png "
	if strings.Join(got, "; ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, "; "), want)
	}
	ids := map[string]bool{}
	for _, e := range append(root.all("wp:docPr"), root.all("pic:cNvPr")...) {
		if e.name == "wp:docPr" && ids[e.attr["id"]] {
			t.Errorf("two drawings have the number %s", e.attr["id"])
		}
		ids[e.attr["id"]] = true
	}
	for _, e := range tree(t, all["word/styles.xml"]).all("w:style") {
		if e.attr["w:styleId"] == "KHHinh" {
			if s := e.one("w:spacing").attr; s["w:before"] != "120" || s["w:after"] != "60" || s["w:lineRule"] != "auto" || e.one("w:jc").attr["w:val"] != "center" {
				t.Errorf("style of an image: %v", s)
			}
			return
		}
	}
	t.Error("no style KHHinh")
}

// TestImagesAreSealed: somebody who puts another picture into the file has
// changed it.
func TestImagesAreSealed(t *testing.T) {
	d, fig := withImages(t)
	data, err := docx.New().Write(d, fig)
	if err != nil {
		t.Fatal(err)
	}
	if !docx.Unchanged(data) {
		t.Error("our own file is not known")
	}
	if docx.Unchanged(repack(t, data, map[string]string{"word/media/image1.png": "ba"})) {
		t.Error("a file with another picture is taken for ours")
	}
}

// TestNoImages: a paper without images has no parts and types of images.
func TestNoImages(t *testing.T) {
	all := parts(t, write(t, sample()))
	for name := range all {
		if strings.Contains(name, "media") {
			t.Errorf("a part %s", name)
		}
	}
	if strings.Contains(all["[Content_Types].xml"], "image/") {
		t.Error("a type of images")
	}
}
