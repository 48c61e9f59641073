package main

import (
	"errors"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/keep"
	"kehoach.example/internal/web/desk"
)

// TestEndedSo: each plan whose file lacks words is told, with what to do; what is no
// such thing, nor a journal that the disk did not take, is a failure of the program.
func TestEndedSo(t *testing.T) {
	one, two := &desk.Unsaved{Why: diag.M("a.yaml là tệp chỉ đọc", "a.yaml is read-only")}, &desk.Unsaved{Why: diag.M("b.yaml không còn", "b.yaml is gone")}
	gone := &keep.Fault{Why: diag.M("chưa ghi được nhật ký của c.yaml", "no journal"), Hint: diag.M("xem thư mục", "see the folder")}
	rs := endedSo(errors.Join(errors.Join(one, two), errors.New("hỏng"), gone))
	if len(rs) != 4 || rs[3].msg != gone.Why || rs[3].hint != gone.Hint || !strings.Contains(rs[0].msg.Vi, "a.yaml là tệp chỉ đọc") || !strings.Contains(rs[1].msg.En, "b.yaml is gone") ||
		!strings.Contains(rs[1].hint.Vi, "mở lại chương trình") || !strings.Contains(rs[2].msg.Vi, "lỗi của chương trình") {
		t.Errorf("%+v", rs)
	}
}
