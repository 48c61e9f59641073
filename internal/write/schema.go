package write

import (
	"encoding/json"
	"reflect"

	"kehoach.example/internal/plan"
)

// Schema gives the JSON Schema (draft 2020-12) of the plan file, for editors.
// It is made from the struct tags of the plan, so it cannot disagree with the
// reader. It is a little wider than the reader: editors see "012" and a line
// "chữ: chữ" as YAML does, as a number and a map.
func Schema() ([]byte, error) {
	s := object(reflect.TypeFor[plan.Plan]())
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = "Kế hoạch"
	s["description"] = "Tệp kế hoạch của kehoach / plan file of kehoach"
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(out, '\n'), nil
}

type node = map[string]any

func object(t reflect.Type) node {
	props := node{}
	var required []string
	for _, k := range plan.Keys(t) {
		p := typeOf(k.Type)
		p["description"] = k.Doc + " / " + k.En
		props[k.Name] = p
		if k.Required {
			required = append(required, k.Name)
		}
	}
	out := node{"type": "object", "properties": props, "additionalProperties": false}
	if required != nil {
		out["required"] = required
	}
	return out
}

// oneLine is text on one line as YAML may see it: {cot} and "chữ: chữ" are maps.
func oneLine() node {
	return node{"type": []string{"string", "number", "boolean", "null", "object"}, "maxProperties": 1}
}

func typeOf(t reflect.Type) node {
	switch t {
	case reflect.TypeFor[plan.Chu](), reflect.TypeFor[plan.Ngay]():
		return oneLine()
	case reflect.TypeFor[plan.Dong]():
		return node{"type": []string{"string", "number", "boolean", "null", "object", "array"}, "maxProperties": 1, "items": oneLine()}
	case reflect.TypeFor[plan.Van]():
		return node{"type": []string{"string", "number", "null"}}
	case reflect.TypeFor[plan.NhiemVu]():
		return node{"anyOf": []node{{"type": []string{"string", "null"}}, list(reflect.TypeFor[plan.Viec]())}}
	case reflect.TypeFor[[]plan.Muc]():
		return node{"anyOf": []node{{"type": "string"}, list(reflect.TypeFor[plan.Muc]())}}
	case reflect.TypeFor[[]plan.NguoiKy]():
		return node{"anyOf": []node{object(reflect.TypeFor[plan.NguoiKy]()), list(reflect.TypeFor[plan.NguoiKy]())}}
	case reflect.TypeFor[[]plan.MaChu]():
		return node{"type": []string{"object", "null"}, "additionalProperties": oneLine()}
	}
	if t.Kind() == reflect.Slice {
		return list(t.Elem())
	}
	return object(t)
}

func list(elem reflect.Type) node {
	return node{"type": "array", "items": object(elem)}
}
