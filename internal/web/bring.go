package web

import (
	"bytes"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"strings"
	"time"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Bounds of what people bring: a Word file as large as build reads, in a time in
// which a disk gives it many times over.
const (
	maxBrought   = build.MaxWord + 1<<20 // with the signs of the form around it
	maxPasted    = 16 << 20              // text; what is too large for a plan is told by build
	maxParts     = 12
	maxReceiving = 2 // at a time
	patience     = time.Minute
)

// bringRoutes are those of plans that are made of another text.
func (s *Server) bringRoutes() {
	s.mux.HandleFunc("POST /bring", s.bring)
	s.mux.HandleFunc("GET /import/{id}", s.broughtOr(s.showImport))
	s.mux.HandleFunc("POST /import/{id}", s.broughtOr(s.makeImport))
	s.mux.HandleFunc("GET /roll/{id}", s.broughtOr(s.showRoll))
	s.mux.HandleFunc("POST /roll/{id}", s.broughtOr(s.makeRoll))
	s.mux.HandleFunc("GET /under/{id}", s.broughtOr(s.showUnder))
	s.mux.HandleFunc("POST /under/{id}", s.broughtOr(s.makeUnder))
}

// A bringing is what a person brings, and what for.
type bringing struct {
	use  string // import, roll, under
	file *build.Input
	text string
	plan string // of the folder
}

// bring keeps what a person chose, dropped or pasted, and goes on to what is to
// be made of it.
func (s *Server) bring(w http.ResponseWriter, r *http.Request) {
	b, t := s.receive(w, r)
	var in build.Input
	if t == nil {
		in, t = s.chosen(b)
	}
	if t != nil {
		s.showStart(w, t.Status, t)
		return
	}
	use := b.use
	switch use {
	case "roll", "under":
	default:
		use = "import"
	}
	http.Redirect(w, r, "/"+use+"/"+s.tray.put(in).id, http.StatusSeeOther)
}

// chosen is the source of what was brought: a file, else text, else a plan of the
// folder.
func (s *Server) chosen(b bringing) (build.Input, *trouble) {
	switch {
	case b.file != nil:
		return *b.file, nil
	case strings.TrimSpace(b.text) != "":
		return build.Input{Name: pasted, Data: []byte(b.text)}, nil
	case b.plan != "":
		return s.planOf(b.plan)
	}
	return build.Input{}, &trouble{
		http.StatusBadRequest, diag.M("chưa có văn bản nào", "there is no text yet"),
		diag.M("chọn một tệp, kéo tệp vào ô, dán chữ, hoặc chọn một kế hoạch trong thư mục", "choose a file, drop one, paste a text, or choose a plan of the folder"),
	}
}

// pasted is what a text is called that has no file.
const pasted = "van-ban-dan.txt"

// planOf is a plan of the folder as a source, as it is being written now.
func (s *Server) planOf(name string) (build.Input, *trouble) {
	k, err := s.desks.get(name)
	if err != nil {
		t := known(err)
		return build.Input{}, &t
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.input(), nil
}

// receive reads a form with a file into memory, within bounds of size, number and
// time.
func (s *Server) receive(w http.ResponseWriter, r *http.Request) (bringing, *trouble) {
	select {
	case s.receiving <- struct{}{}:
		defer func() { <-s.receiving }()
	default:
		return bringing{}, &trouble{http.StatusServiceUnavailable, diag.M("chương trình đang nhận tệp khác", "other files are being received"), diag.M("đợi tệp kia xong rồi làm lại", "wait for them and try again")}
	}
	http.NewResponseController(w).SetReadDeadline(time.Now().Add(s.patience)) // the server sets its own for the next request
	r.Body = http.MaxBytesReader(w, r.Body, maxBrought)
	form, err := r.MultipartReader()
	if err != nil {
		return bringing{}, unreceived(err)
	}
	var b bringing
	for range maxParts {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return b, nil
		}
		if err == nil {
			err = b.take(part, r.ContentLength)
		}
		if err != nil {
			return b, unreceived(err)
		}
	}
	return b, unreceived(errors.New("too many parts"))
}

// take reads one part of a form.
func (b *bringing) take(part *multipart.Part, length int64) error {
	if part.FormName() == "tep" {
		return b.takeFile(part, length)
	}
	data, err := io.ReadAll(io.LimitReader(part, maxPasted))
	switch part.FormName() {
	case "viec":
		b.use = string(data)
	case "chu":
		b.text = string(data)
	case "ke_hoach":
		b.plan = string(data)
	}
	return err
}

func (b *bringing) takeFile(part *multipart.Part, length int64) error {
	var data bytes.Buffer
	if length > 0 && length <= maxBrought {
		data.Grow(int(length))
	}
	if _, err := data.ReadFrom(part); err != nil {
		return err
	}
	name := path.Base(strings.ReplaceAll(part.FileName(), `\`, "/"))
	if part.FileName() == "" && data.Len() == 0 { // no file was chosen
		return nil
	}
	b.file = &build.Input{Name: name, Data: data.Bytes()}
	return nil
}

// unreceived tells why a form could not be read.
func unreceived(err error) *trouble {
	if large := (*http.MaxBytesError)(nil); errors.As(err, &large) {
		return &trouble{
			http.StatusRequestEntityTooLarge, diag.M("tệp lớn hơn %d MB, không thể là kế hoạch", "the file is larger than %d MB and cannot be a plan", build.MaxWord>>20),
			diag.M("kiểm tra lại tệp đã chọn; nếu đúng, mở bằng Word, chép phần chữ cần dùng sang một tệp mới rồi đưa tệp đó vào", "check which file was chosen; if it is the right one, copy the text that is needed into a new file and bring that"),
		}
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return &trouble{http.StatusRequestTimeout, diag.M("đợi lâu mà tệp chưa đến hết", "the file did not arrive in time"), diag.M("chép tệp về máy này rồi đưa lại", "copy the file to this machine and bring it again")}
	}
	return &trouble{http.StatusBadRequest, diag.M("trang gửi tệp không đọc được", "the page sent a file that cannot be read"), diag.M("tải lại trang rồi đưa lại tệp", "load the page anew and bring the file again")}
}

// broughtOr finds what was brought, for a page about it.
func (s *Server) broughtOr(do func(http.ResponseWriter, *http.Request, *brought)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		b := s.tray.get(r.PathValue("id"))
		if b == nil {
			s.showStart(w, http.StatusGone, &trouble{
				http.StatusGone, diag.M("văn bản đã đưa vào không còn được giữ", "the text that was brought is no longer kept"),
				diag.M("đưa lại: chương trình chỉ giữ ít văn bản gần nhất, và quên khi tắt", "bring it again: only the last few are kept, and none when the program ends"),
			})
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxRequest)
		do(w, r, b)
	}
}
