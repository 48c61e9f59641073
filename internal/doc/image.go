package doc

import (
	"fmt"

	"kehoach.example/internal/diag"
)

// The roles of images.
const (
	Hinh      Role = "hinh"       // an image between the lines of the text
	BieuTrung Role = "bieu_trung" // the logo of the body, at the head
)

// Image is an image in a paragraph of its own. File, Alt and Width are what the
// plan says: the name of a file beside it, the words for those who cannot see
// it, and the width that is wished ("80mm", "" for the image's own). Kind and
// Data are the file in the form in which it is drawn; who has the folder of the
// plan fills them in.
type Image struct {
	ID       int
	Role     Role
	File     string
	Alt      string
	Width    string
	KeepNext bool
	Change   Change
	At       diag.Place

	Kind string
	Data []byte
}

func (*Image) block() {}

// String is the line of an image in a dump. The bytes of the file stay out.
func (im *Image) String() string {
	s := string(im.Role)
	if im.KeepNext {
		s += " keep-next"
	}
	s = fmt.Sprintf("image %s: %q alt %q", s, im.File, im.Alt)
	if im.Width != "" {
		s += " width " + im.Width
	}
	return s + im.Change.flag()
}
