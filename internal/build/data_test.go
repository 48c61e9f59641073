package build

import (
	"strings"
	"testing"

	"kehoach.example/fonts"
	"kehoach.example/internal/diag"
	"kehoach.example/templates"
)

// TestOwnData: a file of data in an office's own folder takes the place of ours
// of that name, the topmost one; all others stay; a mistake in it is told at
// its line, in the folder of its user.
func TestOwnData(t *testing.T) {
	const head = "nguon: phòng ta\nkiem_tra: 22/11/2026\n"
	open := func(layers ...map[string]string) (*Office, []diag.Finding) {
		var own []Layer
		for i, files := range layers {
			l := Layer{Name: []string{"mẫu", "trên"}[i], Files: map[string][]byte{}}
			for file, text := range files {
				l.Files[file] = []byte(text)
			}
			own = append(own, l)
		}
		return Open(templates.FS, fonts.FS, own...)
	}
	ours := openOffice(t).data
	day := func(name string) map[string]string {
		return map[string]string{"du-lieu/ky-niem.yaml": head + "ky_niem:\n  - {ngay: 5/10, goc: 1961, ten: " + name + ", nhan: [thành lập trường], chac: có}\n"}
	}
	o, found := open(day("Ngày thành lập trường"), day("Ngày Truyền thống"))
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	if a := o.data.Anniversaries; len(a) != 1 || a[0].Ten != "Ngày Truyền thống" || a[0].Goc != 1961 || len(o.data.Holidays) != 0 {
		t.Errorf("%+v", a)
	}
	if len(o.data.Texts) != len(ours.Texts) || len(o.data.Slips) != len(ours.Slips) || len(o.data.Sources) != len(ours.Sources) {
		t.Error("other files have changed")
	}
	for _, s := range o.data.Sources {
		if strings.HasSuffix(s.File, "ky-niem.yaml") != (s.Nguon == "phòng ta") {
			t.Errorf("%+v", s)
		}
	}
	o, found = open(map[string]string{"du-lieu/don-vi.csv": "\ufeffma_tinh,tinh,ma_xa,don_vi\r\n99,Tỉnh Thử,00001,Xã Một\r\n"})
	if _, ok := o.data.Units.Province("Thử"); !ok || len(found) > 0 || o.data.Units.Listed("phường Ba Đình", "") {
		t.Errorf("%+v", found)
	}
	_, found = open(map[string]string{"du-lieu/ky-niem.yaml": head + "ky_niem:\n  - {ngay: 31/2, goc: 1961, ten: A, nhan: [a], chac: có}\n"})
	if len(found) != 1 || found[0].Code != "DATA-DATE" || found[0].At.Line != 4 || found[0].At.Column != 12 || found[0].At.File != (Layer{Name: "mẫu"}).Path("du-lieu/ky-niem.yaml") {
		t.Errorf("%+v", found)
	}
}

// TestOwnFormRules: what an office's own form says of rules is held to those
// that there are; a rule that it does not name is as severe as in our default.
func TestOwnFormRules(t *testing.T) {
	open := func(rules string) (*Office, []diag.Finding) {
		form := "name: Của ta\ninherits: nd30\ndefault: false\nkiem_tra:\n" + rules
		return Open(templates.FS, fonts.FS, Layer{Name: "mẫu", Files: map[string][]byte{"the-thuc/ta.yaml": []byte(form)}})
	}
	o, found := open("  NUM-PAD: info\n")
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	st, _ := o.Forms.Get("ta")
	if st.Checks["NUM-PAD"] != "info" || st.Checks["NUM-SPACE"] != "error" {
		t.Errorf("%v", st.Checks)
	}
	_, found = open("  NUM-PADD: error\n  NUM-SPACE: nặng\n")
	if len(found) != 2 || found[0].Code != "FORM-RULE" || found[0].At.Line != 5 || found[1].At.Line != 6 || found[1].At.Column != 14 {
		t.Errorf("%+v", found)
	}
}
