package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
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
}

// FormBasis is a text of law behind a form, the day on which it was last
// looked at (YYYY-MM-DD), and what is not certain about it.
type FormBasis struct {
	Text     string `json:"text"`
	Verified string `json:"verified"`
	Note     string `json:"note"`
}

func (a *app) formsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "forms",
		Short: a.text("liệt kê các thể thức và căn cứ pháp lý", "list the house forms and their legal basis"),
		Long: a.text(`Liệt kê các thể thức dùng được ở khóa the_thuc, căn cứ pháp lý của từng thể
thức, ngày kiểm tra lại căn cứ lần cuối và điều chưa chắc chắn.`,
			`Lists the house forms for the key the_thuc, the legal basis of each, the day on
which it was last verified, and what is not certain.`),
		Example: a.text("  kehoach forms                            xem các thể thức\n  kehoach forms --json                     cho chương trình khác đọc",
			"  kehoach forms                            see the forms\n  kehoach forms --json                     for other programs"),
		Args: noFiles,
		RunE: func(*cobra.Command, []string) error {
			office, err := open("")
			if err != nil {
				return err
			}
			return a.listForms(formList(office))
		},
	}
}

func formList(office *build.Office) FormList {
	list := FormList{Version: 1, Forms: []FormInfo{}}
	for _, id := range office.Forms.IDs() {
		st, _ := office.Forms.Get(id)
		f := FormInfo{ID: id, Name: st.Name, Default: st.Default, Basis: []FormBasis{}}
		for _, b := range st.Basis {
			f.Basis = append(f.Basis, FormBasis{b.Text, b.Verified, b.Note})
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
		for _, basis := range f.Basis {
			fmt.Fprintf(&b, "  - %s (%s %s)\n", basis.Text, a.text("kiểm tra", "verified"), basis.Verified)
			if basis.Note != "" {
				fmt.Fprintf(&b, "    %s\n", basis.Note)
			}
		}
	}
	return a.result([]byte(b.String()))
}
