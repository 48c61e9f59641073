package fact

import "testing"

// TestCycle: years by their names, as calendars have them.
func TestCycle(t *testing.T) {
	for y, want := range map[int]string{1930: "Canh Ngọ", 1945: "Ất Dậu", 1975: "Ất Mão", 1984: "Giáp Tý", 2024: "Giáp Thìn", 2025: "Ất Tỵ", 2026: "Bính Ngọ", 2027: "Đinh Mùi", 2028: "Mậu Thân", 2033: "Quý Sửu"} {
		if got := CycleName(y); got != want {
			t.Errorf("%d is %s, want %s", y, got, want)
		}
		text := &Text{S: "Tết " + want, Tokens: tokens("Tết " + want)}
		if place, ok := CycleAt(text, 1); !ok || place != CyclePlace(y) {
			t.Errorf("%s is at %d, want %d", want, place, CyclePlace(y))
		}
	}
	for _, s := range []string{"Bính Mùi", "bính ngọ", "Quý I", "Thân Mậu", "Tân"} {
		if _, ok := CycleAt(&Text{S: s, Tokens: tokens(s)}, 0); ok {
			t.Errorf("%q is taken for a year", s)
		}
	}
	old := &Text{S: "Ất Tị", Tokens: tokens("Ất Tị")}
	if place, ok := CycleAt(old, 0); !ok || place != CyclePlace(2025) {
		t.Error("Ất Tị is not known")
	}
}
