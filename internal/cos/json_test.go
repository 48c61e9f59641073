package cos_test

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"kehoach.example/internal/cos"
)

// asJSON gives a value as qpdf tells it in JSON; the length of a stream is left
// out there.
func asJSON(v cos.Value) any {
	switch x := v.(type) {
	case int64:
		return json.Number(strconv.FormatInt(x, 10))
	case float64:
		s := strconv.FormatFloat(x, 'f', -1, 64)
		return json.Number(s)
	case cos.Name:
		return "/" + string(x)
	case cos.String:
		return stringAsJSON(x)
	case cos.Ref:
		return fmt.Sprintf("%d %d R", x.Num, x.Gen)
	case cos.Array:
		out := []any{}
		for _, e := range x {
			out = append(out, asJSON(e))
		}
		return out
	case cos.Dict:
		out := map[string]any{}
		for key, e := range x {
			out["/"+string(key)] = asJSON(e)
		}
		return out
	}
	return v
}

// stringAsJSON: text begins with "u:", other bytes with "b:".
func stringAsJSON(s cos.String) string {
	if rest, ok := strings.CutPrefix(string(s), "\xfe\xff"); ok && len(rest)%2 == 0 {
		var units []uint16
		for i := 0; i < len(rest); i += 2 {
			units = append(units, uint16(rest[i])<<8|uint16(rest[i+1]))
		}
		return "u:" + string(utf16.Decode(units))
	}
	for _, c := range s {
		if (c < ' ' || c > '~') && c != '\n' && c != '\r' && c != '\t' {
			return "b:" + hex.EncodeToString(s)
		}
	}
	return "u:" + string(s)
}
