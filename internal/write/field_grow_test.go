package write

import "testing"

// TestFormsCanGrow: what a form adds to maps of codes and to a single signer, in
// blocks and in brackets, given or not.
func TestFormsCanGrow(t *testing.T) {
	add := func(path string) func(string) (string, error) {
		return func(s string) (string, error) { return AddItem(s, path, 99) }
	}
	reason := func(s string) (string, error) { return SetField(s, "bo_qua.NN-ABBR", "đã giải nghĩa") }
	const head = "the_thuc: nd30\n"
	for _, c := range []struct {
		before string
		change func(string) (string, error)
		after  string
	}{
		{"", add("chu_thich"), "chu_thich:\n  1:\n"},
		{"chu_thich:\n  1: một # a\n  3: ba\n", add("chu_thich"), "chu_thich:\n  1: một # a\n  3: ba\n  4:\n"},
		{"chu_thich: {1: một}\n", add("chu_thich"), "chu_thich:\n  1: một\n  2:\n"},
		{"", reason, "bo_qua:\n  NN-ABBR: đã giải nghĩa\n"},
		{"bo_qua: {CITE-FULL: đủ}\n", reason, "bo_qua:\n  CITE-FULL: đủ\n  NN-ABBR: đã giải nghĩa\n"},
		{"", add("nguoi_ky"), "nguoi_ky:\n  - chuc_vu:\n    ho_ten:\n"},
		{"nguoi_ky:\n  chuc_vu: CHỦ TỊCH # a\n  ho_ten: Lê A\n", add("nguoi_ky"), "nguoi_ky:\n  - chuc_vu: CHỦ TỊCH # a\n    ho_ten: Lê A\n  - chuc_vu:\n    ho_ten:\n"},
	} {
		if got, err := c.change(head + c.before); err != nil || got != head+c.after {
			t.Errorf("%q: %v\n%s", c.before, err, got)
		}
	}
}
