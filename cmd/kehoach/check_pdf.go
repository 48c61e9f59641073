package main

import (
	"path/filepath"
	"strings"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// readCheckedFile reads an input; a PDF may be larger than a plan.
func (a *app) readCheckedFile(path string) (source, error) {
	if strings.EqualFold(filepath.Ext(path), build.PDF.Ending()) {
		return readBytes(path, maxPDF, diag.M("kiểm tra lại tệp đã chọn", "check which file was named"))
	}
	return a.readSourceOrStdin(path)
}

// finishedPDFs refuses what cannot be asked of a PDF: it is looked over as the
// file that will be signed, and nothing is mended in it.
func finishedPDFs(inputs []source, f checkFlags) error {
	var rs refusals
	for _, s := range inputs {
		switch {
		case !build.IsPDF(s.Input):
		case f.fix || f.diff:
			rs = rs.add(refuse(diag.M("--fix, --diff không sửa tệp PDF: %s", "--fix and --diff do not mend a PDF: %s", s.Name),
				diag.M("sửa tệp kế hoạch rồi lập lại PDF: kehoach build ke-hoach.yaml", "mend the plan and make the PDF again: kehoach build plan.yaml")))
		case !f.signing:
			rs = rs.add(refuse(diag.M("%s là tệp PDF", "%s is a PDF", s.Name),
				diag.M("soát bản sắp ký: kehoach check --for-signing %s; xem chữ ký: kehoach verify %s", "look over what is to be signed: kehoach check --for-signing %s; look at signatures: kehoach verify %s", s.Name, s.Name)))
		}
	}
	return rs.orNil()
}
