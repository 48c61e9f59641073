package write

import (
	"strings"
	"testing"
)

func TestItems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"add muc", "so: 1\n", "so: 1\nmuc:\n  - tieu_de:\n    noi_dung:\n"},
		{"add muc", "luu: VT\nmuc: []   # phần\n", "luu: VT\nmuc:      # phần\n  - tieu_de:\n    noi_dung:\n"},
		{"add muc 1", "muc:\n- tieu_de: a\n# b\n- tieu_de: b", "muc:\n- tieu_de: a\n- tieu_de:\n  noi_dung:\n# b\n- tieu_de: b\n"},
		{"add muc 9", "muc:\n  - tieu_de: a\n    noi_dung: |\n      x\n\n\nluu: VT\n", "muc:\n  - tieu_de: a\n    noi_dung: |\n      x\n  - tieu_de:\n    noi_dung:\n\n\nluu: VT\n"},
		{"add muc.0.dot", "muc:\n  - tieu_de: a\n    dot: [{ten: x, tu: 2027}]\n", "muc:\n  - tieu_de: a\n    dot:\n      - {ten: x, tu: 2027}\n      - ten:\n"},
		{"add muc.0.nhiem_vu", "muc:\n  - tieu_de: a\n    khi:\n      cot: x\n", "muc:\n  - tieu_de: a\n    nhiem_vu:\n      - viec:\n    khi:\n      cot: x\n"},
		{"add nguoi_ky", "so: 1\n", "so: 1\nnguoi_ky:\n  - chuc_vu:\n    ho_ten:\n"},
		{"add nguoi_ky", "nguoi_ky:\n  chuc_vu: |\n    A\n\n    B\n  # tên\n  ho_ten: C\nphu_luc:\n", "nguoi_ky:\n  - chuc_vu: |\n      A\n\n      B\n    # tên\n    ho_ten: C\n  - chuc_vu:\n    ho_ten:\nphu_luc:\n"},
		{"add nguoi_ky 0", "nguoi_ky: {ho_ten: C}", "nguoi_ky:\n  - chuc_vu:\n    ho_ten:\n  - ho_ten: C"},
		{"add chu_thich", "so: 1\nchu_thich:\n  2: a\n", "so: 1\nchu_thich:\n  2: a\n  3:\n"},
		{"add chu_thich", "so: 1\n", "so: 1\nchu_thich:\n  1:\n"},
		{"remove muc.0", "muc:\n  # a\n  - tieu_de: a # b\n  # c\n  - tieu_de: d\n", "muc:\n  # c\n  - tieu_de: d\n"},
		{"remove muc.0", "muc:\n  - tieu_de: a\n\nluu: x\n", "muc:\n\nluu: x\n"},
		{"remove chu_thich.1", "chu_thich: {1: a, 2: b}\n", "chu_thich:\n  2: b\n"},
		{"move muc.0 1", "muc:\n  # a\n  - tieu_de: a\n    # sâu\n  # d\n  - tieu_de: d\n# cuối\n", "muc:\n  # d\n  - tieu_de: d\n  # a\n  - tieu_de: a\n    # sâu\n# cuối\n"},
		{"move muc.2 -9", "muc:\r\n- tieu_de: a\r\n- tieu_de: b\r\n- tieu_de: c", "muc:\r\n- tieu_de: c\r\n- tieu_de: a\r\n- tieu_de: b\r\n"},
		{"drop so", "\ufeffso: 1 # x\nluu: VT\n", "\ufeffluu: VT\n"},
		{"drop muc.0.tieu_de", "muc:\n  - tieu_de: |\n      a\n    # b\n    noi_dung: c\n", "muc:\n    # b\n  - noi_dung: c\n"},
		{"drop muc.0.tieu_de", "muc:\n  - tieu_de: a\n", "muc:\n  -\n"},
		{"drop muc", "so: 1\nmuc:\n  - tieu_de: a\n  # b\n\nluu: VT\n", "so: 1\n  # b\n\nluu: VT\n"},
		{"drop can_cu", "so: 1\n", "so: 1\n"},
		{"set nguoi_ky.ho_ten", "so: 1\nphu_luc:\n", "so: 1\nnguoi_ky:\n  ho_ten: X\nphu_luc:\n"},
		{"set muc.0.khi.cot", "muc:\n-\n", "muc:\n- khi:\n    cot: X\n"},
		{"set so", "# đầu\n", "# đầu\nso: X\n"},
		{"set so", "", "so: X\n"},
		{"set the_thuc", "# đầu\n\nso: 1", "# đầu\n\nthe_thuc: X\nso: 1"},
		{"set so", "so:                # trống\n", "so: X              # trống\n"},
		{"set can_cu", "so: 1\n", "so: 1\ncan_cu:\n  - X\n"},
		{"set mo_dau", "so: 1", "so: 1\nmo_dau: |\n  X"},
		{"set muc", "so: 1\n", "so: 1\nmuc: |\n  X\n"},
		{"set bo_qua.NN-ABBR", "so: 1\n", "so: 1\nbo_qua:\n  NN-ABBR: X\n"},
		{"set so", "{so: 1, luu: 'VT, A'} # x\n", "so: X\nluu: VT, A # x\n"},
	} {
		args := strings.Fields(c.name)
		at, by := 1<<20, 0
		if len(args) > 2 {
			at = map[string]int{"0": 0, "1": 1, "9": 9}[args[2]]
			by = map[string]int{"1": 1, "-9": -9}[args[2]]
		}
		var out string
		var err error
		switch args[0] {
		case "add":
			out, err = AddItem(c.text, args[1], at)
		case "remove":
			out, err = RemoveItem(c.text, args[1])
		case "move":
			out, err = MoveItem(c.text, args[1], by)
		case "drop":
			out, err = DropField(c.text, args[1])
		case "set":
			out, err = SetField(c.text, args[1], "X")
		}
		if err != nil || out != c.want {
			t.Errorf("%s: %v\n%q\n%q\nwant\n%q", c.name, err, c.text, out, c.want)
		}
	}
}

