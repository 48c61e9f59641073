package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"strconv"
	"strings"

	"kehoach.example/internal/cos"
	"kehoach.example/internal/page"
)

// Namespace of the metadata of an official document.
const Namespace = "https://kehoach.example/ns/van-ban/1.0/"

// property is one piece of metadata: a text or a list of texts.
type property struct {
	name, about string
	value       string
	list        []string
	isList      bool
}

// properties are those that a document-management system asks for.
func properties(d *page.Document) []property {
	m := &d.Meta
	var signers []string
	for _, s := range m.NguoiKy {
		signers = append(signers, strings.TrimPrefix(s.ChucVu+": "+s.HoTen, ": "))
	}
	return []property{
		{name: "LoaiVanBan", about: "Loại văn bản", value: m.LoaiVanBan},
		{name: "So", about: "Số, trống khi chưa cấp", value: m.So},
		{name: "KyHieu", about: "Ký hiệu", value: m.KyHieu},
		{name: "Ngay", about: "Ngày ban hành, trống khi chưa đủ", value: m.Ngay},
		{name: "NgayNgay", about: "Ngày đã in, trống khi để chừa", value: positive(m.Day)},
		{name: "NgayThang", about: "Tháng đã in", value: positive(m.Month)},
		{name: "NgayNam", about: "Năm đã in", value: positive(m.Year)},
		{name: "CoQuan", about: "Cơ quan ban hành", value: m.CoQuan},
		{name: "TrichYeu", about: "Trích yếu", value: m.TrichYeu},
		{name: "NguoiKy", about: "Chức vụ và họ tên người ký", list: signers, isList: true},
		{name: "NoiNhan", about: "Nơi nhận", list: m.NoiNhan, isList: true},
		{name: "DoKhan", about: "Độ khẩn, trống khi không có", value: m.DoKhan},
		{name: "Draft", about: "True nếu là bản dự thảo", value: map[bool]string{true: "True", false: "False"}[m.Draft]},
		{name: "SoTrang", about: "Số trang", value: strconv.Itoa(len(d.Pages))},
	}
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// putMetadata writes what the file says about itself, twice and alike: as XMP
// (ISO 16684-1) and in the old dictionary (ISO 19005-2, 6.6.2.2).
func (j *job) putMetadata() {
	f, in := &j.f, j.d.Info
	in.Title, in.Subject, in.Creator = shown(in.Title), shown(in.Subject), shown(in.Creator)
	date := dateOf(in)
	f.begin(j.info)
	f.put("<</Title")
	f.text(in.Title)
	if in.Subject != "" {
		f.put("/Subject")
		f.text(in.Subject)
	}
	if in.Creator != "" {
		f.put("/Author")
		f.text(in.Creator)
	}
	at := date.Format("20060102150405") + "Z"
	f.put("/Creator(kehoach)/Producer(kehoach)/CreationDate(D:" + at + ")/ModDate(D:" + at + ")>>")
	f.end()
	f.begin(j.meta)
	x := xmp{b: j.content[:0]}
	x.packet(j.d, &in, j.kind, date.Format("2006-01-02T15:04:05Z"))
	j.content = x.b
	f.stream("/Type/Metadata/Subtype/XML", x.b)
}

// xmp is a packet of metadata being written.
type xmp struct{ b []byte }

func (x *xmp) put(parts ...string) {
	for _, s := range parts {
		x.b = append(x.b, s...)
	}
}

func (x *xmp) escaped(s string) {
	w := bytesWriter{x.b}
	_ = xml.EscapeText(&w, []byte(s))
	x.b = w.b
}

func (x *xmp) element(name, value string) {
	x.put("<", name, ">")
	x.escaped(value)
	x.put("</", name, ">\n")
}

func (x *xmp) list(name, kind string, values ...string) {
	if len(values) == 0 {
		return
	}
	x.put("<", name, "><rdf:", kind, ">")
	for _, v := range values {
		x.put("<rdf:li")
		if kind == "Alt" {
			x.put(` xml:lang="x-default"`)
		}
		x.put(">")
		x.escaped(v)
		x.put("</rdf:li>")
	}
	x.put("</rdf:", kind, "></", name, ">\n")
}

func (x *xmp) packet(d *page.Document, in *page.Info, k conformance, date string) {
	x.put("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	props := properties(d)
	x.extensions(props, k.access)
	x.put(`<rdf:Description rdf:about=""`,
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"`,
		` xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:vb="`, Namespace, "\">\n")
	x.element("pdfaid:part", k.part)
	x.element("pdfaid:conformance", k.level)
	if k.access {
		x.element("pdfuaid:part", "1")
	}
	x.put("<dc:format>application/pdf</dc:format>\n")
	x.list("dc:title", "Alt", in.Title)
	if in.Subject != "" {
		x.list("dc:description", "Alt", in.Subject)
	}
	if in.Creator != "" {
		x.list("dc:creator", "Seq", in.Creator)
	}
	x.list("dc:language", "Bag", in.Lang)
	x.element("xmp:CreatorTool", "kehoach")
	x.element("pdf:Producer", "kehoach")
	x.element("xmp:CreateDate", date)
	x.element("xmp:ModifyDate", date)
	for _, p := range props {
		if p.isList {
			x.list("vb:"+p.name, "Seq", p.list...)
		} else {
			x.element("vb:"+p.name, p.value)
		}
	}
	x.put("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
}

// extensions describes the properties that the standard does not know (ISO
// 19005-2, 6.6.2.3.3). They stand in a description of their own, before the
// properties: some readers look for them nowhere else.
func (x *xmp) extensions(props []property, access bool) {
	x.put(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">`,
		"<pdfaExtension:schemas><rdf:Bag>\n")
	if access {
		x.schema("PDF/UA", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid")
		x.describe("part", "Integer", "internal", "Part of ISO 14289")
		x.put("</rdf:Seq></pdfaSchema:property></rdf:li>\n")
	}
	x.schema("Văn bản hành chính", Namespace, "vb")
	for _, p := range props {
		x.describe(p.name, map[bool]string{true: "seq Text", false: "Text"}[p.isList], "external", p.about)
	}
	x.put("</rdf:Seq></pdfaSchema:property></rdf:li>\n</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n")
}

func (x *xmp) schema(name, uri, prefix string) {
	x.put(`<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>`, name, `</pdfaSchema:schema><pdfaSchema:namespaceURI>`, uri,
		`</pdfaSchema:namespaceURI><pdfaSchema:prefix>`, prefix, "</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\n")
}

func (x *xmp) describe(name, kind, category, about string) {
	x.put(`<rdf:li rdf:parseType="Resource"><pdfaProperty:name>`, name, `</pdfaProperty:name><pdfaProperty:valueType>`, kind,
		`</pdfaProperty:valueType><pdfaProperty:category>`, category, `</pdfaProperty:category><pdfaProperty:description>`, about, "</pdfaProperty:description></rdf:li>\n")
}

// finish writes the table of objects and the trailer with the seal. The file is
// read once for both hashes: the id is that of all before the trailer.
func (j *job) finish() {
	f := &j.f
	hash := sha256.New()
	start := f.table()
	hash.Write(f.out)
	id := hex.EncodeToString(hash.Sum(nil)[:16])
	body := len(f.out)
	f.put("trailer\n<</Size ")
	f.int(len(f.offsets))
	f.key("/Root", j.catalog)
	f.key("/Info", j.info)
	f.put("/ID[<" + id + "><" + id + ">]/KeHoach(" + cos.SealMark)
	at := len(f.out)
	f.put(cos.SealZero + ")>>\nstartxref\n")
	f.int(start)
	f.put("\n%%EOF\n")
	hash.Write(f.out[body:])
	hex.Encode(f.out[at:], hash.Sum(nil))
}
