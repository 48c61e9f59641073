package cos_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/cos"
	"kehoach.example/internal/font"
	"kehoach.example/internal/page"
	"kehoach.example/internal/pdf"
	"kehoach.example/internal/readback"
	"kehoach.example/internal/unit"
)

var family = sync.OnceValues(func() (*font.Family, error) { return font.Load(fonts.FS) })

// ours is a file of two pages that our own writer makes.
func ours(t *testing.T) []byte {
	t.Helper()
	fam, err := family()
	if err != nil {
		t.Fatal(err)
	}
	d := &page.Document{Info: page.Info{Title: "KẾ HOẠCH (nạo vét) \\ mương", Creator: "UBND XÃ VẠC", Year: 2027, Month: 3, Day: 6, Lang: "vi-VN"}}
	for i := range 2 {
		word := page.Word{X: 30 * unit.MM, Y: 40 * unit.MM, Text: fmt.Sprintf("Trang %d, khơi kênh ", i+1), Size: 14 * unit.PT}
		d.Pages = append(d.Pages, page.Page{W: 210 * unit.MM, H: 297 * unit.MM, Words: []page.Word{word}})
	}
	data, err := pdf.New(fam).Write(d)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// docx is a Word file of one paragraph, by hand.
func docx(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/d.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="d.xml"/></Relationships>`,
		"d.xml":               `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Khơi kênh, dọn mương</w:t></w:r></w:p></w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// files are PDF files of several makers and kinds.
func files(t *testing.T) map[string][]byte {
	t.Helper()
	readback.Need(t, "qpdf", "soffice", "mutool")
	out := map[string][]byte{"ours": ours(t), "office": readback.ToPDF(t, map[string][]byte{"a": docx(t)})["a"]}
	for _, of := range []string{"ours", "office"} {
		for _, options := range [][]string{
			{"--object-streams=generate"},
			{"--linearize", "--object-streams=disable"},
			{"--linearize", "--object-streams=generate"},
			{"--stream-data=uncompress"},
			{"--qdf"},
			{"--object-streams=generate", "--stream-data=uncompress"},
		} {
			data, err := readback.QPDF(out[of], append([]string{"--deterministic-id"}, options...)...)
			if err != nil {
				t.Fatal(err)
			}
			out[of+" "+strings.Join(options, " ")] = data
		}
		for _, option := range []string{"-g", "-d", "-l"} {
			data, err := readback.MuPDF(out[of], option)
			if err != nil {
				t.Fatal(err)
			}
			out[of+" mutool "+option] = data
		}
	}
	return out
}

// TestAsQPDF: in files of several makers and kinds qpdf sees the same values in
// the same objects, and the same bytes in streams, before and after an update.
func TestAsQPDF(t *testing.T) {
	for name, data := range files(t) {
		f := open(t, data)
		if f.Revisions() != 1 || f.End(0) != len(data) {
			t.Errorf("%s: %d revisions, the end at %d of %d", name, f.Revisions(), f.End(0), len(data))
		}
		sameAsQPDF(t, name, f, data)
		updated(t, name, data)
	}
}

func sameAsQPDF(t *testing.T, name string, f *cos.File, data []byte) {
	t.Helper()
	want, err := readback.Objects(data)
	if err != nil {
		t.Fatal(err)
	}
	delete(want, "trailer")
	seen := 0
	for _, r := range f.Refs() {
		key := fmt.Sprintf("%d %d R", r.Num, r.Gen)
		o, there := want[key]
		v := f.Get(r)
		s, isStream := v.(*cos.Stream)
		if isStream {
			v = plainKeys(s.Dict)
		}
		if !there {
			t.Errorf("%s: qpdf knows no %s", name, key)
			continue
		}
		seen++
		if got := asJSON(v); !reflect.DeepEqual(got, o.Value) {
			t.Errorf("%s: %s is %#v, for qpdf %#v", name, key, got, o.Value)
		}
		if isStream && s.Dict["Filter"] != cos.Name("DCTDecode") {
			got, err := f.Decode(s, 1<<24)
			if err != nil || !bytes.Equal(got, o.Data) {
				t.Errorf("%s: the stream of %s differs: %v", name, key, err)
			}
		}
	}
	if seen != len(want) {
		t.Errorf("%s: %d objects, for qpdf %d", name, seen, len(want))
	}
}

// plainKeys are the keys of a stream that do not tell how it is coded: qpdf leaves
// these out.
func plainKeys(d cos.Dict) cos.Dict {
	out := maps.Clone(d)
	for _, key := range []cos.Name{"Length", "Filter", "DecodeParms"} {
		delete(out, key)
	}
	return out
}

// updated: other programs see what was changed and added, whatever kind of table
// the file has; its own bytes stay; the same update is the same bytes.
func updated(t *testing.T, name string, data []byte) {
	t.Helper()
	once := update(t, data)
	if !bytes.Equal(once, update(t, data)) {
		t.Errorf("%s: two updates differ", name)
	}
	again := update(t, once)
	if !bytes.HasPrefix(once, data) || !bytes.HasPrefix(again, once) {
		t.Errorf("%s: bytes were changed", name)
	}
	if err := readback.QPDFCheck(again); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	f := open(t, again)
	if f.Revisions() != 3 || f.End(0) != len(data) || f.End(1) != len(once) || f.End(2) != len(again) {
		t.Errorf("%s: revisions end at %d, %d, %d", name, f.End(0), f.End(1), f.End(2))
	}
	root := f.Trailer()["Root"].(cos.Ref)
	if changed := f.Changed(2); len(changed) != 2 || !slices.Contains(changed, root) {
		t.Errorf("%s: changed %v, want the catalog and one more", name, changed)
	}
	sameAsQPDF(t, name, f, again)
	keptTrailer(t, name, open(t, data), f)
}

// update gives the catalog a mark and adds an object.
func update(t *testing.T, data []byte) []byte {
	t.Helper()
	f := open(t, data)
	u := f.NewUpdate()
	root := f.Trailer()["Root"].(cos.Ref)
	catalog := f.Get(root).(cos.Dict)
	mark := u.Add(&cos.Stream{Dict: cos.Dict{"A": cos.Array{nil, true, -1.5, int64(7), cos.String("(\\"), cos.String("\xfe\xff\x1e\xa0"), cos.Raw("<4142>"), root}}, Raw: []byte("endstream\n")})
	catalog["VB_Mark"] = mark
	u.Set(root, nil)
	u.Set(root, catalog)
	return u.Bytes()
}

// keptTrailer: all keys of the trailer stay but those of the table; the first
// part of /ID stays, the second changes.
func keptTrailer(t *testing.T, name string, before, after *cos.File) {
	t.Helper()
	old, now := before.Trailer(), after.Trailer()
	for key, v := range maps.All(old) {
		switch key {
		case "ID", "Size", "Prev", "Length", "Filter", "DecodeParms", "W", "Index", "Type":
		default:
			if !reflect.DeepEqual(now[key], v) {
				t.Errorf("%s: the trailer has %s %v, want %v", name, key, now[key], v)
			}
		}
	}
	a, b := old["ID"].(cos.Array), now["ID"].(cos.Array)
	if !reflect.DeepEqual(a[0], b[0]) || reflect.DeepEqual(a[1], b[1]) {
		t.Errorf("%s: ID %x, before %x", name, b, a)
	}
}

// TestUpdateOfOlder: an update of an older revision leaves out what came later,
// and so does an update of a file that ends with junk; blanks stay.
func TestUpdateOfOlder(t *testing.T) {
	data := revised().Bytes()
	f := open(t, data)
	out := f.At(0).NewUpdate().Bytes()
	if !bytes.HasPrefix(out, data[:f.End(0)]) || open(t, out).Revisions() != 2 {
		t.Errorf("%d revisions", open(t, out).Revisions())
	}
	u := open(t, append(bytes.Clone(data), "junk"...)).NewUpdate()
	r := u.Add(int64(9))
	out = u.Bytes()
	f = open(t, out)
	if from, to := u.Span(r); string(out[from:to]) != "8 0 obj\n9\nendobj" {
		t.Errorf("the new object at %d, %d", from, to)
	}
	if from, to := u.Span(cos.Ref{Num: 1}); from != 0 || to != 0 {
		t.Errorf("an object that was not written at %d, %d", from, to)
	}
	if r != (cos.Ref{Num: 8}) || f.Get(r) != int64(9) || !strings.Contains(string(out), "%%EOF\n8 0 obj\n9\nendobj\nxref\n") {
		t.Errorf("%v in\n%s", r, out)
	}
	blank := append(bytes.Clone(data), " \x00\n"...)
	if out := open(t, blank).NewUpdate().Bytes(); !bytes.HasPrefix(out, blank) || open(t, out).Revisions() != 4 {
		t.Errorf("blanks are gone from\n%s", out)
	}
	if id, ok := f.Trailer()["ID"].(cos.Array); !ok || len(id) != 2 || len(id[0].(cos.String)) != 16 {
		t.Errorf("ID %v", f.Trailer()["ID"])
	}
}
