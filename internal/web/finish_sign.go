package web

import (
	"encoding/json"
	"net/http"
	"net/url"
	"regexp"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
	"kehoach.example/internal/output"
)

// signPlace is a place of a paper that somebody signs.
type signPlace struct {
	Name  string
	Label diag.Msg
}

// signPlaces are those of a paper, as NAME.kyso.json has them.
func signPlaces(p *build.Paper, base string) []signPlace {
	var k build.KySo
	if data, err := p.KySo(base + build.PDF.Ending()); err != nil || json.Unmarshal(data, &k) != nil {
		return nil
	}
	var out []signPlace
	seen := map[diag.Msg]int{}
	for _, slot := range k.Slots {
		if slot.Kind != "fill" {
			words := capital(build.PlaceWords(slot.Name))
			at := diag.M(", trang %d", ", page %d", slot.Page)
			if n := seen[words]; n > 0 {
				at = diag.M(" thứ %d, trang %d", " %d, page %d", n+1, slot.Page)
			}
			seen[words]++
			out = append(out, signPlace{slot.Name, diag.Msg{Vi: words.Vi + at.Vi, En: words.En + at.En}})
		}
	}
	return out
}

// sign signs a PDF with a key that is handed in. Key and passphrase live in memory
// while the request is answered: neither is written, told or kept.
func (s *Server) sign(w http.ResponseWriter, r *http.Request) {
	f := s.finishing(w, r)
	if f == nil {
		return
	}
	t := &outcome{Part: "ky"}
	up := s.uploaded(w, r, map[string]int64{"pdf": build.MaxPDF, "key": build.MaxKey, "image": build.MaxPicture, "seal": build.MaxPicture}, t)
	if up != nil {
		t.Kept = map[string]string{}
		for _, field := range []string{"file", "field", "number", "date"} {
			t.Kept[field] = up.word(field)
		}
		s.signWith(r, f, up, t)
		up.wipe("key", "passphrase")
	}
	s.showFinish(w, f, t)
}

func (s *Server) signWith(r *http.Request, f *finishing, up *upload, t *outcome) {
	pdf, ofFolder := s.either(f, up, "pdf", "file", t)
	if t.refused() {
		t.Field = "ky-file"
		return
	}
	if ofFolder {
		s.mayBeSigned(f, pdf, t)
	}
	req := build.SignRequest{
		Field: up.word("field"), Number: up.word("number"), Date: up.word("date"),
		Image: pictureOf(up, "image"), Seal: pictureOf(up, "seal"), Now: s.Now(),
	}
	req.Foreign = !ofFolder && req.Field != ""
	file, given := up.files["key"]
	if !given {
		t.Field = "ky-key"
		t.refuse(diag.M("chưa chọn tệp khóa", "no key was chosen"), diag.M("chọn tệp .p12 hoặc .pfx của người ký", "choose the signer's file .p12 or .pfx"))
		return
	}
	if t.refused() {
		return
	}
	key, found := build.OpenKey(file, string(up.words["passphrase"]))
	t.findings(found)
	if key == nil {
		t.Field = "ky-pass"
		return
	}
	defer key.Close()
	req.Key = key
	signed, found := build.Sign(pdf, req)
	t.findings(found)
	if signed == nil || t.refused() {
		return
	}
	s.putSigned(r, f, pdf, signed, key.Cert.Subject.CommonName, t)
}

// mayBeSigned refuses a file of the folder that is not what the plan says: one of
// another plan, one that somebody changed, and a paper that is older than the plan.
// One that others have signed is only told to be older: what they signed stays.
func (s *Server) mayBeSigned(f *finishing, pdf build.Input, t *outcome) {
	again := diag.M("ghi lại PDF vào thư mục rồi ký bản đó", "write the PDF into the folder again and sign that")
	format, base := build.FormatOf(pdf.Name)
	if !f.owns(base) {
		t.refuse(diag.M("%s không phải văn bản của kế hoạch này", "%s is no paper of this plan", pdf.Name), diag.M("mở kế hoạch của văn bản đó rồi ký ở đấy, hoặc đưa tệp từ máy", "open its own plan and sign there, or bring the file from this machine"))
		return
	}
	whose := s.judged.of(pdf.Name, build.PDF, pdf.Data)
	stale := !f.current(output.Paper{Name: pdf.Name, Base: base, Format: format}, pdf.Data)
	old := diag.M("%s cũ hơn kế hoạch: kế hoạch đã được sửa từ khi ghi tệp này", "%s is older than the plan, which was changed since", pdf.Name)
	switch {
	case whose == notOurs:
		t.refuse(diag.M("%s đã bị sửa từ khi lập, hoặc không do chương trình này lập", "%s was changed since it was made, or not made by this program", pdf.Name), again)
	case stale && whose == signedOurs:
		t.Bad = append(t.Bad, said{diag.Warning, old, diag.M("nếu chữ ký trước cần theo bản mới, ghi lại PDF và ký lại từ đầu", "where the earlier signature is to hold for the new text, write the PDF again and sign it anew")})
	case stale:
		t.refuse(old, again)
	}
}

