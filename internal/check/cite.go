package check

import (
	"kehoach.example/internal/diag"
)

const (
	basisCite  = "NĐ 30/2020, PL I, II.6.b"
	basisGuide = "NĐ 30/2020, PL I, II.6.b; HD 05-HD/VPTW, mục 6"
)

// citeRules look at how other documents are cited. The facts of package fact
// are read; none searches the texts anew but that for names of laws.
func citeRules() []Rule {
	return append([]Rule{
		{
			Code: "CITE-FULL", Group: GroupCite, Basis: basisGuide, Fix: Never,
			Title: diag.M("viện dẫn lần đầu không đủ", "a first citation is not whole"),
			Why: diag.M("Lần đầu viện dẫn một văn bản phải ghi tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành và trích yếu; các lần sau chỉ ghi tên loại và số, ký hiệu. Luật, pháp lệnh chỉ ghi tên. Trong đoạn văn, thiếu riêng trích yếu thì không nhắc.",
				"The first time a document is cited, its kind, number and symbol, day, issuer and subject are told; afterwards kind and number are enough. Laws are cited by name. In running text a missing subject alone is not reported."),
			Bad:  Sample{Text: "Thực hiện Quyết định số 417/QĐ-ABC, các đơn vị rà soát danh sách."},
			Good: Sample{Text: "Thực hiện Quyết định số 417/QĐ-ABC ngày 05/01/2021 của Giám đốc Trung tâm Thử nghiệm ABC về mẫu danh sách, các đơn vị rà soát danh sách."},
			Run:  citeFull,
		},
		{
			Code: "CITE-SO", Group: GroupCite, Basis: basisCite, Fix: Never,
			Title: diag.M("thiếu chữ \"số\" trước số văn bản, hoặc ghi \"số:\"", "\"số\" is missing before a number, or stands with a colon"),
			Why: diag.M("Giữa tên loại và số của văn bản được viện dẫn có chữ \"số\", không có dấu hai chấm: Nghị định số 30/2020/NĐ-CP, Chỉ thị số 05-CT/TW.",
				"Between kind and number of a cited document stands the word \"số\" without a colon: Nghị định số 30/2020/NĐ-CP, Chỉ thị số 05-CT/TW."),
			Bad:  Sample{Text: "Các đơn vị thực hiện đúng Quyết định 418/QĐ-ABC ngày 05/01/2021 của Giám đốc Trung tâm ABC về mẫu danh sách."},
			Good: Sample{Text: "Các đơn vị thực hiện đúng Quyết định số 418/QĐ-ABC ngày 05/01/2021 của Giám đốc Trung tâm ABC về mẫu danh sách."},
			Run:  citeSo,
		},
		{
			Code: "CITE-FORM", Group: GroupCite, Basis: "NĐ 30/2020, PL I, II.3 và PL III; HD 05-HD/VPTW (số, ký hiệu)", Fix: Never,
			Title: diag.M("số, ký hiệu của văn bản viện dẫn sai dạng", "the number of a cited document has a wrong form"),
			Why: diag.M("Văn bản của Đảng ghi số-loại/cơ quan (34-CT/TW), văn bản của cơ quan nhà nước, công đoàn ghi số/loại-cơ quan (82/KH-LĐLĐ), văn bản quy phạm pháp luật có thêm năm (30/2020/NĐ-CP). Ký hiệu phải hợp với tên loại, năm trong số phải hợp với ngày ban hành.",
				"Party papers are numbered number-kind/organ (34-CT/TW), those of the state and the unions number/kind-organ (82/KH-LĐLĐ), legal texts with the year (30/2020/NĐ-CP). The symbol agrees with the kind, and the year in the number with the day."),
			Bad:  Sample{Text: "Các đơn vị thực hiện Chỉ thị số 91/CT-TW ngày 05/01/2021 của Ban Bí thư về một nội dung giả định."},
			Good: Sample{Text: "Các đơn vị thực hiện Chỉ thị số 91-CT/TW ngày 05/01/2021 của Ban Bí thư về một nội dung giả định."},
			Run:  citeForm,
		},
		{
			Code: "CITE-COMMA", Group: GroupCite, Basis: "NĐ 30/2020, PL III: mẫu căn cứ không có dấu phẩy trước \"ngày\"", Fix: Never,
			Title: diag.M("dấu phẩy trước \"ngày\" khi viện dẫn", "a comma before \"ngày\" in a citation"),
			Why: diag.M("Dấu phẩy giữa số, ký hiệu và \"ngày\" là cách ghi của văn bản Đảng; văn bản hành chính ghi liền: số 30/2020/NĐ-CP ngày 05/3/2020.",
				"A comma between the number and \"ngày\" is the way of Party papers; other papers write none: số 30/2020/NĐ-CP ngày 05/3/2020."),
			Bad:  Sample{Text: "Thực hiện Kế hoạch số 419/KH-ABC, ngày 05/01/2021 của Trung tâm ABC về tập huấn."},
			Good: Sample{Text: "Thực hiện Kế hoạch số 419/KH-ABC ngày 05/01/2021 của Trung tâm ABC về tập huấn."},
			Run:  citeComma,
		},
		{
			Code: "CITE-END", Group: GroupCite, Basis: "NĐ 30/2020, PL I, II.6.a; HD 05-HD/VPTW, 6.2.3", Fix: Safe,
			Title: diag.M("dấu cuối dòng căn cứ", "the mark at the end of a ground"),
			Why: diag.M("Mỗi căn cứ xuống dòng và kết thúc bằng dấu chấm phẩy, căn cứ cuối kết thúc theo thể thức. Dòng không có dấu thì chương trình tự thêm; dòng có dấu thì giữ như gõ nên cần đúng.",
				"Each ground stands on its own line and ends with a semicolon, the last one as the form says. A missing mark is added; a typed one stays and must be right."),
			Bad:  Sample{Key: "can_cu", Text: "\n  - Căn cứ Luật Công đoàn,\n  - Căn cứ Quy chế làm việc của cơ quan"},
			Good: Sample{Key: "can_cu", Text: "\n  - Căn cứ Luật Công đoàn;\n  - Căn cứ Quy chế làm việc của cơ quan"},
			Run:  citeEnd,
		},
		citeLeadRule(),
	}, citeDataRules()...)
}
