package filename

import (
	"errors"
	"testing"
)

func TestNameThatWindowsRefuses(t *testing.T) {
	for _, name := range []string{
		"", "CON", "con", "Nul", "COM1", "lpt9", "COM¹", "prn.2027", "aux .docx", "CONIN$",
		"a:b", "a<b", "a>b", `a"b`, "a|b", "a?b", "a*b", `a\b`, "a/b", "a\nb", "a\x01b", "a\xffb",
		"chấm.", "cách ", "...",
	} {
		var f *Fault
		if err := Check(name); !errors.As(err, &f) {
			t.Errorf("Check(%q) = %v, want a fault", name, err)
			continue
		}
		if f.Why.Vi == "" || f.Why.En == "" || f.Hint.Vi == "" || f.Hint.En == "" || f.Error() == "" {
			t.Errorf("Check(%q): a text is missing: %+v", name, f)
		}
	}
}

func TestNameThatWindowsTakes(t *testing.T) {
	for _, name := range []string{"ke-hoach", "Kế hoạch số 12", "CONG", "console", "COM10", "COM0", "LPT", "a.b", " a", ".a", "Ủy ban (2)", "50%"} {
		if err := Check(name); err != nil {
			t.Errorf("Check(%q) = %v", name, err)
		}
	}
}

func TestSame(t *testing.T) {
	for _, pair := range [][2]string{{"Kế", "KẾ"}, {"K\u1ebf", "Ke\u0302\u0301"}, {"đ", "Đ"}} {
		if Same(pair[0]) != Same(pair[1]) {
			t.Errorf("%q and %q are two names", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"a", "ă"}, {"d", "đ"}, {"a b", "a  b"}} {
		if Same(pair[0]) == Same(pair[1]) {
			t.Errorf("%q and %q are one name", pair[0], pair[1])
		}
	}
}
