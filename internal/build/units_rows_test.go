package build

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/list"
)

// unitPlan is a batch plan of an invented commune.
const unitPlan = `the_thuc: nd30
co_quan: |
  ỦY BAN NHÂN DÂN
  {ten_hoa}
so: {so}
ky_hieu: KH-UBND
dia_danh: {ten}
ngay: 05/3/2027
trich_yeu: Trồng cây năm 2027 của {ten}
can_cu:
  - Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025
mo_dau: |
  Ủy ban nhân dân {ten} ban hành Kế hoạch trồng cây năm 2027 như sau:
muc:
  - tieu_de: MỤC ĐÍCH, YÊU CẦU
    noi_dung: |
      - {muc_dich}
      - Bảo đảm thiết thực, tiết kiệm.
  - tieu_de: TỔ CHỨC THỰC HIỆN
    noi_dung: |
      1. Giao {giao} chủ trì.
      2. Xong trước ngày {han}.
ket: |
  Trên đây là Kế hoạch trồng cây năm 2027 của {ten}./.
noi_nhan:
  - Ủy ban nhân dân tỉnh (để báo cáo)
luu: VT
nguoi_ky:
  chuc_vu: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
  ho_ten: {ky}
`

var unitHead = []string{"Tên", "Tên hoa", "Số", "Mục đích", "Giao", "Hạn", "Ký"}

func unitRow(change map[int]string) []string {
	row := []string{"xã Đồng Xanh", "XÃ ĐỒNG XANH", "12", "Phủ xanh đất trống.", "Phòng Kinh tế", "20/12/2027", "Lò Văn Ống"}
	for i, s := range change {
		row[i] = s
	}
	return row
}

// TestCells: what is wrong with the words of a cell is told at the cell, in the
// columns of its text; what is wrong with the plan stands in the plan.
func TestCells(t *testing.T) {
	o := openOffice(t)
	for _, c := range []struct {
		name, code string
		cell       int
		value      string
		marked     string // "" is the whole cell
	}{
		{"a day that is not padded", "DATE-PAD", 5, "5/01/2027", ""},
		{"a blank before a mark", "MARK-SPACE", 3, "Phủ xanh đất trống , đồi trọc.", " ,"},
		{"a typing slip", "TYPO", 3, "Phủ xanh đât trống nhanhh.", ""},
		{"a unit that is no more", "UNIT-DISTRICT", 4, "Phòng Nội vụ huyện Đồng Xanh", ""},
	} {
		u, found := unitsOf(t, o, unitPlan, unitHead, unitRow(nil), unitRow(map[int]string{c.cell: c.value}))
		if u == nil {
			t.Fatalf("%s: %v", c.name, told(found))
		}
		rows := u.Rows()
		before := map[string]int{}
		for _, f := range u.Judge(&rows[0], nil, CheckOptions{}) {
			before[f.Code]++
		}
		more := 0
		for _, f := range u.Judge(&rows[1], nil, CheckOptions{}) {
			if before[f.Code]--; before[f.Code] >= 0 {
				continue
			}
			more++
			fmt.Println(c.name, f.Code, f.At, f.Message.Vi)
		}
		if more == 0 {
			t.Errorf("%s: nothing is told", c.name)
		}
	}
}

var _ = []any{slices.Sort[[]string], strings.Join, sync.WaitGroup{}, diag.M, doc.So, list.Fold}
