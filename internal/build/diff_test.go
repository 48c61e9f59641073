package build_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/readback"
)

// diffPlan is a plan of which each case of TestDiff changes something. All in
// it is made up.
const diffPlan = `the_thuc: nd30
co_quan_chu_quan: UBND HUYỆN LẠCH SẬY
co_quan: TRẠM THỦY NÔNG
so: 12
ky_hieu: KH-TTN
dia_danh: Lạch Sậy
ngay: 06/01/2026
trich_yeu: Nạo vét kênh mương năm 2026
can_cu:
  - Căn cứ Quyết định số 14/QĐ-UBND ngày 02/01/2026 của UBND huyện về giao chỉ tiêu
  - Căn cứ Quy chế làm việc của Trạm
mo_dau: |
  Trạm Thủy nông ban hành Kế hoạch như sau:
muc:
  - tieu_de: MỤC ĐÍCH
    noi_dung: |
      Bảo đảm nước tưới cho vụ hè thu của ba xã ven sông.
  - tieu_de: NỘI DUNG
    noi_dung: |
      1. Nạo vét 12 km kênh cấp hai.
      2. Sửa cửa cống, hoàn thành trước ngày 30/6/2026.
      a) Thay gioăng cao su đã cứng ở các cánh cống lớn.
      - Tra mỡ trục quay, sơn lại bánh răng bị gỉ.
      b) Cắm mốc báo độ sâu tại năm đoạn hay bồi.
      3. Khối lượng
      | TT | Xã | Số km |
      | 1 | Xã Bắc | 5 |
      | 2 | Xã Nam | 7 |
  - tieu_de: CÁC ĐỢT
    noi_dung: |
      {dot}
    dot:
      - ten: Đợt 1
        tu: 01/02/2026
        den: 31/3/2026
      - ten: Đợt 2
        tu: 01/4/2026
        den: 30/6/2026
        chu_de: Kênh sạch nước trong
  - tieu_de: PHÂN CÔNG
    nhiem_vu:
      - viec: Khảo sát kênh cấp hai
        san_pham: Bảng kê
        thoi_han: 28/02/2026
        chu_tri: Tổ Kỹ thuật
      - viec: Nghiệm thu khối lượng nạo vét
        thoi_han: 30/6/2026
        chu_tri: Tổ Kế toán
ket: |
  Trên đây là Kế hoạch của Trạm./.
noi_nhan:
  - UBND huyện (để b/c)
  - Các tổ của Trạm
luu: VT
nguoi_ky:
  chuc_vu: TRẠM TRƯỞNG
  ho_ten: Phan Văn Lạch
phu_luc:
  - tieu_de: BẢN KÊ CỐNG
    noi_dung: |
      1. Cống Đầu Làng.
      2. Cống Giữa Đồng.
`

