package main

import (
	"io/fs"
	"os"

	"kehoach.example/fonts"
	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/templates"
)

// open loads forms and fonts; dir is the office's own folder of fonts, "" for
// the embedded ones.
func open(dir string) (*build.Office, error) {
	faces := fs.FS(fonts.FS)
	if dir != "" {
		if err := checkFolder(dir); err != nil {
			return nil, err
		}
		faces = os.DirFS(dir)
	}
	office, found := build.Open(templates.FS, faces)
	var rs refusals
	for _, f := range found {
		if f.Severity == diag.Error {
			rs = append(rs, refusal{f.Message, f.Hint})
		}
	}
	return office, rs.orNil()
}

func checkFolder(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err != nil:
		return trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", dir), err)
	case !info.IsDir():
		return refuse(diag.M("%s là tệp, không phải thư mục", "%s is a file, not a folder", dir),
			diag.M("ghi tên một thư mục", "name a folder"))
	}
	return nil
}
