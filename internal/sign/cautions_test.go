package sign

import (
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// TestCautions: what a signer must know is told, and the file is signed.
func TestCautions(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Nguyễn Văn Thử"))
	lock := func(what string) *paper {
		p := full()
		return p.change(t, p.number("ky_1"), "/F 4", "/Lock << /Type /SigFieldLock "+what+" >> /F 4")
	}
	draft := func(value string) *paper {
		p := full()
		p.meta(map[string]string{"KyHieu": "KH-UBND", "NgayNam": "2027", "Draft": value})
		return p
	}
	mark := func(p *paper) *paper {
		p.objects[pUnicode] = stream("", "1 beginbfrange <20> <7e> <0020> endbfrange\n3 beginbfchar <d0> <1ef0> <d1> <1ea2> <d2> <00a0> endbfchar")
		p.objects[pContents2] = stream("", "BT /F0 13 Tf 72 600 Td [(D\\320) -20 (\\322TH) 3 (\\321) (O)] TJ ET")
		return p
	}
	for name, c := range map[string]struct {
		p    *paper
		want []string // codes, then words
	}{
		"ours":            {draft("False"), []string{""}},
		"foreign":         {full().foreign(), []string{"SIGN-FOREIGN", "so từng trang bằng mắt"}},
		"draft":           {draft("True"), []string{"SIGN-DRAFT", "DỰ THẢO"}},
		"foreign draft":   {mark(full().foreign()), []string{"SIGN-DRAFT SIGN-FOREIGN", "trang 2"}},
		"all locked":      {lock("/Action /All"), []string{"SIGN-NO-LOCK", "mọi ô khi", "ô ky_1"}},
		"some locked":     {lock("/Action /Include /Fields [(so) (ngay)]"), []string{"SIGN-NO-LOCK", `ô "so", "ngay" khi`}},
		"others locked":   {lock("/Action /Exclude /Fields [(dau_1)]"), []string{"SIGN-NO-LOCK", `mọi ô trừ "dau_1" khi`}},
		"a locked riddle": {lock(`/Action /Include /Fields [(a\033[2K\r) (2) (3) (4) (5) (6) (7) (8) (9)]`), []string{"SIGN-NO-LOCK", `ô "a�[2K�", "2", "3", "4", "5", "6", "7", "8", …`}},
	} {
		out, found := Sign("a.pdf", c.p.bytes(), Request{Key: key, Now: signedAt, Foreign: true})
		if out == nil || diag.HasErrors(found) || strings.Join(codesOf(found), " ") != c.want[0] {
			t.Errorf("%s: %v", name, messages(found))
			continue
		}
		var told string
		for _, f := range found {
			told += f.At.Where + ": " + f.Message.Vi + "; " + f.Hint.Vi + "\n"
			if f.Severity != diag.Warning || f.Hint.En == "" || f.Message.En == "" {
				t.Errorf("%s: %+v", name, f)
			}
		}
		for _, want := range c.want[1:] {
			if !strings.Contains(told, want) {
				t.Errorf("%s: %q is not in %s", name, want, told)
			}
		}
	}
}

// TestForeignByName: the next place of a file of others is not signed unless it is
// named.
func TestForeignByName(t *testing.T) {
	key := keyFor(t, readback.NewCA(t).Person("Nguyễn Văn Thử"))
	out, found := Sign("a.pdf", full().foreign().bytes(), Request{Key: key, Now: signedAt})
	if out != nil || !slices.Equal(codesOf(found), []string{"SIGN-FOREIGN"}) || found[0].Severity != diag.Error {
		t.Errorf("%v", messages(found))
	}
}

// TestEditedBefore: a file of ours that was changed before anybody signed it is not
// signed.
func TestEditedBefore(t *testing.T) {
	ca := readback.NewCA(t)
	key := keyFor(t, ca.Person("Nguyễn Văn Thử"))
	p := full()
	saved := added(t, p.bytes(), map[int]string{pContents2: stream("", "BT ET")})
	inPlace := []byte(strings.Replace(string(full().bytes()), "(KE HOACH trang 2)", "(KE HOACH trang 9)", 1))
	for name, data := range map[string][]byte{"saved behind": saved, "in place": inPlace} {
		out, found := Sign("a.pdf", data, Request{Key: key, Now: signedAt})
		if out != nil || !slices.Equal(codesOf(found), []string{"SIGN-CHANGED"}) || !diag.HasErrors(found) {
			t.Errorf("%s: %v", name, messages(found))
			continue
		}
		if told := messages(found)[0]; !strings.Contains(told, "kehoach verify vẫn luôn báo tệp này bị sửa: ") {
			t.Errorf("%s: %s", name, told)
		}
	}
}
