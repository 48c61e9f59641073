package build

import "kehoach.example/internal/sign"

// CheckPDF judges whether a finished PDF is ready to be signed.
func (o *Office) CheckPDF(in Input, opt CheckOptions) *Checked {
	return o.silence(&Checked{Findings: sign.Inspect(in.Name, in.Data)}, nil, opt)
}
