package under

import (
	"os"
	"strings"
	"testing"

	"kehoach.example/internal/fact"
	"kehoach.example/internal/plan"
)

func testWords(t *testing.T) *Words {
	t.Helper()
	w, found := LoadWords(func(name string) ([]byte, error) { return os.ReadFile("../../templates/" + name) })
	if len(found) > 0 {
		t.Fatal(found)
	}
	return w
}

// TestWordsFile: every list has words, in small letters but for the names and
// the wording, and no word stands twice in its list.
func TestWordsFile(t *testing.T) {
	w := testWords(t)
	for name, list := range map[string][]string{
		"nhieu": w.Plural, "moi": w.Each, "duoi_xa": w.Hamlets, "noi": w.Which, "mo_cau": w.Openings, "dan": w.Leads, "nguoi_dau": w.Heads,
		"dan_xuong": w.Introduces, "hoi": w.Asks, "khong_truoc_hoi": w.NotAsking, "chu_tri": w.OwnerLabel, "thoi_han": w.TimeLabel,
		"nhan_khac": w.OtherLabel, "viec": w.Verbs, "truoc_viec": w.Adverbs, "theo_do": w.Following, "thuoc": w.Belonging, "bao_ve": w.Reports,
		"dieu_kien": w.Conditions, "dinh_ky": w.Recurring, "truoc_han": w.BeforeTime, "trong_han": w.Within, "khong_tinh": w.Stop,
		"giu_can_cu": w.Grounds, "cap": w.Levels, "bo_phan": w.Organs, "them_dia_danh": w.AddPlace, "khong_chu_quan": w.NoSuperior,
	} {
		seen := map[string]bool{}
		for _, s := range list {
			if s != strings.ToLower(s) || strings.TrimSpace(s) == "" {
				t.Errorf("%s: %q", name, s)
			}
			if seen[s] {
				t.Errorf("%s: %q stands twice", name, s)
			}
			seen[s] = true
		}
		if len(list) == 0 {
			t.Errorf("%s has no words", name)
		}
	}
	for _, g := range w.Groups {
		if len(g.Units) == 0 && !g.General {
			t.Errorf("%v: neither la nor chung", g.Called)
		}
	}
}

// TestOwners: who is named as a lower unit, and whether a unit is one of them.
func TestOwners(t *testing.T) {
	w := testWords(t)
	const none = Ours(-1)
	for _, c := range []struct {
		said, unit string
		want       Ours
	}{
		{"Công đoàn cơ sở", "Công đoàn phường Hạ", Other},
		{"Công đoàn các xã, phường", "Công đoàn phường Hạ", Yes},
		{"Công đoàn mỗi xã", "Công đoàn xã Hạ", Yes},
		{"Công đoàn phường Thượng", "Công đoàn phường Hạ", none}, // one unit, another one
		{"Công đoàn phường Hạ", "Công đoàn phường Hạ", Yes},
		{"Các phòng, ban; các công đoàn cơ sở", "Công đoàn cơ sở A", Yes},
		{"Đối với các trường", "Trường Tiểu học A", Yes},
		{"các trường hợp khó khăn", "Trường Tiểu học A", none},
		{"Mỗi đảng uỷ viên", "Đảng uỷ xã A", none},
		{"Tổ chức các hoạt động", "Chi bộ A", none},
		{"Các cơ quan, đơn vị", "Sở Nội vụ", Maybe},
		{"Các đơn vị phối hợp", "Sở Nội vụ", none},
		{"Sở Nội vụ các tỉnh", "Sở Nội vụ tỉnh A", Yes},
		{"Hội Liên hiệp Phụ nữ các xã", "Hội Liên hiệp Phụ nữ xã A", Yes},
		{"Ban Công tác Mặt trận các ấp", "Ban Công tác Mặt trận ấp Rô", Yes},
		{"Trạm Y tế phường", "Trường Tiểu học A", none},
		{"Thủ trưởng các đơn vị trực thuộc", "Trường Tiểu học A", Maybe},
		{"Liên đoàn Lao động tỉnh Sơn Bình", "Công đoàn xã A", none}, // the superior itself
		{"Ủy ban nhân dân xã", "Ủy ban nhân dân xã A", none},         // one, of the same place
	} {
		s := sides{issuer: fact.TextOf("Liên đoàn Lao động tỉnh Sơn Bình"), unit: fact.TextOf(c.unit), kinds: w.kindsOf(c.unit)}
		got := none
		if o, ok := w.ownerAt(fact.TextOf(c.said), 0, s); ok {
			got = o.ours
		}
		if got != c.want {
			t.Errorf("%q for %q: %d, want %d", c.said, c.unit, got, c.want)
		}
	}
}

