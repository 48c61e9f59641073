package main

import (
	"net"
	"net/http"
	"net/url"
	"testing"
)

// TestPageThatEnds: who asks for the page of a folder while it ends by itself gets the
// next one, in the same program and in a second, and all get the same.
func TestPageThatEnds(t *testing.T) {
	ownSettings(t)
	dir := t.TempDir()
	one, _ := started(t)
	two, _ := started(t)
	one.flags.idle = 1
	first, _ := one.shows(t, dir)
	one.flags.idle = 0 // of the next
	lingers(t, first)
	one.mu.Lock()
	ending := one.open[dir]
	one.mu.Unlock()
	<-ending.ends
	got := make(chan string)
	for _, p := range []*pages{one, two} {
		go func() {
			address, _, err := p.show(dir, 0)
			if err != nil {
				t.Error(err)
			}
			got <- address
		}()
	}
	next, same := <-got, <-got
	select {
	case <-ending.over:
	default:
		t.Error("two pages at one time")
	}
	if next == first || next != same || !heard(next) {
		t.Errorf("it was at %s, it is at %s and %s", first, next, same)
	}
}

// lingers keeps a page from its end for some time, by a connection on which nothing is
// asked.
func lingers(t *testing.T, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	at := net.JoinHostPort("127.0.0.1", u.Port())
	c, err := net.Dial("tcp", at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	res, err := http.Get("http://" + at) // answered behind it
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
}
