package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"kehoach.example/internal/letterhead"
)

// anchor is a drawing at a place.
func anchored(h, v string, x, y, cx, cy int, shape string) string {
	return fmt.Sprintf(`<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="5" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionH><wp:positionV relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="5" name="L"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[5]d" cy="%[6]d"/></a:xfrm><a:prstGeom prst="%[7]s"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:srgbClr val="0000FF"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`, h, x, v, y, cx, cy, shape)
}

// grid is a table.
func gridOf(props, cols string, rows ...string) string {
	g := ""
	for _, c := range strings.Fields(cols) {
		g += `<w:gridCol w:w="` + c + `"/>`
	}
	return `<w:tbl><w:tblPr>` + props + `</w:tblPr><w:tblGrid>` + g + `</w:tblGrid>` + strings.Join(rows, "") + `</w:tbl>`
}

func tableRow(props string, cells ...string) string {
	return "<w:tr><w:trPr>" + props + "</w:trPr>" + strings.Join(cells, "") + "</w:tr>"
}

func cellWidth(n int) string { return fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, n) }

const fixedTable = `<w:tblStyle w:val="TableGrid"/><w:tblW w:w="9000" w:type="dxa"/><w:tblLayout w:type="fixed"/>`

// letterheadBodies are what a letterhead may hold, by name.
func letterheadBodies() map[string]string {
	bodies := map[string]string{
		"spacing": para(`<w:spacing w:before="240" w:after="60" w:line="276" w:lineRule="auto"/>`, run("", long)) +
			para(`<w:spacing w:before="120" w:after="120" w:line="360" w:lineRule="auto"/><w:jc w:val="both"/>`, run("", long)) +
			para(`<w:spacing w:line="216" w:lineRule="auto"/>`, run("", long)) +
			para(`<w:spacing w:line="400" w:lineRule="exact"/>`, run("", long)) +
			para(`<w:spacing w:line="420" w:lineRule="atLeast"/>`, run("", long)) +
			para(`<w:pStyle w:val="Loose"/>`, run("", "Một")) + para(`<w:pStyle w:val="List"/>`, run("", "Hai")) + para(`<w:pStyle w:val="List"/>`, run("", "Ba")) + para(`<w:pStyle w:val="List"/>`, run("", "Bốn")) + para(`<w:pStyle w:val="Loose"/>`, run("", "Năm")) +
			para(`<w:rPr><w:sz w:val="40"/></w:rPr>`) + para(``, run("", "Sáu")) + para(`<w:spacing w:line="480" w:lineRule="auto"/><w:rPr><w:sz w:val="20"/></w:rPr>`) + para(``, run("", "Bảy")),
		"mixed": para(`<w:jc w:val="both"/><w:ind w:left="567" w:right="400" w:firstLine="300"/>`, run("", "Nhân dân "), run(`<w:sz w:val="40"/>`, "các thôn "), run(`<w:b/><w:i/>`, "nạo vét kênh mương, giữ cho nước "), run(`<w:rStyle w:val="Strongly"/><w:u w:val="single"/>`, "chảy thông suốt từ đầu nguồn"), run("", " đến cuối"), run(`<w:vertAlign w:val="superscript"/>`, "2"), run("", " ruộng H"), run(`<w:vertAlign w:val="subscript"/>`, "2"), run("", "O. "), run(`<w:caps/>`, "viết hoa tất cả"), run("", " "+long)) +
			para(`<w:jc w:val="right"/>`, run("", "Bên phải\nhai dòng của nó")) + para(`<w:jc w:val="center"/><w:ind w:left="2000"/>`, run("", "Giữa "+long)) +
			para(`<w:jc w:val="both"/>`, run("", "Ngắt dòng ở đây của một đoạn canh đều hai bên\n"+long)),
		"tabs": para(`<w:tabs><w:tab w:val="left" w:pos="1000"/><w:tab w:val="center" w:pos="4000"/><w:tab w:val="right" w:pos="9000"/></w:tabs>`, run("", "A\tB bên trái\tở giữa đây\tbên phải")) +
			para(``, run("", "Mặc định\tmột\t\tba")) + para(`<w:ind w:left="720" w:hanging="360"/><w:jc w:val="both"/>`, run("", "-\t"+long)) +
			para(`<w:ind w:left="1440" w:hanging="1440"/>`, run("b", "Nơi nhận:\t"+long)) + para(`<w:tabs><w:tab w:val="left" w:pos="5000"/></w:tabs><w:jc w:val="both"/>`, run("", "Trước tab\t"+long)) +
			para(`<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs>`, run("", "Số: 12\tngày 5 tháng 3")) +
			para(`<w:jc w:val="center"/>`, run("", "a\tb\tc")),
		"borders": para(`<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="FF0000"/><w:left w:val="single" w:sz="8" w:space="4" w:color="FF0000"/><w:bottom w:val="single" w:sz="8" w:space="4" w:color="FF0000"/><w:right w:val="single" w:sz="8" w:space="4" w:color="FF0000"/></w:pBdr>`, run("", "Đoạn có khung. "+long)) +
			para(`<w:spacing w:before="200" w:after="100"/><w:pBdr><w:bottom w:val="double" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Kẻ đôi ở dưới")) +
			para(`<w:ind w:left="2835" w:right="2835"/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:jc w:val="center"/>`, run("", "Kẻ ngắn")) +
			para(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Một")) + para(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Hai cùng khung")) + para(``, run("", "Sau")),
		"drawn": para(`<w:spacing w:before="240" w:after="240"/>`, anchored("column", "paragraph", 360000, 36000, 1800000, 0, "line"), run("", "Đường theo đoạn")) +
			para(`<w:spacing w:before="400"/>`, anchored("column", "paragraph", 720000, 360000, 1800000, 0, "straightConnector1"), run("", "Đoạn sau, cách trước")) +
			para(``, anchored("page", "page", 1800000, 7200000, 3600000, 720000, "rect"), run("", "Theo trang")) + para(``, anchored("margin", "margin", 0, 5400000, 1800000, 900000, "line"), run("", "Theo lề")) +
			para(``, `<w:r><w:pict><v:line id="a" style="position:absolute;z-index:1" from="100pt,20pt" to="250pt,20pt" strokecolor="red" strokeweight="1.5pt"/></w:pict></w:r>`, run("", "VML")),
		"table": gridOf(fixedTable, "3000 3000 3000",
			tableRow("", cell(cellWidth(3000), para("", run("", "Một"))), cell(cellWidth(6000)+`<w:gridSpan w:val="2"/>`, para(`<w:jc w:val="center"/>`, run("", "Hai cột")))),
			tableRow(`<w:trHeight w:val="900"/>`, cell(cellWidth(3000)+`<w:vMerge w:val="restart"/><w:vAlign w:val="center"/>`, para("", run("", "Gộp dọc"))), cell(cellWidth(3000)+`<w:vAlign w:val="center"/>`, para("", run("", "Giữa"))), cell(cellWidth(3000)+`<w:vAlign w:val="bottom"/>`, para("", run("", "Đáy")))),
			tableRow("", cell(cellWidth(3000)+`<w:vMerge/>`, para("")), cell(cellWidth(3000), para(`<w:spacing w:before="120" w:after="120"/>`, run("", long))), cell(cellWidth(3000)+`<w:tcMar><w:top w:w="200" w:type="dxa"/><w:left w:w="400" w:type="dxa"/></w:tcMar>`, para("", run("", "Lề riêng của ô này")))),
			tableRow(`<w:trHeight w:val="600" w:hRule="exact"/>`, cell(cellWidth(3000), para("", run("", "Cao đúng"))), cell(cellWidth(3000), para("")), cell(cellWidth(3000), para("", run("", "ba"))))) + para("", run("", "Sau bảng")) +
			gridOf(`<w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, "4000 5071", tableRow("", cell(cellWidth(4000)+`<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:tcBorders>`, para("", run("", "Trăm phần trăm"))), cell(cellWidth(5071), para("", run("", "phải"))))) +
			para("", run("", "Giữa")) + gridOf(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>`, "2000 3000", tableRow("", cell(cellWidth(2000), para("", run("", "Canh giữa"))), cell(cellWidth(3000), para("", run("", "ô hai"))))) + para("") +
			gridOf(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblInd w:w="500" w:type="dxa"/><w:tblBorders><w:top w:val="double" w:sz="6" w:space="0" w:color="auto"/></w:tblBorders>`, "2000 3000", tableRow("", cell(cellWidth(2000), para("", run("", "Tự động"))), cell(cellWidth(3000), para("", run("", "thụt vào"))))) + para("", run("", "Hết")),
	}
	bodies["cells"] = gridOf(fixedTable, "3000 3000 3000", tableRow("", cell(cellWidth(3000)+`<w:tcMar><w:bottom w:w="200" w:type="dxa"/></w:tcMar>`, para("", run("", "Lề dưới"))), cell(cellWidth(3000), para("", run("", "ba\ndòng\nliền"))), cell(cellWidth(3000)+`<w:vAlign w:val="bottom"/>`, para("", run("", "đáy")))),
		tableRow("", cell(cellWidth(3000), para("", run("", "hàng hai"))), cell(cellWidth(3000), para("", run("", "x"))), cell(cellWidth(3000), para("", run("", "y"))))) + para("", run("", "Tự động:")) +
		gridOf(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/>`, "4000 5000", tableRow("", cell(cellWidth(3000), para("", run("", "Ô một"))), cell(cellWidth(6000), para("", run("", long))))) + para("", run("", "Phần trăm:")) +
		gridOf(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="4000" w:type="pct"/>`, "4000 5000", tableRow("", cell(`<w:tcW w:w="2000" w:type="pct"/>`, para("", run("", "Ô một"))), cell(`<w:tcW w:w="3000" w:type="pct"/>`, para("", run("", long))))) + para("", run("", "Phải:")) +
		gridOf(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="dxa"/><w:jc w:val="right"/>`, "2000 3000", tableRow("", cell(cellWidth(2000), para("", run("", "Ô một"))), cell(cellWidth(3000), para("", run("", long))))) + para("", run("", "Rộng hơn trang, không lề:")) +
		gridOf(`<w:tblW w:w="10774" w:type="dxa"/><w:tblInd w:w="-459" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>`, "4000 6774", tableRow("", cell(cellWidth(4000), para(`<w:jc w:val="center"/>`, run("", "Ô một"))), cell(cellWidth(6774), para(`<w:jc w:val="center"/>`, run("", "ô hai"))))) +
		para("", run("", "Trước lưới:")) + gridOf(`<w:tblStyle w:val="TableGrid"/><w:tblW w:w="6000" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, "2000 2000 2000", tableRow(`<w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/>`, cell(cellWidth(2000), para("", run("", "lùi"))), cell(cellWidth(2000), para("", run("", "hai")))), tableRow("", cell(cellWidth(2000), para("", run("", "p"))), cell(cellWidth(2000), para("", run("", "q"))), cell(cellWidth(2000), para("", run("", "r"))))) + para("")
	bodies["tabs alone"] = ""
	for _, size := range []string{"16", "26", "60"} { // LibreOffice minds neither that of the tab nor that of the mark
		bodies["tabs alone"] += para("", run("", "Trước "+size)) + para(`<w:tabs><w:tab w:val="left" w:pos="3000"/></w:tabs><w:rPr><w:sz w:val="`+size+`"/></w:rPr>`, run(`<w:u w:val="single"/><w:sz w:val="`+size+`"/>`, "\t")) + para("", run("", "Sau"))
	}
	bodies["under"] = para("", run(`<w:u w:val="single"/>`, "Kẻ\t"), run("", "sau")) + para(`<w:spacing w:line="312" w:lineRule="auto"/>`, run(`<w:sz w:val="20"/>`, "Dòng 1,3 đầu trang")) + para(`<w:spacing w:line="312" w:lineRule="auto"/>`, run("", "Dòng hai")) +
		para(`<w:pageBreakBefore/><w:spacing w:before="480" w:line="360" w:lineRule="auto"/>`, run("", "Trang hai")) + para("", run("", "tiếp"))
	return bodies
}

