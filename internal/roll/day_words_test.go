package roll

import "testing"

// TestDayWords: a day of the week is told in the language of the words around it.
func TestDayWords(t *testing.T) {
	if m := dayWords("rơi vào ", "falls on a ", 0); m.Vi != "rơi vào Chủ nhật" || m.En != "falls on a Sunday" {
		t.Error(m)
	}
}
