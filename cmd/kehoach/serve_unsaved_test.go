package main

import (
	"errors"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/web"
)

// TestEndedSo: each plan whose file lacks words is told, with what to do; what is no
// such thing is a failure of the program.
func TestEndedSo(t *testing.T) {
	one, two := &web.Unsaved{Why: diag.M("a.yaml là tệp chỉ đọc", "a.yaml is read-only")}, &web.Unsaved{Why: diag.M("b.yaml không còn", "b.yaml is gone")}
	rs := endedSo(errors.Join(errors.Join(one, two), errors.New("hỏng")))
	if len(rs) != 3 || !strings.Contains(rs[0].msg.Vi, "a.yaml là tệp chỉ đọc") || !strings.Contains(rs[1].msg.En, "b.yaml is gone") ||
		!strings.Contains(rs[1].hint.Vi, "mở lại chương trình") || !strings.Contains(rs[2].msg.Vi, "lỗi của chương trình") {
		t.Errorf("%+v", rs)
	}
}
