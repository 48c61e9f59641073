package build

import (
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
)

// TestHolesOnPages: a plan for many units is laid out with its holes as they
// stand, and one note tells of them; before it is signed they are an error.
func TestHolesOnPages(t *testing.T) {
	o := openOffice(t)
	in := Input{Name: "ke-hoach.yaml", Data: readFile(t, "../../samples/tiem-phong-dai-cac-xa/tiem-phong-dai-cac-xa.yaml")}
	c := o.Check(in, CheckOptions{Stage: Draft})
	if c.Paper.Pages == nil || c.Paper.Made() {
		t.Fatalf("pages %v, made %v: %v", c.Paper.Pages != nil, c.Paper.Made(), told(c.Findings))
	}
	dump := c.Paper.Pages.Dump()
	for _, hole := range []string{"{ten}", "{ten_hoa}", "{dia_danh}", "{tong_dan}", "{khu_cong_nghiep}"} {
		if !strings.Contains(dump, hole) {
			t.Errorf("no %s on the pages", hole)
		}
	}
	if n := severitiesOf(c.Findings, "HOLE-OPEN"); len(n) != 1 || n[0] != diag.Info || diag.HasErrors(c.Findings) {
		t.Errorf("%v: %v", n, told(c.Findings))
	}
	if c.Paper.Plan.Muc[2].Khi.Cot.Plain() != "khu_cong_nghiep" || !c.Paper.Plan.DiaDanh.Holed() {
		t.Error("the plan itself has changed")
	}
	c = o.Check(in, CheckOptions{Stage: Signing})
	if n := severitiesOf(c.Findings, "HOLE-OPEN"); len(n) != 1 || n[0] != diag.Error || c.Paper.Pages != nil {
		t.Errorf("%v: %v", n, told(c.Findings))
	}
}

// TestHolesWhereNoneCanBe: what no list fills in is refused as before.
func TestHolesWhereNoneCanBe(t *testing.T) {
	o := openOffice(t)
	for _, add := range []string{"bieu_trung: '{logo}'\n", "mo_dau: Theo {dot} này\n"} {
		in := Input{Name: "a.yaml", Data: []byte("the_thuc: nd30\ntrich_yeu: Của {ten}\n" + add + "muc:\n  - tieu_de: A\n    noi_dung: B.\n")}
		if c := o.Check(in, CheckOptions{}); c.Paper.Pages != nil || !diag.HasErrors(c.Findings) {
			t.Errorf("%s: %v", add, told(c.Findings))
		}
	}
}

func severitiesOf(found []diag.Finding, code string) []diag.Severity {
	var out []diag.Severity
	for _, f := range found {
		if f.Code == code {
			out = append(out, f.Severity)
		}
	}
	return out
}

func readFile(t *testing.T, name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
