package web

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestUndo: whatever two tabs do, undoing all of one leaves what the other did,
// and redoing brings it back.
func TestUndo(t *testing.T) {
	at := time.Date(2027, 1, 6, 8, 0, 0, 0, time.UTC)
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 1))
		h, texts := &history{}, []string{"Kế hoạch năm 2027 của Ủy ban nhân dân phường Hạnh Thông"}
		for range 30 {
			text := texts[len(texts)-1]
			next := typed(rng, text)
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
}

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		was, now, text, want string
		ok                   bool
	}{
		{"một hai ba", "một hai bốn", "một hai ba", "một hai bốn", true},
		{"một hai ba", "không hai ba", "một hai bốn", "không hai bốn", true},
		{"một hai ba", "một hai bốn", "không hai ba", "không hai bốn", true},
		{"một hai ba", "một năm ba", "một sáu ba", "một sáu ba", false},
		{"một", "một hai", "một", "một hai", true},
		{"", "một", "hai", "hai", false},
	} {
		if got, ok := merge(c.was, c.now, c.text); got != c.want || ok != c.ok {
			t.Errorf("%+v: %q %v", c, got, ok)
		}
	}
}
