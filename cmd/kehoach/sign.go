package main

import (
	"errors"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// Bounds on what is read, in bytes; what is within them is judged by its reader.
const (
	maxPDF     = build.MaxPDF
	maxKey     = build.MaxKey
	maxPicture = build.MaxPicture
)

// signFlags are the options of `kehoach sign`.
type signFlags struct {
	path     string
	force    bool
	key      string
	secret   string // file of the passphrase or PIN
	token    build.Token
	field    string
	image    string
	seal     string
	number   string
	date     string
	stampURL string
	given    func(flag string) bool
}

func (a *app) signCommand() *cobra.Command {
	var f signFlags
	cmd := &cobra.Command{
		Use:   a.text("sign TỆP.pdf --key KHÓA.p12 -o ĐÃ-KÝ.pdf [tùy chọn]", "sign FILE.pdf --key KEY.p12 -o SIGNED.pdf [options]"),
		Short: a.text("ký số vào tệp PDF", "sign a PDF"),
		Long: a.text(`Ký số vào chỗ đã chừa sẵn trong tệp PDF: người có thẩm quyền trước, cơ quan sau. Số,
ngày và hình chữ ký, hình con dấu được điền vào đúng chỗ của chúng cùng lúc; chữ đã in
không bị đụng đến, chữ ký trước vẫn giữ giá trị, tệp vẫn là PDF/A. Không có --field thì
ký vào chỗ trống tiếp theo: ky_1, dau_1, ky_2 … Tệp vào giữ nguyên; bản đã ký ghi vào
tệp của -o. Mật khẩu (mã PIN) được hỏi, hoặc là dòng đầu của tệp --passphrase-file;
không bao giờ ghi trên dòng lệnh. Thiết bị ký (USB token) cần bản chương trình dựng
với -tags pkcs11.`,
			`Signs a PDF in a place kept for it: the person first, the body second. Number, day
and the pictures of signature and seal go into their places with it; what is printed
is not touched, earlier signatures stay good, the file stays PDF/A. Without --field
the next empty place is signed: ky_1, dau_1, ky_2 … The input stays as it is; the
signed file is that of -o. The passphrase (PIN) is asked for, or is the first line of
--passphrase-file; it never stands on the command line. Tokens (PKCS#11) need a
program built with -tags pkcs11.`),
		Example: a.text(`  kehoach sign ke-hoach.pdf --key nguoi-ky.p12 --image chu-ky.png -o da-ky.pdf
                                           người có thẩm quyền ký
  kehoach sign da-ky.pdf --key co-quan.p12 --seal dau.png --number 25 --date 2027-01-06 -o ban-chinh.pdf
                                           văn thư cho số, ngày và đóng dấu
  kehoach sign ke-hoach.pdf --key nguoi-ky.p12 --passphrase-file mat-khau.txt --timestamp http://tsa.example -o da-ky.pdf
                                           kèm dấu thời gian
  kehoach sign ke-hoach.pdf --token /usr/lib/libtoken.so --token-label "USB 1" -o da-ky.pdf
                                           khóa trong thiết bị ký`,
			`  kehoach sign plan.pdf --key person.p12 --image signature.png -o signed.pdf
                                           the person signs
  kehoach sign signed.pdf --key body.p12 --seal seal.png --number 25 --date 2027-01-06 -o final.pdf
                                           the clerk puts in number, day and seal
  kehoach sign plan.pdf --key person.p12 --passphrase-file pass.txt --timestamp http://tsa.example -o signed.pdf
                                           with a time stamp
  kehoach sign plan.pdf --token /usr/lib/libtoken.so --token-label "USB 1" -o signed.pdf
                                           the key is in a token`),
		Args: needPDFs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.given = cmd.Flags().Changed
			return a.sign(args[0], f)
		},
	}
	fl := cmd.Flags()
	fl.StringVarP(&f.path, "output", "o", "", a.text("ghi bản đã ký vào tệp `ĐÃ-KÝ.pdf`", "write the signed file to `SIGNED.pdf`"))
	fl.BoolVar(&f.force, "force", false, a.text("thay tệp đã có (tệp cũ sẽ mất)", "replace the file if it exists (it is lost)"))
	fl.StringVar(&f.key, "key", "", a.text("khóa và chứng thư của người ký, `TỆP` .p12 hoặc .pfx", "key and certificate of the signer, a `FILE` .p12 or .pfx"))
	fl.StringVar(&f.secret, "passphrase-file", "", a.text("lấy mật khẩu hoặc mã PIN ở dòng đầu của `TỆP` (mặc định: hỏi)", "take passphrase or PIN from the first line of `FILE` (default: ask)"))
	fl.StringVar(&f.token.Library, "token", "", a.text("thiết bị ký: `THƯ-VIỆN` PKCS#11 của hãng", "a token: the `LIBRARY` (PKCS#11) of its maker"))
	fl.StringVar(&f.token.Label, "token-label", "", a.text("`TÊN` thiết bị ký, khi có nhiều", "the `LABEL` of the token, where there are several"))
	fl.StringVar(&f.token.Key, "token-key", "", a.text("`TÊN` khóa trong thiết bị ký, khi có nhiều", "the `LABEL` of the key in the token, where there are several"))
	fl.StringVar(&f.field, "field", "", a.text("ký vào chỗ mang `TÊN` này: ky_1, dau_1, kem_tep … (mặc định: chỗ trống tiếp theo)", "sign in the place of this `NAME`: ky_1, dau_1, kem_tep … (default: the next empty one)"))
	fl.StringVar(&f.image, "image", "", a.text("hình chữ ký của người ký, `TỆP` PNG nền trong suốt", "picture of the person's signature, a `FILE` PNG with transparency"))
	fl.StringVar(&f.seal, "seal", "", a.text("hình con dấu của cơ quan, `TỆP` PNG nền trong suốt", "picture of the body's seal, a `FILE` PNG with transparency"))
	fl.StringVar(&f.number, "number", "", a.text("điền `SỐ` văn bản vào chỗ trống của nó", "fill the `NUMBER` of the document into its place"))
	fl.StringVar(&f.date, "date", "", a.text("điền `NGÀY` ban hành: 2027-01-06 hoặc 06/01/2027", "fill in the `DAY` of issue: 2027-01-06 or 06/01/2027"))
	fl.StringVar(&f.stampURL, "timestamp", "", a.text("xin dấu thời gian (RFC 3161) ở `ĐỊA-CHỈ` này", "ask for a time stamp (RFC 3161) at this `URL`"))
	return cmd
}

