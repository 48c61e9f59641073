package build

import (
	"bytes"
	"encoding/json"
	"math"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/page"
	"kehoach.example/internal/unit"
)

// KySo is the file NAME.kyso.json beside a PDF: where on which page a signing
// program puts what. Lengths are millimetres with two decimals and count from
// the bottom left corner of the page, to the right and up.
type KySo struct {
	Version int        `json:"version"` // 1
	File    string     `json:"file"`    // name of the PDF, without its folder
	Unit    string     `json:"unit"`    // "mm"
	Origin  string     `json:"origin"`  // "bottom-left"
	Pages   []KySoPage `json:"pages"`   // all pages of the file
	Slots   []KySoSlot `json:"slots"`   // by page; none is an empty list
	Seal    string     `json:"seal"`    // by which the program knows its own files
}

// KySoPage is a page. Page counts the pages of the file from 1.
type KySoPage struct {
	Page   int     `json:"page"`
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// KySoSlot is a place that is kept open. Name is that of its field in the PDF:
// "ky_1", "dau_1", "so" … Kind is "person" for the signature of a person with its
// image, "seal" for that of the body, "attached" for the text of the body on a
// file that goes with another, and "fill" for words. X and Y are its bottom left
// corner. Of one for words, Baseline is where they stand and SizePt how large
// they are, in points.
type KySoSlot struct {
	Name     string  `json:"name"`
	Kind     string  `json:"kind"`
	Label    string  `json:"label"` // in words
	Page     int     `json:"page"`
	X        float64 `json:"x"`
	Y        float64 `json:"y"`
	Width    float64 `json:"width"`
	Height   float64 `json:"height"`
	Baseline float64 `json:"baseline,omitempty"`
	SizePt   float64 `json:"size_pt,omitempty"`
}

// MetaFile is the file NAME.meta.json beside a PDF: what a document-management
// system asks of a paper, as it stands on it. What is open there is "".
type MetaFile struct {
	Version         int          `json:"version"`           // 1
	File            string       `json:"file"`              // name of the PDF, without its folder
	Type            string       `json:"type"`              // "Kế hoạch"
	Number          string       `json:"number"`            // số
	Symbol          string       `json:"symbol"`            // ký hiệu: "KH-UBND"
	NumberAndSymbol string       `json:"number_and_symbol"` // as on paper: "25/KH-UBND"; "" while one is open
	Date            string       `json:"date"`              // 2027-01-06; "" while a part of it is open
	Issuer          string       `json:"issuer"`            // cơ quan ban hành
	Subject         string       `json:"subject"`           // trích yếu
	Signers         []MetaSigner `json:"signers"`           // from left to right; none is an empty list
	Recipients      []string     `json:"recipients"`        // nơi nhận, without the archive line
	Pages           int          `json:"pages"`             // of the PDF, those of its phụ lục too
	Urgency         string       `json:"urgency"`           // độ khẩn
	Draft           bool         `json:"draft"`             // the mark of a draft stands on it
	Seal            string       `json:"seal"`              // by which the program knows its own files
}

// MetaSigner is who signs. Title has the lines of authority too, as they stand
// on paper, with commas between them: "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH".
type MetaSigner struct {
	Title string `json:"title"`
	Name  string `json:"name"`
}

// KySo writes the sidecar of a paper with Pages that tells where it is signed.
// file is the name of its PDF.
func (p *Paper) KySo(file string) ([]byte, error) {
	k := KySo{Version: 1, File: file, Unit: "mm", Origin: "bottom-left", Pages: []KySoPage{}, Slots: []KySoSlot{}, Seal: cos.SealBlank}
	for i, pg := range p.Pages.Pages {
		k.Pages = append(k.Pages, KySoPage{i + 1, mm(pg.W), mm(pg.H)})
		for _, s := range pg.Slots {
			k.Slots = append(k.Slots, kySoSlot(s, i+1, pg.H))
		}
	}
	return sealedJSON(k)
}

func kySoSlot(s page.Slot, number int, height unit.Length) KySoSlot {
	out := KySoSlot{
		Name: s.Name, Kind: string(s.Kind), Label: s.Label, Page: number,
		X: mm(s.X), Y: mm(height - s.Y - s.H), Width: mm(s.W), Height: mm(s.H),
	}
	if s.Kind == page.Fill {
		out.Baseline, out.SizePt = mm(height-s.Baseline), hundredths(s.Size.Points())
	}
	return out
}

// MetaFile writes the sidecar of a paper with Pages that tells what it is. file
// is the name of its PDF.
func (p *Paper) MetaFile(file string) ([]byte, error) {
	m := p.Pages.Meta
	f := MetaFile{
		Version: 1, File: file, Type: m.LoaiVanBan, Number: m.So, Symbol: m.KyHieu, Date: m.Ngay, Issuer: m.CoQuan, Subject: m.TrichYeu,
		Signers: []MetaSigner{}, Recipients: append([]string{}, m.NoiNhan...), Pages: len(p.Pages.Pages), Urgency: m.DoKhan, Draft: m.Draft,
		Seal: cos.SealBlank,
	}
	if m.So != "" && m.KyHieu != "" {
		f.NumberAndSymbol = p.Number()
	}
	for _, s := range m.NguoiKy {
		f.Signers = append(f.Signers, MetaSigner{s.ChucVu, s.HoTen})
	}
	return sealedJSON(f)
}

// sealedJSON writes a value whose last key is an empty seal, and seals it.
func sealedJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), cos.Seal(b.Bytes())
}

func mm(l unit.Length) float64 { return hundredths(l.MM()) }

func hundredths(x float64) float64 { return math.Round(x*100) / 100 }
