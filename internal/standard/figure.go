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
// the range and the clause of the form below it. NgoaiQuyDinh is the reason of
// an office that goes outside the range all the same, "" if it does not.
type Figure[T any] struct {
	Value        T
	Allow        []T
	Basis        string
	NgoaiQuyDinh string

	given bool // by a form itself, not taken from the style that it is like
}

// bare is a figure whose type does not matter, to be held to a range.
type bare struct {
	value  any
	rng    bounds
	reason string
}

// bounds are the range of a clause: two ends, or none where nothing is said.
type bounds struct {
	ends  []any
	basis string
}

func (f Figure[T]) bare() bare {
	b := bare{value: f.Value, reason: f.NgoaiQuyDinh}
	if len(f.Allow) == 2 {
		b.rng = bounds{[]any{f.Allow[0], f.Allow[1]}, f.Basis}
	}
	return b
}

// holds tells whether a value lies between the ends. Lines are compared only
// with lines of their kind.
func (s bounds) holds(v any) bool {
	return len(s.ends) != 2 || !less(v, s.ends[0]) && !less(s.ends[1], v)
}

func less(a, b any) bool {
	switch x := a.(type) {
	case unit.Length:
		return x < b.(unit.Length)
	case float64:
		return x < b.(float64)
	case int:
		return x < b.(int)
	case Line:
		y := b.(Line)
		return x.Multiple < y.Multiple || x.Multiple == y.Multiple && x.Exact < y.Exact
	}
	return false
}

// words writes a value and its range as people do: lengths in millimetres
// where the range is in tenths of them, else in points.
func (s bounds) words(v any) (value, ends string) {
	mm := true
	for _, e := range s.ends {
		if l, ok := e.(unit.Length); ok {
			mm = mm && l%(unit.MM/10) == 0
		}
	}
	text := func(v any) string {
		switch l, ok := v.(unit.Length); {
		case !ok:
			return fmt.Sprint(v)
		case mm:
			return shortest(l.MM()) + " mm"
		default:
			return shortest(l.Points()) + " pt"
		}
	}
	if len(s.ends) != 2 {
		return text(v), ""
	}
	from, to := text(s.ends[0]), text(s.ends[1])
	if from == to {
		return text(v), from
	}
	return text(v), from + " – " + to
}

// shortest is a number with at most two decimals.
func shortest(f float64) string {
	return strings.TrimRight(strings.TrimRight(strconv.FormatFloat(f, 'f', 2, 64), "0"), ".")
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

// longFigure is a figure in its long notation.
type longFigure struct {
	Value        *strictyaml.Node `key:"value"`
	Allow        *strictyaml.Node `key:"allow"`
	Basis        string           `key:"basis"`
	NgoaiQuyDinh *strictyaml.Node `key:"ngoai_quy_dinh"`
}

// figureConverter reads a Figure in either notation. What cannot be read
// changes nothing, so that one mistake is told once. Ranges are held to when
// the whole form is known (limits.go).
func figureConverter[T any](parse func(string) (T, error), hint diag.Msg) strictyaml.Converter {
	return func(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
		fig := out.Addr().Interface().(*Figure[T])
		read := func(n *strictyaml.Node) (T, bool) {
			v, err := parse(n.Text)
			if err != nil || n.Kind != strictyaml.Scalar {
				d.Report("FORM-VALUE", n.At, diag.M("số đo sai: %q", "bad figure: %q", shown(n)), hint)
			}
			return v, err == nil && n.Kind == strictyaml.Scalar
		}
		long := longFigure{Value: n, Basis: fig.Basis}
		if n.Kind == strictyaml.Map {
			long.Value = nil
			d.Value(n, reflect.ValueOf(&long).Elem())
		}
		fig.NgoaiQuyDinh, fig.Basis, fig.given = reason(d, long.NgoaiQuyDinh), long.Basis, true
		if long.Value != nil {
			if v, ok := read(long.Value); ok {
				fig.Value = v
			}
		}
		if long.Allow == nil {
			return
		}
		var ends []T
		for _, item := range long.Allow.Items {
			v, ok := read(item)
			if !ok {
				return
			}
			ends = append(ends, v)
		}
		if len(ends) != 2 || less(ends[1], ends[0]) {
			d.Report("FORM-VALUE", long.Allow.At, diag.M("khoảng cho phép cần hai đầu, nhỏ trước lớn sau", "a range needs two ends, the smaller first"), diag.M("viết [30mm, 35mm]", "write [30mm, 35mm]"))
			return
		}
		fig.Allow = ends
	}
}

// shown is what stands in the place of a figure.
func shown(n *strictyaml.Node) string {
	if n.Kind == strictyaml.Scalar {
		return n.Text
	}
	return n.Source
}

// reason reads why a figure goes outside the law. Nobody may do so silently.
func reason(d *strictyaml.Decoder, n *strictyaml.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind != strictyaml.Scalar || strings.TrimSpace(n.Text) == "" {
		d.Report("FORM-REASON", n.At, diag.M("ngoai_quy_dinh cần một lý do bằng chữ", "ngoai_quy_dinh needs a reason in words"),
			diag.M("viết ngoai_quy_dinh: \"theo công văn số … của …\"", "write ngoai_quy_dinh: \"by letter no. … of …\""))
		return "?" // told already: the range is not told as well
	}
	return strings.TrimSpace(n.Text)
}

func converters() map[reflect.Type]strictyaml.Converter {
	length := diag.M("viết một số có đơn vị, không âm: 30mm, 1cm hoặc 14pt", "write a number with its unit, not below zero: 30mm, 1cm or 14pt")
	return map[reflect.Type]strictyaml.Converter{
		reflect.TypeFor[Figure[unit.Length]](): figureConverter(parseLength, length),
		reflect.TypeFor[Figure[float64]]():     figureConverter(parseNumber, diag.M("viết một số từ 0 đến 100, như 0.4", "write a number from 0 to 100, such as 0.4")),
		reflect.TypeFor[Figure[int]]():         figureConverter(parseCount, diag.M("viết một số nguyên từ 0 đến 200", "write a whole number from 0 to 200")),
		reflect.TypeFor[Figure[Line]]():        figureConverter(parseLine, diag.M("viết hệ số dòng từ 0.5 đến 5 như \"1.1\", hoặc khoảng đúng như 18pt", "write a multiple of the line from 0.5 to 5 such as \"1.1\", or an exact distance such as 18pt")),
		reflect.TypeFor[*strictyaml.Node](): func(_ *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
			out.Set(reflect.ValueOf(n))
		},
	}
}
