package desk

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestUndo: whatever a tab does, undoing all of it leaves the first text, step by
// step, and redoing brings all back.
func TestUndo(t *testing.T) {
	at := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 1))
		h, texts := &history{}, []string{"Kế hoạch năm 2027 của Ủy ban nhân dân phường Hạnh Thông"}
		for range 30 {
			text := texts[len(texts)-1]
			next := typed(rng, text)
			if next == text {
				continue
			}
			at = at.Add(2 * time.Second)
			h.add("a", "trich_yeu", text, next, at)
			texts = append(texts, next)
		}
		text := texts[len(texts)-1]
		for i := len(texts) - 2; i >= 0; i-- {
			out, done, free := h.undo("a", text, at)
			if !done || !free || out != texts[i] {
				t.Fatalf("seed %d: undo %d: %v %v\n%q\n%q", seed, i, done, free, out, texts[i])
			}
			text = out
		}
		if _, done, _ := h.undo("a", text, at); done {
			t.Fatal("more was undone than was done")
		}
		for i := 1; i < len(texts); i++ {
			out, done, free := h.redo("a", text, at)
			if !done || !free || out != texts[i] {
				t.Fatalf("seed %d: redo %d: %v %v\n%q\n%q", seed, i, done, free, out, texts[i])
			}
			text = out
		}
	}
}

// typed changes a few letters at a place.
func typed(rng *rand.Rand, text string) string {
	letters := []rune(text)
	lo := rng.IntN(len(letters) + 1)
	hi := min(len(letters), lo+rng.IntN(4))
	words := []string{"", "ê", "đợt 2", "ường", "\n", "Số"}
	return string(letters[:lo]) + words[rng.IntN(len(words))] + string(letters[hi:])
}

func TestUndoOfTwo(t *testing.T) {
	at := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	h := &history{}
	h.add("a", "so", "so: 1\nten: x\n", "so: 12\nten: x\n", at)
	h.add("b", "ten", "so: 12\nten: x\n", "so: 12\nten: xyz\n", at)
	text, done, free := h.undo("a", "so: 12\nten: xyz\n", at)
	if !done || !free || text != "so: 1\nten: xyz\n" {
		t.Errorf("%q %v %v", text, done, free)
	}
	if text, done, free = h.redo("a", text, at); !done || !free || text != "so: 12\nten: xyz\n" {
		t.Errorf("%q %v %v", text, done, free)
	}
	h.add("b", "so", text, "so: 13\nten: xyz\n", at)
	if _, done, free = h.undo("a", "so: 13\nten: xyz\n", at); done || free {
		t.Error("what another tab wrote since was undone")
	}
}

// TestTogether: letters of one word are one step.
func TestTogether(t *testing.T) {
	at := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	h, text := &history{}, ""
	for _, next := range []string{"t", "ti", "tie", "tiê", "tiêng", "tiếng"} {
		h.add("a", "trich_yeu", text, next, at)
		text, at = next, at.Add(100*time.Millisecond)
	}
	if out, done, _ := h.undo("a", text, at); !done || out != "" {
		t.Errorf("%q %v", out, done)
	}
	for range 100 { // somebody who types without a rest
		h.add("a", "trich_yeu", text, text+"a", at)
		text, at = text+"a", at.Add(100*time.Millisecond)
	}
	if out, done, _ := h.undo("a", text, at); !done || len(out) < len(text)-50 || len(out) > len(text)-10 {
		t.Errorf("%d letters are one step", len(text)-len(out))
	}
}

// replayed is the text that steps make of another one.
func (h *history) replayed(t *testing.T, text string) string {
	t.Helper()
	for i, s := range h.steps {
		next, ok := s.span.in(text)
		if !ok {
			t.Fatalf("step %d, %+v, does not fit into %q", i, s.span, text)
		}
		text = next
	}
	return text
}