// TestLetterheadFeatures: each thing that a letterhead may hold stands where
// LibreOffice puts it, alone and over several pages.
func TestLetterheadFeatures(t *testing.T) {
	files, sheets := map[string][]byte{}, map[string]*letterhead.Sheet{}
	add := func(name string, data []byte) {
		s, found := letterhead.Read(name, data)
		for _, f := range found {
			if f.Code != "LETTERHEAD-PDF-MARK" {
				t.Errorf("%s: %s %s: %s", name, f.Code, f.At.Where, f.Message.Vi)
			}
		}
		files[name], sheets[name] = data, s
	}
	for name, body := range letterheadBodies() {
		add(name, wordFile(body, "", nil))
	}
	pageField := run("", "Trang ") + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	many := strings.Repeat(para(`<w:jc w:val="both"/><w:spacing w:before="120" w:after="60" w:line="288" w:lineRule="auto"/><w:ind w:firstLine="720"/>`, run(`<w:sz w:val="28"/>`, long+" "+long)), 30) +
		gridOf(fixedTable, "4000 5000", strings.Repeat(tableRow("", cell(cellWidth(4000), strings.Repeat(para("", run("", "Nơi nhận")), 12)), cell(cellWidth(5000), para("", run("", long+long+long)))), 4)) + para("", run("", "Hết"))
	add("pages", wordFile(many, `<w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:headerReference w:type="even" r:id="h3"/><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/>`,
		map[string]string{"h1": para(`<w:jc w:val="center"/>`, pageField), "h2": para(`<w:spacing w:after="240"/>`, run(`<w:sz w:val="48"/>`, "Đầu trang cao")) + para("", run("", "hai dòng")), "h3": para(`<w:jc w:val="left"/>`, `<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`), "f1": para(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>`, run("", "Chân trang một")) + para("", run("", "Chân trang hai")) + para("", run("", "Chân trang ba")), "settings": `<w:evenAndOddHeaders/>`}))
	same(t, files, sheets)
}
