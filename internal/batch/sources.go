package batch

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Sources are the files of which a run makes its papers, beside what its Office
// was opened with.
type Sources struct {
	Version    string // of the program
	Plan, List build.Input
	Letterhead *build.Input // an office's own; nil for none
	Fonts      fs.FS        // an office's own; nil for those of the program
}

// Take reads a plan with holes and a list, and fills in what they decide: Units,
// the names, the hashes, and what was found. With an error among Found no row can
// be made, and there are no Units. Its own error is of the system, or a *Fault.
func (o *Options) Take(s Sources) error {
	o.Plan, o.List = filepath.Base(s.Plan.Name), filepath.Base(s.List.Name)
	if s.Letterhead != nil {
		sheet, found := o.Office.Letterhead(s.Letterhead.Name, s.Letterhead.Data)
		if o.Found = found; diag.HasErrors(found) {
			return nil
		}
		s.Plan.Letterhead = sheet
	}
	units, found := o.Office.Units(s.Plan, s.List)
	o.Found = append(o.Found, found...)
	if units == nil || diag.HasErrors(found) {
		return nil
	}
	common, err := o.common(s)
	if err != nil {
		return err
	}
	p := units.Template.Plan
	o.Units, o.Common, o.Listed = units, common, s.listed(p.Mau.Plain(), p.BieuTrung.Plain())
	return nil
}

// common hashes what every paper of a batch is made of, besides its row and the
// files that it names: the program, the plan, the office's own forms, fonts and
// letterhead.
func (o *Options) common(s Sources) (sum [sha256.Size]byte, err error) {
	h := sha256.New()
	if err := addProgram(h, s.Version); err != nil {
		return sum, err
	}
	addNamed(h, "plan", s.Plan.Data)
	if s.Letterhead != nil {
		addNamed(h, "letterhead", s.Letterhead.Data)
	}
	for _, layer := range o.Office.Layers() {
		for _, name := range slices.Sorted(maps.Keys(layer.Files)) {
			addNamed(h, name, layer.Files[name])
		}
	}
	if s.Fonts != nil {
		if err := addFonts(h, s.Fonts); err != nil {
			because := why(err)
			return sum, &Fault{
				diag.Msg{Vi: "không đọc được phông riêng: " + because.Vi, En: "the fonts of your own cannot be read: " + because.En},
				diag.M("kiểm tra thư mục phông rồi chạy lại", "check the folder of the fonts and run again"),
			}
		}
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// addNamed hashes a named part with its length.
func addNamed(h hash.Hash, name string, data []byte) {
	fmt.Fprintf(h, "%q %d\n", name, len(data))
	h.Write(data)
}

// addFonts hashes the font files of a folder.
func addFonts(h hash.Hash, faces fs.FS) error {
	names, err := fs.Glob(faces, "*.[tToO][tT][fFcC]")
	for _, name := range names {
		data, err := fs.ReadFile(faces, name)
		if err != nil {
			return err
		}
		addNamed(h, name, data)
	}
	return err
}

// addProgram hashes what tells this program from every other one: the commit that
// it was built from, which is the same on all machines, or, where that is not all
// that it was built from, its bytes.
func addProgram(h hash.Hash, version string) error {
	if info, ok := debug.ReadBuildInfo(); ok {
		set := map[string]string{}
		for _, s := range info.Settings {
			set[s.Key] = s.Value
		}
		if set["vcs.revision"] != "" && set["vcs.modified"] == "false" {
			addNamed(h, "program", []byte(version+" "+set["vcs.revision"]+" "+info.GoVersion))
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

// imageLine is where a plan names an image between its lines: {hinh: tep.png | …}.
var imageLine = regexp.MustCompile(`\{\s*hinh:([^}|]*)`)

// listed hashes the list and the files beside the plan that it names, whether or
// not a row shows them: its images, and those that its keys name.
func (s *Sources) listed(keys ...string) [sha256.Size]byte {
	h := sha256.New()
	addNamed(h, "list", s.List.Data)
	names := keys
	for _, m := range imageLine.FindAllStringSubmatch(string(s.Plan.Data), -1) {
		names = append(names, m[1])
	}
	for i, n := range names {
		name, _, _ := strings.Cut(n, "|")
		names[i] = strings.TrimPrefix(strings.ReplaceAll(strings.TrimSpace(name), `\`, "/"), "./")
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		addNamed(h, name, beside(s.Plan.Files, name))
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// mostBeside is where reading a file beside a plan stops.
const mostBeside = 64 << 20

// beside reads a file beside the plan. One that cannot be read counts as its name
// alone: that is told when papers are made.
func beside(files fs.FS, name string) []byte {
	if files == nil {
		return nil
	}
	info, err := fs.Stat(files, name)
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	f, err := files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, _ := io.ReadAll(io.LimitReader(f, mostBeside))
	return data
}
