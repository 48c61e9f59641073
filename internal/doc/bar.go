package doc

import "fmt"

// Roles of a schedule: a table whose columns are months, quarters or years.
const (
	TienDo   Role = "tien_do"
	OTienDo  Role = "o_tien_do" // label of a row
	HanChot  Role = "han_chot"  // mark of a deadline
	ThoiDoan Role = "thoi_doan" // bar of a period
)

// Bar is a thick line in a cell of a schedule: it begins behind a share of the
// width of its own column and ends so many columns on, behind a share of that
// one's width. A deadline begins and ends at one place. Alt says the same in
// words, for those who cannot see it.
type Bar struct {
	ID      int
	Role    Role // ThoiDoan or HanChot
	Table   int  // ID of the schedule
	Column  int
	Lead    float64
	Columns int // 0: it ends in its own column
	Tail    float64
	Alt     string
	Change  Change
}

func (*Bar) block() {}

func (b *Bar) String() string {
	return fmt.Sprintf("bar %s %d+%.2f - %d+%.2f", b.Role, b.Column, b.Lead, b.Column+b.Columns, b.Tail) + b.Change.flag()
}
