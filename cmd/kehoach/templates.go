package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/templates"
)

// Bounds of an office's own folder of templates, far above any real one.
const (
	maxTemplate  = 1 << 20 // bytes of a file
	maxTemplates = 200     // files in a folder
)

// templatesFlag adds the option that names an office's own folder.
func (a *app) templatesFlag(fl *pflag.FlagSet, dir *string) {
	fl.StringVar(dir, "templates", "", a.text("dùng thêm thể thức riêng trong `THƯ-MỤC`/the-thuc", "lay the office's own forms in `DIR`/the-thuc over ours"))
}

// readTemplates reads an office's own folder of templates: what has a name
// that the program looks for, nothing outside the folder, and no more than
// such a folder can hold. It refuses what looks like a template and would
// never be read.
func readTemplates(dir string) (build.Layer, error) {
	if err := checkFolder(dir); err != nil {
		return build.Layer{}, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return build.Layer{}, trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", dir), err)
	}
	defer root.Close()
	r := templateReader{dir: dir, root: root, files: map[string][]byte{}}
	r.misplaced()
	for _, folder := range templateNames(".") {
		r.folder(folder)
	}
	if r.rs == nil && len(r.files) == 0 {
		r.refuse(".", diag.M("không có tệp .yaml nào trong the-thuc, khoi-dau, du-lieu", "there is no file .yaml in the-thuc, khoi-dau, du-lieu"),
			diag.M("đặt thể thức vào %s", "put the form into %s", filepath.Join(dir, "the-thuc", "ten-the-thuc.yaml")))
	}
	return build.Layer{Name: dir, Files: r.files}, r.rs.orNil()
}

// templateNames lists the program's own templates of a folder, and with "." the
// folders.
func templateNames(folder string) []string {
	entries, _ := fs.ReadDir(templates.FS, folder)
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// dataNames lists the files of data that an office can lay its own over.
func dataNames(folder string) []string {
	return slices.DeleteFunc(templateNames(folder), func(name string) bool { return path.Ext(name) == ".txt" })
}

type templateReader struct {
	dir   string
	root  *os.Root
	files map[string][]byte
	rs    refusals
}

// refuse tells what is wrong with a file or folder, by its name.
func (r *templateReader) refuse(name string, msg, hint diag.Msg) {
	name = filepath.Join(r.dir, filepath.FromSlash(name))
	r.rs = append(r.rs, refusal{diag.Msg{Vi: name + ": " + msg.Vi, En: name + ": " + msg.En}, hint})
}

// misplaced refuses forms that lie beside the folder the-thuc.
func (r *templateReader) misplaced() {
	entries, _ := fs.ReadDir(r.root.FS(), ".")
	for _, e := range entries {
		if _, kind := templateName(e.Name()); kind != other && !e.IsDir() {
			r.refuse(e.Name(), diag.M("tệp không nằm trong thư mục con nào", "the file lies in no subfolder"),
				diag.M("chuyển vào %s; --templates nhận thư mục chứa the-thuc", "move it to %s; --templates takes the folder that holds the-thuc", filepath.Join(r.dir, "the-thuc", e.Name())))
		}
	}
}

// kind is what the name of a file tells.
type kind int

const (
	other    kind = iota // not for us: notes, pictures, files of the system
	template             // ends in .yaml, or is a list that the program has (don-vi.csv)
	nearly               // x.yml, x.yaml.txt: meant for us, and never read
)

// templateName gives the name of a template in the form in which plans write
// it: composed letters, the ending in small ones.
func templateName(name string) (string, kind) {
	name = norm.NFC.String(name)
	ext, low := path.Ext(name), strings.ToLower(name)
	switch {
	case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~"):
		return name, other
	case strings.EqualFold(ext, ".yaml"):
		return strings.TrimSuffix(name, ext) + ".yaml", template
	case strings.HasSuffix(low, ".yml") || strings.HasSuffix(low, ".yaml.txt") || strings.HasSuffix(low, ".yml.txt"):
		return name, nearly
	}
	return name, other
}

// folder reads the templates of one folder; it may be missing.
func (r *templateReader) folder(folder string) {
	entries, err := fs.ReadDir(r.root.FS(), folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return
	case err != nil:
		r.rs = r.rs.add(trouble(diag.M("không mở được thư mục %s", "the folder %s cannot be opened", filepath.Join(r.dir, folder)), err))
		return
	case len(entries) > maxTemplates:
		r.refuse(folder, diag.M("thư mục có %d tệp, nhiều nhất là %d", "the folder has %d files, %d at most", len(entries), maxTemplates),
			diag.M("để riêng các thể thức vào một thư mục", "keep the forms in a folder of their own"))
		return
	}
	for _, e := range entries {
		file := folder + "/" + e.Name()
		name, kind := templateName(e.Name())
		if low := strings.ToLower(name); kind == other && path.Ext(low) == ".csv" && isTemplate(folder+"/"+low) {
			name, kind = low, template
		}
		switch {
		case kind == nearly:
			r.refuse(file, diag.M("đuôi tệp không phải .yaml nên không được đọc", "the file does not end in .yaml and would not be read"),
				diag.M("đổi tên thành %s", "rename it to %s", strings.SplitN(name, ".", 2)[0]+".yaml"))
		case kind == template:
			r.file(file, folder+"/"+name)
		}
	}
}

// file reads one template, known by its composed name.
func (r *templateReader) file(file, as string) {
	if _, twice := r.files[as]; twice {
		r.refuse(file, diag.M("hai tệp cùng tên, chỉ khác chữ hoa hoặc cách gõ dấu", "two files have one name but for capitals or composed letters"),
			diag.M("xóa hoặc đổi tên một tệp", "delete or rename one of them"))
		return
	}
	if folder := path.Dir(as); folder == "du-lieu" && !isTemplate(as) {
		r.refuse(file, diag.M("chương trình không đọc tệp dữ liệu này", "the program does not read this file of data"),
			diag.M("dùng một trong: %s", "use one of: %s", strings.Join(dataNames(folder), ", ")))
		return
	}
	if err := r.read(file, as); err != nil {
		r.rs = r.rs.add(trouble(diag.M("không đọc được %s", "%s cannot be read", filepath.Join(r.dir, filepath.FromSlash(file))), err))
	}
}

// read takes in a regular file of bounded size; the error is the system's.
func (r *templateReader) read(file, as string) error {
	info, err := r.root.Stat(file) // before it is opened: a pipe would wait for ever
	var link *fs.PathError
	switch {
	case errors.As(err, &link) && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission):
		r.refuse(file, diag.M("không đọc được, hoặc là liên kết ra ngoài thư mục", "it cannot be read, or is a link out of the folder"),
			diag.M("chép tệp thật vào thư mục", "copy the file itself into the folder"))
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		r.refuse(file, diag.M("không phải là tệp thường", "it is not a regular file"), diag.M("xóa hoặc đổi tên", "delete or rename it"))
		return nil
	}
	f, err := r.root.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxTemplate+1))
	if len(data) > maxTemplate {
		r.refuse(file, diag.M("tệp lớn hơn %d MB, không thể là thể thức", "the file is larger than %d MB and cannot be a form", maxTemplate>>20),
			diag.M("kiểm tra lại tệp", "check the file"))
		return nil
	}
	r.files[as] = data
	return err
}

// isTemplate tells whether the program has a template of this name.
func isTemplate(file string) bool {
	_, err := fs.Stat(templates.FS, file)
	return err == nil
}