// TestDiff: what a person would say of two plans. Each case names what is
// replaced in the plan, and what is told.
func TestDiff(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		changes []string // old, new
		want    string
	}{
		{"nothing", nil, "không có gì khác"},
		{"looks and completed marks", []string{"Bảo đảm nước tưới", "**Bảo đảm** nước tưới", "Các tổ của Trạm", "Các tổ của Trạm;"}, "không có gì khác"},
		{"day", []string{"ngay: 06/01/2026", "ngay: 07/01/2027"}, "Phần đầu\n  ngày ban hành: 06/01/2026 → 07/01/2027\n1 chỗ khác: phần đầu 1"},
		{"blank number", []string{"so: 12", "so:"}, "Phần đầu\n  bỏ số: 12\n1 chỗ khác: phần đầu 1"},
		{"subject", []string{"mương năm 2026", "mương năm 2027"}, "Phần đầu\n  trích yếu: Nạo vét kênh mương năm 2026 → Nạo vét kênh mương năm 2027\n1 chỗ khác: phần đầu 1"},
		{"ground", []string{"Quyết định số 14/QĐ-UBND ngày 02/01/2026", "Quyết định số 21/QĐ-UBND ngày 04/01/2027"}, "Căn cứ\n  căn cứ: Căn cứ Quyết định số [14/QĐ-UBND → 21/QĐ-UBND] ngày [02/01/2026 → 04/01/2027] của UBND huyện về giao …\n1 chỗ khác: căn cứ 1"},
		{"ground goes", []string{"  - Căn cứ Quy chế làm việc của Trạm\n", ""}, "Căn cứ\n  bỏ căn cứ: Căn cứ Quy chế làm việc của Trạm\n1 chỗ khác: căn cứ 1"},
		{"grounds change places", []string{"  - Căn cứ Quy chế làm việc của Trạm\n", "", "can_cu:\n", "can_cu:\n  - Căn cứ Quy chế làm việc của Trạm\n"}, "Căn cứ\n  chuyển chỗ căn cứ: Căn cứ Quyết định số 14/QĐ-UBND ngày 02/01/2026 của UBND huyện về giao chỉ tiêu\n1 chỗ khác: căn cứ 1"},
		{"recipient comes", []string{"  - Các tổ của Trạm", "  - Ba xã ven sông\n  - Các tổ của Trạm"}, "Nơi nhận\n  thêm nơi nhận: Ba xã ven sông\n1 chỗ khác: nơi nhận 1"},
		{"signer", []string{"Phan Văn Lạch", "Lê Thị Sậy"}, "Người ký\n  họ tên: Phan Văn Lạch → Lê Thị Sậy\n1 chỗ khác: người ký 1"},
		{"deadline in text", []string{"trước ngày 30/6/2026.\n      a)", "trước ngày 30/6/2027.\n      a)"}, "Nội dung\n  Mục II.2: thời hạn: 30/6/2026 → 30/6/2027\n1 chỗ khác: nội dung 1"},
		{"words of an item", []string{"Cắm mốc báo độ sâu tại năm đoạn", "Cắm mốc báo độ sâu tại sáu đoạn"}, "Nội dung\n  Mục II.2.b: … mốc báo độ sâu tại [năm → sáu] đoạn hay bồi.\n1 chỗ khác: nội dung 1"},
		{"item comes and others are numbered anew", []string{"      2. Sửa cửa", "      2. Đo độ mặn mỗi ngày.\n      3. Sửa cửa", "3. Khối lượng", "4. Khối lượng"}, "Nội dung\n  Mục II.2: thêm: Đo độ mặn mỗi ngày.\n  Mục II: đánh số lại: 2. → 3., 3. → 4.\n3 chỗ khác"},
		{"item moves to another part", []string{"      - Tra mỡ trục quay, sơn lại bánh răng bị gỉ.\n", "", "ven sông.\n", "ven sông.\n      - Tra mỡ trục quay, sơn lại bánh răng bị gỉ.\n"}, "Nội dung\n  Mục I, gạch 1: chuyển từ Mục II.2.a, gạch 1: Tra mỡ trục quay, sơn lại bánh răng bị gỉ.\n1 chỗ khác: nội dung 1"},
		{"cell", []string{"| 2 | Xã Nam | 7 |", "| 2 | Xã Nam | 9 |"}, "Nội dung\n  Mục II.3, “Xã Nam”: Số km: 7 → 9\n1 chỗ khác: nội dung 1"},
		{"row", []string{"      | 2 | Xã Nam | 7 |\n", ""}, "Nội dung\n  Mục II.3, “Xã Nam”: bỏ: 2 | Xã Nam | 7\n1 chỗ khác: nội dung 1"},
		{"phase", []string{"den: 31/3/2026", "den: 15/3/2027", "chu_de: Kênh sạch nước trong", "chu_de: Kênh sạch"}, "Nội dung\n  Mục III, Đợt 1: đến: 31/3/2026 → 15/3/2027\n  Mục III, Đợt 2: chủ đề: Kênh sạch nước trong → Kênh sạch\n2 chỗ khác"},
		{"phase goes", []string{"      - ten: Đợt 1\n        tu: 01/02/2026\n        den: 31/3/2026\n", ""}, "Nội dung\n  Mục III, Đợt 1: bỏ đợt: Đợt 1; 01/02/2026; 31/3/2026\n1 chỗ khác"},
		{"task", []string{"thoi_han: 28/02/2026\n        chu_tri: Tổ Kỹ thuật", "thoi_han: 28/02/2027\n        chu_tri: Tổ Kênh mương"}, "Nội dung\n  Mục IV, “Khảo sát kênh cấp hai”: thời hạn: 28/02/2026 → 28/02/2027\n  Mục IV, “Khảo sát kênh cấp hai”: chủ trì: Tổ Kỹ thuật → Tổ Kênh mương\n2 chỗ khác"},
		{"task comes", []string{"    nhiem_vu:\n", "    nhiem_vu:\n      - viec: Mua bao đất\n        chu_tri: Tổ Kế toán\n"}, "Nội dung\n  Mục IV, “Mua bao đất”: thêm nhiệm vụ: Mua bao đất | Tổ Kế toán\n1 chỗ khác"},
		{"part goes", []string{"  - tieu_de: MỤC ĐÍCH\n    noi_dung: |\n      Bảo đảm nước tưới cho vụ hè thu của ba xã ven sông.\n", ""}, "Nội dung\n  Mục I: bỏ cả phần: MỤC ĐÍCH (1 đoạn)\n1 chỗ khác"},
		{"part has another name", []string{"tieu_de: MỤC ĐÍCH", "tieu_de: MỤC ĐÍCH, YÊU CẦU"}, "Nội dung\n  Mục I: tên: MỤC ĐÍCH → MỤC ĐÍCH, YÊU CẦU\n1 chỗ khác"},
		{"parts change places", []string{"  - tieu_de: MỤC ĐÍCH\n    noi_dung: |\n      Bảo đảm nước tưới cho vụ hè thu của ba xã ven sông.\n", "", "  - tieu_de: PHÂN CÔNG\n", "  - tieu_de: MỤC ĐÍCH\n    noi_dung: |\n      Bảo đảm nước tưới cho vụ hè thu của ba xã ven sông.\n  - tieu_de: PHÂN CÔNG\n"}, "Nội dung\n  Mục III: chuyển từ Mục I cả phần: MỤC ĐÍCH\n1 chỗ khác"},
		{"appendix", []string{"      2. Cống Giữa Đồng.\n", "      2. Cống Giữa Đồng.\n      3. Cống Cuối Làng.\n"}, "Phụ lục\n  Phụ lục, mục 3: thêm: Cống Cuối Làng.\n1 chỗ khác"},
		{"appendix goes", []string{"phu_luc:\n  - tieu_de: BẢN KÊ CỐNG\n    noi_dung: |\n      1. Cống Đầu Làng.\n      2. Cống Giữa Đồng.\n", ""}, "Phụ lục\n  Phụ lục: bỏ cả phụ lục: BẢN KÊ CỐNG (2 đoạn)\n1 chỗ khác"},
	} {
		text := diffPlan
		for i := 0; i < len(c.changes); i += 2 {
			if !strings.Contains(text, c.changes[i]) {
				t.Fatalf("%s: the plan has no %q", c.name, c.changes[i])
			}
			text = strings.Replace(text, c.changes[i], c.changes[i+1], 1)
		}
		var b bytes.Buffer
		two := diffOf(t, diffPlan, text)
		build.PrintChanges(&b, two, "vi", false)
		if pieces := toldIn(two); len(two.Changes) > 0 && !strings.HasPrefix(b.String(), pieces) {
			t.Errorf("%s: in pieces\n%swant\n%s\n", c.name, pieces, b.String())
		}
		if got := b.String(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\n%swant\n%s\n", c.name, got, c.want)
		}
	}
}

