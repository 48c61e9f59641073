package sign

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"io"
	"math/big"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"golang.org/x/crypto/cryptobyte"
	tag "golang.org/x/crypto/cryptobyte/asn1"

	"kehoach.example/internal/diag"
)

// Bounds on what a server may do: how long it may take, how many bytes it may
// answer (a token with its chain has 3 to 8 KB, and it must fit into the room that
// is kept for the signature), and how often it may send elsewhere.
const (
	stampWait = 30 * time.Second
	maxStamp  = 64 << 10
	maxHops   = 3
)

// Stamper asks a server for time stamps (RFC 3161, over HTTP as its 3.4 says). URL
// is http or https. Client carries the request; nil is the usual one. A request
// ends after 30 seconds in any case.
type Stamper struct {
	URL    string
	Client *http.Client
}

// token asks for a stamp over a signature and gives the TimeStampToken, which was
// found to hold. The error is a [fault].
func (s *Stamper) token(signature []byte) ([]byte, error) {
	address, err := url.Parse(s.URL)
	if err != nil || address.Scheme != "http" && address.Scheme != "https" || address.Host == "" {
		return nil, s.fail("STAMP-URL", diag.M("địa chỉ máy chủ dấu thời gian %q không dùng được", "the address of the server for time stamps, %q, is of no use", s.place()),
			diag.M("địa chỉ bắt đầu bằng http:// hoặc https://, do nơi cấp chứng thư cho biết", "it begins with http:// or https://; who issued the certificate tells it"))
	}
	nonce, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 64))
	if err != nil {
		return nil, s.unreachable("")
	}
	sum := sha256.Sum256(signature)
	answer, err := s.ask(stampQuery(sum[:], nonce))
	if err != nil {
		return nil, err
	}
	token, refusal, ok := readResponse(answer)
	switch {
	case !ok:
		return nil, s.nonsense()
	case refusal != "":
		return nil, s.fail("STAMP-REFUSED", diag.M("máy chủ %s từ chối cấp dấu thời gian: %s", "the server %s gives no time stamp: %s", s.place(), refusal),
			diag.M("hỏi nơi cung cấp dấu thời gian; có thể cần đăng ký hoặc đã hết lượt", "ask who runs it; one may have to register, or the allowance is used up"))
	}
	stamp, problems := judgeStamp(token, signature, nil)
	if stamp == nil {
		return nil, s.nonsense()
	}
	if !stamp.asked(sum[:], nonce) {
		return nil, s.fail("STAMP-OTHER", diag.M("máy chủ %s trả dấu thời gian của một yêu cầu khác", "the time stamp of the server %s answers another request", s.place()),
			diag.M("ký lại; nếu vẫn vậy thì dùng máy chủ khác", "sign again; if it stays so, use another server"))
	}
	if !stamp.Valid {
		return nil, s.fail("STAMP-BAD", diag.Msg{
			Vi: "máy chủ " + s.place() + " trả dấu thời gian không hợp lệ: " + problems[0].Vi,
			En: "what the server " + s.place() + " gave does not hold: " + problems[0].En,
		},
			diag.M("dùng máy chủ dấu thời gian khác", "use another server for time stamps"))
	}
	return token, nil
}

// ask sends a query and reads the answer.
func (s *Stamper) ask(query []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), stampWait)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL, bytes.NewReader(query))
	if err != nil {
		return nil, s.unreachable("")
	}
	request.Header.Set("Content-Type", "application/timestamp-query")
	request.Header.Set("Accept", "application/timestamp-reply")
	client := http.Client{}
	if s.Client != nil {
		client = *s.Client
	}
	client.CheckRedirect = staysThere
	response, err := client.Do(request)
	if ctx.Err() != nil {
		return nil, s.unreachable(" (" + stampWait.String() + ")")
	}
	if err != nil {
		return nil, s.unreachable("")
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, s.unreachable(" (HTTP " + strconv.Itoa(response.StatusCode) + ")")
	}
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxStamp+1))
	if err != nil {
		return nil, s.unreachable("")
	}
	if len(answer) > maxStamp {
		return nil, s.nonsense()
	}
	return answer, nil
}

// staysThere lets a server send elsewhere a few times, never from https to less.
func staysThere(to *http.Request, via []*http.Request) error {
	if len(via) > maxHops || to.URL.Scheme != "https" && to.URL.Scheme != via[0].URL.Scheme {
		return errors.New("sign: sent elsewhere")
	}
	return nil
}

// place is the address without what may be secret in it.
func (s *Stamper) place() string {
	u, err := url.Parse(s.URL)
	if err != nil {
		return "?"
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}

func (s *Stamper) fail(code string, message, hint diag.Msg) error {
	return &fault{diag.New(code, diag.Error, GroupID, diag.Place{File: s.place()}, message, hint)}
}

func (s *Stamper) unreachable(why string) error {
	return s.fail("STAMP-SERVER", diag.M("không lấy được dấu thời gian từ máy chủ %s%s", "no time stamp was had from the server %s%s", s.place(), why),
		diag.M("kiểm tra mạng, tường lửa và địa chỉ máy chủ; chưa có tệp nào được ký", "look at the network, the firewall and the address; nothing was signed"))
}

func (s *Stamper) nonsense() error {
	return s.fail("STAMP-ANSWER", diag.M("máy chủ %s trả lời không phải dấu thời gian (RFC 3161)", "what the server %s answers is no time stamp (RFC 3161)", s.place()),
		diag.M("kiểm tra địa chỉ: phải là địa chỉ dịch vụ dấu thời gian, không phải trang web", "look at the address: it must be that of the service, not of a web page"))
}

// stampQuery is a TimeStampReq (RFC 3161, 2.4.1) that asks for the certificate too.
func stampQuery(sum []byte, nonce *big.Int) []byte {
	var b cryptobyte.Builder
	sequence(&b, func(b *cryptobyte.Builder) {
		b.AddASN1Int64(1)
		sequence(b, func(b *cryptobyte.Builder) {
			algorithm(b, oidSHA256)
			b.AddASN1OctetString(sum)
		})
		b.AddASN1BigInt(nonce)
		b.AddASN1Boolean(true)
	})
	return b.BytesOrPanic()
}

// readResponse reads a TimeStampResp (RFC 3161, 2.4.2): the token, or why there is
// none. Status 0 and 1 grant it.
func readResponse(der []byte) (token []byte, refusal string, ok bool) {
	in, seq, info := cryptobyte.String(der), cryptobyte.String(nil), cryptobyte.String(nil)
	var status int
	if !in.ReadASN1(&seq, tag.SEQUENCE) || !in.Empty() || !seq.ReadASN1(&info, tag.SEQUENCE) || !info.ReadASN1Integer(&status) {
		return nil, "", false
	}
	if status == 0 || status == 1 {
		return seq, "", len(seq) > 0
	}
	var texts, text cryptobyte.String
	var there bool
	if !info.ReadOptionalASN1(&texts, &there, tag.SEQUENCE) || there && !texts.ReadASN1(&text, tag.UTF8String) {
		return nil, "", false
	}
	refusal = diag.Word(string(text))
	if refusal == "" {
		refusal = "?"
	}
	return nil, refusal, true
}
