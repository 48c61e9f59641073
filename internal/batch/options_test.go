package batch

import (
	"context"
	"reflect"
	"sync/atomic"
	"testing"

	"kehoach.example/internal/list"
)

func TestParseOnly(t *testing.T) {
	for _, c := range []struct {
		values []string
		want   []Span
	}{
		{[]string{"5"}, []Span{{5, 5}}},
		{[]string{"5", "17", "20-30"}, []Span{{5, 5}, {17, 17}, {20, 30}}},
		{[]string{" 5 , 7 - 9 "}, []Span{{5, 5}, {7, 9}}},
		{[]string{""}, nil},
		{[]string{"0"}, nil},
		{[]string{"9-7"}, nil},
		{[]string{"5-"}, nil},
		{[]string{"-5"}, nil},
		{[]string{"+5"}, nil},
		{[]string{"5,"}, nil},
		{[]string{"1-2-3"}, nil},
		{[]string{"99999999999999999999"}, nil},
	} {
		got, err := ParseOnly(c.values)
		if (err != nil) != (c.want == nil) || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q gives %v, %v, want %v", c.values, got, err, c.want)
		}
	}
}

func TestParseShard(t *testing.T) {
	for s, want := range map[string]*Shard{
		"0/1": {0, 1}, "3/4": {3, 4}, "0/3321": {0, 3321},
		"4/4": nil, "1/0": nil, "/4": nil, "1": nil, "-1/4": nil, "1/4/2": nil, "a/b": nil,
	} {
		got, err := ParseShard(s)
		if (err != nil) != (want == nil) || !reflect.DeepEqual(got, want) {
			t.Errorf("%q gives %v, %v, want %v", s, got, err, want)
		}
	}
}

// TestShardsShareOut: every row is in one shard and in no other.
func TestShardsShareOut(t *testing.T) {
	for _, n := range []int{1, 2, 4, 7, 40} {
		for at := range 33 {
			in := 0
			for i := range n {
				if (&Shard{i, n}).has(at) {
					in++
				}
			}
			if in != 1 {
				t.Errorf("row at %d is in %d of %d shards", at, in, n)
			}
		}
	}
}

// TestOnlyUnknown: a number that the list does not have is refused, one inside a
// span that has others is not.
func TestOnlyUnknown(t *testing.T) {
	rows := []list.Row{{Number: 2}, {Number: 3}, {Number: 7}}
	for _, c := range []struct {
		only []Span
		ok   bool
	}{
		{nil, true},
		{[]Span{{2, 2}}, true},
		{[]Span{{2, 9}}, true},
		{[]Span{{4, 4}}, false},
		{[]Span{{2, 2}, {8, 9}}, false},
	} {
		o := Options{Only: c.only}
		if err := o.known(rows); (err == nil) != c.ok {
			t.Errorf("%v: %v", c.only, err)
		}
	}
}

// TestInParallel: everything is done once; after the end of the context nothing
// is begun, and what was begun is finished.
func TestInParallel(t *testing.T) {
	var done [1000]atomic.Int32
	last := 0
	err := inParallel(context.Background(), 7, len(done), func(i int) { done[i].Add(1) }, func(n int) { last = n })
	if err != nil || last != len(done) {
		t.Errorf("%v, finished %d", err, last)
	}
	for i := range done {
		if n := done[i].Load(); n != 1 {
			t.Errorf("%d was done %d times", i, n)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	var begun, finished atomic.Int32
	err = inParallel(ctx, 3, 1000, func(i int) {
		begun.Add(1)
		if i == 10 {
			stop()
		}
		finished.Add(1)
	}, nil)
	if err == nil || begun.Load() != finished.Load() || begun.Load() > 20 {
		t.Errorf("%v, begun %d, finished %d", err, begun.Load(), finished.Load())
	}
	if err := inParallel(context.Background(), 4, 0, nil, nil); err != nil {
		t.Errorf("nothing to do: %v", err)
	}
}
