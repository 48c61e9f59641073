package check

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/fact"
	"kehoach.example/internal/strictyaml"
)

// The files of data, in a templates folder.
const (
	unitFile  = "du-lieu/don-vi.yaml"
	unitList  = "du-lieu/don-vi.csv"
	textFile  = "du-lieu/van-ban.yaml"
	annivFile = "du-lieu/ky-niem.yaml"
	slipFile  = "du-lieu/go-sai.yaml"
	termFile  = "du-lieu/thuat-ngu.yaml"
	capsFile  = "du-lieu/viet-hoa.yaml"
	abbrFile  = "du-lieu/viet-tat.yaml"
	sylFile   = "du-lieu/am-tiet.yaml"
	mailFile  = "du-lieu/thu-dien-tu.yaml"
	wordFile  = "du-lieu/tu-soat.yaml"
)

// LoadData reads the files of data by their names in a templates folder
// ("du-lieu/ky-niem.yaml"). What is wrong in them is told at its place; the
// rest is there.
func LoadData(read func(name string) ([]byte, error)) (*Data, []diag.Finding) {
	l := loader{read: read}
	d := &Data{}
	l.units(d)
	l.texts(d)
	l.anniversaries(d)
	l.slips(d)
	l.terms(d)
	l.abbrs(d)
	l.syllables(d)
	l.mail(d)
	l.yaml(d, wordFile, &d.Words)
	slices.SortFunc(d.Sources, func(a, b Source) int { return strings.Compare(a.File, b.File) })
	return d, l.found
}

type loader struct {
	read  func(name string) ([]byte, error)
	found []diag.Finding
}

// head is what every file tells of itself.
type head struct {
	Nguon   string    `key:"nguon"`
	KiemTra fact.Date `key:"kiem_tra"`
}

func (l *loader) report(code string, at diag.Place, msg, hint diag.Msg) {
	l.found = append(l.found, diag.New(code, diag.Error, "du-lieu", at, msg, hint))
}

var asOurs = diag.M("viết như trong tệp cùng tên của chương trình", "write it as in the program's file of this name")

// bytes reads a file; false where it cannot be read.
func (l *loader) bytes(file string) ([]byte, bool) {
	data, err := l.read(file)
	if err != nil {
		l.report("DATA-MISSING", diag.Place{File: file}, diag.M("không đọc được tệp dữ liệu: %v", "the file of data cannot be read: %v", err),
			diag.M("đặt lại tệp vào thư mục du-lieu", "put the file back into the folder du-lieu"))
	}
	return data, err == nil
}

// yaml reads a file into out, a pointer to a struct whose fields are its keys
// beside those of its head, and gives the nodes.
func (l *loader) yaml(d *Data, file string, out any) *strictyaml.Node {
	data, ok := l.bytes(file)
	if !ok {
		return &strictyaml.Node{}
	}
	root, found := strictyaml.Parse(file, data)
	l.found = append(l.found, found...)
	if root == nil {
		return &strictyaml.Node{}
	}
	h := l.head(file, root)
	d.Sources = append(d.Sources, Source{File: file, Nguon: h.Nguon, KiemTra: h.KiemTra})
	l.decode(root, out)
	return root
}

// placeOf is where entry i of the list under a key stands.
func placeOf(root *strictyaml.Node, key string, i int) diag.Place {
	for _, e := range root.Entries {
		if strictyaml.Fold(e.Key) == key && i < len(e.Value.Items) {
			return e.Value.Items[i].At
		}
	}
	return root.At
}

// twice tells of an entry that stands in a list already.
func (l *loader) twice(root *strictyaml.Node, key string, i int, what string) {
	l.report("DATA-DUP", placeOf(root, key, i), diag.M("%q đã có ở trên", "%q stands above already", what), diag.M("xóa một trong hai", "delete one of them"))
}

