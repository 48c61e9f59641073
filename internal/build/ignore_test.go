package build

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// TestIgnoreInFile: a warning is silenced with a reason that stands in the file; an
// error is not, nor is anything without a reason.
func TestIgnoreInFile(t *testing.T) {
	o := openOffice(t)
	in := Input{Name: "a.yaml", Data: []byte("the_thuc: nd30\nso: 5\nky_hieu: KH-UBND # giữ\ntrich_yeu: Trồng cây\nmuc:\n  - tieu_de: A\n    noi_dung: B.\nnoi_nhan: [Các thôn, \"Lưu: VP\"]\nluu: VT\n")}
	warnings := ofCode(o.Check(in, CheckOptions{}).Findings, "NN-LUU")
	errors := ofCode(o.Check(in, CheckOptions{}).Findings, "NUM-PAD")
	if len(warnings) != 1 || len(errors) != 1 {
		t.Fatal(told(o.Check(in, CheckOptions{}).Findings))
	}
	out, found := o.Ignore(in, warnings[0], "  hai nơi: lưu\nriêng ")
	if out == nil || !strings.HasPrefix(string(out), string(in.Data)) || !strings.Contains(string(out), "bo_qua:\n  NN-LUU:") {
		t.Fatalf("%v\n%s", told(found), out)
	}
	c := o.Check(Input{Name: in.Name, Data: out}, CheckOptions{})
	if len(ofCode(c.Findings, "NN-LUU")) != 0 || len(c.Silenced) != 1 || c.Silenced[0].Reason != "hai nơi: lưu riêng" || c.Silenced[0].Count != 1 {
		t.Errorf("%v, %v", told(c.Findings), c.Silenced)
	}
	for _, x := range []struct {
		f      diag.Finding
		reason string
	}{{warnings[0], " \n"}, {errors[0], "thôi"}} {
		if out, found := o.Ignore(in, x.f, x.reason); out != nil || len(found) != 1 || found[0].Severity != diag.Error {
			t.Errorf("%s: %s", x.f.Code, out)
		}
	}
}
