package sign

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// Room for a signature: besides the certificates, what one takes at most
// (attributes, names, the signature of an RSA key of 4,096 bits), and a time
// stamp with its certificates.
const (
	roomSignature = 3 << 10
	roomStamp     = 16 << 10
)

// emptyRange is as wide as any range of a file of less than 10 GB.
const emptyRange = "[0 9999999999 9999999999 9999999999]"

// write makes the revision, signs it and verifies what came of it.
func (s *signing) write() *Signed {
	size := roomSignature + len(s.Key.Cert.Raw)
	for _, c := range s.Key.Chain {
		size += len(c.Raw)
	}
	if s.Stamper != nil {
		size += roomStamp
	}
	out, at, end := s.revision(size)
	from, to, ok := gap(out, at, end, size)
	if !ok {
		s.fail("SIGN-ROOM", "", diag.M("không ghi được chữ ký vào tệp", "the signature could not be written into the file"), diag.Msg{})
		return nil
	}
	sum := sha256.New()
	sum.Write(out[:from])
	sum.Write(out[to:])
	der, err := s.Key.cms(sum.Sum(nil), s.Stamper)
	if err != nil {
		s.findings = append(s.findings, told(err))
		return nil
	}
	if len(der) > size {
		s.fail("SIGN-ROOM", "", diag.M("chữ ký dài %d byte, quá chỗ để sẵn %d", "the signature has %d bytes, more than the %d that were kept", len(der), size),
			diag.M("tệp khóa có quá nhiều chứng thư, hoặc máy chủ dấu thời gian gửi quá nhiều", "the key file holds too many certificates, or the time stamp is too long"))
		return nil
	}
	hex.Encode(out[from+1:], der)
	if !s.proven(out) {
		return nil
	}
	return s.done(out)
}

// done tells what was signed and what is left.
func (s *signing) done(out []byte) *Signed {
	done := &Signed{Data: out, Field: s.target.name, Kind: s.kind}
	filled := map[string]bool{}
	for _, f := range s.fills {
		filled[f.field.name] = true
	}
	_, open := s.blanks()
	for _, name := range open {
		if !filled[name] {
			done.Blank = append(done.Blank, name)
		}
	}
	for _, d := range inOrder(s.form.signatures()) {
		if done.Next == "" && d != s.target && s.Get(d.value) == nil && d.name != nameKemTep {
			done.Next = d.name
		}
	}
	return done
}

// revision writes everything but the signature itself, which has its room in the
// object from at to end.
func (s *signing) revision(size int) (out []byte, at, end int) {
	u := s.NewUpdate()
	set := changer{file: s.file, objects: map[cos.Ref]cos.Dict{}}
	for _, fill := range s.fills {
		field := set.object(fill.field.ref)
		field["V"] = stringOf(fill.text)
		field["Ff"] = int64(fill.field.flags | readOnly)
		shown := u.Add(fill.look.lookOf(fill.field.place().rect, []line{fill.line}))
		set.object(fill.field.place().ref)["AP"] = cos.Dict{"N": shown}
	}
	shown := s.shown(u)
	signature := u.Add(s.dictionary(size))
	set.object(s.target.ref)["V"] = signature
	if shown != nil {
		set.object(s.target.place().ref)["AP"] = cos.Dict{"N": u.Add(shown)}
	}
	s.catalog(set, signature)
	for ref, dict := range set.objects {
		u.Set(ref, dict)
	}
	out = u.Bytes()
	at, end = u.Span(signature)
	return out, at, end
}

// catalog says that the file has signatures which later writers only may add to
// (ISO 32000-1, 12.7.2), and that the first certifies.
func (s *signing) catalog(set changer, signature cos.Ref) {
	const signed = 3 // SignaturesExist, AppendOnly
	root, catalog := s.root()
	if flags := s.whole(s.form.dict["SigFlags"]); flags&signed != signed {
		form := maps.Clone(s.form.dict)
		form["SigFlags"] = int64(flags | signed)
		if s.form.ref != (cos.Ref{}) {
			set.objects[s.form.ref] = form
		} else {
			set.object(root)["AcroForm"] = form
		}
	}
	if s.certifies() {
		perms := cos.Dict{}
		maps.Copy(perms, s.dict(catalog["Perms"]))
		perms["DocMDP"] = signature
		set.object(root)["Perms"] = perms
	}
}

// certifies tells whether this is the first signature of the file.
func (s *signing) certifies() bool { return len(s.signatures) == 0 }

// dictionary is the signature (ISO 32000-1, 12.8.1; ETSI EN 319 142-1, 6.3) with
// room for what is known only when everything else is written.
func (s *signing) dictionary(size int) cos.Dict {
	d := cos.Dict{
		"Type": cos.Name("Sig"), "Filter": cos.Name("Adobe.PPKLite"), "SubFilter": cos.Name("ETSI.CAdES.detached"),
		"ByteRange": cos.Raw(emptyRange), "Contents": cos.Raw(emptyContents(size)),
		"M": cos.String(pdfDate(s.Now)),
	}
	if s.certifies() {
		d["Reference"] = cos.Array{cos.Dict{
			"Type": cos.Name("SigRef"), "TransformMethod": cos.Name("DocMDP"),
			"TransformParams": cos.Dict{"Type": cos.Name("TransformParams"), "P": int64(permitFill), "V": cos.Name("1.2")},
		}}
	}
	return d
}

func emptyContents(size int) []byte {
	return []byte("<" + string(bytes.Repeat([]byte("0"), 2*size)) + ">")
}

// gap finds the room for the signature in its object, from at to end, which
// holds nothing of others, and writes the range around it.
func gap(out []byte, at, end, size int) (from, to int, ok bool) {
	contents := bytes.Index(out[at:end], emptyContents(size))
	ranges := bytes.Index(out[at:end], []byte(emptyRange))
	if contents < 0 || ranges < 0 {
		return 0, 0, false
	}
	from = at + contents
	to = from + 2*size + 2
	text := fmt.Sprintf("[0 %d %d %d]", from, to, len(out)-to)
	if len(text) > len(emptyRange) {
		return 0, 0, false
	}
	copy(out[at+ranges:], fmt.Sprintf("%-*s", len(emptyRange), text))
	return from, to, true
}

// changer holds new values of objects, so that several changes of one meet.
type changer struct {
	file
	objects map[cos.Ref]cos.Dict
}

// object gives the new value of a dictionary, which the caller changes.
func (c changer) object(ref cos.Ref) cos.Dict {
	if d, ok := c.objects[ref]; ok {
		return d
	}
	d := cos.Dict{}
	maps.Copy(d, c.dict(ref))
	c.objects[ref] = d
	return d
}
