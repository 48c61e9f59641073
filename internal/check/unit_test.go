package check_test

import (
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/check"
)

func TestUnitRules(t *testing.T) {
	data, found := check.LoadData(func(name string) ([]byte, error) { return os.ReadFile("../../templates/" + name) })
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, c := range []struct {
		on   string
		want string
		text []string
	}{
		// levels that are no more, from 01/7/2025 on
		{"30/6/2025", "", []string{"Báo cáo Huyện ủy, UBND huyện Ba Vì; hội thi cấp quận."}},
		{"01/7/2025", "UNIT-OLD UNIT-OLD UNIT-OLD", []string{"Báo cáo Huyện ủy, UBND huyện Ba Vì; hội thi cấp quận."}},
		{"15/01/2027", "UNIT-OLD", []string{"LĐLĐ huyện tổ chức.", "LĐLĐ huyện báo cáo.", "Cấp huyện hỗ trợ."}},
		{"15/01/2027", "UNIT-OLD UNIT-OLD", []string{"Lớp học tại thị trấn Cồn, thị xã Sơn Tây."}},
		{"15/01/2027", "UNIT-OLD", []string{"Báo cáo UBND tỉnh Bình Phước."}},
		{"15/01/2027", "", []string{"Khu vực tỉnh Bình Phước cũ; phường Hà Giang 1; tỉnh Đồng Nai."}},
		{"15/01/2025", "", []string{"Báo cáo UBND tỉnh Bình Phước."}},
		{"15/01/2027", "UNIT-OLD", []string{"Lớp học tại thành phố Nha Trang."}},
		{"15/01/2027", "UNIT-OLD", []string{"Lớp học tại Quận 1."}},
		{"15/01/2027", "UNIT-OLD", []string{"Các thành phố thuộc tỉnh báo cáo."}},
		{"15/01/2027", "", []string{"Lớp học tại thành phố Vinh Giả."}},
		{"15/01/2027", "", []string{"Lớp học tại thành phố Huế, Thành phố Hồ Chí Minh, TP. Đà Nẵng; cả thành phố cùng thi đua."}},
		{"15/01/2027", "", []string{"Các xã thuộc huyện Ba Vì cũ. Trước đây quận, huyện quản lý 03 trường. Sau khi giải thể LĐLĐ huyện, hồ sơ đã bàn giao."}},
		{"15/01/2027", "", []string{"Trường Trung học phổ thông huyện Ba Vì; đường Quận 8; Bệnh viện đa khoa huyện."}},
		{"15/01/2027", "", []string{"Bài hát “Quê hương huyện nhà”."}},
		{"15/01/2027", "", []string{"Kế hoạch số 5/KH-ABC ngày 05/01/2024 của UBND huyện Ba Vì về phát triển huyện Ba Vì giai đoạn mới."}},
		{"15/01/2027", "", []string{"> Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ huyện Ba Vì lần thứ XX"}},
		{"15/01/2027", "", []string{"Đồng chí Nguyễn Văn Quận; hợp tác xã; xã hội."}},
		// names of communes, by their province
		{"15/01/2027", "", []string{"Lớp học tại xã Hải Quang, tỉnh Ninh Bình; phường Lâm Viên - Đà Lạt, tỉnh Lâm Đồng."}},
		{"15/01/2027", "UNIT-NAME", []string{"Lớp học tại xã Hải Quag, tỉnh Ninh Bình."}},
		{"15/01/2027", "UNIT-NAME", []string{"co_quan: ỦY BAN NHÂN DÂN TỈNH NINH BÌNH", "Lớp học tại xã Hải Quag.", "Xã Hải Quag báo cáo."}},
		{"15/01/2027", "UNIT-NAME?", []string{"Lớp học tại xã Hải Quag."}}, // whose?
		{"15/01/2024", "", []string{"Lớp học tại xã Hải Quag, tỉnh Ninh Bình."}},
		{"15/01/2027", "", []string{"Lớp học tại xã Hải Quag cũ, tỉnh Ninh Bình."}},
		{"15/01/2027", "UNIT-NAME", []string{"Lớp học tại phường Hải Quang, tỉnh Ninh Bình."}},
		{"15/12/2025", "", []string{"Lớp học tại phường Hải Quang, tỉnh Ninh Bình."}},              // before the list
		{"15/01/2027", "", []string{"Ban Chỉ huy Quân sự xã Hải Quang Nguyễn Văn Giả phụ trách."}}, // other capitals behind a listed name
		// place and issuer
		{"15/01/2024", "PLACE-ABBR", []string{"dia_danh: Huyện DMC"}},
		{"15/01/2024", "PLACE-ABBR", []string{"dia_danh: TP. Hồ Chí Minh"}},
		{"15/01/2024", "PLACE-ABBR", []string{"dia_danh: TP.HCM"}},
		{"15/01/2024", "PLACE-ABBR", []string{"dia_danh: HCM"}},
		{"15/01/2024", "PLACE-ABBR", []string{"dia_danh: Q.1"}},
		{"15/01/2024", "", []string{"dia_danh: Thành phố Hồ Chí Minh"}},
		{"15/01/2024", "", []string{"dia_danh: HÀ NỘI"}},
		{"15/01/2024", "", []string{"dia_danh: Phường Hà Giang 2"}},
		{"15/01/2024", "", []string{"dia_danh: M'Drắk"}},
		{"15/01/2024", "", []string{"dia_danh: Huyện Ba Vì"}},
		{"15/01/2027", "PLACE-OLDUNIT", []string{"dia_danh: Huyện Ba Vì"}},
		{"15/01/2027", "PLACE-OLDUNIT", []string{"co_quan: LIÊN ĐOÀN LAO ĐỘNG HUYỆN BA VÌ"}},
		{"15/01/2027", "", []string{"co_quan: CÔNG ĐOÀN XÃ BA VÌ", "dia_danh: Ba Vì"}},
	} {
		if got := judge(t, planOf(c.on, c.text...), data); got != c.want {
			t.Errorf("%s %q\n got %q\nwant %q", c.on, c.text, got, c.want)
		}
	}
}

// A name of the list is never reported, whatever its level, in any province.
func TestListedNamesAreRight(t *testing.T) {
	data, _ := check.LoadData(func(name string) ([]byte, error) { return os.ReadFile("../../templates/" + name) })
	rows, err := os.ReadFile("../../templates/du-lieu/don-vi.csv")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for i, row := range splitLines(string(rows)) {
		f := splitComma(row)
		if i == 0 || len(f) != 4 {
			continue
		}
		lines = append(lines, "Lớp học tại "+f[3]+", "+f[1]+".", "Báo cáo Ủy ban nhân dân "+lowerFirst(f[3])+" trước.")
	}
	if len(lines) < 6000 {
		t.Fatal(len(lines))
	}
	if got := judge(t, planOf("15/01/2027", lines...), data); got != "" {
		t.Errorf("%.200s", got)
	}
}

func splitLines(s string) []string { return strings.Split(strings.TrimSpace(s), "\n") }

func splitComma(s string) []string { return strings.Split(strings.TrimSpace(s), ",") }

func lowerFirst(s string) string {
	level, name, _ := strings.Cut(s, " ")
	return strings.ToLower(level) + " " + name
}
