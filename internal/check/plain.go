package check

import (
	"sync"
	"sync/atomic"
)

// mostPlain bounds the words that are remembered: a language has fewer
// syllables.
const mostPlain = 20000

// plainWords remembers words of which nothing has to be told, because texts use
// the same few thousand again and again. What is remembered follows from the
// word alone, so it is no state that anybody could see.
type plainWords struct {
	words sync.Map // string -> struct{}
	n     atomic.Int64
}

// plain tells whether a word in small letters is a syllable with a right tone
// and no leftover of a typing method.
func (s *Syllables) plain(word string) bool {
	if s.seen != nil {
		if _, ok := s.seen.words.Load(word); ok {
			return true
		}
	}
	if !s.Valid(word) || s.OtherTone(word) != "" {
		return false
	}
	if _, ok := s.Telex(word); ok {
		return false
	}
	if s.seen != nil && s.seen.n.Load() < mostPlain {
		s.seen.n.Add(1)
		s.seen.words.Store(string([]byte(word)), struct{}{}) // not the whole text behind it
	}
	return true
}
