package sign

import (
	"bytes"
	"encoding/xml"
	"strings"

	"kehoach.example/internal/cos"
)

// metaSpace is the namespace of what our own files say about their paper, in XMP.
const metaSpace = "https://kehoach.example/ns/van-ban/1.0/"

// Bounds on the metadata of a file.
const (
	maxMeta  = 1 << 20
	maxWord  = 4096
	maxWords = 200
)

// meta is what a file says about its paper: plain values by their names, "So".
// What is open on paper is "".
type meta map[string]string

// draft tells whether the paper says that it is a draft.
func (m meta) draft() bool { return strings.EqualFold(m["Draft"], "true") }

// meta reads the metadata of the catalog; what cannot be read says nothing.
func (f file) meta() meta {
	out := meta{}
	_, root := f.root()
	s, ok := f.Get(root["Metadata"]).(*cos.Stream)
	if !ok {
		return out
	}
	data, err := f.Decode(s, maxMeta)
	if err != nil {
		return out
	}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var name string // of the property that is open
	for {
		t, err := dec.RawToken()
		if err != nil || len(out) >= maxWords {
			return out
		}
		switch t := t.(type) {
		case xml.StartElement:
			name = ""
			if t.Name.Space == "vb" {
				name = t.Name.Local
				out[name] = ""
			}
			for _, a := range t.Attr {
				if a.Name.Space == "vb" {
					out[a.Name.Local] = clip(a.Value)
				}
			}
		case xml.CharData:
			if name != "" {
				out[name] = clip(out[name] + string(t))
			}
		case xml.EndElement:
			name = ""
		}
	}
}

func clip(s string) string {
	if len(s) > maxWord {
		s = s[:maxWord]
	}
	return strings.ToValidUTF8(strings.TrimSpace(s), "")
}