// TestUndoInTurns: two tabs type, undo and redo in turn, anywhere and in the same
// words. The steps always lead to the text; what was undone is made again by redo; in
// the end all can be undone, and the first text stands there.
func TestUndoInTurns(t *testing.T) {
	for seed := range uint64(300) {
		rng, at := rand.New(rand.NewPCG(seed, 7)), time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
		const first = "Kế hoạch năm 2027 của Ủy ban nhân dân phường Hạnh Thông"
		h, text, tabs := &history{}, first, []string{"a", "b"}
		undo := func(tab string) bool {
			out, done, _ := h.undo(tab, text, at)
			text = out
			return done
		}
		for range 60 {
			tab := tabs[rng.IntN(2)]
			at = at.Add(time.Duration(rng.IntN(2500)) * time.Millisecond)
			before := text
			switch rng.IntN(5) {
			case 0:
				if undo(tab) {
					again, done, free := h.redo(tab, text, at)
					if !done || !free || again != before {
						t.Fatalf("seed %d: redo behind undo: %v %v\n%q\n%q", seed, done, free, again, before)
					}
					text = again
					undo(tab)
				}
			case 1:
				text, _, _ = h.redo(tab, text, at)
			default:
				if text = typed(rng, text); text != before {
					h.add(tab, "trich_yeu", before, text, at)
				}
			}
			if got := h.replayed(t, first); got != text {
				t.Fatalf("seed %d: the steps lead to\n%q, not to\n%q", seed, got, text)
			}
		}
		for undo("a") || undo("b") {
		}
		if text != first || len(h.steps) > 0 {
			t.Fatalf("seed %d: all is undone, and %q stands there; %d steps", seed, text, len(h.steps))
		}
	}
}

// TestUndoInterleaved: what both tabs have undone holds up nothing that was done
// before; a step whose words another tab changed is passed over.
func TestUndoInterleaved(t *testing.T) {
	at := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	h, text := &history{}, "x: 1\ny: 1\nz: 1\n"
	write := func(tab, old, now string) {
		before := text
		text = strings.Replace(text, old, now, 1)
		h.add(tab, "", before, text, at)
	}
	undo := func(tab, want string) {
		t.Helper()
		out, done, free := h.undo(tab, text, at)
		if !done || !free || out != want {
			t.Fatalf("%q %v %v, not %q", out, done, free, want)
		}
		text = out
	}
	write("a", "x: 1", "x: một")
	write("a", "x: một", "x: mười một")
	write("b", "y: 1", "y: 2")
	undo("a", "x: một\ny: 2\nz: 1\n")
	undo("b", "x: một\ny: 1\nz: 1\n")
	undo("a", "x: 1\ny: 1\nz: 1\n")
	write("a", "z: 1", "z: 2")
	write("a", "x: 1", "x: 2")
	write("b", "x: 2", "x: 3")
	undo("a", "x: 3\ny: 1\nz: 1\n")
	if _, done, free := h.undo("a", text, at); done || free {
		t.Errorf("what b wrote over: %v %v", done, free)
	}
	undo("b", "x: 2\ny: 1\nz: 1\n")
	undo("a", "x: 1\ny: 1\nz: 1\n")
}

// TestHistoryHolds: the steps of a large plan hold their words, and not the plan.
func TestHistoryHolds(t *testing.T) {
	at := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	heap := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	h, text := &history{}, strings.Repeat("Kế hoạch tổ chức các hoạt động hè năm 2027. ", 4000)
	before := heap()
	write := func(i int, next string) {
		h.add("a", fmt.Sprint("set ", i), text, next, at)
		text, at = next, at.Add(2*time.Second)
	}
	for i := range maxSteps {
		write(i, text[:i*20]+"x"+text[i*20+1:])
	}
	if after := heap(); after > before+4<<20 {
		t.Errorf("%d KB for letters", (after-before)>>10)
	}
	for i := range 100 {
		write(i, strings.Repeat(string(rune('a'+i%26)), len(text)))
	}
	if after := heap(); after > before+2*maxHeld {
		t.Errorf("%d KB for whole texts", (after-before)>>10)
	}
	if out, done, _ := h.undo("a", text, at); !done || out == text {
		t.Error("the last step is forgotten")
	}
	runtime.KeepAlive(h)
}
