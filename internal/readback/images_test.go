package readback

import (
	"slices"
	"strings"
	"testing"
)

func TestParseImages(t *testing.T) {
	const out = `<document filename="a.pdf">
<page number="1" mediabox="0 0 595 842">
    <fill_image alpha="1" colorspace="DeviceRGB" ri="0" transform="100 0 0 50 30 200" width="40" height="20"/>
</page>
<page number="2" mediabox="0 0 595 842">
    <fill_path winding="nonzero" color="0" transform="1 0 0 -1 0 842"><moveto x="0" y="0"/></fill_path>
    <fill_image alpha="1" transform="0 60 -30 0 130 200" width="4" height="2"/>
    <fill_image_mask alpha="1" color="0" transform="100 0 0 -50 30 250" width="8" height="8"/>
</page></document>`
	images, err := parseImages(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	want := []Image{
		{1, 30, 200, 130, 250, 40, 20},
		{2, 100, 200, 130, 260, 4, 2}, // on its side
		{2, 30, 200, 130, 250, 8, 8},  // upside down
	}
	if !slices.Equal(images, want) {
		t.Errorf("%+v, want\n%+v", images, want)
	}
	for _, bad := range []string{`<fill_image transform="1 0 0 1 0" width="1" height="1"/>`, `<fill_image transform="1 0 0 1 0 0" width="w" height="1"/>`, `<page number="x"/>`} {
		if _, err := parseImages(strings.NewReader(bad)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}
