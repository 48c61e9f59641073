package build

import (
	"errors"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/read"
	"kehoach.example/internal/write"
)

// changed changes the text of a plan file as it stands. Where that breaks the
// grammar only by signs that reading leaves out, it is changed as it is read.
func changed(in Input, change func(string) (string, error)) ([]byte, []diag.Finding) {
	orig, ok := read.Decode(in.Data)
	if ok {
		text, err := change(orig.Text)
		if err == nil {
			return orig.Encode(text), nil
		}
		if refusal(in, err).Code != "FIELD-BROKEN" {
			return nil, []diag.Finding{refusal(in, err)}
		}
	}
	text, found := read.Source(in.Name, in.Data)
	if diag.HasErrors(found) && !onlyEmpty(found) {
		return nil, found
	}
	text, err := change(text)
	if err != nil {
		return nil, []diag.Finding{refusal(in, err)}
	}
	if !ok {
		return []byte(text), found
	}
	return orig.Encode(text), found
}

func onlyEmpty(found []diag.Finding) bool {
	for _, f := range found {
		if f.Severity == diag.Error && f.Code != "FILE-EMPTY" {
			return false
		}
	}
	return true
}

func refusal(in Input, err error) diag.Finding {
	var r *write.Refused
	if !errors.As(err, &r) {
		return diag.Finding{}
	}
	f := r.Finding
	f.At.File = in.Name
	return f
}
