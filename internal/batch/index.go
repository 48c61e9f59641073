package batch

// Index is what a run made, and all that it found: muc-luc.json. It holds no
// time, so that two runs over the same inputs write the same bytes.
type Index struct {
	Version  int       `json:"version"` // 1
	Plan     string    `json:"plan"`    // name of the plan file
	List     string    `json:"list"`    // name of the list
	Inputs   string    `json:"inputs"`  // SHA-256 over plan, list, forms, fonts, letterhead, options and program: equal in all shards of one run
	Rows     int       `json:"rows"`    // rows of the whole list
	Shard    *Shard    `json:"shard,omitempty"`
	Parts    []Part    `json:"parts"`    // what may differ between units: the columns of the matrix
	Findings []Finding `json:"findings"` // of the plan, the list, and what all rows have in common
	Beside   []File    `json:"beside"`   // other files that the run wrote, by name: the index as XLSX, the file to print
	Units    []Unit    `json:"units"`    // in the order of the list

	// TextsOf gives the Texts of a unit, by its place in Units, where Units do
	// not hold them: they are too many to be kept for all rows.
	TextsOf func(i int) []string `json:"-"`
}

// Texts gives the words of each of Parts for a unit, by its place in Units; none
// for a unit that is not made.
func (ix *Index) Texts(i int) []string {
	if ix.TextsOf == nil || ix.Units[i].Texts != nil {
		return ix.Units[i].Texts
	}
	return ix.TextsOf(i)
}

// Shard tells which share of the rows a run has: those whose place in the list,
// counted from 0, leaves I when divided by N.
type Shard struct {
	I int `json:"i"`
	N int `json:"n"`
}

// Part is a paragraph or key of the plan that may differ between units.
type Part struct {
	ID   string `json:"id"`
	Line int    `json:"line"` // in the plan
	Text string `json:"text"` // with its holes
}

// State tells what became of a row.
type State string

// The states. A row that was not asked for (--only) and is not there is Left.
const (
	Done   State = "done"
	Failed State = "failed" // a file could not be written; Reason tells why
	Bad    State = "bad"    // the row cannot be made; its findings tell why
	Left   State = "left"
)

// Unit is one row of the list.
type Unit struct {
	Row      int       `json:"row"` // number in the list file
	Unit     string    `json:"unit"`
	State    State     `json:"state"`
	Reason   string    `json:"reason,omitempty"`
	Number   string    `json:"number"` // số, ký hiệu as on paper
	Pages    int       `json:"pages"`
	Files    []File    `json:"files"`
	Print    *Range    `json:"print,omitempty"` // its pages in the file to print
	Findings []Finding `json:"findings"`
	Texts    []string  `json:"texts"` // of Index.Parts
	Key      string    `json:"key"`   // SHA-256 of all that the files are made of
}

// File is a file that stands in the folder.
type File struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Range are pages, from 1, both included.
type Range struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Finding is a finding as the index keeps it.
type Finding struct {
	Code     string `json:"code"`
	Severity string `json:"severity"`
	Where    string `json:"where"`          // Sheet1!C17, or file and line
	Plan     string `json:"plan,omitempty"` // where it stands in the plan, for a row's own finding
	Message  string `json:"message"`
	All      bool   `json:"all,omitempty"` // in the head of an index: every unit has it
}