// needPDFs asks for PDF files on the command line, at most most of them.
func needPDFs(most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return refuse(diag.M("chưa ghi tên tệp PDF", "no PDF was named"),
				diag.M("ví dụ: %s ke-hoach.pdf", "for example: %s plan.pdf", cmd.CommandPath()))
		}
		return needFiles(most)(cmd, args)
	}
}

// sign signs one file. All that can be refused is, before the passphrase is
// asked for.
func (a *app) sign(path string, f signFlags) error {
	r, err := f.request()
	rs := refusals(nil).add(err)
	pdf, err := readBytes(path, maxPDF, diag.M("kiểm tra lại tệp đã chọn", "check which file was named"))
	rs = rs.add(err)
	inputs := []source{pdf}
	read := func(name string, most int, about diag.Msg) build.Input {
		if name == "" {
			return build.Input{}
		}
		src, err := readBytes(name, most, about)
		rs = rs.add(err)
		inputs = append(inputs, src)
		return src.Input
	}
	key := read(f.key, maxKey, diag.M("tệp khóa chỉ vài KB; kiểm tra lại tệp đã chọn", "the file of a key has a few KB; check which file was named"))
	r.Image = picture(read(f.image, maxPicture, smallerPicture))
	r.Seal = picture(read(f.seal, maxPicture, smallerPicture))
	secret := read(f.secret, maxSecret, smallSecret)
	if rs != nil {
		return rs
	}
	out, err := a.newFile(f.path, f.force, inputs)
	if err != nil {
		return err
	}
	defer out.close()
	if r.Key, err = a.signer(key, secret, f.token); err != nil {
		return err
	}
	defer r.Key.Close()
	r.Now = time.Now()
	return a.putSigned(pdf.Input, r, out)
}

var smallerPicture = diag.M("thu nhỏ hình rồi thử lại", "make the picture smaller and try again")

// picture is a picture to be drawn, nil where none was named.
func picture(in build.Input) *build.Picture {
	if in.Name == "" {
		return nil
	}
	return &build.Picture{Name: in.Name, Data: in.Data}
}

