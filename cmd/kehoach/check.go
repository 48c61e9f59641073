package main

import (
	"math"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

// checkFlags are the options of `kehoach check`.
type checkFlags struct {
	final   bool
	signing bool
	format  string // text, json, github
	ignore  []string
	fix     bool
	diff    bool
	forms   string // folder of templates

	letterhead string // file

	under      string // the superior's plan
	underGiven bool
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   a.text("check TỆP… [tùy chọn]", "check FILE… [options]"),
		Short: a.text("soát kế hoạch trước khi trình ký", "look a plan over before anyone signs"),
		Long: a.text(`Soát kế hoạch (tệp YAML, Word hoặc văn bản thường) như một văn thư cẩn thận: thể thức,
số, ngày, căn cứ, đợt, phân công, nơi nhận, chính tả, viết hoa … Điều không xét
được thì nói là chưa xét. Tên tệp là - thì đọc từ stdin. Mặc định là bản nháp:
số, ngày, họ tên còn trống chỉ là lưu ý. Không có --fix thì không tệp nào bị sửa.
Với --for-signing, tệp PDF đã lập cũng soát được: phiên bản, phông, chỗ ký, chỗ trống,
dấu dự thảo, ghi chú.
Kết quả ra stdout; với --diff, hoặc --fix cho stdin, thì stdout dành cho chữ của
tệp và kết quả ra stderr. Mã thoát là 1 nếu còn lỗi.`,
			`Looks a plan (YAML, Word or plain text) over as a careful clerk does: form, number,
dates, grounds, phases, tasks, recipients, spelling, capitals … What cannot be
judged is told as not judged. The file name - means stdin. A plan is a draft: a
number, day or name left blank is only a note. Without --fix no file is changed.
With --for-signing a finished PDF can be looked over too: its version, fonts, places
to sign, blanks, marks of a draft, comments.
The findings go to stdout; with --diff, or --fix for stdin, stdout has the text
of the file and the findings go to stderr. The exit status is 1 if errors remain.`),
		Example: a.text(`  kehoach check ke-hoach.yaml              soát bản nháp
  kehoach check ke-hoach.yaml --final      soát bản chính: không còn chỗ trống
  kehoach check --for-signing ke-hoach.yaml ke-hoach.pdf
                                           soát kế hoạch và bản PDF trước khi ký
  kehoach check "Kế hoạch 2027.txt"        soát văn bản chép từ Word
  kehoach check ke-hoach.yaml --fix --diff xem rồi sửa những chỗ sửa an toàn
  kehoach check *.yaml --ignore ABBR-UNDEF="theo thói quen cơ quan"
                                           bỏ qua một loại cảnh báo, có lý do
  kehoach check --under cap-tren.docx ke-hoach.yaml
                                           việc nào cấp trên giao mà chưa trả lời`,
			`  kehoach check plan.yaml                  look over a draft
  kehoach check plan.yaml --final          a final plan: nothing may be blank
  kehoach check --for-signing plan.yaml plan.pdf
                                           the plan and its PDF before they are signed
  kehoach check "Plan 2027.txt"            text copied out of Word
  kehoach check plan.yaml --fix --diff     show the safe fixes and make them
  kehoach check *.yaml --ignore ABBR-UNDEF="our office writes so"
                                           silence one kind of warning, with a reason
  kehoach check --under superior.docx plan.yaml
                                           which of the superior's tasks nothing answers`),
		Args: needFiles(math.MaxInt),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.underGiven = cmd.Flags().Changed("under")
			return a.check(expand(args), f, cmd.Flags().Changed("format"))
		},
	}
	fl := cmd.Flags()
	fl.BoolVar(&f.final, "final", false, a.text("bản chính: số, ngày, họ tên trống là lỗi", "a final plan: blank number, day or name is an error"))
	fl.BoolVar(&f.signing, "for-signing", false, a.text("bản trình ký: như --final, nhưng số và ngày được để trống; nhận cả tệp PDF", "a plan to be signed: as --final, but number and day may be blank; takes PDFs too"))
	fl.StringVar(&f.format, "format", "text", a.text("in ra theo `DẠNG`: text, json, github", "print in the `FORMAT` text, json or github"))
	fl.StringArrayVar(&f.ignore, "ignore", nil, a.text("bỏ qua cảnh báo `MÃ=LÝ-DO`; dùng được nhiều lần", "silence warnings: `CODE=REASON`; may be repeated"))
	fl.BoolVar(&f.fix, "fix", false, a.text("sửa trong tệp những chỗ sửa an toàn", "make the safe fixes in the file"))
	fl.BoolVar(&f.diff, "diff", false, a.text("in ra những chỗ sửa an toàn; không có --fix thì không sửa", "show the safe fixes; without --fix nothing is changed"))
	a.checkUnderFlag(fl, &f.under)
	a.letterheadFlag(fl, &f.letterhead)
	a.templatesFlag(fl, &f.forms)
	return cmd
}

