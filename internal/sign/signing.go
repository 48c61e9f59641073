package sign

import (
	"image"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
)

// signing is one signature on its way into a file.
type signing struct {
	*past
	Request
	name     string
	data     []byte
	meta     meta
	target   *field
	kind     string
	fills    []filling
	picture  *image.NRGBA
	lines    []line // of kem_tep
	look     look
	findings []diag.Finding
}

func (s *signing) tell(code string, sev diag.Severity, where string, message, hint diag.Msg) {
	s.findings = append(s.findings, diag.New(code, sev, GroupID, diag.Place{File: s.name, Where: where}, message, hint))
}

func (s *signing) fail(code, where string, message, hint diag.Msg) {
	s.tell(code, diag.Error, where, message, hint)
}

// mayChange asks whether what was done to the file so far lets anybody sign it.
func (s *signing) mayChange() {
	hint := diag.M("kiểm tra bằng kehoach verify; lấy lại bản chưa bị sửa rồi ký bản đó", "look with kehoach verify; take the unchanged file and sign that").
		OnPage(diag.M("xem ở mục “Kiểm tra chữ ký”; lấy lại bản chưa bị sửa rồi ký bản đó", "look under “Verify signatures”; take the unchanged file and sign that"))
	for _, g := range s.signatures {
		for _, p := range g.problems {
			s.fail("SIGN-BROKEN", whereField(g.field.name), follow(diag.M("chữ ký đã có ở ô %q không còn đúng", "the signature in %q does not hold", g.field.name), p.what), hint)
		}
		if g.permits(s.file) == permitNone {
			s.fail("SIGN-LOCKED", whereField(g.field.name), diag.M("chữ ký đã có ở ô %q khóa văn bản, không cho điền hay ký thêm", "the signature in %q locks the file, nothing more may be filled in or signed", g.field.name),
				diag.M("cần một bản mà người ký đầu không khóa", "a file is needed that the first signer does not lock"))
		}
	}
	s.edited(hint)
}

// edited tells what was done to the file beside signing and filling in. Nobody may
// sign behind a signature then, nor a file of our own, which would be called
// changed for good. In a file of others, what is there now can be signed.
func (s *signing) edited(hint diag.Msg) {
	sev, what := diag.Error, diag.M("tệp đã bị sửa sau khi lập hoặc sau khi ký", "the file was changed after it was made or signed")
	if len(s.signatures) == 0 && s.ours {
		what = diag.M("tệp đã bị sửa sau khi kehoach lập ra; có ký thì kehoach verify vẫn luôn báo tệp này bị sửa", "the file was changed after kehoach made it; signed or not, kehoach verify would always call it changed").
			OnPage(diag.M("tệp đã bị sửa sau khi chương trình lập ra; có ký thì khi kiểm tra vẫn luôn bị báo là đã sửa", "the file was changed after the program made it; signed or not, it would always be found changed"))
		hint = diag.M("sửa kế hoạch, lập lại PDF rồi ký bản đó", "change the plan, make the PDF again and sign that")
	} else if len(s.signatures) == 0 {
		sev = diag.Warning
	}
	for _, c := range s.changes() {
		s.tell("SIGN-CHANGED", sev, whereField(s.before(c.revision)), follow(what, c.on()), hint)
	}
	for _, p := range s.problems {
		s.tell("SIGN-CHANGED", sev, "", p.what, hint)
	}
	if s.ours && !s.sealed {
		s.tell("SIGN-CHANGED", sev, "", follow(what, diag.M("nội dung không còn như lúc lập", "what it holds is no longer as it was made")), hint)
	}
}

// follow puts one text behind another.
func follow(m, tail diag.Msg) diag.Msg {
	return diag.Msg{Vi: m.Vi + ": " + tail.Vi, En: m.En + ": " + tail.En}
}

// choose finds the field to sign.
func (s *signing) choose() {
	all := inOrder(s.form.signatures())
	if len(all) == 0 {
		s.fail("SIGN-NO-FIELD", "", diag.M("tệp %q không có ô chữ ký nào", "the file %q has no signature field", s.name),
			diag.M("lập lại PDF bằng kehoach build (không dùng --engine gofpdf): chương trình để sẵn các ô chữ ký", "make the PDF again with kehoach build (not with --engine gofpdf): it keeps the fields").
				OnPage(diag.M("ghi lại PDF bằng nút “Ghi vào thư mục” ở trang Hoàn tất: chương trình để sẵn các ô chữ ký", "write the PDF again with “Write into the folder” under Finish: it keeps the fields")))
		return
	}
	if s.Field == "" {
		s.target = s.next(all)
		if s.target == nil {
			inTurn := slices.DeleteFunc(slices.Clone(all), func(d *field) bool { return d.name == nameKemTep })
			s.fail("SIGN-ALL-DONE", "", diag.M("các ô chữ ký đều đã ký: %s", "all fields are signed: %s", names(inTurn)),
				diag.M("ô kem_tep (chữ ký trên tệp kèm theo) chỉ ký khi nêu tên bằng --field", "kem_tep (the signature on an attached file) is only signed by its name, with --field").
					OnPage(diag.M("ô kem_tep (chữ ký trên tệp kèm theo) chỉ ký khi chọn đúng ô đó ở “Chỗ ký”", "kem_tep (the signature on an attached file) is only signed where it is chosen under “Place”")))
		}
	} else {
		s.named(all)
	}
	if s.target == nil {
		return
	}
	s.kind, _ = kindOf(s.target.name)
	s.lockedField(s.target.name)
}

