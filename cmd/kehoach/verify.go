package main

import (
	"bytes"
	"math"
	"time"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// VerifyReport is the JSON answer of `kehoach verify`: a report for each file, in
// the order of the command line, and what was found in all files, also in those
// that could not be judged and in that of --roots. It has this shape whenever
// something was read; after wrong use, and where the roots cannot be opened,
// nothing is written to stdout.
type VerifyReport struct {
	Version  int               `json:"version"` // 1
	Files    []*build.Verified `json:"files"`
	Findings []diag.Record     `json:"findings"`
}

func (a *app) verifyCommand() *cobra.Command {
	var roots string
	cmd := &cobra.Command{
		Use:   a.text("verify TỆP.pdf… [--roots GỐC.pem]", "verify FILE.pdf… [--roots CA.pem]"),
		Short: a.text("kiểm tra chữ ký số trong tệp PDF", "tell who signed a PDF, and whether it holds"),
		Long: a.text(`Nói rõ trong từng tệp PDF: ai ký, ký với tư cách gì, lúc nào, ký phần nào của tệp,
chữ ký còn đúng hay không; ngoài chữ ký và các chỗ chừa sẵn thì có gì bị sửa từ khi
chương trình lập tệp hay không. Có --roots thì xét thêm chứng thư có dẫn về một trong
các gốc đó hay không, và giờ của dấu thời gian chỉ tính khi chứng thư của máy chủ cũng
dẫn về đó; không có thì không xét, giờ ký là theo lời người ký. Mã thoát là 1 nếu có chữ ký không đúng,
có gì khác bị sửa, chứng thư không dẫn về gốc đã cho, hoặc nội dung tệp không phải PDF
(của --roots: không phải PEM) đọc được; là 2 nếu có tệp không mở được. Tệp chưa ký
không phải là lỗi.`,
			`Tells of each PDF who signed it, as what, when, which part of the file, and whether
the signature holds; and whether anything beside signatures and the places kept for
them was changed since the program made the file. With --roots it also judges whether
the certificates lead to one of those roots, and the time of a stamp counts if that of
its server does; without, that is left open and the time is what the signer says. The
exit status is 1 if a signature is broken, if anything else was changed, if a chain does
not lead to a given root, or if what a file holds is no readable PDF (behind --roots:
PEM); it is 2 if a file cannot be opened. A file without signatures is no error.`),
		Example: a.text(`  kehoach verify ban-chinh.pdf             ai đã ký, có gì bị sửa
  kehoach verify *.pdf --roots goc.pem     xét cả chứng thư gốc (tệp PEM)
  kehoach verify ban-chinh.pdf --json      cho chương trình khác đọc`,
			`  kehoach verify final.pdf                 who signed, and what was changed
  kehoach verify *.pdf --roots roots.pem   judge the chains too (a PEM file)
  kehoach verify final.pdf --json          for other programs`),
		Args: needPDFs(math.MaxInt),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.verify(expand(args), roots, cmd.Flags().Changed("roots"))
		},
	}
	cmd.Flags().StringVar(&roots, "roots", "", a.text("chứng thư gốc được tin, một hoặc nhiều trong `TỆP` PEM", "certificates of roots to trust, one or more in a `FILE` (PEM)"))
	return cmd
}

// verify judges every file, one in memory at a time. One that cannot be read
// keeps none of the others from being told.
func (a *app) verify(paths []string, roots string, given bool) error {
	opt, err := a.verifyOptions(roots, given)
	if err != nil {
		return err
	}
	var (
		all    = VerifyReport{Version: 1, Files: []*build.Verified{}}
		found  = a.early
		rs     refusals
		broken bool
	)
	for _, path := range paths {
		src, err := readBytes(path, maxPDF, diag.M("kiểm tra lại tệp đã chọn", "check which file was named"))
		if rs = rs.add(err); err != nil {
			continue
		}
		report, fs := build.Verify(src.Input, opt)
		found = append(found, fs...)
		if report != nil {
			all.Files = append(all.Files, report)
			broken = broken || report.Broken()
		}
		if !a.json {
			if err := a.tellVerified(report, fs); err != nil {
				return err
			}
		}
	}
	if a.json {
		all.Findings = diag.Records(found, a.lang)
		if err := a.resultJSON(all); err != nil {
			return err
		}
	}
	switch {
	case rs != nil:
		return rs
	case broken || diag.HasErrors(found):
		return errFindings
	}
	return nil
}

// tellVerified prints what was found out about one file, and why.
func (a *app) tellVerified(r *build.Verified, found []diag.Finding) error {
	var b bytes.Buffer
	if r != nil {
		b.WriteString(a.verified(r))
	}
	diag.Print(&b, found, a.lang)
	return a.result(b.Bytes())
}

// verifyOptions reads the roots.
func (a *app) verifyOptions(path string, given bool) (build.VerifyOptions, error) {
	opt := build.VerifyOptions{Now: time.Now()}
	if !given {
		return opt, nil
	}
	src, err := readBytes(path, maxKey, diag.M("tệp chứng thư gốc chỉ vài KB; kiểm tra lại tệp đã chọn", "a file of roots has a few KB; check which file was named"))
	if err != nil {
		return opt, err
	}
	var found []diag.Finding
	opt.Roots, found = build.Roots(src.Input)
	if !diag.HasErrors(found) {
		a.early = append(a.early, found...)
		return opt, nil
	}
	if !a.json {
		diag.Print(a.stderr, found, a.lang)
		return opt, errFindings
	}
	if err := a.resultJSON(VerifyReport{Version: 1, Files: []*build.Verified{}, Findings: diag.Records(found, a.lang)}); err != nil {
		return opt, err
	}
	return opt, errFindings
}
