package keep

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"hash/crc32"
	"time"
)

// A journal is a row of records. A record is a header of three numbers of four
// bytes (the length of what follows, its CRC-32, the CRC-32 of these eight
// bytes), a line of JSON, and the bytes that came into the text.
const headerLen = 12

// The kinds of records.
const (
	wholeText = "text" // a whole text
	oneChange = "edit" // one span of the text before is replaced
	savedText = "save" // the plan file has the text
)

var table = crc32.MakeTable(crc32.Castagnoli)

// head is the line of JSON of a record.
type head struct {
	Kind  string `json:"k"`
	Time  int64  `json:"t"` // milliseconds since 1970
	Why   Why    `json:"w,omitempty"`
	Rev   int    `json:"r"`
	At    int    `json:"at,omitempty"`
	Cut   int    `json:"cut,omitempty"`
	Sum   uint32 `json:"s"`           // CRC-32 of the text that this record makes
	Known *known `json:"d,omitempty"` // of wholeText and savedText
}

// known is the text that the plan file has unless somebody else changed it, and
// how many edits came after it.
type known struct {
	SHA256 string `json:"sha256"`
	Edits  int    `json:"n,omitempty"`
}

func (h *head) file() known {
	if h.Known == nil {
		return known{}
	}
	return *h.Known
}

func sumOf(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// encode makes a record.
func encode(h head, body []byte) []byte {
	line, err := json.Marshal(h)
	if err != nil {
		panic(err) // strings and numbers
	}
	out := make([]byte, headerLen, headerLen+len(line)+1+len(body))
	out = append(out, line...)
	out = append(out, '\n')
	out = append(out, body...)
	payload := out[headerLen:]
	binary.LittleEndian.PutUint32(out, uint32(len(payload)))
	binary.LittleEndian.PutUint32(out[4:], crc32.Checksum(payload, table))
	binary.LittleEndian.PutUint32(out[8:], crc32.Checksum(out[:8], table))
	return out
}

// span finds the one span in which two texts differ.
func span(old, text []byte) (at, cut int, body []byte) {
	most := min(len(old), len(text))
	for at < most && old[at] == text[at] {
		at++
	}
	end := 0
	for end < most-at && old[len(old)-1-end] == text[len(text)-1-end] {
		end++
	}
	return at, len(old) - at - end, text[at : len(text)-end]
}

// replayed is what a journal tells.
type replayed struct {
	any    bool // there is a text
	text   []byte
	rev    int
	known  known
	at     time.Time // of the last change
	edits  int       // since the last whole text
	lost   [][]byte  // texts before places that are spoilt
	whole  int       // bytes from the beginning that are whole records
	torn   bool      // the last record has no end: nothing else is behind it
	spoilt bool      // something that is no record lies in the journal
}

// replay reads a journal. It never fails: what is spoilt is passed over as far
// as the next whole text.
func replay(data []byte) *replayed {
	r := &replayed{}
	for pos := 0; pos < len(data); {
		h, body, n := decode(data[pos:])
		if n > 0 && r.take(h, body) {
			pos += n
			if !r.spoilt {
				r.whole = pos
			}
			continue
		}
		if n == 0 && cutOff(data[pos:]) {
			r.torn = true
			break
		}
		next := r.resume(data, pos+1)
		if r.spoilt = true; next < len(data) && r.any {
			r.lost = append(r.lost, r.text)
		}
		pos = next
	}
	return r
}

// resume finds the next whole text that is later than all before.
func (r *replayed) resume(data []byte, pos int) int {
	for ; pos < len(data); pos++ {
		if h, _, n := decode(data[pos:]); n > 0 && h.Kind == wholeText && h.Rev >= r.rev {
			return pos
		}
	}
	return pos
}

// decode reads the record at the beginning of data; n is its length, 0 where
// there is none.
func decode(data []byte) (h head, body []byte, n int) {
	size, ok := header(data)
	if !ok || size > len(data)-headerLen {
		return head{}, nil, 0
	}
	payload := data[headerLen : headerLen+size]
	if crc32.Checksum(payload, table) != binary.LittleEndian.Uint32(data[4:]) {
		return head{}, nil, 0
	}
	line, body, ok := bytes.Cut(payload, []byte("\n"))
	if !ok || json.Unmarshal(line, &h) != nil {
		return head{}, nil, 0
	}
	return h, body, headerLen + size
}

// header reads the length of a record.
func header(data []byte) (size int, ok bool) {
	if len(data) < headerLen || crc32.Checksum(data[:8], table) != binary.LittleEndian.Uint32(data[8:]) {
		return 0, false
	}
	n := binary.LittleEndian.Uint32(data)
	return int(n), n <= 2*MostBytes
}

// cutOff tells that the end of a journal is the beginning of a record, or what
// a disk puts where bytes never arrived.
func cutOff(data []byte) bool {
	if len(data) < headerLen {
		return true
	}
	size, ok := header(data)
	return ok && size > len(data)-headerLen || len(bytes.Trim(data, "\x00")) == 0
}

// take applies a record; it tells whether the record fits.
func (r *replayed) take(h head, body []byte) bool {
	switch {
	case h.Rev < r.rev:
		return false
	case h.Kind == wholeText:
		if crc32.Checksum(body, table) != h.Sum {
			return false
		}
		r.any, r.text, r.known, r.edits = true, bytes.Clone(body), h.file(), 0
	case !r.any:
		return false
	case h.Kind == savedText:
		r.known = h.file()
		return true
	case h.Kind == oneChange:
		text, ok := splice(r.text, h.At, h.Cut, body)
		if !ok || crc32.Checksum(text, table) != h.Sum {
			return false
		}
		r.text = text
		r.edits++
		r.known.Edits++
	default:
		return false
	}
	r.rev, r.at = h.Rev, time.UnixMilli(h.Time)
	return true
}

// splice replaces a span.
func splice(text []byte, at, cut int, body []byte) ([]byte, bool) {
	if at < 0 || cut < 0 || at > len(text) || cut > len(text)-at || len(text)-cut+len(body) > MostBytes {
		return nil, false
	}
	out := make([]byte, 0, len(text)-cut+len(body))
	out = append(out, text[:at]...)
	out = append(out, body...)
	return append(out, text[at+cut:]...), true
}
