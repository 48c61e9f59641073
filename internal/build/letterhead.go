package build

import (
	"crypto/sha256"
	"strings"
	"sync"

	"kehoach.example/internal/compose"
	"kehoach.example/internal/diag"
	"kehoach.example/internal/docx"
	"kehoach.example/internal/plan"
	"kehoach.example/internal/read"
)

// Letterhead is an office's own letterhead, looked over. It is safe for
// concurrent use.
type Letterhead = docx.Letterhead

// LetterheadKey is a key that may stand in a letterhead.
type LetterheadKey = docx.LetterheadKey

// MaxLetterhead is the largest letterhead that is read, in bytes.
const MaxLetterhead = docx.MaxLetterhead

// LetterheadKeys lists the keys that may stand in a letterhead as {so_ky_hieu},
// in the order of a paper.
func LetterheadKeys() []LetterheadKey {
	var out []LetterheadKey
	for _, k := range compose.Keys() {
		out = append(out, LetterheadKey{Name: k.Name, Doc: k.Doc})
	}
	return out
}

// Letterhead looks over a letterhead: a Word file with keys. With an error among
// the findings there is none.
func (o *Office) Letterhead(name string, data []byte) (*Letterhead, []diag.Finding) {
	l, found := docx.ReadLetterhead(name, data, LetterheadKeys())
	if diag.HasErrors(found) {
		return nil, found
	}
	l.Words = read.Compose(l.Words)
	for key, words := range l.Before {
		l.Before[key] = read.Compose(words)
	}
	blank, err := untouched(l)
	if err != nil {
		return nil, append(found, unfilled(name, err))
	}
	_, l.Outside = o.looks(name, blank)
	return l, append(found, halves(l)...)
}

// halves tells of keys that stand without those that belong to them: then words
// of every plan have no place.
func halves(l *docx.Letterhead) []diag.Finding {
	var found []diag.Finding
	tell := func(has, lacks string) {
		found = append(found, diag.New("LETTERHEAD-HALF", diag.Warning, "letterhead", diag.Place{File: l.Name},
			diag.M("giấy tiêu đề có %s nhưng không có %s: phần đó của kế hoạch sẽ không được in", "the letterhead has %s and no %s: that part of a plan will not be printed", has, lacks),
			diag.M("viết thêm %s vào chỗ cần in, hoặc bỏ %s để chương trình tự in cả khối", "write %s where it should stand, or leave %s out: the program then prints the whole block", lacks, has)))
	}
	k := l.Keys
	recipients, name := k["noi_nhan"], k["ho_ten"]
	title := k["nguoi_ky"] || k["quyen_han"] && k["chuc_vu"]
	if recipients || k["luu"] || name || title || k["quyen_han"] || k["chuc_vu"] {
		first := firstOf(k, "noi_nhan", "luu", "nguoi_ky", "quyen_han", "chuc_vu", "ho_ten")
		var lacks []string
		if !recipients {
			lacks = append(lacks, "{noi_nhan}")
		}
		if !title {
			lacks = append(lacks, "{nguoi_ky}")
		}
		if !name {
			lacks = append(lacks, "{ho_ten}")
		}
		if len(lacks) > 0 {
			tell(first, strings.Join(lacks, ", "))
		}
	}
	if k["so"] != k["ky_hieu"] && !k["so_ky_hieu"] {
		if k["so"] {
			tell("{so}", "{ky_hieu}")
		} else {
			tell("{ky_hieu}", "{so}")
		}
	}
	return found
}

func firstOf(keys map[string]bool, names ...string) string {
	for _, n := range names {
		if keys[n] {
			return "{" + n + "}"
		}
	}
	return ""
}

// letterheads keeps the letterheads that plans name, so that one is looked over
// once however many plans name it.
type letterheads struct {
	mu   sync.Mutex
	kept map[letterheadID]*lookedOver
}

type letterheadID struct {
	name string
	sum  [32]byte
}

type lookedOver struct {
	once  sync.Once
	sheet *Letterhead
	found []diag.Finding
}

// maxKept bounds how many letterheads are kept.
const maxKept = 8

