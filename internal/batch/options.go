package batch

import (
	"io/fs"
	"os"
	"runtime"
	"strconv"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/list"
)

// Options are what a run is asked for.
type Options struct {
	Office *build.Office
	Units  *build.Units
	Plan   string         // name of the plan file
	List   string         // name of the list
	Found  []diag.Finding // of the plan, the list and the forms, told with those of the rows
	Lang   string         // of the index: "vi" or "en"

	// Common is a hash of all that every paper is made of: program, plan, forms,
	// fonts, letterhead. Listed is one of the list as a whole and of the files
	// that the plan names.
	Common, Listed [32]byte

	Formats  []build.Format // in the order of build.Formats
	Engine   build.Engine   // of the PDFs
	Pattern  string         // of names, with holes; "" for the unit and its symbol
	Shard    *Shard         // nil for all rows
	Only     []Span         // rows asked for; nil for all
	Merge    string         // name of the file to print, "" for none
	TwoSided bool           // in the file to print each paper begins on the front of a sheet
	Zip      string         // name of the archive, "" for none
	Jobs     int            // rows made at one time; 0 for as many as there are processors

	Strict    bool // findings of check make a row bad
	KeepGoing bool // good rows are made though others are bad
	Force     bool // files that somebody edited are replaced
	KeepRows  bool // what is found of each row is kept for Row
	OnPage    bool // hints tell of the fields of a page, not of the flags of a command

	Out       *os.Root      // the folder; nil while it does not exist
	Protected []fs.FileInfo // inputs, which are never replaced

	// Progress is told how far a run is; never by two at one time. May be nil.
	Progress func(Progress)
}

// Progress is how far a run is.
type Progress struct {
	Phase Phase
	Done  int // rows
	All   int
}

// Phase is what a run does.
type Phase int

// The phases, in their order.
const (
	Looking Phase = iota // every row is read and judged
	Making               // files are made
	Writing              // the index, the file to print and the archive are written
)

// hint gives what to do: at the command line, or on a page.
func (o *Options) hint(command, page diag.Msg) diag.Msg {
	if o.OnPage {
		return page
	}
	return command
}

func (o *Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.NumCPU()
}

func (o *Options) tell(p Progress) {
	if o.Progress != nil {
		o.Progress(p)
	}
}

// has tells whether a row, by its place in the list, is in the shard.
func (s *Shard) has(at int) bool { return s == nil || at%s.N == s.I }

// tag tells the files of a shard from those of another: ".1-4".
func (s *Shard) tag() string {
	if s == nil {
		return ""
	}
	return "." + strconv.Itoa(s.I) + "-" + strconv.Itoa(s.N)
}

// Fault is why a run cannot be begun as it was asked for, and what to do.
type Fault struct{ Why, Hint diag.Msg }

// Error is for programmers; people read Why and Hint.
func (f *Fault) Error() string { return f.Why.En }

// ParseShard reads "I/N"; I counts from 0. Its errors are of type *Fault.
func ParseShard(s string) (*Shard, error) {
	i, n, ok := strings.Cut(s, "/")
	a, okA := number(i)
	b, okB := number(n)
	if !ok || !okA || !okB || b < 1 || a >= b {
		return nil, &Fault{
			diag.M("--shard không nhận giá trị %q", "--shard does not take the value %q", s),
			diag.M("ghi phần thứ mấy trên tổng số phần, đếm từ 0: 0/4, 1/4, 2/4, 3/4", "write which share of how many, counted from 0: 0/4, 1/4, 2/4, 3/4"),
		}
	}
	return &Shard{a, b}, nil
}

// Span are rows of the list file, by their numbers, both included.
type Span struct{ From, To int }

// ParseOnly reads rows: "5", "17,20-30". Its errors are of type *Fault.
func ParseOnly(values []string) ([]Span, error) {
	var out []Span
	for _, v := range strings.Split(strings.Join(values, ","), ",") {
		from, to, ranged := strings.Cut(strings.TrimSpace(v), "-")
		if !ranged {
			to = from
		}
		a, okA := number(from)
		b, okB := number(to)
		if !okA || !okB || a < 1 || b < a {
			return nil, &Fault{
				diag.M("--only không nhận giá trị %q", "--only does not take the value %q", v),
				diag.M("ghi số dòng như trong tệp danh sách: --only 5,17,20-30", "write the numbers of rows as the list has them: --only 5,17,20-30"),
			}
		}
		out = append(out, Span{a, b})
	}
	return out, nil
}

// number reads a small whole number without sign.
func number(s string) (int, bool) {
	s = strings.TrimSpace(s)
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 0 && n < 10_000_000 && !strings.HasPrefix(s, "+")
}

// asks tells whether a row was asked for, by its number.
func (o *Options) asks(row int) bool {
	for _, s := range o.Only {
		if s.From <= row && row <= s.To {
			return true
		}
	}
	return o.Only == nil
}

// known refuses rows that were asked for and are not there.
func (o *Options) known(rows []list.Row) error {
	for _, s := range o.Only {
		some := false
		for i := range rows {
			n := rows[i].Number
			some = some || s.From <= n && n <= s.To
		}
		if !some {
			what := strconv.Itoa(s.From)
			if s.To != s.From {
				what += "-" + strconv.Itoa(s.To)
			}
			return &Fault{
				o.hint(diag.M("--only: danh sách không có dòng %s", "--only: the list has no row %s", what), diag.M("danh sách không có dòng %s", "the list has no row %s", what)),
				diag.M("ghi số dòng như trong tệp danh sách; dòng tiêu đề và dòng trống không tính là đơn vị", "write the numbers of rows as the list has them; headers and empty rows are no units"),
			}
		}
	}
	return nil
}
