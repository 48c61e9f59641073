package sign

import (
	"bytes"
	"crypto"
	"encoding/hex"
	"math"
	"reflect"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// signature is the value of a signature field (ISO 32000-1, 12.8.1) and what was
// found out about it.
type signature struct {
	field    *field
	ref      cos.Ref // the object that its dictionary stands in
	dict     cos.Dict
	revision int // that it covers; -1: none wholly
	from, to int // the gap that it leaves out
	end      int // behind what it covers
	judged   *Judged
	problems []problem
}

// problem is something that makes a signature or a file not what it should be.
type problem struct {
	code string
	what diag.Msg
}

func (s *signature) fail(code string, what diag.Msg) {
	s.problems = append(s.problems, problem{code, what})
}

// stamped tells whether the signature is a time stamp over the file (ISO
// 32000-2, 12.8.5).
func (s *signature) stamped(f file) bool { return f.name(s.dict["SubFilter"]) == "ETSI.RFC3161" }

// signatures reads and judges all signatures of a form, the oldest first.
func (f file) signatures(data []byte, m *form) []*signature {
	var out []*signature
	holders := map[cos.Ref]int{}
	for _, d := range m.signatures() {
		if f.Get(d.value) == nil {
			continue
		}
		s := &signature{field: d, dict: f.dict(d.value), revision: -1, ref: d.ref}
		if ref, ok := d.value.(cos.Ref); ok {
			s.ref = ref
		}
		holders[s.ref]++
		s.read(f, data)
		out = append(out, s)
	}
	for _, s := range out {
		if holders[s.ref] > 1 {
			s.fail("VERIFY-TWICE", diag.M("một chữ ký được gắn vào nhiều ô", "one signature stands in several fields"))
		}
	}
	return byAge(out)
}

// byAge sorts signatures by the revisions that they cover; those that cover none
// come last.
func byAge(in []*signature) []*signature {
	var out, lost []*signature
	for n := 0; len(in) > 0; n++ {
		var rest []*signature
		for _, s := range in {
			switch {
			case s.revision < 0:
				lost = append(lost, s)
			case s.revision == n:
				out = append(out, s)
			default:
				rest = append(rest, s)
			}
		}
		in = rest
	}
	return append(out, lost...)
}

// read finds out which bytes are signed and judges the signature over them.
func (s *signature) read(f file, data []byte) {
	if s.dict == nil {
		s.fail("VERIFY-RANGE", diag.M("ô chữ ký chứa thứ không phải chữ ký", "the field holds something that is no signature"))
		return
	}
	if !s.ranges(f, data) || !s.covers(f, data) {
		return
	}
	der, ok := s.contents(f, data)
	if !ok {
		return
	}
	s.same(f)
	digestOf := func(h crypto.Hash) []byte {
		if !h.Available() {
			return nil
		}
		sum := h.New()
		sum.Write(data[:s.from])
		sum.Write(data[s.to:s.end])
		return sum.Sum(nil)
	}
	if s.stamped(f) {
		signed := slices.Concat(data[:s.from], data[s.to:s.end])
		stamp, problems := judgeStamp(der, signed, nil)
		if stamp != nil {
			s.judged = &Judged{Cert: stamp.Cert, Chain: stamp.Chain, Stamp: stamp}
		}
		for _, p := range problems {
			s.fail("VERIFY-SIGNATURE", p)
		}
		return
	}
	s.judge(f, der, digestOf)
}

// ranges reads /ByteRange: all of a revision but one gap.
func (s *signature) ranges(f file, data []byte) bool {
	a := f.array(s.dict["ByteRange"])
	var n [4]int
	ok := len(a) == 4
	for i := 0; ok && i < 4; i++ {
		x, whole := f.Get(a[i]).(int64)
		ok = whole && x >= 0 && x <= math.MaxInt32
		n[i] = int(x)
	}
	if !ok || n[0] != 0 || n[1] <= 0 || n[2] <= n[1]+1 || n[2] > len(data) || n[3] > len(data)-n[2] {
		s.fail("VERIFY-RANGE", diag.M("vùng được ký (ByteRange) không đúng quy cách: phải là cả tệp, trừ đúng chỗ để chữ ký", "the signed range (ByteRange) is not what it must be: the whole file but the place of the signature itself"))
		return false
	}
	s.from, s.to, s.end = n[1], n[2], n[2]+n[3]
	for i := range f.Revisions() {
		if s.wholly(f, data, i) {
			s.revision = i
		}
	}
	if s.revision < 0 {
		s.fail("VERIFY-RANGE", diag.M("chữ ký không bao trùm hết phần tệp có vào lúc ký", "the signature does not cover all of the file as it was when it was made"))
		return false
	}
	return true
}

// wholly tells whether what is signed ends where a revision does. Some programs
// sign blanks behind the end too; some end a file without a line end, and who adds
// to such a file later must put one there (ISO 32000-1, 7.5.5), which nobody signed.
func (s *signature) wholly(f file, data []byte, revision int) bool {
	end := f.End(revision)
	switch {
	case end < s.to:
		return false
	case end <= s.end:
		return len(bytes.Trim(data[end:s.end], "\r\n ")) == 0
	}
	later := revision < f.Revisions()-1
	return later && end-s.end <= len("\r\n") && len(bytes.Trim(data[s.end:end], "\r\n")) == 0
}

// covers tells whether the gap is in the object of the signature, and nothing
// but the value of its /Contents.
func (s *signature) covers(f file, data []byte) bool {
	from, to := f.Span(s.ref)
	before := bytes.TrimRight(data[:s.from], "\x00\t\n\f\r ")
	if from >= s.from || to <= s.to || to > s.end || !bytes.HasSuffix(before, []byte("/Contents")) {
		s.fail("VERIFY-RANGE", diag.M("chỗ chừa ra trong vùng được ký không phải chỗ để chính chữ ký này", "the gap in the signed range is not the place of this very signature"))
		return false
	}
	return true
}

// contents gives the signature out of the gap: digits of one case, in pairs, and
// behind the signature nothing but zeros. So no digit of it can be changed
// without notice, and none can be put in.
func (s *signature) contents(f file, data []byte) ([]byte, bool) {
	gap := data[s.from:s.to]
	value, _ := f.Get(s.dict["Contents"]).(cos.String)
	bad := func() ([]byte, bool) {
		s.fail("VERIFY-CONTENTS", diag.M("chỗ để chữ ký (Contents) bị sửa: không phải một dãy số thập lục phân liền, một kiểu chữ, chỉ có số 0 ở sau chữ ký", "the place of the signature (Contents) was changed: it is not one row of hexadecimal digits of one case with nothing but zeros behind the signature"))
		return nil, false
	}
	if gap[0] != '<' || gap[len(gap)-1] != '>' {
		return bad()
	}
	digits := gap[1 : len(gap)-1]
	if !bytes.Equal(digits, bytes.ToLower(digits)) && !bytes.Equal(digits, bytes.ToUpper(digits)) {
		return bad()
	}
	room := make([]byte, hex.DecodedLen(len(digits)))
	if n, err := hex.Decode(room, digits); err != nil || 2*n != len(digits) || !bytes.Equal(room, value) {
		return bad()
	}
	der, rest, ok := outermost(room)
	if !ok || len(bytes.Trim(rest, "\x00")) > 0 {
		return bad()
	}
	return der, true
}

// outermost gives the element that bytes begin with, a sequence, as DER, and what
// is behind it. NSS, and so poppler and LibreOffice, leaves lengths out.
func outermost(room []byte) (der, rest []byte, ok bool) {
	if len(room) < 2 || room[0] != 0x30 {
		return nil, nil, false
	}
	if room[1] == 0x80 {
		return definiteOne(room, 0)
	}
	n, head := berLength(room[1:])
	if n < 0 || n > len(room)-1-head {
		return nil, nil, false
	}
	return room[:1+head+n], room[1+head+n:], true
}

// same tells whether the field had this very signature in the revision that it
// covers: one that was put elsewhere later is none.
func (s *signature) same(f file) {
	then := file{f.At(s.revision)}
	if !reflect.DeepEqual(then.dict(s.field.ref)["V"], s.field.value) || !reflect.DeepEqual(then.dict(s.field.value), s.dict) {
		s.fail("VERIFY-TWICE", diag.M("chữ ký được gắn vào ô này sau khi ký, hoặc bị sửa sau khi ký", "the signature was put into this field or changed after it was made"))
	}
}

// judge asks whether the signature holds.
func (s *signature) judge(f file, der []byte, digestOf func(crypto.Hash) []byte) {
	switch sub := f.name(s.dict["SubFilter"]); sub {
	case "ETSI.CAdES.detached", "adbe.pkcs7.detached":
	default:
		s.fail("VERIFY-KIND", diag.M("chưa đọc được kiểu chữ ký %q", "signatures of the kind %q are not read", sub))
		return
	}
	j, err := judge(der, digestOf)
	if err != nil {
		s.fail("VERIFY-CONTENTS", words(err))
		return
	}
	s.judged = j
	for _, p := range j.Problems {
		s.fail("VERIFY-SIGNATURE", p)
	}
}

// Transformations that a signature declares (ISO 32000-1, 12.8.2).
const (
	permitAll  = 3
	permitFill = 2
	permitNone = 1
)

// permits gives what a signature lets others do later: 1 nothing, 2 fill in and
// sign, 3 comment too; 0: it says nothing.
func (s *signature) permits(f file) int {
	for _, v := range f.array(s.dict["Reference"]) {
		d := f.dict(v)
		if f.name(d["TransformMethod"]) != "DocMDP" {
			continue
		}
		p := f.dict(d["TransformParams"])["P"]
		if p == nil {
			return permitFill
		}
		return min(max(f.whole(p), permitNone), permitAll)
	}
	return 0
}

// locks tells whether a signature locks a field (ISO 32000-1, 12.8.2.4).
func (s *signature) locks(f file, name string) bool {
	for _, v := range f.array(s.dict["Reference"]) {
		d := f.dict(v)
		if f.name(d["TransformMethod"]) != "FieldMDP" {
			continue
		}
		params, named := f.dict(d["TransformParams"]), false
		for _, v := range f.array(params["Fields"]) {
			named = named || f.text(v) == name
		}
		switch f.name(params["Action"]) {
		case "All":
			return true
		case "Include":
			return named
		case "Exclude":
			return !named
		}
	}
	return false
}
