package main

import (
	"bytes"
	"os"

	"github.com/spf13/cobra"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/diag"
)

// joinFlags are the options of `kehoach batch-index`.
type joinFlags struct {
	dir   string
	force bool
}

func (a *app) batchIndexCommand() *cobra.Command {
	var f joinFlags
	cmd := &cobra.Command{
		Use:   a.text("batch-index THƯ-MỤC … [tùy chọn]", "batch-index DIR … [options]"),
		Short: a.text("gộp mục lục của các phần và chứng minh không thiếu, không trùng", "join the indexes of shards and prove that nothing is missing or there twice"),
		Long: a.text(`Đọc mục lục của các phần mà kehoach batch --shard đã ghi (muc-luc.0-4.json …), trong một
hoặc nhiều thư mục, và đối chiếu: các phần cùng một lần lập, mỗi dòng của danh sách được
lập đúng một lần, mỗi tệp còn đúng như lúc lập (SHA-256). Có chỗ sai thì báo hết và kết
thúc với mã 1. Không có thì ghi muc-luc.json và muc-luc.xlsx như khi lập một lần không chia.`,
			`Reads the indexes that kehoach batch --shard wrote (muc-luc.0-4.json …), in one folder
or many, and holds them against each other: they are shares of one run, each row of the
list was made exactly once, each file is still as it was made (SHA-256). What is not so
is told, all of it, with status 1. Else muc-luc.json and muc-luc.xlsx are written as one
run without shards writes them.`),
		Example: a.text(`  kehoach batch-index ra                   các phần cùng ghi vào một thư mục
  kehoach batch-index may1 may2 -o chung   các phần ghi vào nhiều thư mục`,
			`  kehoach batch-index out                  all shares wrote into one folder
  kehoach batch-index pc1 pc2 -o all       they wrote into several`),
		Args: needFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("output") {
				f.dir = args[0]
			}
			return a.batchIndex(args, f)
		},
	}
	fl := cmd.Flags()
	fl.StringVarP(&f.dir, "output", "o", "", a.text("ghi mục lục chung vào `THƯ-MỤC` (mặc định: thư mục đầu tiên)", "write the joined index into the folder `DIR` (default: the first one named)"))
	fl.BoolVar(&f.force, "force", false, a.text("thay cả mục lục đã có người sửa (bản sửa sẽ mất)", "replace an edited index too (the edits are lost)"))
	return cmd
}

// needFolders asks for folders on the command line.
func needFolders(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return nil
	}
	return refuse(diag.M("chưa ghi tên thư mục", "no folder was named"),
		diag.M("ví dụ: %s ra", "for example: %s out", cmd.CommandPath()))
}

// batchIndex joins the indexes of shards.
func (a *app) batchIndex(paths []string, f joinFlags) error {
	dirs, err := openDirs(paths)
	defer func() {
		for _, d := range dirs {
			d.Root.Close()
		}
	}()
	if err != nil {
		return err
	}
	joined, err := batch.Join(dirs, a.lang)
	if err != nil {
		return trouble(diag.M("không đọc được các thư mục", "the folders cannot be read"), err)
	}
	if len(joined.Findings) > 0 {
		found := joined.Told()
		if a.json {
			found = joined.Findings
		}
		return a.verdict(found, false)
	}
	return a.writeJoined(joined, f)
}

// openDirs opens folders to read, each once.
func openDirs(paths []string) ([]batch.Dir, error) {
	var (
		dirs  []batch.Dir
		infos []os.FileInfo
		rs    refusals
	)
	for _, path := range paths {
		if err := checkFolder(path); err != nil {
			rs = rs.add(err)
			continue
		}
		tried := diag.M("không mở được thư mục %s", "the folder %s cannot be opened", path)
		info, err := os.Stat(path)
		if err != nil {
			rs = rs.add(trouble(tried, err))
			continue
		}
		if known(infos, info) {
			continue
		}
		root, err := os.OpenRoot(path)
		if err != nil {
			rs = rs.add(trouble(tried, err))
			continue
		}
		infos = append(infos, info)
		dirs = append(dirs, batch.Dir{Path: path, Root: root})
	}
	return dirs, rs.orNil()
}

func known(infos []os.FileInfo, info os.FileInfo) bool {
	for _, i := range infos {
		if os.SameFile(i, info) {
			return true
		}
	}
	return false
}

// writeJoined writes the joined index, unless somebody's work would be lost.
func (a *app) writeJoined(joined *batch.Joined, f joinFlags) error {
	asXLSX, asJSON, err := joined.Encode(a.lang)
	if err != nil {
		return err
	}
	dir, err := openFolder(f.dir)
	if err != nil {
		return err
	}
	done := false
	defer func() { dir.Close(!done) }()
	var (
		targets []*target
		rs      refusals
	)
	for i, data := range [][]byte{asJSON, asXLSX} {
		t, err := newTarget(dir, batch.JoinedNames()[i])
		if rs = rs.add(err); err != nil {
			continue
		}
		t.Data, t.Done = data, diag.M("đã ghi %s", "written: %s", t.Path())
		targets = append(targets, t)
	}
	if rs != nil {
		return rs
	}
	if !f.force {
		if err := unedited(targets[0], targets[1]); err != nil {
			return err
		}
	}
	if err := write(targets); err != nil {
		return err
	}
	done = true
	if a.json {
		if err := a.report(nil); err != nil {
			return err
		}
	}
	a.written(targets)
	a.say(diag.M("đủ %d dòng, mỗi dòng đúng một lần; %d tệp còn nguyên như lúc lập", "all %d rows are there, each exactly once; %d files are as they were made", joined.Index.Rows, joined.Files))
	return nil
}

// unedited refuses to replace an index that this program did not write, or that
// somebody has edited since.
func unedited(asJSON, asXLSX *target) error {
	var rs refusals
	hint := diag.M("đổi tên tệp đó hoặc chọn thư mục khác bằng -o; thêm --force nếu chịu mất bản đó", "rename it or choose another folder with -o; add --force to lose it")
	if asJSON.Old != nil && !batch.IsIndex(asJSON.Old.Data) {
		rs = rs.add(refuse(diag.M("%s không do chương trình này ghi", "%s was not written by this program", asJSON.Path()), hint))
	}
	if old := asXLSX.Old; old != nil && !bytes.Equal(old.Data, asXLSX.Data) && (asJSON.Old == nil || !batch.Knows(asJSON.Old.Data, old.Data)) {
		rs = rs.add(refuse(diag.M("%s đã có người sửa hoặc không do chương trình này ghi", "%s was edited, or not written by this program", asXLSX.Path()), hint))
	}
	return rs.orNil()
}
