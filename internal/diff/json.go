package diff

import (
	"encoding/json"
	"io"
)

// Record is a Change as it stands in JSON.
type Record struct {
	Kind  string `json:"kind"`  // changed, added, removed, moved or numbered
	Group string `json:"group"` // dau, can_cu, mo_dau, muc, ket, noi_nhan, nguoi_ky, phu_luc or chu_thich
	// Field is a key of the plan file ("ngay", "thoi_han"), of a column of a
	// table that is no list of tasks its head.
	Field string `json:"field"`
	Part  string `json:"part"` // "II", "Phụ lục I"; "" outside
	Item  string `json:"item"` // "2.a", "2.a, gạch 3", "Đợt 1", the name of a task in quotes
	Old   string `json:"old"`  // "" of what is added
	New   string `json:"new"`  // "" of what is removed
	// Words are both texts in pieces, where both are given: equal where they
	// agree, "" where one has nothing.
	Words    []Piece `json:"words"`
	OldPlace *Place  `json:"old_place"` // null of what is added
	NewPlace *Place  `json:"new_place"` // null of what is removed
}

// Place is where something stands in one of the two plans. Line counts from 1,
// 0 is unknown.
type Place struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Part string `json:"part"`
	Item string `json:"item"`
}

// Report is the JSON answer: all changes in the order of the paper; none is an
// empty list, never null.
type Report struct {
	Version int      `json:"version"` // 1
	Changes []Record `json:"changes"`
}

// WriteJSON writes changes as one Report.
func WriteJSON(w io.Writer, changes []Change) error {
	r := Report{Version: 1, Changes: []Record{}}
	for _, c := range changes {
		at := c.Place()
		rec := Record{
			Kind: string(c.Kind), Group: c.Group, Field: c.Field, Part: at.Part, Item: at.Item,
			Old: c.Old, New: c.New, Words: []Piece{},
		}
		if c.Kind != Added {
			rec.OldPlace = placed(c.Before)
		}
		if c.Kind != Removed {
			rec.NewPlace = placed(c.After)
		}
		if c.Old != "" && c.New != "" {
			rec.Words = Words(c.Old, c.New)
		}
		r.Changes = append(r.Changes, rec)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

func placed(w Where) *Place { return &Place{w.At.File, w.At.Line, w.Part, w.Item} }
