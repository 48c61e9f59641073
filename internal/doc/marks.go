package doc

// The roles of special marks (NĐ 30/2020, PL I, Mục IV, ô 10b, 11, 13) and of
// a plan that is issued with another document.
const (
	DoKhan      Role = "do_khan"       // degree of urgency
	LuuHanh     Role = "luu_hanh"      // circulation, in the top margin of page 1
	LuuHanhCuoi Role = "luu_hanh_cuoi" // circulation, in the bottom margin of the last page
	DuThao      Role = "du_thao"       // draft
	DiaChi      Role = "dia_chi"       // address of the body
	KemVanBan   Role = "kem_van_ban"   // the document that the plan is issued with
)

// Signers is the foot of a plan with several signers: nơi nhận and a column for
// each signer, from left to right. Whether nơi nhận stands beside the signers
// or below the first of them follows from the figures of the form.
type Signers struct {
	ID      int
	Role    Role
	NoiNhan []Block
	Columns [][]Block
	Change  Change // of the whole foot
}

func (*Signers) block() {}

// Cells are the cells from left to right, with nơi nhận in the first or under
// the first signer, and so many blank lines above the name of each signer.
func (s *Signers) Cells(under bool, blanks []int) [][]Block {
	var out [][]Block
	if !under {
		out = append(out, s.NoiNhan)
	}
	for i, column := range s.Columns {
		cell := leveled(column, blanks[i])
		if under && i == 0 {
			cell = append(cell[:len(cell):len(cell)], s.NoiNhan...)
		}
		out = append(out, cell)
	}
	return out
}

// leveled is a signer's column with blank lines of the look of the titles above
// the name, which is its last block.
func leveled(blocks []Block, blanks int) []Block {
	if blanks == 0 || len(blocks) == 0 {
		return blocks
	}
	name := len(blocks) - 1
	out := append([]Block(nil), blocks[:name]...)
	for range blanks {
		out = append(out, &Paragraph{Role: QuyenHan})
	}
	return append(out, blocks[name])
}

// margins are the blocks of a section that stand in its margins.
func (s *Section) margins() []Block {
	out := append([]Block(nil), s.FirstHead...)
	return append(append(out, s.FirstFoot...), s.LastFoot...)
}

// IsFoot tells whether a block is the table of nơi nhận and signatures.
func IsFoot(b Block) bool {
	switch x := b.(type) {
	case *Columns:
		return x.Role == Cuoi
	case *Signers:
		return true
	}
	return false
}