// TestOwnersOfOnePlace: in the plan of a commune what bears the unit's name without
// the commune's is the unit.
func TestOwnersOfOnePlace(t *testing.T) {
	w := testWords(t)
	const none = Ours(-1)
	for _, c := range []struct {
		said, unit string
		want       Ours
	}{
		{"Trạm Y tế phường", "Trạm Y tế phường Vũ Ninh", Yes},
		{"Trạm Y tế", "Trạm Y tế phường Vũ Ninh", Yes},
		{"Các trường học, Trạm Y tế phường", "Trạm Y tế phường Vũ Ninh", Yes},
		{"Trạm Y tế phường Kinh Bắc", "Trạm Y tế phường Vũ Ninh", none},
		{"Trạm Y tế phường", "Trạm Y tế phường Kinh Bắc", none},
		{"Ủy ban nhân dân phường", "Trạm Y tế phường Vũ Ninh", none},
	} {
		got := none
		if o, ok := w.ownerAt(fact.TextOf(c.said), 0, w.sidesOf("Ủy ban nhân dân phường Vũ Ninh", c.unit)); ok {
			got = o.ours
		}
		if got != c.want {
			t.Errorf("%q for %q: %d, want %d", c.said, c.unit, got, c.want)
		}
	}
}

// TestNothingRenamed: a place that both sides share is no change.
func TestNothingRenamed(t *testing.T) {
	w := testWords(t)
	r := w.renamer("Ủy ban nhân dân phường Vũ Ninh", "Trạm Y tế phường Vũ Ninh")
	for _, s := range []string{"năm 2027 trên địa bàn phường Vũ Ninh", "Tiêm phòng trên địa bàn phường"} {
		if out, done := r.in(s); out != s || done || !r.onePlace() {
			t.Errorf("%q, %v", out, done)
		}
	}
	if out, done := r.in("Ủy ban nhân dân phường Vũ Ninh trồng cây"); out != "Trạm Y tế phường Vũ Ninh trồng cây" || !done {
		t.Errorf("%q, %v", out, done)
	}
}

// TestNames: a name in capitals in the case of running text, and whether that
// case is known.
func TestNames(t *testing.T) {
	w := testWords(t)
	for _, c := range []struct {
		raw, want string
		sure      bool
	}{
		{"LIÊN ĐOÀN LAO ĐỘNG TỈNH CÀ MAU", "Liên đoàn Lao động tỉnh Cà Mau", true},
		{"LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HỒ CHÍ MINH", "Liên đoàn Lao động Thành phố Hồ Chí Minh", true},
		{"ỦY BAN NHÂN DÂN PHƯỜNG VŨ NINH", "Ủy ban nhân dân phường Vũ Ninh", true},
		{"TỈNH ỦY LÀO CAI", "Tỉnh ủy Lào Cai", true},
		{"SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch", true},
		{"CỤC THỐNG KÊ", "Cục Thống Kê", false},
		{"Tỉnh đoàn Cà Mau", "Tỉnh đoàn Cà Mau", true},
	} {
		if got, sure := w.cased(c.raw); got != c.want || sure != c.sure {
			t.Errorf("%q: %q %v, want %q %v", c.raw, got, sure, c.want, c.sure)
		}
	}
	for name, want := range map[string]string{
		"Liên đoàn Lao động tỉnh Cà Mau": "tỉnh Cà Mau", "Tỉnh ủy Lào Cai": "tỉnh Lào Cai", "Sở Nội vụ": "",
		"Công đoàn ngành Nông nghiệp và Phát triển nông thôn tỉnh Nghệ An": "tỉnh Nghệ An",
		"Ban Công tác Mặt trận ấp Rô":                                      "ấp Rô",
	} {
		if got := w.place(name); got != want {
			t.Errorf("%q lies in %q, want %q", name, got, want)
		}
	}
}

