package standard

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/strictyaml"
	"kehoach.example/internal/unit"
)

// Figure is one number of a form, with the range that the law allows and the
// clause that says so. In YAML it is short (14pt) or long ({value: 14pt,
// allow: [13pt, 14pt], basis: "…"}). An overlay that gives a short value keeps
// the range and the clause of the form below it.
type Figure[T any] struct {
	Value T
	Allow []T
	Basis string
}

// Line is the spacing of lines: a multiple of the single line, or exact.
type Line struct {
	Multiple float64 // 0 if exact
	Exact    unit.Length
}

// String is the spacing as it stands in a form.
func (l Line) String() string {
	if l.Multiple == 0 {
		return strconv.FormatFloat(l.Exact.Points(), 'f', -1, 64) + "pt"
	}
	return strconv.FormatFloat(l.Multiple, 'f', -1, 64)
}

func parseLine(s string) (Line, error) {
	if v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64); err == nil && v >= 0.5 && v <= 5 {
		return Line{Multiple: v}, nil
	}
	l, err := unit.Parse(s)
	if err != nil || l <= 0 {
		return Line{}, fmt.Errorf("%q: cần hệ số dòng như \"1.1\" hoặc khoảng đúng như 18pt", s)
	}
	return Line{Exact: l}, nil
}

// parseLength reads a length; nothing on paper has a negative one.
func parseLength(s string) (unit.Length, error) {
	l, err := unit.Parse(s)
	if err == nil && l < 0 {
		err = fmt.Errorf("%q: số đo không được âm", s)
	}
	return l, err
}

func parseNumber(s string) (float64, error) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64)
	if err != nil || v < 0 || v > 100 {
		return 0, fmt.Errorf("%q: cần một số", s)
	}
	return v, nil
}

func parseCount(s string) (int, error) {
	v, err := strconv.Atoi(s)
	if err != nil || v < 0 || v > 200 {
		return 0, fmt.Errorf("%q: cần một số nguyên từ 0 đến 200", s)
	}
	return v, nil
}

// within tells whether a value lies between the ends of its range. Lines are
// compared only with lines of their kind.
func within[T any](v T, allow []T, less func(a, b T) bool) bool {
	return len(allow) != 2 || (!less(v, allow[0]) && !less(allow[1], v))
}

func lessLine(a, b Line) bool {
	return a.Multiple < b.Multiple || (a.Multiple == b.Multiple && a.Exact < b.Exact)
}

// figureConverter reads a Figure in either notation and holds it to its range.
func figureConverter[T any](parse func(string) (T, error), less func(a, b T) bool) strictyaml.Converter {
	return func(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
		fig := out.Addr().Interface().(*Figure[T])
		read := func(n *strictyaml.Node) (v T) {
			v, err := parse(n.Text)
			if err != nil {
				d.Report("FORM-VALUE", n.At, diag.M("số đo sai: %v", "bad figure: %v", err), diag.M("viết như 30mm, 14pt, 1.1", "write 30mm, 14pt, 1.1"))
			}
			return v
		}
		if n.Kind != strictyaml.Map {
			fig.Value = read(n)
		}
		for _, e := range n.Entries {
			switch e.Key {
			case "value":
				fig.Value = read(e.Value)
			case "basis":
				fig.Basis = e.Value.Text
			case "allow":
				fig.Allow = nil
				for _, item := range e.Value.Items {
					fig.Allow = append(fig.Allow, read(item))
				}
				if len(fig.Allow) != 2 {
					d.Report("FORM-VALUE", e.At, diag.M("khoảng cho phép cần hai đầu", "a range needs two ends"), diag.M("viết [30mm, 35mm]", "write [30mm, 35mm]"))
				}
			default:
				d.Report("YAML-KEY", e.At, diag.M("không có khóa %q trong một số đo", "there is no key %q in a figure", e.Key), diag.M("chỉ có value, allow, basis", "only value, allow, basis"))
			}
		}
		if !within(fig.Value, fig.Allow, less) {
			d.Report("FORM-RANGE", n.At, diag.M("%v nằm ngoài khoảng cho phép %v (%s)", "%v is outside the allowed range %v (%s)", fig.Value, fig.Allow, fig.Basis),
				diag.M("chọn giá trị trong khoảng của điều khoản này", "choose a value inside the range of this clause"))
		}
	}
}

func converters() map[reflect.Type]strictyaml.Converter {
	return map[reflect.Type]strictyaml.Converter{
		reflect.TypeFor[Figure[unit.Length]](): figureConverter(parseLength, func(a, b unit.Length) bool { return a < b }),
		reflect.TypeFor[Figure[float64]]():     figureConverter(parseNumber, func(a, b float64) bool { return a < b }),
		reflect.TypeFor[Figure[int]]():         figureConverter(parseCount, func(a, b int) bool { return a < b }),
		reflect.TypeFor[Figure[Line]]():        figureConverter(parseLine, lessLine),
	}
}
