package main

import (
	"os"

	"kehoach.example/internal/desktop"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
	"kehoach.example/internal/web"
)

// places are where folders may be looked for: those of the user, and the drives.
func places() []web.Place {
	var out []web.Place
	if home, err := os.UserHomeDir(); err == nil {
		if documents, err := desktop.Documents(); err == nil && isFolder(documents) {
			out = append(out, web.Place{Name: diag.M("Tài liệu", "Documents"), Dir: documents})
		}
		out = append(out, web.Place{Name: diag.M("Thư mục của người dùng", "The user's folder"), Dir: home})
	}
	for _, drive := range disk.Drives() {
		out = append(out, web.Place{Name: diag.M("Ổ đĩa %s", "Drive %s", drive), Dir: drive})
	}
	return out
}

func isFolder(dir string) bool {
	info, err := os.Stat(dir)
	return err == nil && info.IsDir()
}
