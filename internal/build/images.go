package build

import (
	"io/fs"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/doc"
	"kehoach.example/internal/picture"
	"kehoach.example/internal/standard"
	"kehoach.example/internal/unit"
)

// maxImages and maxImageBytes bound what one paper takes in.
const (
	maxImages     = 100
	maxImageBytes = 64 << 20
)

// album holds the images of one paper, read from the folder of the plan.
type album struct {
	files    fs.FS
	read     map[string]*picture.Picture // by name, nil where the file is bad
	why      map[string]diag.Finding     // why it is bad
	bytes    int64
	of       map[int]*picture.Picture // by block
	findings []diag.Finding
}

// loadImages reads the files of all images and puts them into the document.
func loadImages(d *doc.Document, files fs.FS) (*album, []diag.Finding) {
	a := &album{files: files, read: map[string]*picture.Picture{}, why: map[string]diag.Finding{}, of: map[int]*picture.Picture{}}
	count := 0
	d.Walk(func(b doc.Block) {
		im, ok := b.(*doc.Image)
		if !ok {
			return
		}
		if count++; count > maxImages {
			if count == maxImages+1 {
				a.fail("IMAGE-COUNT", im.At, diag.M("kế hoạch có quá %d hình", "the plan has more than %d images", maxImages),
					diag.M("bớt hình, hoặc để hình ở văn bản khác", "leave some out, or put them into another paper"))
			}
			return
		}
		a.load(im)
	})
	return a, a.findings
}

func (a *album) fail(code string, at diag.Place, message, hint diag.Msg) {
	a.findings = append(a.findings, diag.New(code, diag.Error, "image", at, message, hint))
}

// load reads one image. A file that stands twice is read once, and is told of
// at both places if it is bad.
func (a *album) load(im *doc.Image) {
	p, seen := a.read[im.File]
	if !seen {
		before := len(a.findings)
		p = a.open(im)
		a.read[im.File] = p
		if len(a.findings) > before {
			a.why[im.File] = a.findings[before]
		}
	}
	switch {
	case p != nil:
		im.Kind, im.Data = p.Kind, p.Data
		a.of[im.ID] = p
		a.wish(im)
	case seen:
		f := a.why[im.File]
		f.At = im.At
		a.findings = append(a.findings, f)
	}
}

// open finds a file and reads it, nil with a finding if that fails.
func (a *album) open(im *doc.Image) *picture.Picture {
	beside := diag.M("đặt tệp cạnh tệp kế hoạch và ghi tên như trong thư mục, ví dụ so-do.png", "put the file beside the plan and write its name as the folder has it, for example so-do.png")
	data, size, why := readBeside(a.files, im.File, picture.MaxBytes)
	switch why {
	case badName:
		a.fail("IMAGE-NAME", im.At, diag.M("%q không phải tên tệp cạnh kế hoạch", "%q is no name of a file beside the plan", im.File), beside)
	case noFolder:
		a.fail("IMAGE-MISSING", im.At, diag.M("kế hoạch không có thư mục để tìm ảnh %q", "the plan has no folder in which to look for the image %q", im.File),
			diag.M("lưu kế hoạch vào tệp, đặt ảnh cạnh tệp đó", "save the plan to a file and put the image beside it"))
	case missing:
		a.fail("IMAGE-MISSING", im.At, diag.M("không thấy tệp ảnh %q", "the image file %q is missing", im.File), beside)
	case unreadable:
		a.fail("IMAGE-READ", im.At, diag.M("không đọc được tệp ảnh %q", "the image file %q cannot be read", im.File), ordinaryFile)
	case tooLarge:
		a.findings = append(a.findings, picture.TooLarge(im.File, size, im.At))
	default:
		return a.picture(im, data)
	}
	return nil
}

// ordinaryFile says what a file beside a plan must be.
var ordinaryFile = diag.M("cần một tệp thường nằm trong thư mục của kế hoạch, không phải thư mục hay lối tắt ra ngoài, và được phép đọc", "it must be an ordinary file inside the folder of the plan, no folder and no link that leads out, and one that you may read")

// picture takes in the bytes of a file.
func (a *album) picture(im *doc.Image, data []byte) *picture.Picture {
	if a.bytes += int64(len(data)); a.bytes > maxImageBytes {
		a.fail("IMAGE-COUNT", im.At, diag.M("các ảnh cộng lại lớn hơn %d MB", "the images together have more than %d MB", maxImageBytes>>20),
			diag.M("thu nhỏ ảnh (1600 điểm ảnh bề ngang là đủ để in hết trang)", "make them smaller (1600 pixels across are enough for a whole page)"))
		return nil
	}
	p, found := picture.Read(im.File, data, im.At)
	a.findings = append(a.findings, found...)
	return p
}

// least is the narrowest width that a plan may wish for an image.
const least = 5 * unit.MM

// wish looks at the width that a plan asks for.
func (a *album) wish(im *doc.Image) {
	if im.Width == "" {
		return
	}
	if w, err := unit.Parse(im.Width); err != nil || w < least {
		a.fail("IMAGE-WIDTH", im.At, diag.M("%q không phải bề rộng của hình", "%q is no width of an image", im.Width),
			diag.M("ghi số đo từ 5mm trở lên: {hinh: %s | mô tả | 80mm}", "write a figure of 5mm or more: {hinh: %s | words | 80mm}", im.File))
	}
}

// place sizes the images and tells of those that are wider than the text.
func (a *album) place(d *doc.Document, fig *standard.Resolved) []diag.Finding {
	var list []standard.Picture
	images := map[int]*doc.Image{}
	add := func(b doc.Block, table string, right, wide bool) {
		im, ok := b.(*doc.Image)
		if !ok {
			return
		}
		p := a.of[im.ID]
		wish, _ := unit.Parse(im.Width)
		images[im.ID] = im
		list = append(list, standard.Picture{ID: im.ID, Role: string(im.Role), Table: table, Right: right, Wide: wide, Width: p.Width, Height: p.Height, Wish: wish})
	}
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			add(b, "", false, s.Landscape)
			if c, ok := b.(*doc.Columns); ok {
				for _, row := range c.Rows {
					for side, cell := range row {
						for _, in := range cell {
							add(in, string(c.Role), side == 1, s.Landscape)
						}
					}
				}
			}
		}
	}
	var out []diag.Finding
	for _, id := range fig.Place(list) {
		im := images[id]
		out = append(out, diag.New("IMAGE-WIDTH", diag.Warning, "image", im.At,
			diag.M("hình %q không thể rộng %s, đã thu còn %.1f mm", "the image %q cannot be %s wide and was narrowed to %.1f mm", im.File, im.Width, fig.Sizes[id].Width.MM()),
			diag.M("bề rộng không quá vùng chữ, chiều cao không quá số đo của thể thức", "it may not be wider than the text or higher than the form allows")))
	}
	return out
}
