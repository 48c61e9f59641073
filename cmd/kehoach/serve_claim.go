package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"kehoach.example/internal/disk"
)

// A claim is on a folder that a program shows: a file among the settings of the user,
// which nobody else can read, with the address of the page, locked as long as the
// program runs. Whoever starts a second one has that page opened again, or waits for
// the end of one that ends. There is nothing to be asked over the network, and a
// program that was killed claims nothing.
type claim struct{ file *os.File } // nil where nothing can be claimed: the page works without

const (
	claimEnding = ".dang-mo"
	maxClaim    = 4 << 10
	claimStep   = 50 * time.Millisecond
	claimSteps  = 60 // in which one that starts tells its address, and one that ends lets go
)

// claimed claims a folder, or gives the address of the page that another program of
// this user and machine has of it.
func claimed(dir string) (*claim, string) {
	root, err := settings()
	if err != nil {
		return &claim{}, ""
	}
	defer root.Close()
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	sum := sha256.Sum256([]byte(dir))
	f, err := root.OpenFile(hex.EncodeToString(sum[:16])+claimEnding, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return &claim{}, ""
	}
	for range claimSteps {
		if disk.Lock(f) == nil {
			_ = f.Truncate(0) // of one that was killed
			return &claim{f}, ""
		}
		address, soon := running(f)
		if !soon {
			f.Close()
			return &claim{}, address
		}
		time.Sleep(claimStep)
	}
	f.Close()
	return &claim{}, ""
}

// running reads the address of the page that somebody has; soon tells that there is
// none while that one starts, or ends. One whose program hears nothing, or runs on
// another machine, is none.
func running(f *os.File) (address string, soon bool) {
	said := saidBy(f)
	machine, address, _ := strings.Cut(said, "\n")
	address, whole := strings.CutSuffix(address, "\n")
	switch {
	case !whole:
		return "", true
	case machine == machineName() && isAddress.MatchString(address) && heard(address):
		return address, false
	}
	return "", saidBy(f) != said // withdrawn meanwhile
}

func saidBy(f *os.File) string {
	data, _ := io.ReadAll(io.NewSectionReader(f, 0, maxClaim))
	return string(data)
}

// isAddress knows the addresses of pages.
var isAddress = regexp.MustCompile(`^http://k[a-z2-7]{26}\.localhost:[0-9]{1,5}/\?mo=[A-Z2-7]{26}$`)

// heard tells whether somebody listens at an address.
func heard(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	c, err := net.DialTimeout("tcp", net.JoinHostPort("127.0.0.1", u.Port()), time.Second)
	if err != nil {
		return false
	}
	c.Close()
	return true
}

// tell writes where the page is.
func (c *claim) tell(address string) {
	if c.file != nil {
		_, _ = c.file.WriteAt([]byte(machineName()+"\n"+address+"\n"), 0)
	}
}

// withdraw takes the address away: the page ends, and the folder is not free yet.
func (c *claim) withdraw() {
	if c.file != nil {
		_ = c.file.Truncate(0)
	}
}

// drop lets the folder go; the address is good for nothing then, and is not left.
func (c *claim) drop() {
	if c.file != nil {
		c.withdraw()
		c.file.Close()
	}
}

func machineName() string {
	name, _ := os.Hostname()
	return name
}
