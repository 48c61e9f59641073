package build

import (
	"strings"

	"kehoach.example/internal/check"
	"kehoach.example/internal/diag"
)

// Ignorable tells whether a plan may silence a finding, with a reason: no error,
// and nothing that is told of silencing itself.
func (o *Office) Ignorable(f diag.Finding) bool {
	return f.Severity != diag.Error && !strings.HasPrefix(f.Code, "SILENCE-")
}

// Ignore silences the code of a finding in a plan file, with a reason, under
// bo_qua. It gives the new file, and nil with a finding where it was left as it is.
func (o *Office) Ignore(in Input, f diag.Finding, reason string) ([]byte, []diag.Finding) {
	reason = strings.Join(strings.Fields(reason), " ")
	switch {
	case !o.Ignorable(f):
		return nil, []diag.Finding{diag.New("SILENCE-ERROR", diag.Error, check.GroupShape, f.At,
			diag.M("%s là lỗi, không bỏ qua được; chỉ bỏ qua được cảnh báo và lưu ý", "%s is an error and cannot be silenced, only warnings and notes can", f.Code),
			diag.M("sửa lỗi đó", "mend the error"))}
	case reason == "":
		return nil, []diag.Finding{diag.New("SILENCE-REASON", diag.Error, check.GroupShape, f.At,
			diag.M("chưa ghi lý do bỏ qua %s", "there is no reason for silencing %s", f.Code),
			diag.M("ghi vì sao không cần sửa", "write why nothing has to be mended"))}
	}
	return o.SetField(in, "bo_qua."+f.Code, reason)
}
