package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kehoach.example/internal/desktop"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/output"
)

// An opening is what a page is opened on: a folder, and one of its plans or none.
type opening struct{ dir, plan string }

// usual is the name of the folder for plans among the documents.
const usual = "Kế hoạch"

// planFolder is what is asked for, else the folder that was open last, else the usual
// one, which is made.
func planFolder(args []string) (opening, error) {
	if len(args) > 0 {
		return asked(args[0])
	}
	for _, past := range recentFolders() {
		if output.CheckFolder(past.dir) == nil {
			return opening{dir: past.dir}, nil
		}
	}
	dir, err := usualFolder()
	if err != nil {
		return opening{}, err
	}
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, fs.ErrExist) {
		return opening{}, trouble(diag.M("không tạo được thư mục %s", "the folder %s cannot be made", dir), err)
	}
	return opening{dir: dir}, checkFolder(dir)
}

// asked is what a path stands for: a folder, or a plan in its folder.
func asked(path string) (opening, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil && strings.Contains(path, `"`): // "D:\Kế hoạch\" ends in a quote for programs of Windows
		return opening{}, refuse(diag.M("không mở được thư mục %s: đường dẫn có dấu ngoặc kép", "the folder %s cannot be opened: its path has a quote", path),
			diag.M(`bỏ dấu \ đứng ngay trước dấu ngoặc kép cuối`, `leave out the \ right before the last quote`))
	case err != nil || info.IsDir():
		return opening{dir: path}, checkFolder(path)
	case !isPlan(path):
		return opening{}, refuse(diag.M("%s là tệp, không phải thư mục hay kế hoạch (.yaml)", "%s is a file, neither a folder nor a plan (.yaml)", path),
			diag.M("ghi tên một thư mục; tệp Word, Excel thì mở chương trình rồi thả vào trang", "name a folder; Word and Excel files are dropped into the page when the program is open"))
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return opening{}, trouble(diag.M("không mở được %s", "%s cannot be opened", path), err)
	}
	return opening{filepath.Dir(path), filepath.Base(path)}, nil
}

func isPlan(name string) bool {
	return slices.Contains([]string{".yaml", ".yml"}, strings.ToLower(filepath.Ext(name)))
}

// usualFolder is where plans are kept if nobody says otherwise: among the documents.
// One of an older program that did not know where those are is gone on with while it
// has plans and the other is not there.
func usualFolder() (string, error) {
	home, err := os.UserHomeDir()
	if err != nil {
		return "", trouble(diag.M("không rõ thư mục của người dùng", "the folder of the user is not known"), err)
	}
	dir := filepath.Join(home, usual)
	if documents, err := desktop.Documents(); err == nil && isFolder(documents) {
		dir = filepath.Join(documents, usual)
	}
	if isFolder(dir) {
		return dir, nil
	}
	for _, old := range []string{filepath.Join(home, "Documents", usual), filepath.Join(home, usual)} {
		if hasPlans(old) {
			return old, nil
		}
	}
	return dir, nil
}

func hasPlans(dir string) bool {
	entries, _ := os.ReadDir(dir)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return isPlan(e.Name()) && e.Type().IsRegular() })
}
