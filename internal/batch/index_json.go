package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// indexVersion is that of the form of muc-luc.json.
const indexVersion = 1

// WriteJSON writes an index as muc-luc.json: a line for each part, finding and
// unit, so that a large one is written, read and compared line by line. Texts
// are asked for one unit at a time.
func WriteJSON(w io.Writer, ix *Index) error {
	j := jsonWriter{w: bufio.NewWriter(w)}
	j.text("{")
	j.field("version", ix.Version, ",")
	j.field("plan", ix.Plan, ",")
	j.field("list", ix.List, ",")
	j.field("inputs", ix.Inputs, ",")
	j.field("rows", ix.Rows, ",")
	if ix.Shard != nil {
		j.field("shard", ix.Shard, ",")
	}
	j.list("parts", len(ix.Parts), func(i int) any { return ix.Parts[i] })
	j.text(",")
	j.list("findings", len(ix.Findings), func(i int) any { return ix.Findings[i] })
	j.text(",")
	j.list("beside", len(ix.Beside), func(i int) any { return ix.Beside[i] })
	j.text(",")
	j.list("units", len(ix.Units), func(i int) any { return ix.unit(i) })
	j.text("\n}\n")
	if j.err == nil {
		j.err = j.w.Flush()
	}
	return j.err
}

// unit is a unit as JSON has it: with its texts, and without null.
func (ix *Index) unit(i int) Unit {
	u := ix.Units[i]
	u.Texts = append([]string{}, ix.Texts(i)...)
	u.Files = append([]File{}, u.Files...)
	u.Findings = append([]Finding{}, u.Findings...)
	return u
}

// jsonWriter writes JSON piece by piece and keeps the first error.
type jsonWriter struct {
	w   *bufio.Writer
	err error
}

func (j *jsonWriter) text(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

func (j *jsonWriter) value(v any) {
	data, err := marshal(v)
	if j.err == nil {
		j.err = err
	}
	j.text(string(data))
}

// marshal gives a value on one line; signs such as < stay as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func (j *jsonWriter) field(name string, v any, behind string) {
	j.text("\n\"" + name + "\": ")
	j.value(v)
	j.text(behind)
}

func (j *jsonWriter) list(name string, n int, item func(int) any) {
	j.text("\n\"" + name + "\": [")
	for i := range n {
		if i > 0 {
			j.text(",")
		}
		j.text("\n")
		j.value(item(i))
	}
	j.text("]")
}

// errNoIndex tells of a file that is no index of this version.
var errNoIndex = errors.New("not an index of this program")

// ReadJSON reads muc-luc.json one unit at a time. Each unit is handed to keep,
// with its texts; the index that is given has none. An error of keep ends the
// reading.
func ReadJSON(r io.Reader, keep func(Unit) error) (*Index, error) {
	var (
		ix  Index
		dec = json.NewDecoder(bufio.NewReader(r))
	)
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, fmt.Errorf("batch: %w", errors.Join(errNoIndex, err))
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("batch: %w", err)
		}
		if err := ix.read(dec, name, keep); err != nil {
			return nil, fmt.Errorf("batch: %w", err)
		}
	}
	if _, err := dec.Token(); err != nil { // a file that was cut off
		return nil, fmt.Errorf("batch: %w", err)
	}
	if ix.Version != indexVersion {
		return nil, fmt.Errorf("batch: %w", errNoIndex)
	}
	return &ix, nil
}

// read reads the value of one key.
func (ix *Index) read(dec *json.Decoder, name json.Token, keep func(Unit) error) error {
	switch name {
	case "version":
		return dec.Decode(&ix.Version)
	case "plan":
		return dec.Decode(&ix.Plan)
	case "list":
		return dec.Decode(&ix.List)
	case "inputs":
		return dec.Decode(&ix.Inputs)
	case "rows":
		return dec.Decode(&ix.Rows)
	case "shard":
		return dec.Decode(&ix.Shard)
	case "parts":
		return dec.Decode(&ix.Parts)
	case "findings":
		return dec.Decode(&ix.Findings)
	case "beside":
		return dec.Decode(&ix.Beside)
	case "units":
		return readUnits(dec, keep)
	}
	return errNoIndex
}

func readUnits(dec *json.Decoder, keep func(Unit) error) error {
	if t, err := dec.Token(); err != nil || t != json.Delim('[') {
		return errors.Join(errNoIndex, err)
	}
	for dec.More() {
		var u Unit
		if err := dec.Decode(&u); err != nil {
			return err
		}
		if err := keep(u); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}
