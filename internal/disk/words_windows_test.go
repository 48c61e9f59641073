package disk

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

// TestWords: each way in which Windows refuses is told in a clerk's words, by the
// numbers that Windows gives.
func TestWords(t *testing.T) {
	for words, numbers := range map[string][]syscall.Errno{
		"đang mở trong chương trình khác": {32, 33, 303, 1224},
		"đã đầy":                          {39, 112, 1295},
		"chỉ cho đọc":                     {19},
		"không tới được ổ đĩa":            {21, 51, 53, 54, 55, 59, 64, 67, 121, 362, 395, 433, 1006, 1167, 1231, 1232},
		"chống virus":                     {225, 226},
		"bị lỗi":                          {23, 1117},
		"không có tệp hoặc thư mục":       {2, 3},
		"đã có tệp":                       {80, 183},
		"không có quyền":                  {5},
		"là tệp, không phải thư mục":      {267},
		"quá dài":                         {111, 206},
		"ký tự mà ổ đĩa không nhận":       {123, 161},
	} {
		for _, n := range numbers {
			why, hint := Reason(&fs.PathError{Op: "open", Path: "k", Err: n})
			if !strings.Contains(why.Vi, words) || hint.Vi == "" || hint.En == "" {
				t.Errorf("%d: %q, want %q", n, why.Vi, words)
			}
		}
	}
}
