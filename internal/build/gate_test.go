package build_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// TestGate: a group in which nothing was found is fine only where it was judged,
// and what no rule decided is left to a person.
func TestGate(t *testing.T) {
	data, err := os.ReadFile("../../samples/doan-xa-he-2027/doan-xa-he-2027.yaml")
	if err != nil {
		t.Fatal(err)
	}
	gate := func(text string) *build.Gate {
		return office().Gate(build.Input{Name: "k.yaml", Data: []byte(text)})
	}
	fine := func(g *build.Gate, id string) bool {
		return slices.ContainsFunc(g.Groups, func(of build.GateGroup) bool { return of.ID == id && of.Fine })
	}
	good := gate(string(data))
	if !good.Ready() || good.Warnings > 0 || !fine(good, "so") || !fine(good, "layout") || fine(good, "list") || len(good.Self) < 5 {
		t.Errorf("a sample: %+v", good)
	}
	bad := gate(strings.Replace(string(data), "ky_hieu: ", "ky_hieu: kh-", 1))
	if bad.Ready() || fine(bad, "so") || !fine(bad, "ngay") {
		t.Errorf("a bad symbol: %+v", bad)
	}
	for _, text := range []string{"", "so: [", "\xff\xfe"} {
		g := gate(text)
		if g.Ready() || slices.ContainsFunc(g.Groups, func(of build.GateGroup) bool { return of.Fine }) {
			t.Errorf("%q: %+v", text, g)
		}
	}
}

// TestInWords: what stands in a file does not pass for a line of the report.
func TestInWords(t *testing.T) {
	yes := true
	r := &build.Verified{UnchangedSinceBuild: &yes, Pages: 1, Revisions: 1, Signatures: []build.VerifiedSignature{{
		Field: "ky_1", Signer: "A\nđúng", Issuer: "B\x1b[2J", Valid: true, Revision: 1, CoversWholeFile: true,
	}}}
	w := build.InWords(r, diag.M("tệp gốc", "a file of roots"))
	if !w.Good || len(w.Signatures) != 1 || !w.Signatures[0].Valid {
		t.Errorf("%+v", w)
	}
	asked := false
	for _, row := range w.Signatures[0].Rows {
		if strings.ContainsAny(row.Text.Vi+row.Text.En, "\n\x1b") {
			t.Errorf("%q", row.Text.Vi)
		}
		asked = asked || strings.Contains(row.Text.Vi, "cần tệp gốc") && strings.Contains(row.Text.En, "needs a file of roots")
	}
	if !asked {
		t.Error("what roots would tell is not asked for")
	}
}