// request reads the options that are handed on, and refuses all wrong ones at
// once.
func (f *signFlags) request() (build.SignRequest, error) {
	r := build.SignRequest{Field: f.field, Foreign: f.given("field"), Number: strings.TrimSpace(f.number)}
	rs := f.keyOptions()
	switch {
	case !f.given("output"):
		rs = append(rs, refuse(diag.M("chưa ghi tệp ra", "no file to write was named"),
			diag.M("thêm -o da-ky.pdf; tệp vào được giữ nguyên", "add -o signed.pdf; the input stays as it is"))...)
	case !strings.EqualFold(filepath.Ext(f.path), build.PDF.Ending()):
		rs = append(rs, refuse(diag.M("%q không có đuôi .pdf", "%q has not the ending .pdf", f.path),
			diag.M("ví dụ: -o da-ky.pdf", "for example: -o signed.pdf"))...)
	default:
		rs = rs.add(checkName(filepath.Base(f.path)))
	}
	for _, o := range []struct{ flag, value string }{
		{"key", f.key},
		{"token", f.token.Library},
		{"passphrase-file", f.secret},
		{"image", f.image},
		{"seal", f.seal},
		{"field", r.Field},
		{"number", r.Number},
		{"date", f.date},
		{"timestamp", f.stampURL},
	} {
		if o.value == "" && f.given(o.flag) {
			rs = append(rs, refuse(diag.M("giá trị sau --%s để trống", "the value behind --%s is empty", o.flag),
				diag.M("ghi giá trị, hoặc bỏ --%s", "write a value, or leave --%s out", o.flag))...)
		}
	}
	var err error
	r.Date, err = signDay(f.date)
	rs = rs.add(err)
	r.Stamper, err = stamper(f.stampURL)
	return r, rs.add(err).orNil()
}

// keyOptions asks for one place to take the key from.
func (f *signFlags) keyOptions() refusals {
	switch {
	case !f.given("key") && !f.given("token"):
		hint := diag.M("thêm --key nguoi-ky.p12, hoặc --token cho thiết bị ký", "add --key person.p12, or --token for a token")
		if f.given("token-label") || f.given("token-key") {
			hint = diag.M("thêm --token THƯ-VIỆN: tệp thư viện PKCS#11 của hãng", "add --token LIBRARY: the PKCS#11 library of its maker")
		}
		return refuse(diag.M("chưa có khóa để ký", "there is no key to sign with"), hint)
	case f.given("key") && f.given("token"):
		return refuse(diag.M("--key và --token không đi cùng nhau", "--key and --token do not go together"),
			diag.M("bỏ một trong hai", "leave one of them out"))
	case f.given("key") && (f.given("token-label") || f.given("token-key")):
		return refuse(diag.M("--token-label, --token-key chỉ dùng với --token", "--token-label and --token-key go with --token only"),
			diag.M("bỏ chúng, hoặc dùng --token thay --key", "leave them out, or use --token instead of --key"))
	}
	return nil
}

// signDay reads a day as 2027-01-06 or as clerks type it; "" is none.
func signDay(s string) (string, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	for _, form := range []string{time.DateOnly, "2/1/2006"} {
		if day, err := time.Parse(form, s); err == nil {
			return day.Format(time.DateOnly), nil
		}
	}
	return "", refuse(diag.M("--date không nhận giá trị %q: không phải một ngày có thật", "--date does not take the value %q: it is no day", s),
		diag.M("viết ngày như 2027-01-06 hoặc 06/01/2027", "write the day as 2027-01-06 or 06/01/2027"))
}

// stamper is the server for time stamps at an address, nil for none. The address
// may hold a password and is not repeated.
func stamper(address string) (*build.Stamper, error) {
	if address == "" {
		return nil, nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, refuse(diag.M("giá trị sau --timestamp không phải địa chỉ dùng được", "the value behind --timestamp is no address that can be used"),
			diag.M("ghi địa chỉ bắt đầu bằng http:// hoặc https://", "write an address that begins with http:// or https://"))
	}
	return &build.Stamper{URL: address}, nil
}

// signer opens the key, with its passphrase or PIN.
func (a *app) signer(file, secretFile build.Input, t build.Token) (*build.Key, error) {
	if file.Name == "" && !build.Tokens {
		_, found := build.OpenToken(t)
		return nil, a.notSigned(found)
	}
	of := diag.M("mật khẩu của %s", "the passphrase of %s", file.Name)
	if file.Name == "" {
		of = diag.M("mã PIN của thiết bị ký", "the PIN of the token")
	}
	secret, err := a.secret(secretFile, of)
	if err != nil {
		return nil, err
	}
	var (
		key   *build.Key
		found []diag.Finding
	)
	if file.Name == "" {
		t.Pin = secret
		key, found = build.OpenToken(t)
	} else {
		key, found = build.OpenKey(file, secret)
	}
	switch {
	case diag.HasErrors(found):
		return nil, a.notSigned(found)
	case key == nil:
		return nil, errors.New("there is neither a key nor a finding")
	}
	a.early = found
	return key, nil
}
