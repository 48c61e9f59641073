package ooxml

import "kehoach.example/internal/diag"

// What reading a file may cost. A part of a zip can unpack to a thousand times
// its size, and a few bytes of XML can be a paragraph: each way in has its own
// bound, and none trusts what the file says of itself. Parts are read as a
// stream, so that only what comes out of them stays in memory.
const (
	// MaxMemory is how much the heap may grow while a file is read, whatever it
	// holds, in bytes. The other bounds are chosen for it.
	MaxMemory = 256 << 20

	// MaxFile is the largest file, in bytes: a plan with scanned pages has a
	// fifth. Its bytes are the caller's; reading takes no copy of them.
	MaxFile = 100 << 20

	// maxDirectory is how much of the zip's directory is read: a header of an
	// entry becomes some 400 bytes of memory, its name as many as it has.
	maxDirectory = 4 << 20

	// maxEntries is how many files a zip may hold.
	maxEntries = 10_000

	// maxPart and maxUnpacked are the unpacked bytes of one part and of all parts
	// that are read, pictures not among them. Neither is held in memory: they
	// bound the time, and the names and texts that stay.
	maxPart     = 64 << 20
	maxUnpacked = 96 << 20

	// maxRatio is how many times its packed size a part may unpack to, as soon as
	// it is larger than smallPart: long tables reach 60, bombs 1000.
	maxRatio  = 300
	smallPart = 2 << 20

	// maxToken is the longest piece of XML without a border (a text, a tag with
	// its attributes, a comment): the decoder holds it whole, and a tag of nothing
	// but attributes becomes 25 times as long.
	maxToken = 4 << 20

	// maxName is how many bytes of a name, a mark or the text of a list's level are
	// kept, where each paragraph could hold its own copy.
	maxName = 200

	// maxDepth is how deep XML may nest; a frame of reading is under 1 KB.
	maxDepth = 400

	// maxElements is how many elements all parts may have together. They cost
	// time only.
	maxElements = 2_000_000

	// maxNode is how many elements the properties of one thing may have: they are
	// held as a tree, 150 bytes each.
	maxNode = 20_000

	// maxTables is how deep tables may stand in one another.
	maxTables = 20

	// maxStyles and maxLists bound what is kept of the styles and of the numbering:
	// 1 KB a style, 6 KB a list.
	maxStyles = 20_000
	maxLists  = 10_000

	// maxParagraphs, maxCells and maxRuns bound what comes out: 300, 40 and (while
	// a paragraph is read) 400 bytes each; columns of a table count as cells.
	maxParagraphs = 150_000
	maxCells      = 200_000
	maxRuns       = 150_000

	// maxText is the text that comes out, in bytes: 4000 pages. It is held twice,
	// in runs and in lines.
	maxText = 16 << 20
)

// refusal is why a file cannot be read.
type refusal struct{ finding diag.Finding }

func (r refusal) Error() string { return r.finding.Message.En }

// refuse makes the reason why a file is not read.
func refuse(code string, message, hint diag.Msg) error {
	return refusal{diag.New(code, diag.Error, "read", diag.Place{}, message, hint)}
}

// tooBig refuses a file that is over a bound.
func tooBig(vi, en string, args ...any) error {
	return refusal{overBound(diag.M(vi, en, args...))}
}

// TooBig refuses a file by its size, which is known before it is read.
func TooBig(file string, size int64) diag.Finding {
	f := overBound(diag.M("tệp Word quá lớn: %d MB, giới hạn %d MB", "the Word file is too large: %d MB, limit %d MB", size>>20, MaxFile>>20))
	f.At.File = file
	return f
}

func overBound(message diag.Msg) diag.Finding {
	return diag.New("DOCX-TOO-BIG", diag.Error, "read", diag.Place{}, message,
		diag.M("đây không phải một văn bản bình thường; mở bằng Word, chép phần chữ cần dùng sang một tệp mới rồi lưu dạng .docx",
			"this is no ordinary paper; open it in Word, copy the text that is needed into a new file and save that as .docx"))
}

// broken refuses a file that does not hold to its own format.
func broken(vi, en string, args ...any) error { return brokenBy(diag.M(vi, en, args...)) }

func brokenBy(message diag.Msg) error {
	return refuse("DOCX-BROKEN", message,
		diag.M("xin lại tệp gốc, hoặc mở bằng Word (Word tự sửa được nhiều lỗi), chọn Lưu dưới dạng → .docx rồi nhập tệp mới",
			"ask for the file again, or open it in Word, which mends much, choose Save As → .docx and import the new file"))
}
