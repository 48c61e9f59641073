package pdf

import _ "embed" // the profile of colours

// profile is the sRGB profile of the International Color Consortium, unchanged.
//
//go:embed icc/sRGB2014.icc
var profile []byte

// putProfile writes the profile that gives the colours of the paper a meaning
// (ISO 19005-2, 6.2.3).
func (j *job) putProfile() {
	j.f.begin(j.icc)
	j.f.stream("/N 3/Filter/FlateDecode", j.w.icc())
}