// lists are the lists of a file, given or not.
func lists(fields []Field) []Field {
	var out []Field
	for _, f := range fields {
		if f.Kind == List || f.Key == "nguoi_ky" || f.Key == "chu_thich" {
			out = append(out, f)
		}
		out = append(out, lists(f.Kids)...)
	}
	return out
}

// TestItemsEverywhere: in every plan file every list can be added to, and every
// item moved and taken out and every key dropped; no comment of what stays is
// lost. What a change makes of the other fields is held to by change itself.
func TestItemsEverywhere(t *testing.T) {
	for name, text := range planFiles(t) {
		fields := fieldsOf(t, text)
		for _, l := range lists(fields) {
			if l.Locked {
				continue
			}
			out, err := AddItem(text, l.Path, len(l.Kids)/2)
			if err != nil {
				t.Errorf("%s: add %s: %v", name, l.Path, err)
			}
			if lost := lostRemarks(text, fields, out); len(lost) > 0 {
				t.Errorf("%s: add %s: lost %q\n%s", name, l.Path, lost, out)
			}
			for _, kid := range l.Kids {
				if l.Kind != List {
					continue
				}
				out, err := MoveItem(text, kid.Path, 1)
				if lost := lostRemarks(text, fields, out); err != nil || len(lost) > 0 {
					t.Errorf("%s: move %s: %v, lost %q", name, kid.Path, err, lost)
				}
				if _, err = RemoveItem(text, kid.Path); err != nil {
					t.Errorf("%s: remove %s: %v", name, kid.Path, err)
				}
			}
		}
		for _, f := range append(leaves(fields), lists(fields)...) {
			if !f.Given {
				continue
			}
			out, err := DropField(text, f.Path)
			if f := FieldAt(fieldsOf(t, out), f.Path); err != nil || f != nil && f.Given {
				t.Errorf("%s: drop: %v, %+v", name, err, f)
			}
		}
	}
}
