package readback

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// limit is how long one call of a reading program may take.
const limit = 2 * time.Minute

// onFile runs a program over a file of the given content; the argument "{}" stands for the file's path.
// It returns stdout, also beside an error; the error names the program, its exit status and what it complained.
func onFile(content []byte, name string, args ...string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "readback-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "in.pdf")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return nil, err
	}
	full := make([]string, len(args))
	for i, arg := range args {
		full[i] = strings.ReplaceAll(arg, "{}", path)
	}
	out, complaint, err := command(limit, name, full...)
	if err != nil {
		return out, fmt.Errorf("%s: %w: %s", name, err, strings.ReplaceAll(short(complaint), path, "FILE"))
	}
	return out, nil
}

// command runs a program to its end or to the time limit and returns what it wrote.
func command(limit time.Duration, name string, args ...string) (stdout, stderr []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var out, complaint bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	cmd.WaitDelay = 5 * time.Second
	err = cmd.Run()
	if ctx.Err() != nil {
		err = fmt.Errorf("not done after %v: %w", limit, errors.Join(ctx.Err(), err))
	}
	return out.Bytes(), complaint.Bytes(), err
}

// short cuts a complaint to what is useful in a test log.
func short(b []byte) string {
	const most = 2000
	s := strings.TrimSpace(strings.ToValidUTF8(string(b), "\uFFFD"))
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + " …"
	}
	return s
}

// controlRef is a control character as mutool writes it, which XML forbids even so.
var controlRef = regexp.MustCompile(`&#x(?:[0-8bcefBCEF]|1[0-9a-fA-F]);`)

// clean makes a program's XML readable for encoding/xml: the programs pass control characters and bad UTF-8 of
// the document through. Each becomes U+FFFD, so that a test still sees that something was there.
func clean(b []byte) io.Reader {
	b = controlRef.ReplaceAllLiteral(b, []byte("\uFFFD"))
	return bytes.NewReader(bytes.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, b))
}
