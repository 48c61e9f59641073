package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/output"
)

// Files that are written, and where.
type (
	target = output.Target
	folder = output.Folder
)

// openFolder opens a folder that is named after -o, which need not exist yet.
func openFolder(path string) (*folder, error) {
	if path == "" {
		return nil, refuse(diag.M("tên thư mục sau -o để trống", "the name of the folder after -o is empty"),
			diag.M("ghi -o . cho thư mục hiện tại", "write -o . for the current folder"))
	}
	f, err := output.OpenFolder(path)
	return f, refused(err)
}

// newTarget looks at what stands where a file is to be written.
func newTarget(in *folder, name string) (*target, error) {
	t, err := output.NewTarget(in, name)
	return t, refused(err)
}

func checkFolder(dir string) error { return refused(output.CheckFolder(dir)) }

// overwrites tells whether writing a target would destroy an input.
func overwrites(t *target, inputs []source) error {
	for _, s := range inputs {
		if t.Old != nil && s.info != nil && os.SameFile(t.Old.Info, s.info) {
			return refuse(diag.M("%s là tệp đầu vào, không ghi đè", "%s is an input and is not overwritten", t.Path()),
				diag.M("chọn tên hoặc thư mục khác bằng -o", "choose another name or folder with -o"))
		}
	}
	return nil
}

// write puts all targets in place, or none, also where the user stops the program.
func write(targets []*target) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return refused(output.Write(ctx, targets))
}
