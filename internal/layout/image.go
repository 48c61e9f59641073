package layout

import (
	"kehoach.example/internal/doc"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// image is a line that holds an image alone, centred.
func (b *builder) image(im *doc.Image, width unit.Length) item {
	fig, box := b.fig.Images[string(im.Role)], b.fig.Sizes[im.ID]
	on := page.Image{X: (width - box.Width) / 2, W: box.Width, H: box.Height, Kind: im.Kind, Data: im.Data, Alt: im.Alt, Block: im.ID, Role: string(im.Role)}
	return item{
		rows:   []row{{height: box.Height, images: []page.Image{on}}},
		before: twips(fig.Before.Value), after: twips(fig.After.Value), keepNext: im.KeepNext,
	}
}

// moved gives images moved to a place.
func moved(images []page.Image, x, y unit.Length) []page.Image {
	var out []page.Image
	for _, im := range images {
		im.X, im.Y = im.X+x, im.Y+y
		out = append(out, im)
	}
	return out
}
