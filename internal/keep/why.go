package keep

import (
	"cmp"
	"regexp"

	"kehoach.example/internal/diag"
)

// Why tells what a change of the text was, or what a version was made for. A
// front end may have others than those below: small letters and hyphens.
type Why string

// What changes the text: by Typing and Undo step by step, by all others at one
// stroke, so that the text before becomes a version.
const (
	Typing  Why = "typing"
	Undo    Why = "undo"
	Paste   Why = "paste"
	Import  Why = "import"
	Roll    Why = "roll"
	Fix     Why = "fix"
	Format  Why = "format"
	Restore Why = "restore"
)

// What a version is made for, besides.
const (
	Pause  Why = "pause"  // before the first change after a pause, or in a long sitting
	Marked Why = "marked" // somebody asked for it
	Disk   Why = "disk"   // what somebody else had written to the file
	Ours   Why = "ours"   // our text, before that of the disk was taken
	Spoilt Why = "spoilt" // the text before a spoilt place of the journal
)

var whyForm = regexp.MustCompile(`^[a-z](-?[a-z0-9]){0,23}$`)

// clean gives one that can stand in the name of a file.
func (w Why) clean() Why {
	if whyForm.MatchString(string(w)) {
		return w
	}
	return "other"
}

// stepwise tells whether a change is one that people take back by undoing.
func (w Why) stepwise() bool { return w == Typing || w == Undo }

// lasting tells whether a version for this is kept longer than others: somebody
// asked for it, or it may be all that is left of somebody's work.
func (w Why) lasting() bool { return w == Marked || w == Disk || w == Ours || w == Spoilt }

// Msg tells people what a version is.
func (w Why) Msg() diag.Msg {
	return cmp.Or(map[Why]diag.Msg{
		Pause:   diag.M("trước khi sửa tiếp", "before going on"),
		Marked:  diag.M("bạn đã đánh dấu", "marked by you"),
		Disk:    diag.M("bản trên đĩa do chương trình khác ghi", "written to the file by another program"),
		Ours:    diag.M("bản của bạn trước khi lấy bản trên đĩa", "your text before that of the file was taken"),
		Spoilt:  diag.M("cứu được từ nhật ký bị hỏng", "rescued from a spoilt journal"),
		Paste:   diag.M("trước khi dán", "before pasting"),
		Import:  diag.M("trước khi nhập tệp", "before importing a file"),
		Roll:    diag.M("trước khi chuyển sang năm mới", "before rolling over to the new year"),
		Fix:     diag.M("trước khi sửa theo gợi ý", "before fixing what was found"),
		Format:  diag.M("trước khi trình bày lại", "before formatting"),
		Restore: diag.M("trước khi khôi phục phiên bản cũ", "before going back to an older version"),
	}[w], diag.M("trước một thay đổi lớn", "before a large change"))
}
