package page

import "kehoach.example/internal/unit"

// Image is a picture; X and Y are its top left corner. Kind is "png" or "jpeg",
// Data the file, Alt its words for those who cannot see it.
type Image struct {
	X, Y, W, H unit.Length
	Kind       string
	Data       []byte
	Alt        string
	Block      int
	Role       string

	Artifact bool // it stands in the text elsewhere already, or is none of it
}
