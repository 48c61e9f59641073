package build

import "kehoach.example/internal/diag"

// letterheadPDFCodes are told of what of a letterhead cannot be laid out: the
// DOCX is written, the PDF is not.
func letterheadPDFCodes() []meaning {
	return []meaning{
		{
			"LETTERHEAD-PDF-BROKEN", diag.M("không đọc được giấy tiêu đề để lập PDF", "the letterhead cannot be read for the PDF"),
			diag.M("Tệp hỏng, hoặc lớn và lồng nhau quá mức. Mở bằng Word, chỉ giữ phần tiêu đề, chọn Lưu dưới dạng → .docx.", "The file is broken, or far too large or deep. Open it in Word, keep the letterhead alone and choose Save As → .docx."),
		},
		{
			"LETTERHEAD-PDF-MARK", diag.M("{noi_dung} không nằm riêng một đoạn ngoài bảng", "{noi_dung} does not stand in a paragraph of its own outside of tables"),
			diag.M("Nội dung kế hoạch cần trọn bề rộng trang và nhiều trang, nên {noi_dung} phải là một đoạn riêng, không ở trong bảng, khung hay đầu trang.", "The text of a plan needs the width of the page and several pages, so {noi_dung} must be a paragraph of its own, in no table, box or header."),
		},
		{
			"LETTERHEAD-PDF-PAGE", diag.M("thiết lập trang mà PDF không thể hiện", "a setting of the page that the PDF does not show"),
			diag.M("Nhiều section, chia cột, viền trang, màu nền, lưới dòng, đánh số dòng, số trang kiểu lạ, lề đối xứng, lề âm, đầu trang và chân trang quá cao: bỏ trong thẻ Layout của Word.", "Several sections, columns, borders, a ground, grids, numbered lines, odd page numbers, mirrored or negative margins, headers and footers that are too high: take them away in Word's tab Layout."),
		},
		{
			"LETTERHEAD-PDF-FONT", diag.M("phông chữ khác Times New Roman", "a face other than Times New Roman"),
			diag.M("PDF nhúng một họ phông duy nhất. Chữ phông khác có bề rộng khác, nên dòng và trang sẽ lệch với bản Word. Chọn cả tệp (Ctrl+A), chọn Times New Roman; nhớ cả đầu trang và chân trang.",
				"The PDF embeds one family. Letters of another are otherwise wide, so lines and pages would differ from the Word file. Select all (Ctrl+A) and choose Times New Roman, in headers and footers too."),
		},
		{
			"LETTERHEAD-PDF-TEXT", diag.M("định dạng chữ mà PDF không thể hiện", "a look of text that the PDF does not show"),
			diag.M("Dùng được: đậm, nghiêng, gạch chân nét đơn, cỡ, màu, chữ hoa, chỉ số trên dưới. Bỏ tô nền, giãn chữ, chữ hoa nhỏ, ký hiệu đặc biệt, gạch nối tùy chọn, hiệu ứng.",
				"What can be drawn: bold, italic, a single underline, sizes, colours, capitals, sub- and superscript. Take away shading, character spacing, small capitals, signs out of other faces, optional hyphens and effects."),
		},
		{
			"LETTERHEAD-PDF-PARAGRAPH", diag.M("định dạng đoạn mà PDF không thể hiện", "a look of a paragraph that the PDF does not show"),
			diag.M("Dùng được: canh lề, thụt lề, giãn dòng, khoảng cách, tab trái, giữa, phải, viền đơn và đôi. Bỏ khung chữ trôi, tô nền, tab có chấm dẫn, khoảng cách tự động, ngắt trang giữa đoạn.",
				"What can be laid out: alignment, indents, spacing, tabs left, center and right, single and double borders. Take away frames, shading, leaders, automatic spacing and breaks within a paragraph."),
		},
		{
			"LETTERHEAD-PDF-NUMBERING", diag.M("đánh số tự động của Word trên giấy tiêu đề", "automatic numbering of Word on the letterhead"),
			diag.M("Gõ số hoặc dấu gạch đầu dòng trực tiếp thay cho đánh số tự động.", "Type the number or the dash instead of numbering."),
		},
		{
			"LETTERHEAD-PDF-TABLE", diag.M("bảng kiểu mà PDF không thể hiện", "a table of a kind that the PDF does not show"),
			diag.M("Dùng được: bảng thường trong dòng chữ, ô gộp, viền đơn và đôi, canh trên, giữa, đáy. Bỏ bảng lồng nhau, bảng trôi, tô nền, chữ xoay, hàng nhiều ô hơn số cột, hàng cao quá nửa trang, kiểu bảng có định dạng riêng cho hàng, cột.",
				"What can be laid out: ordinary tables in line with the text, merged cells, single and double borders, cells aligned top, middle and bottom. Take away nested and floating tables, shading, turned text, rows of more cells than columns or higher than half a page, and styles with looks of their own for rows or columns."),
		},
		{
			"LETTERHEAD-PDF-DRAWING", diag.M("hình vẽ mà PDF không thể hiện", "a drawing that the PDF does not show"),
			diag.M("Dùng được: đường thẳng một nét liền, một màu chuẩn, không mũi tên, không hiệu ứng, khung chữ nhật không tô nền, ảnh, đặt trước hoặc sau chữ. Chữ trong hộp (text box) thì chuyển vào một bảng không viền.",
				"What can be drawn: straight solid lines in a plain colour without arrows and effects, unfilled rectangles and pictures in front of or behind text. Put the text of a box into a table without borders."),
		},
		{
			"LETTERHEAD-PDF-IMAGE", diag.M("ảnh trên giấy tiêu đề không dùng được cho PDF", "a picture of the letterhead that is of no use for the PDF"),
			diag.M("Ảnh phải nằm trong tệp, là PNG hoặc JPEG, không cắt bớt, không xoay, không chỉnh màu, lật, đóng khuôn hay kẻ viền trong Word. Ảnh WMF, EMF, SVG thì lưu lại thành PNG rồi chèn lại.", "A picture must be in the file, PNG or JPEG, neither cropped, turned, flipped, recoloured, framed nor cut to a shape in Word. Save WMF, EMF and SVG as PNG and put it in again."),
		},
		{
			"LETTERHEAD-PDF-FIELD", diag.M("trường tự động của Word ngoài số trang", "a field of Word other than the page number"),
			diag.M("Chỉ PAGE ở đầu trang, chân trang, dạng 1, 2, 3, được dùng: giá trị của trường khác chỉ Word mới tính được. Chọn trường, bấm Ctrl+Shift+F9 để đổi thành chữ.", "Only PAGE in headers and footers, as 1, 2, 3, is used: Word alone knows what others show. Select the field and press Ctrl+Shift+F9 to make it text."),
		},
		{
			"LETTERHEAD-PDF-OBJECT", diag.M("công thức, chú thích, đối tượng nhúng hoặc cấu trúc lạ trên giấy tiêu đề", "an equation, a footnote, an embedded object or a structure that is not read on the letterhead"),
			diag.M("Xóa đi, hoặc thay bằng chữ thường hay ảnh PNG.", "Take it away, or put text or a PNG image in its place."),
		},
	}
}
