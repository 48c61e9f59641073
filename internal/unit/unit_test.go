package unit_test

import (
	"math"
	"strings"
	"testing"

	"kehoach.example/internal/unit"
)

// TestParse: figures as people write them, in EMU counted by hand (ECMA-376:
// 1 mm = 36,000, 1 pt = 12,700).
func TestParse(t *testing.T) {
	for in, want := range map[string]unit.Length{
		"30mm":    1_080_000,
		"14pt":    177_800,
		"1.27cm":  457_200,
		"1,27cm":  457_200,
		"12,7 mm": 457_200,
		" 6pt ":   76_200,
		"0pt":     0,
		".5pt":    6_350,
		"0,75pt":  9_525,
		"-3.5mm":  -126_000,
		"-0,5pt":  -6_350,
		"0.1mm":   3_600,
		"1e1mm":   360_000,
		"10000mm": 360_000_000,
	} {
		if got, err := unit.Parse(in); err != nil || got != want {
			t.Errorf("Parse(%q) = %d, %v; want %d", in, got, err, want)
		}
	}
}

// TestParseRefuses: what has no unit, no number or no sense is refused, and
// the message shows what was written and what would be right.
func TestParseRefuses(t *testing.T) {
	for _, in := range []string{
		"", "30", "mm", "pt", "30 inch", "3 0mm", "1.000,5mm", "30mm 20mm", "mm30", "NaNmm", "infpt", "-infpt",
		"1e9mm", "-20000pt", "ba mươi mm", "30MM", "30mm;",
	} {
		got, err := unit.Parse(in)
		if err == nil || got != 0 {
			t.Errorf("Parse(%q) = %d, %v; want an error", in, got, err)
			continue
		}
		if !strings.Contains(err.Error(), `"`+in+`"`) || !strings.Contains(err.Error(), "14pt") {
			t.Errorf("Parse(%q): the message does not show it, or no right figure: %v", in, err)
		}
	}
}

// TestRounding: twips and half points go to the nearest, halves away from
// zero, alike on both sides of it.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		emu, twips, halves int64
	}{
		{0, 0, 0},
		{317, 0, 0},
		{318, 1, 0},
		{635, 1, 0},
		{952, 1, 0},
		{953, 2, 0},
		{3_174, 5, 0},
		{3_175, 5, 1},
		{6_350, 10, 1},
		{177_800, 280, 28},          // 14 pt
		{166_688, 263, 26},          // 13.125 pt
		{1_080_000, 1_701, 170},     // 30 mm
		{7_560_000, 11_906, 1_191},  // 210 mm: A4 as word processors write it
		{10_692_000, 16_838, 1_684}, // 297 mm
	} {
		for _, sign := range []int64{1, -1} {
			l := unit.Length(sign * c.emu)
			if l.Twips() != sign*c.twips || l.HalfPoints() != sign*c.halves {
				t.Errorf("%d EMU: %d twips, %d half points; want %d, %d", l, l.Twips(), l.HalfPoints(), sign*c.twips, sign*c.halves)
			}
		}
	}
}

// TestFloats: lengths out of floating point numbers go to the nearest EMU.
func TestFloats(t *testing.T) {
	for _, c := range []struct {
		got, want unit.Length
	}{
		{unit.FromPoints(14), 177_800},
		{unit.FromPoints(-14), -177_800},
		{unit.FromPoints(0.00004), 1},
		{unit.FromPoints(-0.00004), -1},
		{unit.FromPoints(0.00003), 0},
		{unit.FromMM(12.7), 457_200},
		{unit.FromMM(-12.7), -457_200},
		{unit.FromMM(0.1), 3_600},
		{unit.FromTwips(322), 204_470},
		{unit.FromTwips(-1), -635},
		{unit.CM, 10 * unit.MM},
		{unit.PT, 20 * unit.Twip},
	} {
		if c.got != c.want {
			t.Errorf("%d EMU, want %d", c.got, c.want)
		}
	}
	inch := unit.Length(914_400)
	if math.Abs(inch.Points()-72) > 1e-12 || math.Abs(inch.MM()-25.4) > 1e-12 {
		t.Errorf("an inch is %v pt and %v mm", inch.Points(), inch.MM())
	}
}

// TestString: two decimals of a millimetre, so that dumps stay stable.
func TestString(t *testing.T) {
	for l, want := range map[unit.Length]string{
		0:               "0.00mm",
		30 * unit.MM:    "30.00mm",
		14 * unit.PT:    "4.94mm",
		-1_260 * 100:    "-3.50mm",
		unit.Twip * 322: "5.68mm",
	} {
		if got := l.String(); got != want {
			t.Errorf("%d EMU prints %q, want %q", int64(l), got, want)
		}
	}
}
