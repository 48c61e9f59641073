package readback

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"
)

// QPDF returns a PDF as qpdf writes it anew with options such as --object-streams=generate or --linearize.
func QPDF(pdf []byte, options ...string) ([]byte, error) {
	return onFile(pdf, "qpdf", append(options, "{}", "-")...)
}

// An Object is an object of a PDF as qpdf tells it in JSON: names begin with "/", references are "7 0 R", strings
// begin with "u:" for text or "b:" for bytes in hexadecimal, and numbers are json.Number. Of a stream, Value is the
// dictionary and Data the bytes, decoded; Data is nil of what is none.
type Object struct {
	Value any
	Data  []byte
}

// Objects returns the objects of a PDF by their names, "7 0 R"; the trailer is "trailer".
func Objects(pdf []byte) (map[string]Object, error) {
	out, err := onFile(pdf, "qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=generalized", "{}")
	if err != nil {
		return nil, err
	}
	var all struct{ QPDF []json.RawMessage }
	if err := json.Unmarshal(out, &all); err != nil || len(all.QPDF) != 2 {
		return nil, fmt.Errorf("output of qpdf --json: %d parts, %w", len(all.QPDF), err)
	}
	var raw map[string]struct {
		Value  any
		Stream *struct {
			Dict any
			Data string
		}
	}
	dec := json.NewDecoder(bytes.NewReader(all.QPDF[1]))
	dec.UseNumber()
	if err := dec.Decode(&raw); err != nil {
		return nil, fmt.Errorf("output of qpdf --json: %w", err)
	}
	objects := map[string]Object{}
	for key, o := range raw {
		name := strings.TrimPrefix(key, "obj:")
		if o.Stream == nil {
			objects[name] = Object{Value: o.Value}
			continue
		}
		data, err := base64.StdEncoding.DecodeString(o.Stream.Data)
		if err != nil {
			return nil, fmt.Errorf("output of qpdf --json: object %s: %w", name, err)
		}
		objects[name] = Object{o.Stream.Dict, append([]byte{}, data...)}
	}
	return objects, nil
}
