package build

import "kehoach.example/internal/diag"

// diffCodes are told while two plans are laid into one file.
func diffCodes() []meaning {
	return []meaning{
		{
			"DIFF-FORM", diag.M("hai kế hoạch theo hai thể thức", "the two plans are of two forms"),
			diag.M("Bản so sánh trình bày cả hai theo thể thức của bản mới, nên chữ do thể thức in ra không được so sánh. Ghi cùng the_thuc ở hai tệp nếu đó là nhầm.",
				"The file of differences shows both in the form of the new plan, so that words which a form prints are not told apart. Write the same the_thuc in both files if this is a slip."),
		},
	}
}
