package sign

import (
	"bytes"
	"slices"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/diag"
)

// past is all that was done to a file.
type past struct {
	file
	form       *form
	signatures []*signature
	revisions  []revision // from the second of the file
	ours       bool       // the first revision says that it is of this program
	sealed     bool       // the first revision is as this program made it
	problems   []problem  // of the file as a whole
	stray      bool       // whether a signature stands in no field of the form
}

// past reads the signatures of a file and goes through its revisions.
func (f file) past(data []byte) (*past, error) {
	form, err := f.form()
	if err != nil {
		return nil, err
	}
	p := &past{file: f, form: form}
	made := data[:f.End(0)]
	p.ours, p.sealed = bytes.Contains(made, []byte(cos.SealMark)), cos.Unchanged(made)
	p.signatures = f.signatures(data, form)
	if err := p.compareAll(); err != nil {
		return nil, err
	}
	p.ends(data)
	p.rights()
	p.strays()
	if f.Over() {
		return nil, cos.ErrTooBig
	}
	return p, nil
}

// mostCompared bounds how many objects are looked at to compare all revisions.
const mostCompared = 4_000_000

// compareAll goes through the revisions of the file.
func (p *past) compareAll() error {
	if p.Revisions()*len(p.Refs()) > mostCompared {
		return cos.ErrTooBig
	}
	before := file{p.At(0)}
	form, err := before.form()
	if err != nil {
		return err
	}
	for n := 1; n < p.Revisions(); n++ {
		c := comparer{old: before, oldForm: form, new: file{p.At(n)}}
		if err := c.compare(p.Changed(n)); err != nil {
			return err
		}
		if p.Over() {
			return cos.ErrTooBig
		}
		c.out.n = n
		for i := range c.out.changes {
			c.out.changes[i].revision = n
		}
		p.revisions = append(p.revisions, c.out)
		before, form = c.new, c.newForm
	}
	return nil
}

// last gives the newest revision that a signature covers; -1: none.
func (p *past) last() int {
	last := -1
	for _, s := range p.signatures {
		last = max(last, s.revision)
	}
	return last
}

// ends: the file ends with its last revision, and that is a signed one, or adds
// nothing but data to judge signatures by.
func (p *past) ends(data []byte) {
	end := p.End(p.Revisions() - 1)
	for _, s := range p.signatures {
		if s.revision >= 0 {
			end = max(end, s.end)
		}
	}
	if end < len(data) {
		p.problems = append(p.problems, problem{code: "VERIFY-TRAILING", what: diag.M("có %d byte ở sau phần cuối của tệp", "%d bytes stand behind the end of the file", len(data)-end)})
	}
	last := p.last()
	if last < 0 {
		return
	}
	for n := last + 1; n < p.Revisions(); n++ {
		r := p.revisions[n-1]
		if r.valid && len(r.changes) == 0 && len(r.filled) == 0 && len(r.signed) == 0 {
			continue
		}
		p.problems = append(p.problems, problem{code: "VERIFY-TRAILING", what: diag.M("tệp được ghi thêm sau chữ ký cuối cùng; phần thêm không ai ký", "the file was added to behind its last signature; nobody signed what was added")})
		return
	}
}

// rights names what was done against the will of a signature: a certification
// that forbids everything, a locked field. Two that certify are odd as well.
func (p *past) rights() {
	certified := 0
	for _, s := range p.signatures {
		right := s.permits(p.file)
		if right > 0 {
			certified++
		}
		for i := max(s.revision, 0); i < len(p.revisions); i++ {
			r := &p.revisions[i]
			if right == permitNone && len(r.signed)+len(r.filled) > 0 {
				r.changes = append(r.changes, change{r.n, 0, diag.M("chữ ký ở ô %q không cho phép điền hay ký thêm", "the signature in %q permits no more filling in or signing", s.field.name)})
			}
			for _, name := range slices.Concat(r.signed, r.filled) {
				if s.locks(p.file, name) {
					r.changes = append(r.changes, change{r.n, 0, diag.M("ô %q đã bị khóa bởi chữ ký ở ô %q", "the field %q was locked by the signature in %q", name, s.field.name)})
				}
			}
		}
	}
	if certified > 1 {
		p.problems = append(p.problems, problem{code: "VERIFY-TWICE", what: diag.M("có %d chữ ký chứng nhận, chỉ được có một", "there are %d certifications, there may be one", certified)})
	}
	_, root := p.root()
	if ref, ok := p.dict(root["Perms"])["DocMDP"]; ok && !slices.ContainsFunc(p.signatures, func(s *signature) bool { return ref == cos.Value(s.ref) }) {
		p.problems = append(p.problems, problem{code: "VERIFY-TWICE", what: diag.M("chữ ký chứng nhận không nằm ở ô chữ ký nào", "the certification stands in no signature field")})
	}
}

// changes lists what was done beside signing and filling in: since this program
// made the file, of other files since somebody signed.
func (p *past) changes() []change {
	var out []change
	for _, r := range p.revisions {
		if p.ours || r.after != "" {
			out = append(out, r.changes...)
		}
	}
	return out
}

// before gives the field of the last signature before a revision; "": none.
func (p *past) before(n int) string {
	name := p.revisions[n-1].after
	for _, s := range p.signatures {
		if s.revision >= 0 && s.revision < n {
			name = s.field.name
		}
	}
	return name
}

// blanks lists the blanks that hold a value, and those that hold none.
func (p *past) blanks() (filled []Filled, open []string) {
	for _, name := range blanks {
		d := p.form.field(name)
		switch {
		case d == nil || d.kind != "Tx":
		case p.text(d.value) == "":
			open = append(open, name)
		default:
			filled = append(filled, Filled{name, p.text(d.value)})
		}
	}
	return filled, open
}