// get looks a letterhead over, or gives what was found in the same file before.
func (c *letterheads) get(name string, data []byte, look func(string, []byte) (*Letterhead, []diag.Finding)) (*Letterhead, []diag.Finding) {
	id := letterheadID{name, sha256.Sum256(data)}
	c.mu.Lock()
	one, ok := c.kept[id]
	if !ok {
		if c.kept == nil || len(c.kept) >= maxKept {
			c.kept = map[letterheadID]*lookedOver{}
		}
		one = &lookedOver{}
		c.kept[id] = one
	}
	c.mu.Unlock()
	one.once.Do(func() { one.sheet, one.found = look(name, data) })
	return one.sheet, one.found
}

// letterheadOf finds the letterhead of a paper: the one that is given, else the
// one that its plan names, else none.
func (o *Office) letterheadOf(p *plan.Plan, in Input) (*Letterhead, []diag.Finding) {
	t := p.Mau
	name := strings.TrimSpace(t.Plain())
	switch {
	case t.Blank() || t.Refused() && in.Letterhead == nil:
		return in.Letterhead, nil
	case in.Letterhead != nil:
		return in.Letterhead, []diag.Finding{diag.New("LETTERHEAD-BOTH", diag.Info, "letterhead", t.At,
			diag.M("in trên giấy tiêu đề %s, không theo mau: %s của kế hoạch", "printed on the letterhead %s, not on mau: %s of the plan", in.Letterhead.Name, name),
			diag.M("bỏ --letterhead nếu muốn theo điều kế hoạch ghi", "leave out --letterhead to go by what the plan says").
				OnPage(diag.M("ghi giấy tiêu đề trong kế hoạch", "let the plan name the letterhead")))}
	case t.Holed(): // composing tells of the hole
		return nil, nil
	}
	data, size, why := readBeside(in.Files, name, MaxLetterhead)
	if why != readFine {
		return nil, []diag.Finding{noLetterhead(name, size, why, t.At)}
	}
	return o.letterheads.get(name, data, o.Letterhead)
}

// noLetterhead tells why the file that a plan names could not be read.
func noLetterhead(name string, size int64, why fault, at diag.Place) diag.Finding {
	tell := func(code string, message, hint diag.Msg) diag.Finding {
		return diag.New(code, diag.Error, "letterhead", at, message, hint)
	}
	beside := diag.M("đặt tệp Word cạnh tệp kế hoạch và ghi tên như trong thư mục: mau: giay-tieu-de.docx; tệp ở chỗ khác thì dùng --letterhead TỆP", "put the Word file beside the plan and write its name as the folder has it: mau: giay-tieu-de.docx; for a file elsewhere use --letterhead FILE").
		OnPage(diag.M("đặt tệp Word vào thư mục của kế hoạch và ghi đúng tên tệp, ví dụ giay-tieu-de.docx", "put the Word file into the plan's folder and write its name, such as giay-tieu-de.docx"))
	switch why {
	case badName:
		return tell("LETTERHEAD-NAME", diag.M("%q không phải tên tệp cạnh kế hoạch", "%q is no name of a file beside the plan", name), beside)
	case noFolder:
		return tell("LETTERHEAD-MISSING", diag.M("kế hoạch không có thư mục để tìm giấy tiêu đề %q", "the plan has no folder in which to look for the letterhead %q", name), beside)
	case missing:
		return tell("LETTERHEAD-MISSING", diag.M("không thấy giấy tiêu đề %q", "the letterhead %q is missing", name), beside)
	case tooLarge:
		return tell("LETTERHEAD-READ", diag.M("giấy tiêu đề %q nặng %d MB, nhiều nhất là %d MB", "the letterhead %q has %d MB, the most is %d MB", name, size>>20, MaxLetterhead>>20),
			diag.M("thu nhỏ các hình trong tệp Word", "make the pictures in the Word file smaller"))
	}
	return tell("LETTERHEAD-READ", diag.M("không đọc được giấy tiêu đề %q", "the letterhead %q cannot be read", name), ordinaryFile)
}
