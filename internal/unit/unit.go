// Package unit holds the one length of the program.
//
// In: figures as people write them ("30mm", "14pt"). Out: Length, a whole
// number of English Metric Units. Nothing is rounded before it is written
// into a file, so the DOCX and the PDF start from the same number.
package unit

import (
	"fmt"
	"strconv"
	"strings"
)

// Length is a distance in English Metric Units (ECMA-376 Part 1, 20.1.10.16).
type Length int64

// One of each unit, in EMU.
const (
	EMU  Length = 1
	Twip Length = 635
	PT   Length = 12700
	MM   Length = 36000
	CM   Length = 360000
)

// Points is the length in points, for writers of floating point formats.
func (l Length) Points() float64 { return float64(l) / float64(PT) }

// MM is the length in millimetres.
func (l Length) MM() float64 { return float64(l) / float64(MM) }

// Twips is the length in twentieths of a point, rounded to the nearest.
func (l Length) Twips() int64 { return roundDiv(int64(l), int64(Twip)) }

// HalfPoints is the length in half points, rounded to the nearest: the unit
// of w:sz (ECMA-376 Part 1, 17.3.2.38).
func (l Length) HalfPoints() int64 { return roundDiv(int64(l), int64(PT)/2) }

// FromPoints turns points into a Length, rounded to the nearest EMU.
func FromPoints(pt float64) Length {
	if pt < 0 {
		return -FromPoints(-pt)
	}
	return Length(pt*float64(PT) + 0.5)
}

// FromMM turns millimetres into a Length, rounded to the nearest EMU.
func FromMM(mm float64) Length {
	if mm < 0 {
		return -FromMM(-mm)
	}
	return Length(mm*float64(MM) + 0.5)
}

// FromTwips turns twentieths of a point into a Length.
func FromTwips(t int64) Length { return Length(t) * Twip }

// String prints the length in millimetres with two decimals.
func (l Length) String() string { return strconv.FormatFloat(l.MM(), 'f', 2, 64) + "mm" }

// Parse reads a figure with its unit: "14pt", "30mm", "1.27cm". A decimal
// comma is accepted. The error names what was written.
func Parse(s string) (Length, error) {
	t := strings.ReplaceAll(strings.TrimSpace(s), ",", ".")
	for suffix, one := range map[string]Length{"mm": MM, "cm": CM, "pt": PT} {
		num, ok := strings.CutSuffix(t, suffix)
		if !ok {
			continue
		}
		v, err := strconv.ParseFloat(strings.TrimSpace(num), 64)
		if err != nil || v != v || v > 1e4 || v < -1e4 {
			break
		}
		if v < 0 {
			return -Length(-v*float64(one) + 0.5), nil
		}
		return Length(v*float64(one) + 0.5), nil
	}
	return 0, fmt.Errorf("%q: cần một số đo có đơn vị, như 30mm hoặc 14pt", s)
}

func roundDiv(a, b int64) int64 {
	if a < 0 {
		return -roundDiv(-a, b)
	}
	return (a + b/2) / b
}
