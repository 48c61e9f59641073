package sign

import (
	"slices"

	"kehoach.example/internal/diag"
)

// proven judges a signed file as everybody will, by [Verify]: a file that this
// program would not accept itself is not handed out.
func (s *signing) proven(out []byte) bool {
	why, ok := s.lacking(out)
	if !ok {
		s.fail("SIGN-CHECK", whereField(s.target.name), follow(diag.M("bản vừa ký không qua được bước tự kiểm tra, nên không ghi ra tệp; đây là lỗi của chương trình", "the signed file did not pass our own verification and is not written; this is our failure"), why),
			diag.M("lập lại PDF bằng kehoach build rồi ký bản đó; nếu vẫn vậy, báo cho người làm phần mềm", "make the PDF again with kehoach build and sign that; if it stays so, tell the makers of the program").
				OnPage(diag.M("ghi lại PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất rồi ký bản đó; nếu vẫn vậy, báo cho người làm phần mềm", "write the PDF again with “Write into the folder” under Finish and sign that; if it stays so, tell the makers of the program")))
	}
	return ok
}

// lacking tells what is wrong with a signed file: all its signatures must hold, the
// new one over the whole file, and signing must not have brought anything else.
func (s *signing) lacking(out []byte) (why diag.Msg, ok bool) {
	r, found := Verify(s.name, out, VerifyOptions{Now: s.Now})
	if r == nil {
		return found[0].Message, false
	}
	whole := false
	for _, g := range r.Signatures {
		if !g.Valid {
			why = diag.M("chữ ký ở ô %q không còn đúng", "the signature in %q does not hold", g.Field)
			for _, p := range g.Problems {
				why = follow(why, diag.Msg{Vi: p.Vi, En: p.En})
			}
			return why, false
		}
		whole = whole || g.Field == s.target.name && g.CoversWholeFile
	}
	for _, c := range r.Changes {
		if c.Revision == r.Revisions {
			return diag.Msg{Vi: c.What.Vi, En: c.What.En}, false
		}
	}
	for _, p := range r.Problems {
		if !slices.ContainsFunc(s.problems, func(old problem) bool { return wordsOf(old.what) == p }) {
			return diag.Msg{Vi: p.Vi, En: p.En}, false
		}
	}
	if !whole {
		return diag.M("chữ ký mới không bao trùm cả tệp", "the new signature does not cover the whole file"), false
	}
	return diag.Msg{}, true
}