// head takes the keys of the head out of a file.
func (l *loader) head(file string, root *strictyaml.Node) head {
	top := *root
	top.Entries = nil
	rest := root.Entries[:0:0]
	for _, e := range root.Entries {
		if k := strictyaml.Fold(e.Key); k == "nguon" || k == "kiem_tra" {
			top.Entries = append(top.Entries, e)
			continue
		}
		rest = append(rest, e)
	}
	var h head
	if root.Kind != strictyaml.Map {
		return h // told by decode
	}
	root.Entries = rest
	before := len(l.found)
	l.decode(&top, &h)
	if (h.Nguon == "" || h.KiemTra.Zero()) && len(l.found) == before {
		at := diag.Place{File: file, Line: 1, Column: 1, EndColumn: 2, Text: root.At.Text}
		if len(top.Entries) > 0 {
			at = top.Entries[0].At
		}
		l.report("DATA-SOURCE", at, diag.M("tệp dữ liệu không ghi nguồn và ngày kiểm tra", "the file of data does not tell its source and the day on which it was verified"),
			diag.M("thêm hai dòng \"nguon: …\" và \"kiem_tra: ngày/tháng/năm\"", "add the lines \"nguon: …\" and \"kiem_tra: day/month/year\""))
	}
	return h
}

func (l *loader) decode(n *strictyaml.Node, out any) {
	d := strictyaml.Decoder{Hint: asOurs, Convert: map[reflect.Type]strictyaml.Converter{
		reflect.TypeFor[fact.Date](): fullDate,
		reflect.TypeFor[yearly]():    yearlyDate,
		reflect.TypeFor[Day]():       dayOfYear,
	}}
	d.Decode(n, out)
	l.found = append(l.found, d.Findings...)
}

// yearly is a day with or without its year.
type yearly fact.Date

func fullDate(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
	date, ok := dateIn(n)
	if !ok || date.Y == 0 {
		wrongDate(d, n, "ngày/tháng/năm, như 05/3/2020", "day/month/year, as 05/3/2020")
		return
	}
	out.Set(reflect.ValueOf(date))
}

func yearlyDate(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
	date, ok := dateIn(n)
	if !ok || date.D == 0 {
		wrongDate(d, n, "ngày/tháng hoặc ngày/tháng/năm, như 02/9, 17/02/2026", "day/month or day/month/year, as 02/9, 17/02/2026")
		return
	}
	out.Set(reflect.ValueOf(yearly(date)))
}

func dayOfYear(d *strictyaml.Decoder, n *strictyaml.Node, out reflect.Value) {
	date, ok := dateIn(n)
	if !ok || date.Y != 0 {
		wrongDate(d, n, "ngày/tháng, như 28/7, hoặc tháng 12", "day/month, as 28/7, or tháng 12")
		return
	}
	out.Set(reflect.ValueOf(Day{D: date.D, M: date.M}))
}

func wrongDate(d *strictyaml.Decoder, n *strictyaml.Node, vi, en string) {
	d.Report("DATA-DATE", n.At, diag.M("%q không phải là ngày có thật", "%q is no day of the calendar", n.Text), diag.Msg{Vi: "viết " + vi, En: "write " + en})
}

// dateIn reads 05/3/2020, 05/3 and "tháng 12".
func dateIn(n *strictyaml.Node) (fact.Date, bool) {
	var out fact.Date
	if n.Kind != strictyaml.Scalar {
		return out, false
	}
	text, month := strings.CutPrefix(n.Text, "tháng ")
	parts := strings.Split(text, "/")
	var nums []int
	for _, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || v < 1 || len(p) > 4 {
			return out, false
		}
		nums = append(nums, v)
	}
	switch {
	case month && len(nums) == 1:
		out.M = nums[0]
	case !month && len(nums) == 2:
		out.D, out.M = nums[0], nums[1]
	case !month && len(nums) == 3 && nums[2] >= 1000:
		out = fact.Date{Y: nums[2], M: nums[1], D: nums[0]}
	default:
		return out, false
	}
	return out, fact.Possible(out.D, out.M, out.Y)
}
