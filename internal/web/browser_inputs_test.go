package web_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"

	"kehoach.example/internal/readback"
)

const samples = "../../samples"

// sample is the text of a sample plan.
func (d *desk) sample(name string) []byte {
	d.Helper()
	return d.read(filepath.Join(samples, name, name+".yaml"))
}

// put writes a file.
func (d *desk) put(dir, name string, data []byte) string {
	d.Helper()
	path := filepath.Join(dir, name)
	d.check(os.WriteFile(path, data, 0o600))
	return path
}

// planOf lays a sample into the clerk's folder.
func planOf(name string) func(*desk) {
	return func(d *desk) { d.Helper(); d.put(d.folder, name+".yaml", d.sample(name)) }
}

// lastYear lays the Word file of a sample among the files at hand.
func lastYear(d *desk) {
	d.Helper()
	d.kehoach("build", filepath.Join(samples, old, old+".yaml"), "--format", "docx", "-o", d.in)
}

// The samples that are rolled over, a plan of 2027, and that is edited, signed and looked at.
const (
	old    = "chu-de-nam-2027"
	common = "truong-tieu-hoc-2027"
)

// A run of 168 units in which three cells are faulty.
const (
	batchPlan = "tiem-phong-dai-cac-xa"
	units     = 168
	badCells  = 3
)

// unitList lays ready a plan with holes and an Excel list of communes, three cells of which cannot be taken: a day
// that does not exist, a cell that may not be empty, and a name of a unit twice.
func unitList(d *desk) {
	d.Helper()
	d.put(d.folder, batchPlan+".yaml", d.sample(batchPlan))
	rows := [][]string{{"Đơn vị", "Tên hoa", "Tên", "Địa danh", "Tổng đàn", "Số điểm", "Ngày ra quân", "Khu công nghiệp", "nguoi_ky.ho_ten"}}
	for i, name := range d.communes() {
		place := strings.TrimPrefix(name, "Xã ")
		day := fmt.Sprintf("%02d/3/2027", 1+i%28)
		rows = append(rows, []string{name, strings.ToUpper(name), "xã " + place, place, fmt.Sprint(1200 + i), fmt.Sprintf("%02d", 5+i%9), day, "", "Nguyễn Văn Mẫu"})
	}
	rows[20][6] = "31/02/2027"
	rows[90][3] = ""
	rows[150][6] = "45/3/2027"
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		cells := make([]any, len(row))
		for k, cell := range row {
			cells[k] = cell
		}
		d.check(book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &cells))
	}
	d.check(book.SaveAs(filepath.Join(d.in, "danh-sach.xlsx")))
}

// communes are names of 168 communes, all different.
func (d *desk) communes() []string {
	d.Helper()
	rows, err := csv.NewReader(strings.NewReader(string(d.read("../../templates/du-lieu/don-vi.csv")))).ReadAll()
	d.check(err)
	seen := map[string]bool{}
	var names []string
	for _, row := range rows {
		if name := row[len(row)-1]; strings.HasPrefix(name, "Xã ") && !seen[name] && len(names) < units {
			seen[name] = true
			names = append(names, name)
		}
	}
	if len(names) != units {
		d.Fatalf("only %d communes", len(names))
	}
	return names
}

// Who signs, and the file of the root that certified the key.
const (
	signerName = "Trần Thị Mẫu"
	rootFile   = "goc.pem"
)

// signer lays ready a plan that may be signed, a key and its passphrase.
func signer(d *desk) {
	d.Helper()
	ca := readback.NewCA(d)
	who := ca.Person(signerName)
	d.put(d.in, "khoa.p12", who.P12)
	d.put(d.in, rootFile, d.read(ca.Root))
	d.env = append(d.env, "KEHOACH_PASSPHRASE="+who.Passphrase)
	planOf(common)(d)
}

// viewsReady lays ready what the views show: a plan, a key, a list with faulty cells, last year's paper.
func viewsReady(d *desk) {
	d.Helper()
	signer(d)
	lastYear(d)
	unitList(d)
}
