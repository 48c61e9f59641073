package list_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/list"
)

// manyFaults is a list of rows whose cells are faulty in so many columns, and blank in
// the last.
func manyFaults(t *testing.T, rows, columns int) *list.Book {
	t.Helper()
	var text strings.Builder
	text.WriteString("Xã" + strings.Repeat(",Tên", columns) + ",Ngày\n")
	for i := range rows {
		fmt.Fprintf(&text, "Xã %d%s,\n", i, strings.Repeat(",a  b", columns))
	}
	b, found := list.Read("a.csv", []byte(text.String()), list.Options{Known: []string{"xã"}})
	if b == nil {
		t.Fatal(found)
	}
	return b
}

// TestManyAlike: each fault is told at its own row, however many are alike; where
// the memory bounds them the rest is counted at the first that is not told, and a
// bad row has a reason of its own all the same.
func TestManyAlike(t *testing.T) {
	b := manyFaults(t, 500, 1)
	got := b.Judge(&b.Sheets[0], map[int]list.Use{1: {}})
	for i, p := range got {
		if p.Row != i+2 || p.Finding.Code != "LIST-BLANKS" || strings.Contains(p.Finding.Message.Vi, "nữa") {
			t.Fatalf("%d: %+v", i, p)
		}
	}
	if len(got) != 500 {
		t.Errorf("%d problems, want 500", len(got))
	}
	b = manyFaults(t, 5050, 1)
	s := &b.Sheets[0]
	got = b.Judge(s, map[int]list.Use{1: {}})
	if len(got) != 5001 || got[5000].Row != 5002 || !strings.Contains(got[5000].Finding.Message.Vi, "49 ô nữa") || !strings.Contains(got[5000].Finding.Message.En, "49 more") {
		t.Errorf("%d: %+v", len(got), got[len(got)-1])
	}
	got = b.Judge(s, map[int]list.Use{1: {Date: true}, 2: {Required: true}})
	bad := map[int]int{}
	for _, p := range got {
		if p.Bad {
			bad[p.Row]++
		}
	}
	if len(bad) != 5050 || bad[2] != 2 || bad[5051] != 1 || len(got) != 5001+5050+5001 {
		t.Errorf("%d rows are bad, %d problems", len(bad), len(got))
	}
}

// TestMostTold: many columns full of faults do not fill the memory: of 30 columns
// with 3,000 each 16 are told in full and one in part, and each but the 16 has one
// finding that counts.
func TestMostTold(t *testing.T) {
	b, uses := manyFaults(t, 3000, 30), map[int]list.Use{}
	for i := range 30 {
		uses[i+1] = list.Use{}
	}
	got, counted := b.Judge(&b.Sheets[0], uses), 0
	for _, p := range got {
		if strings.Contains(p.Finding.Message.Vi, "ô nữa như vậy") {
			counted++
		}
	}
	if len(got) != 50_014 || counted != 14 {
		t.Errorf("%d problems, %d of them count others; want 50,014 and 14", len(got), counted)
	}
}
