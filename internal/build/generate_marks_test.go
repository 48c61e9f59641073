package build_test

import (
	"fmt"
	"slices"
	"strings"

	"kehoach.example/internal/doc"
)

// marksPlan is a signaturePlan or a headingPlan with marks that take room of
// the text: below the number, and in the margin at the foot of the first page
// or of the last.
func marksPlan(k int) string {
	base := signaturePlan(k / 4 * 2)
	if k%4 >= 2 {
		base = headingPlan(k)
	}
	marks := "du_thao: 2\ndo_khan: KHẨN\ndia_chi: |\n" + strings.Repeat("  Số 1, phố Sinh Chữ, thành phố Thử Nghiệm\n", 2+k%3)
	switch k % 2 {
	case 0:
		base = strings.Replace(base, "the_thuc: nd30", "the_thuc: dang", 1)
		marks += "luu_hanh: Không phổ biến trên phương tiện thông tin đại chúng\n"
	case 1:
		marks += "luu_hanh: LƯU HÀNH NỘI BỘ\n"
	}
	if k%5 > 2 {
		marks += "in_hai_mat: có\n"
	}
	if k%3 == 0 {
		base = strings.Replace(base, "  chuc_vu: TRƯỞNG PHÒNG\n  ho_ten: Máy Sinh Chữ\n",
			"  - chuc_vu: TRƯỞNG PHÒNG\n    ho_ten: Máy Sinh Chữ\n  - chuc_vu: |\n      TM. HỘI ĐỒNG\n      CHỦ TỊCH\n    ho_ten: Máy Đọc Chữ\n", 1)
	}
	return strings.Replace(base, "trich_yeu:", marks+"trich_yeu:", 1)
}

// marksPlans are the generated plans with marks by name.
func marksPlans() map[string]string {
	out := map[string]string{}
	for k := range 24 {
		out[fmt.Sprintf("sinh/dau-%02d.yaml", k)] = marksPlan(k)
	}
	return out
}

// markRoles are the roles of marks and the plan of testdata that shows each.
var markRoles = []doc.Role{doc.DoKhan, doc.LuuHanh, doc.DuThao, doc.DiaChi}

func planOfRole(role string) string {
	switch {
	case slices.Contains(markRoles, doc.Role(role)):
		return "dau-nd30"
	case role == string(doc.KemVanBan):
		return "kem-theo"
	}
	return "moi-kieu"
}