// check looks all inputs over, all or none.
func (a *app) check(paths []string, f checkFlags, formatGiven bool) error {
	rs := a.settle(paths, &f, formatGiven)
	opt, err := checkOptions(f)
	if rs = rs.add(err); rs != nil {
		return rs
	}
	inputs, err := a.readChecked(paths)
	if err != nil {
		return err
	}
	if err := finishedPDFs(inputs, f); err != nil {
		return err
	}
	if f.fix || f.diff {
		if err := noWordFiles(inputs); err != nil {
			return err
		}
	}
	if f.fix {
		if err := noTwins(inputs); err != nil {
			return err
		}
	}
	office, err := a.open("", f.forms)
	if err != nil {
		return err
	}
	if err := knownCodes(office, f.ignore); err != nil {
		return err
	}
	if err := a.onLetterhead(office, f.letterhead, inputs); err != nil {
		return err
	}
	if err := a.superior(office, f.under, f.underGiven, inputs, &opt); err != nil {
		return err
	}
	return a.tell(office, f, a.checkAll(office, inputs, f, opt))
}

// settle refuses options that do not go together.
func (a *app) settle(paths []string, f *checkFlags, formatGiven bool) refusals {
	var rs refusals
	f.format = strings.ToLower(f.format)
	switch f.format {
	case "text", "json", "github":
	default:
		rs = append(rs, refuse(diag.M("không có dạng %q", "there is no format %q", f.format),
			diag.M("dùng một trong: text, json, github", "use one of: text, json, github"))...)
	}
	if a.json && formatGiven && f.format != "json" {
		rs = append(rs, refuse(diag.M("--json và --format %s không đi cùng nhau", "--json and --format %s do not go together", f.format),
			diag.M("bỏ một trong hai", "leave one of them out"))...)
	}
	if a.json {
		f.format = "json"
	}
	if f.final && f.signing {
		rs = append(rs, refuse(diag.M("--final và --for-signing không đi cùng nhau", "--final and --for-signing do not go together"),
			diag.M("bản trình ký còn chờ số và ngày thì dùng --for-signing, bản đã đủ thì dùng --final", "use --for-signing for a plan that waits for number and day, --final for a whole one"))...)
	}
	stdin := 0
	for _, p := range paths {
		if p == "-" {
			stdin++
		}
	}
	if stdin > 1 {
		rs = append(rs, refuse(diag.M("stdin (-) chỉ đọc được một lần", "stdin (-) can be read once only"),
			diag.M("ghi - một lần", "name - once"))...)
	}
	if stdin > 0 && f.fix && len(paths) > 1 {
		rs = append(rs, refuse(diag.M("--fix không sửa stdin cùng với các tệp khác", "--fix does not mend stdin along with files"),
			diag.M("chạy riêng: kehoach check --fix - < ke-hoach.yaml > moi.yaml", "run it alone: kehoach check --fix - < plan.yaml > new.yaml"))...)
	}
	if stdin > 0 && f.fix && f.diff {
		rs = append(rs, refuse(diag.M("--fix và --diff cùng ra stdout khi nguồn là stdin", "--fix and --diff would both go to stdout for stdin"),
			diag.M("bỏ một trong hai", "leave one of them out"))...)
	}
	if f.format != "text" && (f.diff || stdin > 0 && f.fix) {
		rs = append(rs, refuse(diag.M("chữ của tệp và kết quả dạng %s cùng ra stdout", "the text of the file and findings as %s would both go to stdout", f.format),
			diag.M("bỏ --diff, hoặc ghi stdin vào một tệp rồi dùng --fix", "leave out --diff, or put stdin into a file to use --fix"))...)
	}
	return rs
}

