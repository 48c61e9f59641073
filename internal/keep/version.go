package keep

import (
	"cmp"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/disk"
)

const (
	mostVersions = 200
	pause        = 10 * time.Minute // without a change
	sitting      = time.Hour        // of changes without a version
	hourly       = 7 * 24 * time.Hour
)

// Version is a text that the plan had.
type Version struct {
	ID    string
	Time  time.Time
	Why   Why
	Bytes int
	Note  string // of the person who asked for it
	sum   uint32
}

// The name of a version tells its time, why it was made and its CRC-32.
const (
	versionTime   = "20060102T150405.000Z"
	versionEnding = ".yaml"
)

func (v *Version) name() string { return v.ID + versionEnding }

// versionOf reads the name of a version.
func versionOf(id string) (Version, bool) {
	at, rest, ok := strings.Cut(id, "-")
	i := strings.LastIndexByte(rest, '-')
	if !ok || i < 0 {
		return Version{}, false
	}
	t, err := time.Parse(versionTime, at)
	sum, serr := strconv.ParseUint(rest[i+1:], 16, 32)
	v := Version{ID: id, Time: t, Why: Why(rest[:i]), sum: uint32(sum)}
	return v, err == nil && serr == nil && v.Why.clean() == v.Why && versionID(v) == id
}

func versionID(v Version) string {
	return fmt.Sprintf("%s-%s-%08x", v.Time.UTC().Format(versionTime), v.Why, v.sum)
}

// Versions lists the versions, the newest first.
func (p *Plan) Versions() ([]Version, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	out, err := p.versions()
	for i := range out {
		if out[i].Why == Marked {
			out[i].Note = p.note(out[i])
		}
	}
	return out, err
}

func (p *Plan) versions() ([]Version, error) {
	tried := diag.M("không xem được các phiên bản của %s", "the versions of %s cannot be looked at", p.name)
	dir, err := p.folder.root.Open(p.dir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, trouble(tried, err)
	}
	defer dir.Close()
	entries, err := dir.ReadDir(mostFiles)
	if len(entries) == 0 {
		return nil, trouble(tried, nilIfEOF(err))
	}
	var out []Version
	for _, e := range entries {
		id, yaml := strings.CutSuffix(e.Name(), versionEnding)
		v, ok := versionOf(id)
		info, err := e.Info()
		if yaml && ok && err == nil && e.Type().IsRegular() {
			v.Bytes = int(info.Size())
			out = append(out, v)
		}
	}
	slices.SortFunc(out, func(a, b Version) int { return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.ID, a.ID)) })
	return out, nil
}

// Version gives the text of a version.
func (p *Plan) Version(id string) ([]byte, error) {
	tried := diag.M("không đọc được phiên bản %s", "the version %s cannot be read", shown(id))
	v, ok := versionOf(id)
	if !ok {
		return nil, trouble(tried, fs.ErrNotExist)
	}
	data, _, err := p.folder.read(path.Join(p.dir(), v.name()))
	if err != nil {
		return nil, trouble(tried, err)
	}
	if crc32.Checksum(data, table) != v.sum {
		return nil, fault(ErrSpoilt, diag.M("phiên bản %s đã bị hỏng hoặc bị sửa", "the version %s is spoilt or was edited", id),
			diag.M("chọn phiên bản khác; tệp vẫn nằm trong thư mục %s", "choose another version; the file is still in the folder %s", p.dir()))
	}
	return data, nil
}

// Mark makes a version of the text as it is now.
func (p *Plan) Mark(why Why) (Version, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return Version{}, closed()
	}
	return p.version(p.text, why)
}

// keepBefore makes a version of the text before it changes, if one is due.
func (p *Plan) keepBefore(why Why) error {
	now := p.folder.now()
	if why.stepwise() {
		why = Pause
		if now.Sub(p.last).Abs() <= pause && now.Sub(p.versioned).Abs() <= sitting { // clocks are set back, too
			return nil
		}
	}
	_, err := p.version(p.text, why)
	return err
}

// version keeps a text, unless the newest version is the same.
func (p *Plan) version(text []byte, why Why) (Version, error) {
	tried := diag.M("không ghi được phiên bản của %s", "a version of %s cannot be written", p.name)
	all, err := p.versions()
	if err != nil {
		return Version{}, err
	}
	now := p.folder.now()
	v := Version{Time: now.UTC().Truncate(time.Millisecond), Why: why.clean(), Bytes: len(text), sum: crc32.Checksum(text, table)}
	if len(all) > 0 {
		newest := all[0]
		if newest.sum == v.sum && newest.Bytes == v.Bytes && (newest.Why.lasting() || !v.Why.lasting()) {
			p.versioned = now
			return newest, nil
		}
		if !v.Time.After(newest.Time) { // clocks are set back
			v.Time = newest.Time.Add(time.Millisecond)
		}
	}
	v.ID = versionID(v)
	if err := p.folder.store(p.name); err != nil {
		return Version{}, trouble(tried, err)
	}
	if err := disk.Put(p.folder.root, path.Join(p.dir(), v.name()), text); err != nil {
		return Version{}, trouble(tried, err)
	}
	p.versioned = now // which may be long before its time
	for _, old := range superfluous(append([]Version{v}, all...), now) {
		p.folder.root.Remove(path.Join(p.dir(), old.name()))
		p.folder.root.Remove(path.Join(p.dir(), old.ID+noteEnding))
	}
	return v, nil
}

// superfluous picks what may go of versions, the newest first: all of a day
// stay on that day, as do those that a clock dates later than now, then the newest of each hour for a week, then the newest of
// each day; at most 200.
func superfluous(all []Version, now time.Time) []Version {
	var out, kept []Version
	last := ""
	for i, v := range all {
		t := v.Time.In(now.Location())
		slot := t.Format("2006-01-02")
		switch {
		case i == 0 || v.Why.lasting() || !t.Before(now) || slot == now.Format("2006-01-02"):
			slot = ""
		case now.Sub(t) < hourly:
			slot = t.Format("2006-01-02 15")
		}
		if slot != "" && slot == last {
			out = append(out, v)
			continue
		}
		if slot != "" {
			last = slot
		}
		kept = append(kept, v)
	}
	for _, lasting := range []bool{false, true} {
		for i := len(kept) - 1; i > 0 && len(kept) > mostVersions; i-- {
			if kept[i].Why.lasting() == lasting {
				out = append(out, kept[i])
				kept = slices.Delete(kept, i, i+1)
			}
		}
	}
	return out
}
