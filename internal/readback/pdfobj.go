package readback

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
)

// The objects of a PDF as qpdf reads them. A value is nil, bool, float64, pdfName, pdfText, pdfRef, []any, pdfDict
// or *pdfStream.
type (
	pdfName string         // without the slash
	pdfText string         // as text where qpdf reads it so, else its bytes
	pdfRef  int            // the number of an object; that of its generation is left out
	pdfDict map[string]any // keys without the slash
)

// pdfStream is a dictionary as it stands in the file, filters included, and the bytes behind the filters. Where qpdf
// cannot take a filter away, as of JPEG images, data are the bytes before it.
type pdfStream struct {
	dict pdfDict
	data []byte
}

// pdfFile is all of a PDF: its bytes and its objects.
type pdfFile struct {
	raw      []byte
	objects  map[int]any
	offsets  map[int]int // where an object that is not in an object stream begins
	trailer  pdfDict
	warnings []string // what qpdf complains of
}

// openPDF reads a file by three runs of qpdf: objects as they are, the bytes of the streams, and where they stand.
func openPDF(raw []byte) (*pdfFile, error) {
	f := &pdfFile{raw: raw, objects: map[int]any{}, offsets: map[int]int{}}
	full, err := f.run("--json=2", "--json-stream-data=inline", "--decode-level=generalized", "{}")
	if err != nil {
		return nil, err
	}
	plain, err := f.run("--json=2", "--json-stream-data=none", "--decode-level=none", "{}")
	if err != nil {
		return nil, err
	}
	table, err := f.run("--show-xref", "{}")
	if err != nil {
		return nil, err
	}
	if err := f.load(full, plain); err != nil {
		return nil, err
	}
	for _, m := range xrefRow.FindAllStringSubmatch(string(table), -1) {
		number, _ := strconv.Atoi(m[1])
		f.offsets[number], _ = strconv.Atoi(m[2])
	}
	return f, nil
}

// xrefRow is a line of `qpdf --show-xref`: "12/0: uncompressed; offset = 345".
var xrefRow = regexp.MustCompile(`(?m)^(\d+)/\d+: uncompressed; offset = (\d+)`)

// run calls qpdf; exit status 3 means that it read the file and warned.
func (f *pdfFile) run(args ...string) ([]byte, error) {
	out, err := onFile(f.raw, "qpdf", args...)
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 3 {
		f.warnings = append(f.warnings, err.Error())
		err = nil
	}
	return out, err
}

// qpdfObject is what the JSON has for an object.
type qpdfObject struct {
	Value  any
	Stream *struct {
		Data string
		Dict any
	}
}

// qpdfObjects takes the second half of {"qpdf": [{…}, {"obj:1 0 R": …, "trailer": …}]}.
func qpdfObjects(text []byte) (map[string]qpdfObject, error) {
	var all struct{ QPDF [2]json.RawMessage }
	if err := json.Unmarshal(text, &all); err != nil {
		return nil, fmt.Errorf("output of qpdf: %w", err)
	}
	objects := map[string]qpdfObject{}
	if err := json.Unmarshal(all.QPDF[1], &objects); err != nil {
		return nil, fmt.Errorf("output of qpdf: %w", err)
	}
	return objects, nil
}

// load makes the objects of both readings.
func (f *pdfFile) load(full, plain []byte) error {
	data, err := qpdfObjects(full)
	if err != nil {
		return err
	}
	objects, err := qpdfObjects(plain)
	if err != nil {
		return err
	}
	for key, o := range objects {
		value, err := pdfValue(o.Value)
		if o.Stream != nil {
			value, err = streamValue(o.Stream.Dict, data[key].Stream)
		}
		if err != nil {
			return fmt.Errorf("output of qpdf: %s: %w", key, err)
		}
		if key == "trailer" {
			f.trailer, _ = value.(pdfDict)
			continue
		}
		number, err := strconv.Atoi(strings.Fields(strings.TrimPrefix(key, "obj:"))[0])
		if err != nil {
			return fmt.Errorf("output of qpdf: %w", err)
		}
		f.objects[number] = value
	}
	return nil
}