// pictureOf is a picture that was handed in, nil where none was.
func pictureOf(up *upload, field string) *build.Picture {
	in, ok := up.files[field]
	if !ok {
		return nil
	}
	return &build.Picture{Name: in.Name, Data: in.Data}
}

// putSigned writes the signed file beside the plan, under a name of its own.
func (s *Server) putSigned(r *http.Request, f *finishing, pdf build.Input, signed *build.Signed, signer string, t *outcome) {
	one := f.target(f.dir.Free(signedName(pdf.Name), build.PDF.Ending())+build.PDF.Ending(), t)
	if one == nil {
		return
	}
	one.Data = signed.Data
	if err := output.Write(r.Context(), []*output.Target{one}); err != nil {
		t.fault(err)
		return
	}
	for _, m := range build.SignedWords(signed, signer) {
		t.Done = append(t.Done, placesInWords(m))
	}
	t.Done = append(t.Done, diag.M("đã ghi %s; tệp trước khi ký được giữ nguyên", "written: %s; the file that was signed is left as it is", one.Path()))
	t.Kept = nil // the next one signs another file
	t.File, t.Link = one.Name, address(f.name)+"/finish/file/"+url.PathEscape(one.Name)
	s.judge(build.Input{Name: one.Name, Data: signed.Data}, build.VerifyOptions{Now: s.Now()}, t)
}

// signedAgain is the end of the name of a file that was signed before.
var signedAgain = regexp.MustCompile(`-daky(-\d+)?$`)

// signedName is what a signed file is called, without its ending.
func signedName(pdf string) string {
	return filename.Safe(signedAgain.ReplaceAllString(stem(pdf), "")) + "-daky"
}

// verify tells who signed a PDF, and what became of it since.
func (s *Server) verify(w http.ResponseWriter, r *http.Request) {
	f := s.finishing(w, r)
	if f == nil {
		return
	}
	t := &outcome{Part: "kiem"}
	if up := s.uploaded(w, r, map[string]int64{"pdf": build.MaxPDF, "roots": build.MaxKey}, t); up != nil {
		s.verifyOne(f, up, t)
	}
	s.showFinish(w, f, t)
}

func (s *Server) verifyOne(f *finishing, up *upload, t *outcome) {
	pdf, _ := s.either(f, up, "pdf", "file", t)
	opt := build.VerifyOptions{Now: s.Now()}
	if file, given := up.files["roots"]; given {
		roots, found := build.Roots(file)
		opt.Roots = roots
		t.findings(found)
	}
	if !t.refused() {
		s.judge(pdf, opt, t)
	}
}

// judge tells who signed a file.
func (s *Server) judge(in build.Input, opt build.VerifyOptions, t *outcome) {
	report, found := build.Verify(in, opt)
	t.findings(found)
	if report != nil {
		t.File, t.Verified = in.Name, build.InWords(report, diag.M("tệp chứng thư gốc", "a file of root certificates"))
		for i, row := range t.Verified.More {
			t.Verified.More[i].Text = placesInWords(row.Text)
		}
		for i := range t.Verified.Signatures {
			one := &t.Verified.Signatures[i]
			one.Title = placesInWords(one.Title)
			for j, row := range one.Rows {
				one.Rows[j].Text = placesInWords(row.Text)
			}
		}
	}
}

// placeName is the name that a place to sign has in a file, with what it means.
var placeName = regexp.MustCompile(`(ô )?\b(ky_\d+|dau_\d+|kem_tep)\b( \([^)]*\))?`)

// placesInWords tells places to sign by what they are, not by their names in a file.
func placesInWords(m diag.Msg) diag.Msg {
	in := func(text, lang string) string {
		return placeName.ReplaceAllStringFunc(text, func(found string) string {
			parts := placeName.FindStringSubmatch(found)
			return parts[1] + "“" + build.PlaceWords(parts[2]).In(lang) + "”"
		})
	}
	return diag.Msg{Vi: in(m.Vi, "vi"), En: in(m.En, "en")}
}