// checkOptions reads the options that are handed on.
func checkOptions(f checkFlags) (build.CheckOptions, error) {
	opt := build.CheckOptions{Stage: build.Draft, Ignore: map[string]string{}}
	switch {
	case f.final:
		opt.Stage = build.Final
	case f.signing:
		opt.Stage = build.Signing
	}
	var rs refusals
	for _, s := range f.ignore {
		code, reason := ignored(s)
		if reason == "" {
			rs = append(rs, refuse(diag.M("--ignore %s không có lý do", "--ignore %s has no reason", code),
				diag.M("ghi lý do sau dấu bằng: --ignore %s=\"lý do\"", "write the reason behind the sign: --ignore %s=\"reason\"", code))...)
		}
		opt.Ignore[code] = reason
	}
	return opt, rs.orNil()
}

// ignored takes CODE=reason apart.
func ignored(s string) (code, reason string) {
	code, reason, _ = strings.Cut(s, "=")
	return strings.ToUpper(strings.TrimSpace(code)), strings.TrimSpace(reason)
}

// knownCodes refuses to silence what does not exist: a slip of the finger
// would silence nothing.
func knownCodes(office *build.Office, list []string) error {
	var rs refusals
	for _, s := range list {
		code, _ := ignored(s)
		if _, ok := office.Explain(code); !ok {
			rs = rs.add(unknownCode(office, code))
		}
	}
	return rs.orNil()
}

func unknownCode(office *build.Office, code string) error {
	hint := diag.M("xem các mã: kehoach rules", "see the codes: kehoach rules")
	if near := office.Near(code); len(near) > 0 {
		hint = diag.M("có phải %s?", "do you mean %s?", strings.Join(near, ", "))
	}
	return refuse(diag.M("không có mã %q", "there is no code %q", code), hint)
}

// readChecked reads the inputs; "-" is the standard input.
func (a *app) readChecked(paths []string) ([]source, error) {
	var (
		out []source
		rs  refusals
	)
	for _, p := range paths {
		s, err := a.readCheckedFile(p)
		rs = rs.add(err)
		if p == "-" {
			s.Files = disk.Beside(".")
		}
		out = append(out, s)
	}
	return out, rs.orNil()
}

// noWordFiles refuses fixes in Word files: a fix is a piece of a line of text.
func noWordFiles(inputs []source) error {
	var rs refusals
	for _, s := range inputs {
		if build.IsWord(s.Data) {
			rs = rs.add(refuse(diag.M("--fix, --diff không sửa tệp Word: %s", "--fix and --diff do not mend a Word file: %s", s.Name),
				diag.M("đưa về YAML trước: kehoach import %s -o ke-hoach.yaml, rồi kehoach check ke-hoach.yaml --fix", "bring it to YAML first: kehoach import %s -o plan.yaml, then kehoach check plan.yaml --fix", s.Name)))
		}
	}
	return rs.orNil()
}

// looked is an input that was looked over.
type looked struct {
	source
	*build.Checked
	fixed *build.Fixed // nil where no fixes were asked for
}

func (a *app) checkAll(office *build.Office, inputs []source, f checkFlags, opt build.CheckOptions) []looked {
	var out []looked
	for _, in := range inputs {
		l := looked{source: in}
		switch {
		case f.fix:
			l.fixed = office.Fix(in.Input, opt)
			l.Checked = l.fixed.Checked
		case f.diff:
			l.fixed = office.Fix(in.Input, opt)
			l.Checked = office.Check(in.Input, opt)
		case build.IsPDF(in.Input):
			l.Checked = office.CheckPDF(in.Input, opt)
		default:
			l.Checked = office.Check(in.Input, opt)
		}
		out = append(out, l)
	}
	return out
}
