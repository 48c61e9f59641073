package web

import (
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Bounds of a form.
const (
	maxWords  = 16 << 10 // bytes of a field that holds words
	maxFields = 32
)

// upload is a form with files, in memory.
type upload struct {
	words map[string][]byte
	files map[string]build.Input // those that were chosen
}

// word is what a field holds, without the blanks around it.
func (up *upload) word(field string) string { return strings.TrimSpace(string(up.words[field])) }

// uploaded reads a form with files into memory, within bounds: that of each file
// is given by the name of its field. Nothing of it reaches the disk.
func (s *Server) uploaded(w http.ResponseWriter, r *http.Request, bounds map[string]int64, t *outcome) *upload {
	select {
	case s.receiving <- struct{}{}:
		defer func() { <-s.receiving }()
	default:
		t.refuse(diag.M("chương trình đang nhận tệp khác", "other files are being received"), diag.M("đợi tệp kia xong rồi làm lại", "wait for them and try again"))
		return nil
	}
	out := http.NewResponseController(w)
	out.SetReadDeadline(time.Now().Add(s.patience))
	defer out.SetReadDeadline(time.Time{})
	most := int64(maxFields * maxWords)
	for _, n := range bounds {
		most += n
	}
	r.Body = http.MaxBytesReader(w, r.Body, most)
	form, err := r.MultipartReader()
	if err != nil {
		t.refuse(notReceived, receiveAgain)
		return nil
	}
	up := &upload{map[string][]byte{}, map[string]build.Input{}}
	for range maxFields {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return up
		}
		if err == nil {
			err = up.take(part, bounds)
		}
		var large *tooLarge
		switch {
		case err == nil:
			continue
		case errors.As(err, &large):
			t.refuse(large.why, diag.M("kiểm tra lại tệp đã chọn", "check which file was chosen"))
		default:
			t.refuse(notReceived, receiveAgain)
		}
		return nil
	}
	t.refuse(notReceived, receiveAgain)
	return nil
}

var (
	notReceived  = diag.M("không nhận được trọn biểu mẫu", "the form did not arrive as a whole")
	receiveAgain = diag.M("chọn lại tệp rồi làm lại", "choose the files again and try again")
)

// tooLarge tells of a file beyond its bound.
type tooLarge struct{ why diag.Msg }

// Error is for programmers.
func (l *tooLarge) Error() string { return l.why.En }

// take reads one field.
func (up *upload) take(part *multipart.Part, bounds map[string]int64) error {
	field := part.FormName()
	most, isFile := bounds[field]
	if !isFile {
		most = maxWords
	}
	data, err := io.ReadAll(io.LimitReader(part, most+1))
	name := field
	if part.FileName() != "" {
		name = path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
	}
	switch {
	case err != nil:
		return err
	case int64(len(data)) > most:
		return &tooLarge{diag.M("%s lớn hơn %s", "%s is larger than %s", name, sizeOf(most))}
	case !isFile:
		up.words[field] = data
	case part.FileName() != "" || len(data) > 0:
		up.files[field] = build.Input{Name: diag.Word(name), Data: data}
	}
	return nil
}

// wipe overwrites what was read, as far as a program can: copies that the reader of
// the form, the opener of the key or the system made are left to them.
func (up *upload) wipe(fields ...string) {
	for _, field := range fields {
		clear(up.files[field].Data)
		clear(up.words[field])
		delete(up.files, field)
		delete(up.words, field)
	}
}

// sizeOf tells a bound as people do.
func sizeOf(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}

// either is a file of a form: the one that was handed in, else the one of the
// folder that was chosen by its name.
func (s *Server) either(f *finishing, up *upload, file, choice string, t *outcome) (in build.Input, ofFolder bool) {
	if in, ok := up.files[file]; ok {
		return in, false
	}
	name := string(up.words[choice])
	all, err := f.dir.Papers()
	if err != nil {
		t.fault(err)
		return in, false
	}
	for _, p := range all {
		if p.Name != name {
			continue
		}
		data, err := f.dir.Read(name, build.MaxPDF)
		if err != nil {
			t.fault(err)
			return in, false
		}
		return build.Input{Name: name, Data: data}, true
	}
	t.refuse(diag.M("chưa chọn tệp PDF", "no PDF was chosen"), diag.M("chọn một tệp trong thư mục, hoặc đưa tệp từ máy", "choose a file of the folder, or one of this machine"))
	return in, false
}
