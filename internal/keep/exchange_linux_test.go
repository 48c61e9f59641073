package keep

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestWrittenWhileExchanged: another program puts a file into the plan's place, or
// writes into the one that stands there, in the very moment in which Save replaces
// it. It keeps its place, and nothing is left beside it, also where the page is
// killed before it could look.
func TestWrittenWhileExchanged(t *testing.T) {
	for name, write := range map[string]func(*testing.T, string){
		"into": func(t *testing.T, dir string) { outside(t, dir, "của họ") },
		"over": func(t *testing.T, dir string) {
			outside(t, dir, "của họ") // as a file of its own, which is renamed
			if err := errors.Join(os.Rename(filepath.Join(dir, "k.yaml"), filepath.Join(dir, "mới")), os.Rename(filepath.Join(dir, "mới"), filepath.Join(dir, "k.yaml"))); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			p, _ := begun(t, "0")
			put(t, p, "1")
			exchange, killed := p.exchange, false
			p.exchange = func(a, b string) error {
				if killed {
					return errors.New("killed")
				}
				write(t, p.folder.path)
				err := exchange(a, b)
				killed = true
				return err
			}
			if err := p.Save(); err == nil {
				t.Fatal("what another program wrote was taken for ours")
			}
			hasFile(t, p, "1") // killed between the two exchanges
			p = reopen(t, p)
			hasText(t, p, "1")
			hasVersion(t, p, "của họ")
			put(t, p, "2")
			exchange, once := p.exchange, true
			p.exchange = func(a, b string) error {
				if once {
					once = false
					write(t, p.folder.path)
				}
				return exchange(a, b)
			}
			isFault(t, p.Save(), ErrChanged)
			hasFile(t, p, "của họ")
			if _, err := p.folder.root.Lstat(p.before()); err == nil {
				t.Error("something is left beside the file")
			}
		})
	}
}
