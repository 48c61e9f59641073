package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// FormList is the JSON answer of `kehoach forms`.
type FormList struct {
	Version int        `json:"version"` // 1
	Forms   []FormInfo `json:"forms"`   // by id
}

// FormInfo is one house form. Default is true for the form of a plan that
// names none and shows no evidence.
type FormInfo struct {
	ID      string      `json:"id"`
	Name    string      `json:"name"`
	Default bool        `json:"default"`
	Basis   []FormBasis `json:"basis"`
	// File is the file of an office's own form, "" for a form of the program.
	// Inherits is the form that it lies over, "" if it stands alone or lies
	// over the program's form of the same id.
	File     string        `json:"file"`
	Inherits string        `json:"inherits"`
	Outside  []FormOutside `json:"outside"`
}

// FormOutside is a figure of a form outside the range of the law, with the
// reason of the office. Value and Allow are written with their units.
type FormOutside struct {
	Figure string `json:"figure"` // page.left
	Value  string `json:"value"`
	Allow  string `json:"allow"`
	Basis  string `json:"basis"` // the clause
	Reason string `json:"reason"`
	File   string `json:"file"`
	Line   int    `json:"line"`
}

// FormBasis is a text of law behind a form, the day on which it was last
// looked at (YYYY-MM-DD), and what is not certain about it.
type FormBasis struct {
	Text     string `json:"text"`
	Verified string `json:"verified"`
	Note     string `json:"note"`
}

func (a *app) formsCommand() *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "forms",
		Short: a.text("liệt kê các thể thức và căn cứ pháp lý", "list the house forms and their legal basis"),
		Long: a.text(`Liệt kê các thể thức dùng được ở khóa the_thuc, căn cứ pháp lý của từng thể
thức, ngày kiểm tra lại căn cứ lần cuối và điều chưa chắc chắn; với thể thức
riêng của cơ quan, cả những số đo ngoài quy định và lý do.`,
			`Lists the house forms for the key the_thuc, the legal basis of each, the day on
which it was last verified, and what is not certain; for an office's own forms
also the figures outside the law, with their reasons.`),
		Example: a.text("  kehoach forms                            xem các thể thức\n  kehoach forms --json                     cho chương trình khác đọc\n  kehoach forms --templates mau-co-quan    cả thể thức riêng của cơ quan",
			"  kehoach forms                            see the forms\n  kehoach forms --json                     for other programs\n  kehoach forms --templates our-forms      the office's own forms too"),
		Args: noFiles,
		RunE: func(*cobra.Command, []string) error {
			office, err := a.open("", dir)
			if err != nil {
				return err
			}
			if !a.json {
				diag.Print(a.stderr, a.early, a.lang)
			}
			return a.listForms(formList(office))
		},
	}
	a.templatesFlag(cmd.Flags(), &dir)
	return cmd
}

func formList(office *build.Office) FormList {
	list := FormList{Version: 1, Forms: []FormInfo{}}
	for _, id := range office.Forms.IDs() {
		st, _ := office.Forms.Get(id)
		f := FormInfo{ID: id, Name: st.Name, Default: st.Default, Basis: []FormBasis{}, Inherits: st.Inherits, Outside: []FormOutside{}}
		if st.Own {
			f.File = st.File
		}
		for _, b := range st.Basis {
			f.Basis = append(f.Basis, FormBasis{b.Text, b.Verified, b.Note})
		}
		for _, o := range st.Outside {
			f.Outside = append(f.Outside, FormOutside{o.Path, o.Value, o.Allow, o.Basis, o.Reason, o.At.File, o.At.Line})
		}
		list.Forms = append(list.Forms, f)
	}
	return list
}

func (a *app) listForms(list FormList) error {
	if a.json {
		data, err := json.MarshalIndent(list, "", "  ")
		if err != nil {
			return err
		}
		return a.result(append(data, '\n'))
	}
	var b strings.Builder
	for _, f := range list.Forms {
		mark := ""
		if f.Default {
			mark = a.text(" (mặc định)", " (default)")
		}
		fmt.Fprintf(&b, "%s: %s%s\n", f.ID, f.Name, mark)
		if f.File != "" {
			fmt.Fprintf(&b, "  %s %s\n", a.text("thể thức riêng:", "the office's own:"), f.File)
		}
		for _, basis := range f.Basis {
			fmt.Fprintf(&b, "  - %s (%s %s)\n", basis.Text, a.text("kiểm tra", "verified"), basis.Verified)
			if basis.Note != "" {
				fmt.Fprintf(&b, "    %s\n", basis.Note)
			}
		}
		for _, o := range f.Outside {
			fmt.Fprintf(&b, "  ! %s\n", a.text("ngoài quy định: ", "outside the law: ")+fmt.Sprintf("%s %s (%s: %s), %s %s", o.Figure, o.Value, o.Basis, o.Allow, a.text("lý do:", "reason:"), o.Reason))
		}
	}
	return a.result([]byte(b.String()))
}
