package write

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

var update = flag.Bool("update", false, "rewrite generated files, and fail")

const schemaFile = "../../templates/ke-hoach.schema.json"

// TestSchemaIsGenerated: the file for editors is what the model gives.
func TestSchemaIsGenerated(t *testing.T) {
	want, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(schemaFile)
	if err == nil && bytes.Equal(got, want) {
		return
	}
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Error("templates/ke-hoach.schema.json is not what the model gives; run go test ./internal/write -update")
}

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	s, err := c.Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaTakesSamples: every sample and starter plan is valid for a schema
// validator that knows nothing of this program.
func TestSchemaTakesSamples(t *testing.T) {
	s := compileSchema(t)
	files, _ := filepath.Glob("../../samples/*/*.yaml")
	starters, _ := filepath.Glob("../../templates/khoi-dau/*.yaml")
	if len(files) < 7 || len(starters) < 2 {
		t.Fatalf("%d samples, %d starters", len(files), len(starters))
	}
	for _, f := range append(files, starters...) {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(decoded(t, data)); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// TestSchemaRefuses: an unknown key, a missing title and a list for running
// text are errors in the editor too.
func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t)
	for name, text := range map[string]string{
		"unknown key":    "trich_yeu: a\nmuc: [{tieu_de: b}]\nnoi_nhn: c",
		"no title":       "muc: [{tieu_de: b}]",
		"list as text":   "trich_yeu: a\nmuc: [{tieu_de: b, noi_dung: [c, d]}]",
		"part is a text": "trich_yeu: a\nmuc: [b]",
	} {
		if s.Validate(decoded(t, []byte(text))) == nil {
			t.Errorf("%s: taken as valid", name)
		}
	}
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(data, &v); err != nil {
		t.Fatal(err)
	}
	return named(v)
}

// named makes the keys of maps texts, as an editor's JSON has them: footnotes
// are numbered.
func named(v any) any {
	out := map[string]any{}
	switch x := v.(type) {
	case map[any]any:
		for k, in := range x {
			out[fmt.Sprint(k)] = named(in)
		}
	case map[string]any:
		for k, in := range x {
			out[k] = named(in)
		}
	case []any:
		for i := range x {
			x[i] = named(x[i])
		}
		return x
	default:
		return v
	}
	return out
}
