package standard_test

import (
	"io/fs"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/templates"
)

// FuzzForm: whatever an office writes into its own form, there is no panic;
// the form is there or a finding tells where it is wrong; and a form that is
// there keeps to the law or says why not.
func FuzzForm(f *testing.F) {
	names, _ := fs.Glob(templates.FS, "the-thuc/*.yaml")
	for _, name := range names {
		data, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data[:min(len(data), 4000)]))
	}
	for _, s := range []string{
		"name: A\ninherits: nd30\nfigures:\n  page: {left: {value: 25mm, ngoai_quy_dinh: x}}\n  styles: {muc: {like: than, size: 0pt}, \"\": {like: \"\"}}\n",
		header("role: \"\", from: co_quan}\n      - {role: a__b, text: A, rule: true") + "figures: {styles: {a__b: {like: than}}, rules: {a__b: }}\n",
		"name: A\ninherits: nd30\nfigures:\n  styles:\n  blanks: {so: {allow: [1, 2], value: 3, ngoai_quy_dinh: ' '}}\n  columns: []\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		set, found := own(text)
		st, ok := set.Get("rieng")
		if !ok && !diag.HasErrors(found) {
			t.Fatal("no form and no error")
		}
		for _, x := range found {
			if !strings.HasSuffix(x.At.File, "rieng.yaml") || x.Message.Vi == "" || x.Message.En == "" || x.Hint.Vi == "" || x.Hint.En == "" {
				t.Fatalf("a finding without place, text or hint: %+v", x)
			}
		}
		if _, there := set.Get("nd30"); !there {
			t.Fatal("a form of the program is gone")
		}
		if !ok || diag.HasErrors(found) {
			return
		}
		if left := st.Figures.Page.Left; len(left.Allow) == 2 && len(st.Outside) == 0 && (left.Value < left.Allow[0] || left.Value > left.Allow[1]) {
			t.Fatalf("%v is outside %v without a reason", left.Value, left.Allow)
		}
	})
}
