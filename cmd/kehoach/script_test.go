package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"kehoach.example/internal/build"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"kehoach": main, "slow-end": slowEnd})
}

// TestScript runs the promises to the user, one script each, on the real main.
func TestScript(t *testing.T) {
	testscript.Run(t, scriptParams("testdata/script"))
}

// scriptParams are what the scripts of a folder are run with.
func scriptParams(dir string) testscript.Params {
	return testscript.Params{
		Dir:                 dir,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "root":
				return os.Getuid() == 0, nil
			case "token":
				return build.Tokens, nil
			}
			return false, fmt.Errorf("unknown condition %s", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":    cmdStatus,
			"plan":      cmdPlan,
			"raw":       cmdRaw,
			"big":       cmdBig,
			"paragraph": cmdParagraph,
			"list":      cmdList,
			"edit":      cmdEdit,
			"recast":    cmdRecast,
			"append":    cmdAppend,
			"picture":   cmdPicture,
			"planted":   cmdPlanted,
			"encode":    cmdEncode,
		},
	}
}

// smallPlan is a plan that builds without a finding. All in it is made up.
const smallPlan = `the_thuc: nd30
co_quan_chu_quan: UBND TỈNH A
co_quan: TRƯỜNG TRUNG HỌC B
so: 12
ky_hieu: KH-THB
dia_danh: Phường C
ngay: 06/01/2027
trich_yeu: Tổ chức ngày hội đọc sách năm 2027
mo_dau: |
  Trường Trung học B ban hành Kế hoạch tổ chức ngày hội đọc sách năm 2027 như sau:
muc:
  - tieu_de: MỤC ĐÍCH, YÊU CẦU
    noi_dung: |
      1. Khuyến khích học sinh đọc sách mỗi ngày.
      2. Bảo đảm an toàn, tiết kiệm.
  - tieu_de: TỔ CHỨC THỰC HIỆN
    noi_dung: |
      Thư viện chuẩn bị sách trước ngày 20/4/2027.
noi_nhan:
  - UBND tỉnh A (để b/c)
luu: VT
nguoi_ky:
  chuc_vu: HIỆU TRƯỞNG
  ho_ten: Trần Thị Mẫu
`

// cmdStatus is `status N PROGRAM ARGS…`: the exit status is N.
func cmdStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program args…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var ee *exec.ExitError
		if !asExit(err, &ee) {
			ts.Fatalf("%v", err)
		}
		got = ee.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

func asExit(err error, to **exec.ExitError) bool {
	ee, ok := err.(*exec.ExitError)
	*to = ee
	return ok
}

// cmdPlan is `plan FILE…`: each becomes the small plan.
func cmdPlan(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		put(ts, name, []byte(smallPlan))
	}
}

// cmdRaw is `raw FILE GO-STRING`: bytes that no text file of a script can hold.
func cmdRaw(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: raw FILE 'text with \\xe0 escapes'")
	}
	s, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	put(ts, args[0], []byte(s))
}

// cmdBig is `big FILE 'head' MB`: a file of so many megabytes with a head, the
// rest of which takes no room on the disk.
func cmdBig(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: big FILE 'head' MB")
	}
	cmdRaw(ts, false, args[:2])
	mb, err := strconv.Atoi(args[2])
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), int64(mb)<<20))
}

// cmdParagraph is `paragraph FILE MB`: the small plan with a paragraph of so
// many megabytes.
func cmdParagraph(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: paragraph FILE MB")
	}
	mb, err := strconv.Atoi(args[1])
	ts.Check(err)
	var long strings.Builder
	for n := 10; long.Len() < mb<<20; n++ {
		fmt.Fprintf(&long, "Lớp số %d đọc sách mỗi tuần một buổi, ghi lại điều hay vào sổ. ", n)
	}
	put(ts, args[0], []byte(strings.Replace(smallPlan, "Thư viện chuẩn", long.String()+"Thư viện chuẩn", 1)))
}

func put(ts *testscript.TestScript, name string, data []byte) {
	path := ts.MkAbs(name)
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o777))
	ts.Check(os.WriteFile(path, data, 0o666))
}

// cmdList is `list DIR NAME…`: exactly these files and folders are under DIR,
// hidden ones too; those of testscript itself do not count.
func cmdList(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) == 0 {
		ts.Fatalf("usage: list DIR names…")
	}
	root := ts.MkAbs(args[0])
	got := []string{}
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, path)
		switch {
		case err != nil:
			return err
		case rel == ".tmp" || rel == ".bin":
			return fs.SkipDir
		case rel != ".":
			got = append(got, filepath.ToSlash(rel))
		}
		return nil
	}))
	want := slices.Clone(args[1:])
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		ts.Fatalf("%s holds\n\t%q, want\n\t%q", args[0], got, want)
	}
}

// cmdEdit is `edit FILE…`: somebody saves a DOCX or PDF with a change.
func cmdEdit(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		data, err := os.ReadFile(ts.MkAbs(name))
		ts.Check(err)
		if filepath.Ext(name) == ".docx" {
			data = editedDOCX(ts, data)
		} else {
			data = append(data, "% signed\n"...)
		}
		put(ts, name, data)
	}
}

// cmdRecast is `recast FILE FROM TO`: a DOCX with other text in all its parts.
func cmdRecast(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: recast FILE from to")
	}
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	put(ts, args[0], recastDOCX(ts, data, args[1], args[2]))
}

// cmdAppend is `append FILE LINE`: a file with one line more.
func cmdAppend(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: append FILE line")
	}
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	put(ts, args[0], append(data, args[1]+"\n"...))
}

func editedDOCX(ts *testscript.TestScript, data []byte) []byte {
	return recastDOCX(ts, data, "Khuyến", "Rất khuyến")
}

func recastDOCX(ts *testscript.TestScript, data []byte, from, to string) []byte {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		in, err := f.Open()
		ts.Check(err)
		part, err := io.ReadAll(in)
		ts.Check(err)
		entry, err := w.Create(f.Name)
		ts.Check(err)
		_, err = entry.Write(bytes.ReplaceAll(part, []byte(from), []byte(to)))
		ts.Check(err)
	}
	ts.Check(w.Close())
	return out.Bytes()
}