// TestIssuer: the plan's own text tells the case; a committee that stands alone
// is joined with the body above; a sở gets its province.
func TestIssuer(t *testing.T) {
	w := testWords(t)
	for _, c := range []struct {
		above, body, opening, want string
		sure                       bool
	}{
		{"", "CỤC THỐNG KÊ TỈNH A", "Cục Thống kê tỉnh A ban hành Kế hoạch như sau:", "Cục Thống kê tỉnh A", true},
		{"ỦY BAN MTTQ VIỆT NAM TỈNH A", "BAN THƯỜNG TRỰC", "", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh A", true},
		{"ỦY BAN NHÂN DÂN TỈNH A", "SỞ NỘI VỤ", "", "Sở Nội vụ tỉnh A", true},
		{"ỦY BAN NHÂN DÂN TỈNH A", "", "", "", false},
	} {
		p := &plan.Plan{CoQuanChuQuan: plan.Lines(c.above), CoQuan: plan.Lines(c.body), MoDau: plan.Van{Given: true, Doan: []plan.Doan{{Chu: plan.Text(c.opening)}}}}
		lex := &fact.Lexicon{}
		lex.Index()
		got, sure := w.issuer(fact.Find(p, nil, lex))
		if got != c.want || sure != c.sure {
			t.Errorf("%q / %q: %q %v, want %q %v", c.above, c.body, got, sure, c.want, c.sure)
		}
	}
}

// TestRename: the unit stands where the superior or its place stood, and
// nowhere else.
func TestRename(t *testing.T) {
	w := testWords(t)
	r := w.renamer("Liên đoàn Lao động tỉnh Cà Mau", "Công đoàn phường Hạ")
	for in, want := range map[string]string{
		"Tết của Liên đoàn Lao động tỉnh Cà Mau năm 2027": "Tết của Công đoàn phường Hạ năm 2027",
		"cho người lao động tỉnh Cà Mau":                  "cho người lao động phường Hạ",
		"TRÊN ĐỊA BÀN TỈNH CÀ MAU":                        "TRÊN ĐỊA BÀN PHƯỜNG HẠ",
		"trong tỉnh năm 2027":                             "trong phường năm 2027",
		"ở tỉnh Cà Mau Mới":                               "ở tỉnh Cà Mau Mới",
		"người tỉnh khác":                                 "người tỉnh khác",
	} {
		if got, _ := r.in(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	if got, done := w.renamer("Sở Nội vụ tỉnh A", "Trường Tiểu học B").in("ở tỉnh A"); done || got != "ở tỉnh A" {
		t.Errorf("a unit without a place: %q %v", got, done)
	}
}

// TestSubject: a trích yếu goes on in a sentence with a small letter, but for
// names and short forms.
func TestSubject(t *testing.T) {
	for in, want := range map[string]string{
		"Tổ chức Tết Sum vầy": "tổ chức Tết Sum vầy", "Về tổ chức Ngày hội": "về tổ chức Ngày hội", "CNVCLĐ thi đua": "CNVCLĐ thi đua",
		"Tháng Thanh niên": "Tháng Thanh niên", "Đấu tranh": "đấu tranh", "": "",
	} {
		if got, _ := subject(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
