package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

func (a *app) letterheadFlag(fl *pflag.FlagSet, file *string) {
	fl.StringVar(file, "letterhead", "", a.text("in trên giấy tiêu đề của cơ quan, một `TỆP` Word (thay khóa mau)", "print on the office's own letterhead, a Word `FILE` (instead of the key mau)"))
}

// onLetterhead reads the letterhead behind --letterhead and gives it to all
// inputs. What stops it from being filled ends the command.
func (a *app) onLetterhead(office *build.Office, path string, inputs []source) error {
	if path == "" {
		return nil
	}
	src, err := readLetterhead(path)
	if err != nil {
		return err
	}
	sheet, found := office.Letterhead(path, src.Data)
	if sheet == nil {
		return a.verdict(found, false)
	}
	a.early = append(a.early, found...)
	for i := range inputs {
		inputs[i].Letterhead = sheet
	}
	return nil
}

// readLetterhead reads a file that may be a letterhead.
func readLetterhead(path string) (source, error) {
	src, err := readSource(path)
	if err != nil {
		return src, err
	}
	if size := max(src.Size, int64(len(src.Data))); size > build.MaxLetterhead {
		return src, refuse(diag.M("%s lớn hơn %d MB, không dùng làm giấy tiêu đề được", "%s is larger than %d MB and cannot be a letterhead", path, build.MaxLetterhead>>20),
			diag.M("thu nhỏ các hình trong tệp Word", "make the pictures in the Word file smaller"))
	}
	return src, nil
}

// sparesLetterheads refuses to write a paper over the letterhead that it is
// printed on. An untouched letterhead of ours would pass for an old paper.
func sparesLetterheads(papers []*build.Paper, targets []*target) error {
	var rs refusals
	for _, t := range targets {
		for _, p := range papers {
			if t.HasLetterhead(p) {
				rs = rs.add(refuse(diag.M("%s là giấy tiêu đề, không ghi đè", "%s is the letterhead and is not overwritten", t.Path()),
					diag.M("đổi tên giấy tiêu đề, hoặc chọn thư mục khác bằng -o", "rename the letterhead, or choose another folder with -o")))
				break
			}
		}
	}
	return rs.orNil()
}

// stale tells of papers of an earlier run in the place of those that could not
// be made: they no longer go with the new ones beside them.
func (a *app) stale(targets []*target) {
	for _, t := range targets {
		if t.Data == nil && t.Old != nil {
			a.say(diag.M("%s là bản cũ, không khớp bản Word mới", "%s is an old one and does not go with the new Word file", t.Path()))
		}
	}
}

func (a *app) letterheadCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "letterhead check|new",
		Short: a.text("giấy tiêu đề của cơ quan: soát, tạo mẫu", "the office's own letterhead: look it over, make a starter"),
		Long: a.text(`Giấy tiêu đề là tệp Word của cơ quan: logo, màu, khung tùy ý, chỗ nào lấy chữ của
kế hoạch thì viết khóa trong ngoặc nhọn. Dùng: mau: giay-tieu-de.docx trong tệp kế
hoạch, hoặc kehoach build --letterhead giay-tieu-de.docx. Khối nào giấy tiêu đề
không có khóa (tên văn bản, nơi nhận, chữ ký) thì chương trình tự in trong nội dung.

`+a.keyTable(),
			`A letterhead is the office's own Word file: any logo, colour or frame, and a key in
braces where words of the plan go. Use it by mau: letterhead.docx in the plan, or by
kehoach build --letterhead letterhead.docx. A block without a key in it (title,
recipients, signature) is printed with the text.

`+a.keyTable()),
		Example: a.text(`  kehoach letterhead new -o giay-tieu-de.docx
                                           tạo giấy tiêu đề mẫu để sửa trong Word
  kehoach letterhead check giay-tieu-de.docx
                                           soát: khóa sai, thiếu chỗ, hình PDF không vẽ được
  kehoach build ke-hoach.yaml --letterhead giay-tieu-de.docx`,
			`  kehoach letterhead new -o letterhead.docx
                                           make a letterhead to edit in Word
  kehoach letterhead check letterhead.docx
                                           wrong keys, missing ones, what no PDF can show
  kehoach build plan.yaml --letterhead letterhead.docx`),
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.help(a.stderr, cmd)
			return refuse(diag.M("letterhead cần check hoặc new", "letterhead needs check or new"),
				diag.M("ví dụ: kehoach letterhead check giay-tieu-de.docx", "for example: kehoach letterhead check letterhead.docx"))
		},
	}
	cmd.AddCommand(a.letterheadCheckCommand(), a.letterheadNewCommand())
	return cmd
}

// keyTable lists the keys of letterheads for people.
func (a *app) keyTable() string {
	var b strings.Builder
	b.WriteString(a.text("Các khóa:\n", "Keys:\n"))
	for i, k := range build.LetterheadKeys() {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(keyLine(k, a.lang))
	}
	return b.String()
}

// keyLine is one key and what it stands for.
func keyLine(k build.LetterheadKey, lang string) string {
	name := "{" + k.Name + "}"
	return "  " + name + strings.Repeat(" ", max(1, 20-len(name))) + k.Doc.In(lang)
}