// next gives the next empty field; nil: all are signed.
func (s *signing) next(ordered []*field) *field {
	for _, d := range ordered {
		if s.Get(d.value) == nil && d.name != nameKemTep {
			return d
		}
	}
	return nil
}

// named finds the field that was asked for.
func (s *signing) named(all []*field) {
	i := slices.IndexFunc(all, func(d *field) bool { return d.name == s.Field })
	switch {
	case i < 0:
		s.fail("SIGN-FIELD", "", diag.M("không có ô chữ ký %q; tệp có: %s", "there is no signature field %q; the file has: %s", s.Field, names(all)),
			diag.M("viết đúng tên ô sau --field, hoặc bỏ --field để ký ô trống kế tiếp", "write the name after --field as it is, or leave --field out for the next empty one").
				OnPage(diag.M("chọn một ô ở “Chỗ ký”, hoặc chọn “chỗ trống tiếp theo”", "choose one under “Place”, or “the next empty place”")))
	case s.Get(all[i].value) != nil:
		s.fail("SIGN-FIELD-DONE", whereField(s.Field), diag.M("ô %q đã ký rồi", "the field %q is signed already", s.Field),
			diag.M("mỗi ô ký một lần; bỏ --field để ký ô trống kế tiếp", "each field is signed once; leave --field out for the next empty one").
				OnPage(diag.M("mỗi ô ký một lần; ở “Chỗ ký” chọn “chỗ trống tiếp theo”", "each field is signed once; under “Place” choose “the next empty place”")))
	default:
		s.target = all[i]
	}
}

// lockedField tells that a signature locks a field.
func (s *signing) lockedField(name string) {
	for _, g := range s.signatures {
		if g.locks(s.file, name) {
			s.fail("SIGN-LOCKED", whereField(name), diag.M("ô %q đã bị khóa bởi chữ ký ở ô %q", "the field %q was locked by the signature in %q", name, g.field.name),
				diag.M("cần một bản mà người ký trước không khóa ô đó", "a file is needed in which that field is not locked"))
		}
	}
}

func names(fields []*field) string {
	var out []string
	for _, d := range fields {
		out = append(out, diag.Word(d.name))
	}
	return strings.Join(out, ", ")
}

// pictures reads the picture that goes into the field.
func (s *signing) pictures() {
	var images []*image.NRGBA
	for _, p := range []struct {
		picture *Picture
		seal    bool
	}{{s.Image, false}, {s.Seal, true}} {
		if p.picture == nil {
			continue
		}
		img, found := p.picture.read(p.seal)
		s.findings = append(s.findings, found...)
		images = append(images, img)
		s.placed(p.seal)
	}
	if len(images) > 0 {
		s.picture = images[0]
	}
	if s.Image != nil && s.Seal != nil && s.kind == kindOther {
		s.fail("SIGN-PICTURE-PLACE", whereField(s.target.name), diag.M("ô %q chỉ có chỗ cho một ảnh", "the field %q has room for one picture", s.target.name),
			diag.M("chỉ dùng --image hoặc --seal", "use either --image or --seal").
				OnPage(diag.M("chỉ chọn hình chữ ký hoặc hình con dấu", "choose a picture either of the signature or of the seal")))
	}
}

// placed asks whether a picture belongs into the field.
func (s *signing) placed(seal bool) {
	if s.target == nil {
		return
	}
	right := map[string]bool{kindPerson: !seal, kindSeal: seal, kindOther: true}[s.kind]
	switch {
	case s.kind == kindAttached:
		s.fail("SIGN-PICTURE-PLACE", whereField(s.target.name), diag.M("chữ ký số trên tệp kèm theo (ô kem_tep) không có hình ảnh", "the signature on an attached file (kem_tep) shows no picture"),
			diag.M("bỏ --image, --seal (NĐ 30/2020, Phụ lục I, Mục II, khoản 8)", "leave --image and --seal out (Decree 30/2020, Appendix I, II.8)").
				OnPage(diag.M("bỏ hình chữ ký, hình con dấu (NĐ 30/2020, Phụ lục I, Mục II, khoản 8)", "leave both pictures out (Decree 30/2020, Appendix I, II.8)")))
	case !right:
		s.fail("SIGN-PICTURE-PLACE", whereField(s.target.name), diag.M("ảnh không hợp với ô %q sắp ký", "the picture is not for the field %q, which is signed next", s.target.name),
			diag.M("--image là ảnh chữ ký, cho ô ky_*; --seal là ảnh con dấu, cho ô dau_*", "--image is a person's signature, for ky_*; --seal is the body's seal, for dau_*").
				OnPage(diag.M("“Hình chữ ký” dùng cho ô ky_*; “Hình con dấu” dùng cho ô dau_*", "the picture of a signature is for ky_*, that of a seal for dau_*")))
	case s.target.place().rect.empty():
		s.fail("SIGN-PICTURE-PLACE", whereField(s.target.name), diag.M("ô %q không có chỗ trên trang để đặt ảnh", "the field %q has no room on any page for a picture", s.target.name),
			diag.M("bỏ ảnh, hoặc ký ô khác", "leave the picture out or sign another field"))
	}
}
