package read

import (
	"testing"

	"kehoach.example/internal/diag"
)

func TestInvisible(t *testing.T) {
	for _, c := range []struct {
		text    string
		lo, hi  int
		cleaned string
	}{
		{"a\u200bb", 1, 3, "ab"},
		{"Trồng c\u200bây", 7, 9, "Trồng cây"},
		{"trồ\u00adng\u200b cây", 3, 7, "trồng cây"},
		{"tro\u0302\u0300ng\ufeff cây", 5, 7, "trồng cây"},
		{"cuối dòng\u200b", 9, 10, "cuối dòng"},
	} {
		got := Invisible("a.txt", []byte("Đầu\n"+c.text+"\ncuối"))
		want := diag.Place{File: "a.txt", Line: 2, Column: c.lo, EndColumn: c.hi, Text: c.cleaned}
		if len(got) != 1 || got[0] != want {
			t.Errorf("%q: %+v, want %+v", c.text, got, want)
		}
	}
	for _, text := range []string{"", "năm ấy", "a\u00a0b", "\ufeffnăm", "\xff\xfea"} {
		if got := Invisible("", []byte(text)); got != nil {
			t.Errorf("%q: %+v", text, got)
		}
	}
}
