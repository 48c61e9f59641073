package desk

import "testing"

// TestText: of a plan that somebody writes what is written counts; else the file,
// which another program may have changed a moment before.
func TestText(t *testing.T) {
	f := newFolder(t)
	f.write("a.yaml", fewWords)
	a := f.tab("a.yaml")
	is := func(want string) {
		t.Helper()
		if data, err := a.d.Text("a.yaml"); err != nil || string(data) != want {
			t.Errorf("%v %q", err, data)
		}
	}
	a.set("so", "28")
	is(a.text()) // the file lacks it
	a.rest()
	f.write("a.yaml", fewWords+"# của họ\n")
	is(fewWords + "# của họ\n")
	if n := len(a.d.all()); n > 0 {
		t.Errorf("%d desks for a look", n)
	}
	a.look()
	f.write("a.yaml", fewWords+"# của họ nữa\n")
	is(fewWords + "# của họ nữa\n")
	a.set("so", "29")
	is(a.text()) // somebody has to choose
}
