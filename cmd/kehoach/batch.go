package main

import (
	"github.com/spf13/cobra"
)

// batchFlags are the options of `kehoach batch`.
type batchFlags struct {
	list       string
	dir        string
	formats    []string
	engine     string
	jobs       int
	shard      string
	only       []string
	onlyGiven  bool
	name       string
	merge      string
	twoSided   bool
	zip        string
	dryRun     bool
	keepGoing  bool
	strict     bool
	force      bool
	fonts      string
	forms      string // folder of templates
	letterhead string
}

func (a *app) batchCommand() *cobra.Command {
	var f batchFlags
	cmd := &cobra.Command{
		Use:   a.text("batch KẾ-HOẠCH.yaml --list DANH-SÁCH.xlsx -o THƯ-MỤC [tùy chọn]", "batch PLAN.yaml --list UNITS.xlsx -o DIR [options]"),
		Short: a.text("lập mỗi đơn vị trong danh sách một văn bản", "make one paper for each unit of a list"),
		Long: a.text(`Lập từ một kế hoạch có chỗ trống {ten_cot} và một danh sách đơn vị (Excel hoặc CSV)
mỗi đơn vị một văn bản DOCX, PDF, cùng mục lục muc-luc.xlsx và muc-luc.json.
Mọi dòng được soát trước khi ghi tệp đầu tiên; còn dòng hỏng (thiếu ô bắt buộc, ngày
không có thật, trùng tên tệp …) thì không ghi gì, trừ khi có --keep-going. Điều mà
kehoach check thấy chỉ được báo; có --strict thì làm dừng. Bị dừng giữa chừng thì chạy
lại đúng lệnh đó: chỉ những văn bản còn thiếu hoặc có nguồn thay đổi được lập. Tệp đã
có người sửa thì giữ nguyên, trừ khi có --force.`,
			`Makes of one plan with holes {column} and a list of units (Excel or CSV) a paper for
each unit as DOCX and PDF, and the index muc-luc.xlsx, muc-luc.json. All rows are
looked over before the first file; while a row is bad (a required cell is empty, a day
does not exist, two files of one name …) nothing is written, unless --keep-going is
given. What kehoach check finds is told; with --strict it stops the run. A run that was
stopped goes on by the same command: only papers that are missing, or whose sources
changed, are made. Files that somebody edited stay, unless --force is given.`),
		Example: a.text(`  kehoach batch ke-hoach.yaml --list don-vi.xlsx -o ra
                                           mỗi đơn vị một DOCX và một PDF
  kehoach batch ke-hoach.yaml --list don-vi.xlsx -o ra --dry-run
                                           chỉ soát, in tên các tệp sẽ ghi
  kehoach batch ke-hoach.yaml --list don-vi.xlsx -o ra --only 2,5-7
                                           chỉ lập các dòng 2, 5, 6, 7
  kehoach batch ke-hoach.yaml --list don-vi.csv -o ra --shard 0/4
                                           phần thứ nhất trong bốn phần`,
			`  kehoach batch plan.yaml --list units.xlsx -o out
                                           a DOCX and a PDF for each unit
  kehoach batch plan.yaml --list units.xlsx -o out --dry-run
                                           look only, print the names of the files
  kehoach batch plan.yaml --list units.xlsx -o out --only 2,5-7
                                           only the rows 2, 5, 6, 7
  kehoach batch plan.yaml --list units.csv -o out --shard 0/4
                                           the first of four shares`),
		Args: needFiles(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.onlyGiven = cmd.Flags().Changed("only")
			return a.batch(args[0], f)
		},
	}
	fl := cmd.Flags()
	fl.StringVar(&f.list, "list", "", a.text("danh sách đơn vị, `TỆP` .xlsx hoặc .csv", "the list of units, a `FILE` .xlsx or .csv"))
	fl.StringVarP(&f.dir, "output", "o", ".", a.text("ghi vào `THƯ-MỤC`, chưa có thì tạo (mặc định: thư mục hiện tại)", "write into the folder `DIR`, made if missing (default: the current one)"))
	fl.StringSliceVar(&f.formats, "format", []string{"docx", "pdf"}, a.text("các `DẠNG` cần ghi: docx,pdf,kyso,meta (mặc định: docx,pdf)", "the `FORMATS` to write: docx,pdf,kyso,meta (default: docx,pdf)"))
	a.engineFlag(fl, &f.engine)
	fl.IntVar(&f.jobs, "jobs", 0, a.text("lập `N` văn bản cùng lúc (mặc định: theo số nhân của máy)", "make `N` papers at one time (default: as many as there are processors)"))
	fl.StringVar(&f.shard, "shard", "", a.text("chỉ phần thứ I trong N phần của danh sách, đếm từ 0: `I/N`", "only share I of N of the list, counted from 0: `I/N`"))
	fl.StringSliceVar(&f.only, "only", nil, a.text("chỉ các `DÒNG` này, theo số dòng trong tệp danh sách: 5,17,20-30", "only these `ROWS`, by their numbers in the list: 5,17,20-30"))
	fl.StringVar(&f.name, "name", "", a.text("đặt tên tệp theo `MẪU`, ví dụ \"{don_vi} - {so_ky_hieu}\"; có cả {dong} và tên các cột", "name the files by the `PATTERN`, such as \"{don_vi} - {so_ky_hieu}\"; {dong} and all columns may stand too"))
	fl.StringVar(&f.merge, "merge", "", a.text("ghi thêm vào thư mục đó một `TỆP.pdf` gồm mọi văn bản để in một lần", "write also one `FILE.pdf` of all papers into that folder, to be printed at once"))
	fl.BoolVar(&f.twoSided, "two-sided", false, a.text("với --merge: in hai mặt, mỗi văn bản bắt đầu ở mặt trước một tờ", "with --merge: print on both sides, each paper begins on the front of a sheet"))
	fl.StringVar(&f.zip, "zip", "", a.text("ghi thêm vào thư mục đó một `TỆP.zip` gồm mọi tệp ra và mục lục", "write also one `FILE.zip` of all files and the index into that folder"))
	fl.BoolVar(&f.dryRun, "dry-run", false, a.text("chỉ soát và in tên các tệp sẽ ghi, không ghi gì", "look only, print the names of the files, write nothing"))
	fl.BoolVar(&f.keepGoing, "keep-going", false, a.text("lập các dòng tốt dù có dòng hỏng; dòng hỏng được liệt kê trong mục lục", "make the good rows though others are bad; the index lists the bad ones"))
	fl.BoolVar(&f.strict, "strict", false, a.text("coi dòng có lỗi của kehoach check hoặc cảnh báo khi đọc là dòng hỏng", "take a row as bad where kehoach check finds an error or reading a warning"))
	fl.BoolVar(&f.force, "force", false, a.text("thay cả tệp đã có người sửa (bản sửa sẽ mất)", "replace edited files too (the edits are lost)"))
	fl.StringVar(&f.fonts, "fonts", "", a.text("dùng phông trong `THƯ-MỤC` (times*.ttf)", "use the fonts of the folder `DIR` (times*.ttf)"))
	a.letterheadFlag(fl, &f.letterhead)
	a.templatesFlag(fl, &f.forms)
	return cmd
}