// toldIn joins the pieces in which changes are told.
func toldIn(two *build.Two) string {
	var b strings.Builder
	for _, g := range build.TellChanges(two, "vi") {
		b.WriteString(g.Name + "\n")
		for _, line := range g.Lines {
			b.WriteString("  ")
			for _, p := range line {
				b.WriteString(p.Text)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// TestToldPieces: what is gone and what came are told apart, whatever letters a
// plan has.
func TestToldPieces(t *testing.T) {
	groups := build.TellChanges(diffOf(t, diffPlan, strings.Replace(diffPlan, "so: 12", "so: 13", 1)), "vi")
	want := []build.ToldChanges{{Name: "Phần đầu", Lines: groups[0].Lines[:1]}}
	if !slices.EqualFunc(groups, want, func(a, b build.ToldChanges) bool { return a.Name == b.Name && len(a.Lines) == len(b.Lines) }) {
		t.Fatalf("%+v", groups)
	}
	var gone, came string
	for _, p := range groups[0].Lines[0] {
		if p.Gone {
			gone += p.Text
		}
		if p.New {
			came += p.Text
		}
	}
	if gone != "12" || came != "13" {
		t.Errorf("%q, %q: %+v", gone, came, groups)
	}
}

func diffOf(t testing.TB, before, after string) *build.Two {
	t.Helper()
	two := office().Diff(build.Input{Name: "cu.yaml", Data: []byte(before)}, build.Input{Name: "moi.yaml", Data: []byte(after)})
	if diag.HasErrors(two.Findings) {
		t.Fatal(two.Findings)
	}
	return two
}

// TestDiffTellsAll: every word that is gone or came is in a change, of any two
// plans; a plan beside itself has none.
func TestDiffTellsAll(t *testing.T) {
	t.Parallel()
	paths := samplePaths(t)
	for i, path := range paths {
		in := fileInput(t, path)
		next := fileInput(t, paths[(i+1)%len(paths)])
		changed := in
		changed.Data = []byte(mutate(string(in.Data), uint64(i)))
		for _, other := range []build.Input{in, next, changed} {
			two := office().Diff(in, other)
			if diag.HasErrors(two.Findings) {
				continue // chance made what is no plan
			}
			var b bytes.Buffer
			if err := build.WriteChanges(&b, two); err != nil {
				t.Fatal(err)
			}
			var report struct {
				Changes []struct {
					Old, New string
					OldPlace struct{ Item string } `json:"old_place"`
					NewPlace struct{ Item string } `json:"new_place"`
				}
			}
			if err := json.Unmarshal(b.Bytes(), &report); err != nil {
				t.Fatal(err)
			}
			if bytes.Equal(in.Data, other.Data) && len(report.Changes) > 0 {
				t.Errorf("%s: %d changes", in.Name, len(report.Changes))
			}
			var before, after []string
			for _, c := range report.Changes {
				before = append(before, readback.Tokens(c.Old+" "+c.OldPlace.Item)...)
				after = append(after, readback.Tokens(c.New+" "+c.NewPlace.Item)...)
			}
			lost, came := readback.MissingWords(typed(string(in.Data)), typed(string(other.Data)))
			for what, miss := range map[string][]string{"gone": notAmong(lost, before), "came": notAmong(came, after)} {
				if len(miss) > 0 {
					t.Errorf("%s → %s: words that %s are not told: %q", in.Name, other.Name, what, miss)
				}
			}
		}
	}
}

// notAmong gives the words that a list does not have at all.
func notAmong(words, list []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return slices.Contains(list, w) })
}

// TestDiffJSON: the fields and places of a change.
func TestDiffJSON(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	if err := build.WriteChanges(&b, diffOf(t, diffPlan, strings.Replace(diffPlan, "chu_tri: Tổ Kế toán", "chu_tri: Tổ Vật tư", 1))); err != nil {
		t.Fatal(err)
	}
	place := func(file string) string {
		return fmt.Sprintf("{\n        \"file\": %q,\n        \"line\": 46,\n        \"part\": \"IV\",\n        \"item\": \"“Nghiệm thu khối lượng nạo vét”\"\n      }", file)
	}
	want := `{
  "version": 1,
  "changes": [
    {
      "kind": "changed",
      "group": "muc",
      "field": "chu_tri",
      "part": "IV",
      "item": "“Nghiệm thu khối lượng nạo vét”",
      "old": "Tổ Kế toán",
      "new": "Tổ Vật tư",
      "words": [
        {
          "old": "Tổ ",
          "new": "Tổ "
        },
        {
          "old": "Kế toán",
          "new": "Vật tư"
        }
      ],
      "old_place": ` + place("cu.yaml") + `,
      "new_place": ` + place("moi.yaml") + `
    }
  ]
}
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := build.WriteChanges(&b, diffOf(t, diffPlan, diffPlan)); err != nil || b.String() != "{\n  \"version\": 1,\n  \"changes\": []\n}\n" {
		t.Errorf("no changes: %v\n%s", err, b.String())
	}
}
