package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
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

// common hashes what every paper of a batch is made of, besides its row and the
// files that it names: the program, the plan, the office's own forms, fonts and
// letterhead.
func (in *batchInputs) common(f batchFlags) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	if err := addProgram(h); err != nil {
		return sum, err
	}
	add(h, "plan", in.plan.Data)
	if in.letterhead != nil {
		add(h, "letterhead", in.letterhead.Data)
	}
	if f.forms != "" {
		layer, err := readTemplates(f.forms)
		if err != nil {
			return sum, err
		}
		for _, name := range slices.Sorted(maps.Keys(layer.Files)) {
			add(h, name, layer.Files[name])
		}
	}
	if f.fonts != "" {
		if err := addFonts(h, f.fonts); err != nil {
			return sum, err
		}
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// add hashes a named part with its length.
func add(h hash.Hash, name string, data []byte) {
	fmt.Fprintf(h, "%q %d\n", name, len(data))
	h.Write(data)
}

// addFonts hashes the font files of a folder.
func addFonts(h hash.Hash, dir string) error {
	faces := os.DirFS(dir)
	names, err := fs.Glob(faces, "*.[tToO][tT][fFcC]")
	for _, name := range names {
		var data []byte
		if data, err = fs.ReadFile(faces, name); err != nil {
			break
		}
		add(h, name, data)
	}
	if err != nil {
		return trouble(diag.M("không đọc được phông trong %s", "the fonts of %s cannot be read", dir), err)
	}
	return nil
}

// addProgram hashes what tells this program from every other one: the commit that
// it was built from, which is the same on all machines, or, where that is not all
// that it was built from, its bytes.
func addProgram(h hash.Hash) error {
	if info, ok := debug.ReadBuildInfo(); ok {
		set := map[string]string{}
		for _, s := range info.Settings {
			set[s.Key] = s.Value
		}
		if set["vcs.revision"] != "" && set["vcs.modified"] == "false" {
			add(h, "program", []byte(version+" "+set["vcs.revision"]+" "+info.GoVersion))
			return nil
		}
	}
	path, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(h, f)
	return err
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
