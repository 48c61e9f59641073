package build_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/doc"
	"kehoach.example/internal/readback"
)

// hardNames are plans whose names are hard to fit, the same in every form:
// bodies with names of three lines on both levels, the longest date line there
// is, a place with an apostrophe, a trích yếu of sixty words.
func hardNames(form string) map[string]string {
	tm := map[bool]string{true: "T/M", false: "TM."}[slices.Contains(authorityOf(form), "T/M")]
	return map[string]string{
		"ba-dong": hardPlan(form, tm,
			"LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT THÀNH PHỐ HỒ CHÍ MINH",
			"TRUNG TÂM HỖ TRỢ PHÁT TRIỂN NGHỀ CÁ VÀ BẢO TỒN RỪNG NGẬP MẶN CẦN GIỜ",
			"Thành phố Hồ Chí Minh", "115", "KH-TTHTPTNC", "Hỗ trợ ngư dân Cần Giờ chuyển nghề năm 2027"),
		"sau-muoi-chu": hardPlan(form, tm, "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "BAN QUẢN LÝ RỪNG PHÒNG HỘ XÃ EA H'LEO", "Ea H'Leo", "04", "KH-BQL",
			"Phối hợp tuần tra, kiểm soát, phòng cháy và chữa cháy rừng, chăm sóc diện tích khoanh nuôi, trồng bổ sung cây gỗ bản địa "+
				"và giao khoán bảo vệ cho cộng đồng các buôn người Êđê, Gia Rai sống ven hồ chứa nước, dọc tuyến đường tuần tra nối xã Ea H'Leo "+
				"với các xã giáp ranh của tỉnh Gia Lai trong mùa khô năm 2027"),
		"mot-chu": hardPlan(form, tm, "TỈNH ỦY AN GIANG", "BAN QUẢN LÝ CHỢ NỔI", "Thành phố Hồ Chí Minh", "", "KH-BQL", "Sắp xếp ghe thuyền\n  dịp Tết Đinh Mùi"),
	}
}

func authorityOf(form string) []string {
	st, _ := office().Forms.Get(form)
	return st.Form.Authority
}

func hardPlan(form, tm, above, body, place, number, symbol, title string) string {
	return fmt.Sprintf(`the_thuc: %s
co_quan_chu_quan: %s
co_quan: %s
so: %s
ky_hieu: %s
dia_danh: %s
ngay: 29/12/2026
trich_yeu: |
  %s
can_cu:
  - Căn cứ biên bản họp ngày 20 tháng 12 năm 2026
muc:
  - tieu_de: VIỆC LÀM
    noi_dung: |
      1. Lập danh sách hộ tham gia tại từng buôn, từng ấp.
      2. Công khai kết quả.
noi_nhan:
  - Các hộ tham gia
luu: VT
nguoi_ky:
  chuc_vu: [%s BAN QUẢN LÝ VÀ CÁC ĐƠN VỊ PHỐI HỢP, TRƯỞNG BAN]
  ho_ten: Siu H'Nhiên Kpă
`, form, above, body, number, symbol, place, title, tm)
}

// kept are names that stay on one line wherever they stand in names of bodies
// and titles.
var kept = regexp.MustCompile(`(?i)hồ chí minh|ea h'leo|cần giờ|đắk lắk|gia lai|gia rai|năm 2027`)

// TestHardNames: names that are hard to fit stay whole, their lines are of like
// length, and the lines at the head that never wrap do not.
func TestHardNames(t *testing.T) {
	readback.Need(t, "pdftotext", "mutool")
	count := 0
	for _, m := range corpus(t) {
		if !strings.HasPrefix(m.name, "sinh/kho-") {
			continue
		}
		count++
		t.Run(m.name, func(t *testing.T) {
			g := measure(t, m)
			for _, r := range []doc.Role{doc.So, doc.Ngay, doc.TieuDe, doc.QuocHieu, doc.TieuNgu} {
				if n := len(g.lines(r)); n > 1 {
					t.Errorf("%s: %d lines, want 1", r, n)
				}
			}
			for _, r := range []doc.Role{doc.ChuQuan, doc.CoQuan, doc.TrichYeu} {
				balanced(t, g, r)
			}
			so, ngay := g.lines(doc.So)[0], g.lines(doc.Ngay)[0]
			if room := ngay[0].X0 - so[len(so)-1].X1; room < 3 {
				t.Errorf("the number ends %.1f pt before the date begins", room)
			}
		})
	}
	if want := 3 * len(formPapers); count != want {
		t.Errorf("%d plans, want %d", count, want)
	}
}

// balanced holds the lines of a role to like lengths and names to one line.
func balanced(t *testing.T, g *measured, role doc.Role) {
	t.Helper()
	lines := g.lines(role)
	text := ""
	shortest, longest := lines[0].width(), 0.0
	for _, l := range lines {
		text += l.text() + "\n"
		shortest, longest = min(shortest, l.width()), max(longest, l.width())
	}
	if len(lines) > 1 && shortest < 0.55*longest {
		t.Errorf("%s: lines of %.0f to %.0f pt:\n%s", role, shortest, longest, text)
	}
	whole := kept.FindAllString(strings.ReplaceAll(text, "\n", " "), -1)
	if apart := kept.FindAllString(text, -1); len(apart) != len(whole) {
		t.Errorf("%s: a name is cut:\n%s", role, text)
	}
}
