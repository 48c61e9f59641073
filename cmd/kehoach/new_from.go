package main

import (
	"errors"
	"strconv"

	"github.com/spf13/pflag"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// fromFlags are the options of `kehoach new --from`.
type fromFlags struct {
	source string
	year   string
	mark   bool
}

func (a *app) fromOptions(fl *pflag.FlagSet, f *fromFlags) {
	fl.StringVar(&f.source, "from", "", a.text("làm kế hoạch năm mới từ kế hoạch cũ `TỆP` (YAML, Word, chữ)", "make the new year's plan from the old plan `FILE` (YAML, Word, text)"))
	fl.StringVar(&f.year, "year", "", a.text("với --from: `NĂM` của kế hoạch mới (năm đầu, nếu nhiều năm)", "with --from: the `YEAR` of the new plan (the first one of several)"))
	fl.BoolVar(&f.mark, "mark", false, a.text("với --from: ghi chú ba danh sách ngay tại dòng", "with --from: put the three lists as notes at their lines"))
}

// newFrom makes the plan of a new year out of an old one. The three lists go to
// stderr, or as JSON to stdout.
func (a *app) newFrom(f newFlags, from fromFlags) error {
	rs := noStarter(f)
	year, err := yearOf(from)
	rs = rs.add(err)
	var src source
	if from.source != "" {
		src, err = a.readSourceOrStdin(from.source)
		rs = rs.add(err)
	}
	if rs != nil {
		return rs
	}
	out, err := a.planFile(f.path, f.named, f.force, []source{src})
	if err != nil {
		return err
	}
	defer out.close()
	office, err := a.open("", f.forms)
	if err != nil {
		return err
	}
	rolled, found := office.Roll(src.Input, build.RollOptions{Year: year, Mark: from.mark})
	return a.putRolled(out, rolled, found, src.Name)
}

// putRolled writes the plan and tells the lists. With JSON the findings of a
// plan that was made go to stderr: stdout has the lists alone.
func (a *app) putRolled(out planOutput, rolled *build.Rolled, found []diag.Finding, name string) error {
	if rolled == nil || diag.HasErrors(found) {
		if err := a.verdict(found, false); err != nil {
			return err
		}
		return errors.New("roll gave neither a plan nor a finding")
	}
	diag.Print(a.stderr, append(a.early, found...), a.lang)
	a.early = nil
	if err := out.put(rolled.Data); err != nil {
		return err
	}
	if !a.json {
		rolled.Print(a.stderr, a.lang)
		return nil
	}
	data, err := rolled.JSON(name, a.lang)
	if err != nil {
		return err
	}
	return a.result(data)
}

// noStarter refuses what makes a plan of something else.
func noStarter(f newFlags) refusals {
	if f.form == "" && f.sample == "" {
		return nil
	}
	return refuse(diag.M("--from không dùng chung với --the-thuc, --vi-du", "--from does not go together with --the-thuc and --vi-du"),
		diag.M("bỏ các tùy chọn kia; thể thức lấy theo kế hoạch cũ", "leave the others out; the form is that of the old plan"))
}

// yearOf reads the year that is wanted.
func yearOf(f fromFlags) (int, error) {
	switch year, err := strconv.Atoi(f.year); {
	case f.source == "":
		return 0, refuse(diag.M("--year, --mark chỉ dùng với --from", "--year and --mark go with --from only"),
			diag.M("ghi kế hoạch cũ: --from nam-truoc.yaml --year 2027", "name the old plan: --from last.yaml --year 2027"))
	case f.year == "":
		return 0, refuse(diag.M("--from cần năm của kế hoạch mới", "--from needs the year of the new plan"),
			diag.M("ghi thêm --year, ví dụ --year 2027", "add --year, as --year 2027"))
	case err != nil || year < 1990 || year > 2150:
		return 0, refuse(diag.M("%q không phải một năm", "%q is no year", f.year),
			diag.M("ghi bốn chữ số, ví dụ --year 2027", "write four digits, as --year 2027"))
	default:
		return year, nil
	}
}
