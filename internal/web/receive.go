package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Bounds of a form with files, in a time in which a disk gives them many times over.
const (
	maxWords     = 16 << 10 // bytes of a field that has no bound of its own
	maxFields    = 32
	maxReceiving = 2 // forms at a time
	patience     = time.Minute
)

// upload is a form with files, in memory.
type upload struct {
	words map[string][]byte
	files map[string]build.Input // those that were chosen
}

// word is what a field holds, without the blanks around it.
func (up *upload) word(field string) string { return strings.TrimSpace(string(up.words[field])) }

// receive reads a form with files into memory. bounds are the most bytes that its
// large fields may hold, by name. Nothing of it reaches the disk.
func (s *Server) receive(w http.ResponseWriter, r *http.Request, bounds map[string]int64) (*upload, *trouble) {
	select {
	case s.receiving <- struct{}{}:
		defer func() { <-s.receiving }()
	default:
		return nil, &trouble{http.StatusServiceUnavailable, diag.M("chương trình đang nhận tệp khác", "other files are being received"), diag.M("đợi tệp kia xong rồi làm lại", "wait for them and try again")}
	}
	in := http.NewResponseController(w)
	in.SetReadDeadline(time.Now().Add(s.patience))
	most := int64(maxFields * maxWords)
	for _, n := range bounds {
		most += n
	}
	r.Body = http.MaxBytesReader(w, r.Body, most)
	up := &upload{map[string][]byte{}, map[string]build.Input{}}
	if err := up.fill(r, bounds); err != nil {
		return nil, unreceived(err)
	}
	in.SetReadDeadline(time.Time{}) // the work on it may take longer
	return up, nil
}

// fill reads a form. Of one that breaks off nothing stays: a key and its passphrase may
// stand in it.
func (up *upload) fill(r *http.Request, bounds map[string]int64) error {
	err := up.read(r, bounds)
	if err != nil {
		up.wipe()
	}
	return err
}

func (up *upload) read(r *http.Request, bounds map[string]int64) error {
	form, err := r.MultipartReader()
	if err != nil {
		return err
	}
	for range maxFields {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = up.take(part, bounds, r.ContentLength)
		}
		if err != nil {
			return err
		}
	}
	return errors.New("too many fields")
}

// take reads one field.
func (up *upload) take(part *multipart.Part, bounds map[string]int64, length int64) error {
	field := part.FormName()
	most, ok := bounds[field]
	if !ok {
		most = maxWords
	}
	var data bytes.Buffer
	if part.FileName() != "" && length > 0 && length <= most {
		data.Grow(int(length))
	}
	if _, err := data.ReadFrom(io.LimitReader(part, most+1)); err != nil {
		clear(data.Bytes())
		return err
	}
	name := path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
	switch {
	case int64(data.Len()) > most:
		clear(data.Bytes())
		return &tooLarge{name: name, most: most}
	case part.FileName() == "": // words, or no file was chosen
		clear(up.words[field])
		up.words[field] = data.Bytes()
	default:
		clear(up.files[field].Data)
		up.files[field] = build.Input{Name: diag.Word(name), Data: data.Bytes()}
	}
	return nil
}

// wipe overwrites fields, all where none is named, as far as a program can: copies that
// the reader of the form, the opener of the key or the system made are left to them.
func (up *upload) wipe(fields ...string) {
	for field, in := range up.files {
		if fields == nil || slices.Contains(fields, field) {
			clear(in.Data)
			delete(up.files, field)
		}
	}
	for field, data := range up.words {
		if fields == nil || slices.Contains(fields, field) {
			clear(data)
			delete(up.words, field)
		}
	}
}

// tooLarge tells of a field beyond its bound.
type tooLarge struct {
	name string
	most int64
}

// Error is for programmers.
func (l *tooLarge) Error() string { return fmt.Sprintf("%s: more than %d bytes", l.name, l.most) }

// unreceived tells why a form could not be read.
func unreceived(err error) *trouble {
	large := &tooLarge{}
	if whole := (*http.MaxBytesError)(nil); errors.As(err, &whole) {
		large.most = whole.Limit
	} else {
		errors.As(err, &large)
	}
	switch {
	case large.most > 0:
		return &trouble{
			http.StatusRequestEntityTooLarge, diag.M("tệp lớn hơn %s", "the file is larger than %s", sizeOf(large.most)),
			diag.M("kiểm tra lại tệp đã chọn; nếu đúng, chép phần cần dùng sang một tệp mới rồi đưa tệp đó vào", "check which file was chosen; if it is the right one, copy what is needed into a new file and bring that"),
		}
	case errors.Is(err, os.ErrDeadlineExceeded):
		return &trouble{http.StatusRequestTimeout, diag.M("đợi lâu mà tệp chưa đến hết", "the file did not arrive in time"), diag.M("chép tệp về máy này rồi đưa lại", "copy the file to this machine and bring it again")}
	}
	return &trouble{http.StatusBadRequest, diag.M("trang gửi tệp không đọc được", "the page sent a file that cannot be read"), diag.M("tải lại trang rồi đưa lại tệp", "load the page anew and bring the file again")}
}

// sizeOf tells a bound as people do.
func sizeOf(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KB", n>>10)
	}
	return fmt.Sprintf("%d MB", n>>20)
}
