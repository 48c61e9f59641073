package list

import (
	"kehoach.example/internal/diag"
)

// What reading a list may cost. Nothing here trusts what a file says of itself.
// A list of all communes of the country has some 3,400 rows; the largest book
// that is read takes under 300 MB of memory together with the program.
const (
	// MaxFile is the largest file, in bytes. Its bytes are the caller's.
	MaxFile = 32 << 20

	// maxRows and maxColumns are how many rows that hold something a sheet may
	// have, and where its last column may stand.
	maxRows    = 100_000
	maxColumns = 200

	// maxCells is how many cells all sheets may hold, counted in each row up to
	// the last one that is filled: 20,000 rows of 50 columns. A cell costs 24
	// bytes and its text.
	maxCells = 1_000_000

	// maxLetters is how many letters a cell may hold: as many as Excel allows.
	maxLetters = 32_767

	// maxText are the bytes of all texts that are kept.
	maxText = 32 << 20

	// maxShown are the bytes of the texts of all cells, where many can share one:
	// it bounds what becomes of a list later.
	maxShown = 128 << 20

	// maxSheets is how many sheets a book may have.
	maxSheets = 200

	// headRows is how many rows from the first that holds something are looked
	// through for the headers.
	headRows = 30

	// maxEntries and maxDirectory bound the directory of the zip: a header of an
	// entry becomes some 400 bytes.
	maxEntries   = 5000
	maxDirectory = 2 << 20

	// maxUnpacked are the unpacked bytes of all parts that are read, and
	// maxElements their XML elements. They are streamed, so these bound the time.
	maxUnpacked = 320 << 20
	maxElements = 6_000_000

	// maxRatio is how many times its packed size a part may unpack to, as soon as
	// it is larger than smallPart: sheets reach 50, bombs 1000.
	maxRatio  = 300
	smallPart = 4 << 20

	// maxToken is the longest piece of XML without a border: the decoder holds it
	// whole, and a tag of nothing but attributes becomes 25 times as long.
	maxToken = 1 << 20

	// maxDepth is how deep XML may nest.
	maxDepth = 100

	// maxAlike is how many problems of one kind are told one by one in one column
	// of a sheet, and maxTold how many in all: one takes some 600 bytes.
	maxAlike = 5000
	maxTold  = 50_000

	// maxMerges, maxStyles and maxRelations bound what is kept beside the cells.
	maxMerges    = 100_000
	maxStyles    = 65_536
	maxRelations = 5000

	// maxFormat is the longest number format that is used, in bytes: Excel allows
	// 255 letters.
	maxFormat = 255

	// maxWork bounds the time that number formats take, which grows with the
	// square of their length: it is the sum of the squares over all numbers.
	maxWork = 2_000_000_000
)

// group is the group of all findings here.
const group = "list"

// refusal is why a file cannot be read.
type refusal struct{ finding diag.Finding }

func (r refusal) Error() string { return r.finding.Message.En }

// refuse makes the reason why a file is not read.
func refuse(code string, message, hint diag.Msg) error {
	return refusal{diag.New(code, diag.Error, group, diag.Place{}, message, hint)}
}

// tooLarge refuses what is over a bound.
func tooLarge(at diag.Place, vi, en string, args ...any) error {
	return overBound(at, diag.M(vi, en, args...))
}

func overBound(at diag.Place, message diag.Msg) error {
	return refusal{diag.New("LIST-TOO-LARGE", diag.Error, group, at, message,
		diag.M("chỉ giữ lại trang, dòng và cột cần dùng: chép sang một tệp mới rồi dùng tệp đó; danh sách rất dài thì chia thành nhiều tệp",
			"keep only the sheets, rows and columns that are needed: copy them into a new file and use that; part a very long list into several files"))}
}

// broken refuses a file that does not hold to its own format.
func broken(vi, en string, args ...any) error { return brokenBy(diag.M(vi, en, args...)) }

func brokenBy(message diag.Msg) error {
	return refuse("LIST-BROKEN", message,
		diag.M("xin lại tệp gốc, hoặc mở bằng Excel (Excel tự sửa được nhiều lỗi), chọn Lưu dưới dạng (Save As) → Excel Workbook (.xlsx) rồi dùng tệp mới",
			"ask for the file again, or open it in Excel, which mends much, choose Save As → Excel Workbook (.xlsx) and use the new file"))
}

// TooLarge refuses a list by its size, which is known before it is read.
func TooLarge(file string, size int64) diag.Finding {
	err := tooLarge(diag.Place{File: file}, "tệp danh sách quá lớn: %d MB, giới hạn %d MB", "the list is too large: %d MB, limit %d MB", size>>20, MaxFile>>20)
	return err.(refusal).finding
}
