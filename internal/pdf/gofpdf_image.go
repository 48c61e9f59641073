package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"fmt"

	"github.com/jung-kurt/gofpdf"

	"kehoach.example/internal/page"
)

// image draws an image. The same file is put into the PDF once.
func (w *writer) image(im page.Image) error {
	sum := sha256.Sum256(im.Data)
	name := hex.EncodeToString(sum[:])
	options := gofpdf.ImageOptions{ImageType: im.Kind}
	if w.pdf.GetImageInfo(name) == nil {
		info := w.pdf.RegisterImageOptionsReader(name, options, bytes.NewReader(im.Data))
		if err := w.pdf.Error(); err != nil {
			return fmt.Errorf("pdf: image of block %d: %w", im.Block, err)
		}
		w.images++
		if err := order(info, w.images); err != nil {
			return fmt.Errorf("pdf: image of block %d: %w", im.Block, err)
		}
	}
	w.pdf.ImageOptions(name, im.X.Points(), im.Y.Points(), im.W.Points(), im.H.Points(), false, options, 0, "")
	return nil
}

// order fixes the place of an image in the file. gofpdf keeps images in a map
// and sorts them by their width in pixels alone, so that two photos of one
// camera would change places from run to run. A thousandth of a pixel more for
// each makes the widths differ; gofpdf writes them as whole numbers.
func order(info *gofpdf.ImageInfoType, n int) error {
	data, err := info.GobEncode()
	if err != nil {
		return err
	}
	var f struct { // the fields in the order of GobEncode
		data, smask   []byte
		n             int
		w, h          float64
		cs            string
		pal           []byte
		bpc           int
		filter, parms string
		trns          []int
		scale, dpi    float64
	}
	fields := []any{&f.data, &f.smask, &f.n, &f.w, &f.h, &f.cs, &f.pal, &f.bpc, &f.filter, &f.parms, &f.trns, &f.scale, &f.dpi}
	in := gob.NewDecoder(bytes.NewReader(data))
	for _, field := range fields {
		if err := in.Decode(field); err != nil {
			return err
		}
	}
	f.w += float64(n) / 1000
	var out bytes.Buffer
	enc := gob.NewEncoder(&out)
	for _, field := range fields {
		if err := enc.Encode(field); err != nil {
			return err
		}
	}
	return info.GobDecode(out.Bytes())
}
