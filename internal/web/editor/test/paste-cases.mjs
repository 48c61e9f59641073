// What word processors and web pages put on the clipboard, shortened, and the
// running text that comes of it.

const ignore = (sign, font = "") =>
  `<![if !supportLists]><span lang=VI${font && ` style='font-family:${font}'`}><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>`;

const word = (body) => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0in; font-size:14.0pt;} --></style></head>
<body lang=EN-US style='tab-interval:.5in'><!--StartFragment-->${body}<!--EndFragment--></body></html>`;

const p = (text, style = "text-align:justify;text-indent:.5in") => `<p class=MsoNormal style='${style}'>${text}<o:p></o:p></p>\n`;
const item = (level, sign, text, font) => `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level${level} lfo1'>${ignore(sign, font)}${text}<o:p></o:p></p>\n`;
const td = (text, attributes = "") => `<td width=100 valign=top ${attributes} style='border:solid windowtext 1.0pt'>${text && p(text)}</td>`;

export const cases = [
  {
    name: "a chat: line breaks before signs and blank lines begin paragraphs, others are blanks",
    html: "<div>1. Việc một<br>- ý <b>a</b><br>nối thêm<br>- ý b<br>2. Việc hai<br><br>Hết rồi<br>nhé</div>",
    want: "1. Việc một\n- ý **a** nối thêm\n- ý b\n2. Việc hai\nHết rồi nhé",
  },
  {
    name: "Word: looks, a line wrapped in the source, blanks that do not break",
    html: word(p("<b>Ban Thường vụ:</b> Hướng dẫn\nthực&nbsp;hiện <i>“Người tốt”</i>, m<sup>2</sup> và H<sub>2</sub>O") + p("<b><span lang=VI>I. MỤC ĐÍCH<o:p></o:p></span></b>") + p("<o:p>&nbsp;</o:p>")),
    want: "**Ban Thường vụ:** Hướng dẫn thực hiện *“Người tốt”*, m^2^ và H~2~O\n**I. MỤC ĐÍCH**",
  },
  {
    name: "Word: numbers and bullets of lists as they are shown",
    html: word(item(1, "1.", "Một") + item(2, "1.1.", "Hai") + item(1, "a)", "<b>Ba</b>") + item(1, "đ)", "Bốn") + item(1, "-", "Năm") + item(1, "·", "Sáu", "Symbol") + item(2, "o", "Bảy", '"Courier New"') + item(2, "+", "Tám") + item(3, "§", "Chín", "Wingdings") + item(1, "II.", "MƯỜI")),
    want: "1. Một\n1.1. Hai\na) **Ba**\nđ) Bốn\n- Năm\n- Sáu\n+ Bảy\n+ Tám\n+ Chín\nII. MƯỜI",
  },
  {
    name: "Word: a table with joined cells, a group, two paragraphs in a cell",
    html: word(`<table class=MsoTableGrid border=1><thead><tr>${td("<b>TT</b>", "rowspan=2")}${td("<b>Chỉ tiêu</b>", "colspan=2")}</tr><tr>${td("<b>Quý I</b>")}${td("<b>Quý II</b>")}</tr></thead>
<tr>${td("<b>Khối trường học</b>", "colspan=3")}</tr>
<tr>${td("1")}<td>${p("a|b")}${p("dòng hai")}</td>${td("")}</tr>
<tr>${td("2", "rowspan=2")}${td("x")}${td("y")}</tr><tr>${td("Tổng", "colspan=2")}</tr></table>`) ,
    want: "| TT | Chỉ tiêu | < |\n| ^ | Quý I | Quý II |\n|---|---|---|\n| Khối trường học |\n| 1 | a\\|b | |\n  | | dòng hai | |\n| 2 | x | y |\n| ^ | Tổng | < |",
  },
  {
    name: "Word: a head that stands out needs no row of widths; without one there is such a row",
    html: word(`<table><tr>${td("<b>A</b>")}${td("<b>B</b>")}</tr><tr>${td("1")}${td("&lt;")}</tr></table>${p("giữa")}<table><tr>${td("a")}${td("--")}</tr><tr>${td("--")}${td("---")}</tr></table>`),
    want: "| A | B |\n| 1 | \\< |\ngiữa\n|---|---|\n| a | -- |\n| \\-- | --- |",
  },
  {
    name: "Word: comments, deleted words and hidden text are no text of the paper",
    html: word(p("Giữ <del>bỏ</del><ins>thêm</ins><span style='display:none;mso-hide:all'>ẩn</span><span class=MsoCommentReference>[A1]</span>") + "<div style='mso-element:comment-list'><p>lời bàn</p></div>"),
    want: "Giữ thêm",
  },
  {
    name: "LibreOffice: lists of its own, a break in a paragraph",
    html: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/><style type="text/css">p { line-height: 115% }</style></head><body lang="vi-VN">
<ol><li><p>Một</p><ul><li><p>gạch</p><ul><li><p>cộng</p></li></ul></li></ul></li><li><p>Hai<br/>
tiếp</p></li></ol><ol type="a"><li>điểm</li></ol><ol type="I" start="3"><li>MỤC</li></ol><ol><li>Ba<ol><li>con</li></ol></li></ol></body></html>`,
    want: "1. Một\n- gạch\n+ cộng\n2. Hai tiếp\na) điểm\nIII. MỤC\n1. Ba\n1.1. con",
  },
  {
    name: "Google Docs: looks in styles, a b that is not bold",
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;font-style:normal;vertical-align:baseline;white-space:pre-wrap;">Đậm</span><span style="font-weight:400;font-style:italic;white-space:pre-wrap;"> nghiêng</span></p><br><ul><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span>mục</span></p></li></ul></b>`,
    want: "**Đậm** *nghiêng*\n- mục",
  },
  {
    name: "what means something in the grammar is escaped where it would be misread, and only there",
    html: "<p>*chú thích*: 5 * 3, ~20, {ten} và [^1]</p><p>| cột</p><p># thẻ</p><p>#thẻ</p><p>{dot}</p><p>a ^ b</p><p>1. mục</p>",
    want: "\\*chú thích\\*: 5 \\* 3, \\~20, \\{ten} và \\[\\^1]\n\\| cột\n\\# thẻ\n#thẻ\n\\{dot}\na ^ b\n1. mục",
  },
  {
    name: "letters without width, decomposed accents, letters that look like others",
    html: "<p>Thi\u200b đua\u00ad \ufeffĐ\u00d0 e\u0302\u0301 2026\u20112030</p>",
    want: "Thi đua ĐĐ ế 2026-2030",
  },
  {
    name: "scripts and styles are not read, images not loaded",
    html: `<p>chữ<script>window.hacked = 1</script><style>p{}</style><img src="/x" onerror="window.hacked = 2"></p><svg onload="window.hacked = 3"></svg><p onclick="x" style="background:url(/y)">hết</p>`,
    want: "chữ\nhết",
  },
  {
    name: "a table inside a cell, a frame, cells that run over the end",
    html: `<table><tr><td>khung</td></tr></table><table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td rowspan="99" colspan="2">d</td></tr></table><table><tr><td></td></tr></table>`,
    want: "khung\n|---|---|\n| a | d |\n  | b | |\n  | c | |",
  },
  { name: "Word: capitals that are a look", html: word(p("I. <span style='text-transform:uppercase'>Mục đích</span>")), want: "I. MỤC ĐÍCH" },
  { name: "nothing in the HTML: the plain text", html: "<p> </p>", text: "a\r\nb\rc", want: "a\nb\nc" },
  { name: "no HTML: the plain text as it is", html: "", text: "*a* | {b}\r\n  c", want: "*a* | {b}\n  c" },
  { name: "lines of a pre", html: "<pre>một\nhai</pre>", want: "một\nhai" },
];
