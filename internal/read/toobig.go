package read

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/ooxml"
)

// MaxWord is the largest Word file that is read, in bytes.
const MaxWord = ooxml.MaxFile

// TooBig refuses a Word file by its size, before it is read.
func TooBig(file string, size int64) diag.Finding {
	return finding("DOCX-TOO-BIG", diag.Place{File: file},
		diag.M("tệp Word quá lớn: %d MB, giới hạn %d MB", "the Word file is too large: %d MB, limit %d MB", size>>20, MaxWord>>20),
		diag.M("đây không phải một văn bản bình thường; mở bằng Word, chép phần chữ cần dùng sang một tệp mới rồi lưu dạng .docx",
			"this is no ordinary paper; open it in Word, copy the text that is needed into a new file and save that as .docx"))
}
