package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"kehoach.example/internal/batch"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/list"
)

// batchInputs are the files that a batch reads.
type batchInputs struct {
	plan, list source
	letterhead *source        // nil for none
	tooLarge   []diag.Finding // of a list that is too large to be read
}

// readBatch reads the inputs and tells of every one that cannot be read.
func readBatch(path string, f batchFlags) (*batchInputs, error) {
	var (
		in  batchInputs
		rs  refusals
		err error
	)
	in.plan, err = readSource(path)
	rs = rs.add(err)
	if f.list == "" {
		rs = rs.add(refuse(diag.M("chưa có danh sách đơn vị", "no list of units was named"),
			diag.M("ghi --list DANH-SÁCH.xlsx hoặc .csv", "write --list UNITS.xlsx or .csv")))
	} else if info, gone := os.Stat(f.list); gone == nil && info.Mode().IsRegular() && info.Size() > list.MaxFile {
		in.tooLarge = []diag.Finding{list.TooLarge(f.list, info.Size())}
	} else {
		in.list, err = readSource(f.list)
		rs = rs.add(err)
	}
	if f.letterhead != "" {
		s, err := readLetterhead(f.letterhead)
		rs = rs.add(err)
		in.letterhead = &s
	}
	return &in, rs.orNil()
}

// protected are the inputs, none of which may be replaced.
func (in *batchInputs) protected() []fs.FileInfo {
	out := []fs.FileInfo{in.plan.info, in.list.info}
	if in.letterhead != nil {
		out = append(out, in.letterhead.info)
	}
	return out
}

// sources are what the papers of a batch are made of.
func (in *batchInputs) sources(f batchFlags) batch.Sources {
	s := batch.Sources{Version: version, Plan: in.plan.Input, List: in.list.Input}
	if in.letterhead != nil {
		s.Letterhead = &in.letterhead.Input
	}
	if f.fonts != "" {
		s.Fonts = os.DirFS(f.fonts)
	}
	return s
}

// nameBeside reads the name of a file that is written into the folder of a batch,
// "" for none. Each shard writes one of its own.
func nameBeside(flag, name, ending string, shard *batch.Shard) (string, error) {
	if name == "" {
		return "", nil
	}
	example := map[string]string{".pdf": "in.pdf", ".zip": "tat-ca.zip"}[ending]
	if filepath.Base(name) != name || strings.ContainsAny(name, `/\`) || !strings.EqualFold(filepath.Ext(name), ending) {
		return "", refuse(diag.M("--%s không nhận giá trị %q", "--%s does not take the value %q", flag, name),
			diag.M("ghi tên một tệp %s, không ghi thư mục, ví dụ: --%s %s; tệp nằm trong thư mục sau -o", "write the name of a file %s, without a folder, such as --%s %s; it goes into the folder behind -o", ending, flag, example))
	}
	if err := filename.Check(name); err != nil {
		var f *filename.Fault
		if errors.As(err, &f) {
			return "", refuse(f.Why, diag.M("đặt tên khác, ví dụ: --%s %s", "choose another name, such as --%s %s", flag, example))
		}
		return "", err
	}
	if shard != nil {
		name = strings.TrimSuffix(name, filepath.Ext(name)) + fmt.Sprintf(".%d-%d", shard.I, shard.N) + ending
	}
	return name, nil
}
