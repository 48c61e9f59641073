package build_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
)

// TestSamplesBuild: every sample builds without an error or a warning, and in
// the form that it names.
func TestSamplesBuild(t *testing.T) {
	samples := 0
	for _, m := range corpus(t) {
		if !m.own || strings.HasPrefix(m.name, "sinh/") || strings.HasPrefix(m.name, "testdata/") {
			continue
		}
		samples++
		for _, f := range m.paper.Findings {
			if f.Severity != diag.Info {
				t.Errorf("%s: %s %s: %s", m.name, f.Severity, f.Code, f.Message.En)
			}
		}
		if id := m.paper.Plan.TheThuc.Plain(); id != m.paper.Standard.ID {
			t.Errorf("%s: the form is %q, the plan says %q", m.name, m.paper.Standard.ID, id)
		}
	}
	if samples < 10 {
		t.Errorf("%d samples, want 10 at least", samples)
	}
}

// unshown are the roles that no sample of a form shows, with the reason.
var unshown = map[string]string{
	"nd30: khoan2_de_muc":      "NĐ 30/2020 has no level 1.1.",
	"cong-doan: khoan2_de_muc": "NĐ 30/2020, whose levels these are, has no level 1.1.",
	"nd30: khoan3_de_muc":      "NĐ 30/2020 has no level 1.1.1.",
	"cong-doan: khoan3_de_muc": "NĐ 30/2020, whose levels these are, has no level 1.1.1.",
}

// rare are the roles that no sample shows in any form, of papers of another
// kind: testdata/kem-theo*.yaml and dau-dang.yaml show them.
var rare = []doc.Role{doc.LuuHanhCuoi, doc.KemVanBan}

// TestSamplesShowEveryRole: whoever looks at the samples of a form sees each of
// its roles, in one sample at least, and one that goes over more than a page.
func TestSamplesShowEveryRole(t *testing.T) {
	shown := map[string]map[doc.Role]bool{}
	for _, m := range corpus(t) {
		if !m.own || strings.HasPrefix(m.name, "sinh/") || strings.HasPrefix(m.name, "testdata/") {
			continue
		}
		roles := shown[m.paper.Standard.ID]
		if roles == nil {
			roles = map[doc.Role]bool{}
			shown[m.paper.Standard.ID] = roles
		}
		roles[doc.SoTrang] = roles[doc.SoTrang] || len(m.paper.Pages.Pages) > 1
		m.paper.Doc.Walk(func(b doc.Block) {
			if p, ok := b.(*doc.Paragraph); ok {
				roles[p.Role] = true
			}
		})
	}
	for _, id := range office().Forms.IDs() {
		form, _ := office().Forms.Get(id)
		for _, role := range slices.Sorted(maps.Keys(form.Figures.Styles)) {
			if slices.Contains(rare, doc.Role(role)) {
				continue
			}
			key := id + ": " + role
			switch why, listed := unshown[key]; {
			case listed && shown[id][doc.Role(role)]:
				t.Errorf("%s: a sample shows it; its exception says: %s", key, why)
			case !listed && !shown[id][doc.Role(role)]:
				t.Errorf("%s: no sample shows it", key)
			}
		}
	}
}
