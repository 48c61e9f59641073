package build

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// TestRealTexts: what must be recognised in the real plans, by number; the
// texts themselves are not in the repository.
func TestRealTexts(t *testing.T) {
	o := openOffice(t)
	checks := map[string]func(t *testing.T, p *plan.Plan, fs []diag.Finding){
		"000": func(t *testing.T, p *plan.Plan, _ []diag.Finding) {
			same(t, "so", p.So.Plain(), "01")
			same(t, "ky_hieu", p.KyHieu.Plain(), "KH - LĐLD")
			same(t, "dia_danh", p.DiaDanh.Plain(), "Long Biên")
			same(t, "ngay", p.Ngay.String(), "06/01/2021")
			count(t, "trich_yeu", len(p.TrichYeu.Items), 1)
			count(t, "muc", len(p.Muc), 4)
			count(t, "noi_nhan with luu", len(p.NoiNhan.Items)+1, 5)
			same(t, "luu", p.Luu.Plain(), "VP, TĐ")
			count(t, "chuc_vu", len(p.NguoiKy[0].ChucVu.Items), 2)
			count(t, "words of the name", len(strings.Fields(p.NguoiKy[0].HoTen.Plain())), 4)
		},
		"001": func(t *testing.T, p *plan.Plan, fs []diag.Finding) {
			count(t, "lines of trich_yeu", len(p.TrichYeu.Items), 2)
			count(t, "muc", len(p.Muc), 4)
			has(t, fs, "HEAD-ABSENT")
			has(t, fs, "FOOT-ABSENT")
		},
		"002": func(t *testing.T, p *plan.Plan, fs []diag.Finding) {
			same(t, "ngay", p.Ngay.String(), "3/2024")
			count(t, "muc", len(p.Muc), 4)
			nested := 0
			for _, d := range p.Muc[3].NoiDung.Doan {
				if d.Dau == plan.DauCong && d.Nhan == "- +" {
					nested++
				}
			}
			count(t, "nested - +", nested, 3)
			count(t, "noi_nhan with luu", len(p.NoiNhan.Items)+1, 8)
			same(t, "luu", p.Luu.Plain(), "VP")
			same(t, "ho_ten", p.NguoiKy[0].HoTen.Plain(), "")
			has(t, fs, "SIGN-NAME-ABSENT")
		},
		"004": func(t *testing.T, p *plan.Plan, fs []diag.Finding) {
			same(t, "so", p.So.Plain()+p.KyHieu.Plain(), "")
			has(t, fs, "NUM-ABSENT")
			count(t, "muc", len(p.Muc), 3)
			count(t, "noi_nhan with luu", len(p.NoiNhan.Items)+1, 6)
			same(t, "luu", p.Luu.Plain(), "VP")
			count(t, "words of the name", len(strings.Fields(p.NguoiKy[0].HoTen.Plain())), 4)
		},
	}
	for name, data := range realTexts(t) {
		t.Run(name[:3], func(t *testing.T) {
			p, fs := o.Read(Input{Name: name, Data: data})
			check, isPlan := checks[name[:3]]
			if !isPlan {
				has(t, fs, "NOT-A-PLAN")
				return
			}
			if p == nil {
				t.Fatalf("refused: %v", fs)
			}
			check(t, p, fs)
		})
	}
}

func same(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s = %q, want %q", what, got, want)
	}
}

func count(t *testing.T, what string, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("%s: %d, want %d", what, got, want)
	}
}

func has(t *testing.T, fs []diag.Finding, code string) {
	t.Helper()
	for _, f := range fs {
		if f.Code == code {
			return
		}
	}
	t.Errorf("no finding %s in %v", code, fs)
}