// streamValue joins a dictionary and the bytes that belong to it.
func streamValue(dict any, full *struct {
	Data string
	Dict any
},
) (any, error) {
	v, err := pdfValue(dict)
	if err != nil {
		return nil, err
	}
	d, ok := v.(pdfDict)
	if !ok || full == nil {
		return nil, errors.New("a stream without dictionary or data")
	}
	data, err := base64.StdEncoding.DecodeString(full.Data)
	return &pdfStream{dict: d, data: data}, err
}

var refText = regexp.MustCompile(`^(\d+) \d+ R$`)

// pdfValue turns a value of qpdf's JSON, version 2, into one of ours.
func pdfValue(v any) (any, error) {
	switch v := v.(type) {
	case string:
		return pdfString(v)
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			var err error
			if out[i], err = pdfValue(e); err != nil {
				return nil, err
			}
		}
		return out, nil
	case map[string]any:
		out := pdfDict{}
		for key, e := range v {
			value, err := pdfValue(e)
			if err != nil {
				return nil, err
			}
			out[strings.TrimPrefix(key, "/")] = value
		}
		return out, nil
	}
	return v, nil
}

// pdfString tells the four things apart that are strings in JSON.
func pdfString(s string) (any, error) {
	switch {
	case strings.HasPrefix(s, "u:"):
		return pdfText(s[2:]), nil
	case strings.HasPrefix(s, "b:"):
		b, err := hex.DecodeString(s[2:])
		return pdfText(b), err
	case strings.HasPrefix(s, "n:/"):
		return pdfName(s[3:]), nil
	case strings.HasPrefix(s, "/"):
		return pdfName(s[1:]), nil
	}
	if m := refText.FindStringSubmatch(s); m != nil {
		number, err := strconv.Atoi(m[1])
		return pdfRef(number), err
	}
	return nil, fmt.Errorf("cannot read %q", s)
}

// get follows references; nil where nothing is.
func (f *pdfFile) get(v any) any {
	for range 32 {
		r, ok := v.(pdfRef)
		if !ok {
			return v
		}
		v = f.objects[int(r)]
	}
	return nil
}

// dict is a dictionary, or that of a stream; empty where neither is.
func (f *pdfFile) dict(v any) pdfDict {
	switch v := f.get(v).(type) {
	case pdfDict:
		return v
	case *pdfStream:
		return v.dict
	}
	return pdfDict{}
}

func (f *pdfFile) stream(v any) *pdfStream {
	s, _ := f.get(v).(*pdfStream)
	return s
}

func (f *pdfFile) array(v any) []any {
	a, _ := f.get(v).([]any)
	return a
}

func (f *pdfFile) number(v any) (float64, bool) {
	n, ok := f.get(v).(float64)
	return n, ok
}

// int is a number without its fraction, or -1 where none is.
func (f *pdfFile) int(v any) int {
	if n, ok := f.number(v); ok {
		return int(n)
	}
	return -1
}

func (f *pdfFile) name(v any) string {
	n, _ := f.get(v).(pdfName)
	return string(n)
}

func (f *pdfFile) text(v any) string {
	s, _ := f.get(v).(pdfText)
	return string(s)
}

// has says whether a dictionary has a key whose value is not null.
func (f *pdfFile) has(d pdfDict, key string) bool { return f.get(d[key]) != nil }

// floats are the numbers of an array; nil where one is none.
func (f *pdfFile) floats(v any) []float64 {
	var out []float64
	for _, e := range f.array(v) {
		n, ok := f.number(e)
		if !ok {
			return nil
		}
		out = append(out, n)
	}
	return out
}

func (f *pdfFile) root() pdfDict { return f.dict(f.trailer["Root"]) }
