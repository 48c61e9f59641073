package readback

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// TestObjectsOfHandPDF: values and streams by hand come back; a file that qpdf wrote anew has the same page.
func TestObjectsOfHandPDF(t *testing.T) {
	Need(t, "qpdf")
	objects, err := Objects(handPDF())
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]any{"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Times-Bold", "/Encoding": "/WinAnsiEncoding"}
	if got := objects["5 0 R"]; !reflect.DeepEqual(got.Value, any(want)) || got.Data != nil {
		t.Errorf("%v", got)
	}
	if got := objects["6 0 R"].Data; !strings.Contains(string(got), "(Hello) Tj") {
		t.Errorf("%q", got)
	}
	if len(objects) != 7 { // and the trailer
		t.Errorf("%d objects", len(objects))
	}
	packed, err := QPDF(handPDF(), "--object-streams=generate", "--deterministic-id")
	if err != nil || !bytes.Contains(packed, []byte("/ObjStm")) {
		t.Errorf("%v in %.300q", err, packed)
	}
	if _, err := Objects([]byte("no file")); err == nil {
		t.Error("objects of no file")
	}
}
