package main

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// LetterheadReport is the JSON answer of `kehoach letterhead check`.
type LetterheadReport struct {
	Version int `json:"version"` // 1
	// Keys are those that stand in the file, in the order of a paper.
	Keys []LetterheadKey `json:"keys"`
	// DOCX and PDF tell whether papers of that kind can be made on it.
	DOCX     bool          `json:"docx"`
	PDF      bool          `json:"pdf"`
	Findings []diag.Record `json:"findings"`
}

// LetterheadKey is a key of a letterhead, without its braces, and what it stands
// for.
type LetterheadKey struct {
	Key  string `json:"key"`
	Text string `json:"text"`
}

func (a *app) letterheadCheckCommand() *cobra.Command {
	var forms string
	cmd := &cobra.Command{
		Use:   a.text("check TỆP.docx [tùy chọn]", "check FILE.docx [options]"),
		Short: a.text("soát giấy tiêu đề", "look a letterhead over"),
		Long: a.text(`Soát giấy tiêu đề: khóa viết sai (kèm khóa gần đúng), thiếu {noi_dung}, công thức,
chỗ sửa còn theo dõi, những gì PDF không vẽ được; kể các khóa tìm thấy và cho biết
lập được bản Word, bản PDF hay không. Mã thoát là 1 nếu còn lỗi.`,
			`Looks a letterhead over: misspelt keys (with the nearest), no {noi_dung}, equations,
tracked changes, what no PDF can show; lists the keys found and tells whether Word
files and PDFs can be made. The exit status is 1 if errors remain.`),
		Example: a.text("  kehoach letterhead check giay-tieu-de.docx\n  kehoach letterhead check giay-tieu-de.docx --json",
			"  kehoach letterhead check letterhead.docx\n  kehoach letterhead check letterhead.docx --json"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return refuse(diag.M("chưa ghi tên tệp", "no file was named"),
					diag.M("ví dụ: kehoach letterhead check giay-tieu-de.docx", "for example: kehoach letterhead check letterhead.docx"))
			}
			return needFiles(1)(cmd, args)
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.checkLetterhead(args[0], forms) },
	}
	a.templatesFlag(cmd.Flags(), &forms)
	return cmd
}

func (a *app) checkLetterhead(path, forms string) error {
	src, err := readLetterhead(path)
	if err != nil {
		return err
	}
	office, err := a.open("", forms)
	if err != nil {
		return err
	}
	c := office.CheckLetterhead(path, src.Data)
	found := append(a.early, c.Findings...)
	a.early = nil
	if err := a.result(a.letterheadReport(c, found)); err != nil {
		return err
	}
	if diag.HasErrors(found) {
		return errFindings
	}
	return nil
}

// letterheadReport is what was found, for people or as JSON.
func (a *app) letterheadReport(c *build.CheckedLetterhead, found []diag.Finding) []byte {
	var b bytes.Buffer
	if a.json {
		r := LetterheadReport{Version: 1, Keys: []LetterheadKey{}, DOCX: c.DOCX, PDF: c.PDF, Findings: diag.Records(found, a.lang)}
		for _, k := range c.Keys {
			r.Keys = append(r.Keys, LetterheadKey{k.Name, k.Doc.In(a.lang)})
		}
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		_ = enc.Encode(r) // into memory, of plain fields: cannot fail
		return diag.LegibleJSON(b.Bytes())
	}
	diag.Print(&b, found, a.lang)
	if len(c.Keys) > 0 {
		fmt.Fprintln(&b, a.text("Các khóa có trong giấy tiêu đề:", "Keys in the letterhead:"))
		for _, k := range c.Keys {
			fmt.Fprintln(&b, keyLine(k, a.lang))
		}
	}
	can := map[bool]string{true: a.text("lập được", "can be made"), false: a.text("không lập được", "cannot be made")}
	fmt.Fprintf(&b, a.text("Bản Word: %s; bản PDF: %s.\n", "Word files %s; PDFs %s.\n"), can[c.DOCX], can[c.PDF])
	return b.Bytes()
}
