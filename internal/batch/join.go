package batch

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/filename"
)

// Dir is a folder in which shards of a run wrote.
type Dir struct {
	Path string // as people call it
	Root *os.Root
}

// Joined is what the indexes of all shards tell together.
type Joined struct {
	Index    *Index // as one run without shards writes it; nil where Findings are not none
	Files    int    // that stand as they were made
	Findings []diag.Finding
}

// joint is an index of a shard that is being held against the others.
type joint struct {
	dir   Dir
	name  string
	shard Shard
	ix    *Index
}

// path is the name of the index as people are told it.
func (s *joint) path() string { return filepath.Join(s.dir.Path, s.name) }

// joiner holds the indexes of shards against each other.
type joiner struct {
	shards []*joint
	found  []diag.Finding
	words  map[string]string // texts that findings of many rows share
	files  int
	lang   string // of places
}

// Join reads the indexes of all shards, muc-luc.I-N.json, in one folder or many,
// and proves that they are shares of one run, that every row of its list was made
// exactly once, and that every file stands where it was written, with its
// SHA-256. All that is not so is told, with places in the language given.
func Join(dirs []Dir, lang string) (*Joined, error) {
	j := &joiner{words: map[string]string{}, lang: lang}
	for _, d := range dirs {
		if err := j.collect(d); err != nil {
			return nil, err
		}
	}
	if j.alike() {
		j.shares()
		j.rows()
		j.standing()
	}
	out := &Joined{Files: j.files, Findings: diag.Sort(j.found)}
	if len(out.Findings) == 0 {
		out.Index = j.whole()
	}
	return out, nil
}

// tell adds a finding.
func (j *joiner) tell(code string, at diag.Place, message, hint diag.Msg) {
	j.found = append(j.found, diag.New(code, diag.Error, "batch", at, message, hint))
}

// again is what to do where a share is not as it should be.
func again(s Shard) diag.Msg {
	return diag.M("chạy lại phần đó: kehoach batch … --shard %d/%d", "run that share again: kehoach batch … --shard %d/%d", s.I, s.N)
}

// collect reads the indexes of one folder. A diary that was left tells of a share
// that has not ended.
func (j *joiner) collect(d Dir) error {
	names, err := fs.ReadDir(d.Root.FS(), ".")
	if err != nil {
		return fmt.Errorf("batch: %w", err)
	}
	for _, e := range names {
		if s, ok := shardOf(e.Name(), journalName, ".jsonl"); ok {
			j.tell("BATCH-JOIN-OPEN", diag.Place{File: filepath.Join(d.Path, e.Name())},
				diag.M("phần %d/%d đang chạy hoặc đã dừng giữa chừng", "share %d/%d is running, or was stopped on its way", s.I, s.N), again(s))
		}
		if s, ok := shardOf(e.Name(), indexName, ".json"); ok {
			j.read(&joint{dir: d, name: e.Name(), shard: s})
		}
	}
	return nil
}

// shardOf reads the share out of the name of a file of a run.
func shardOf(name, front, ending string) (Shard, bool) {
	rest, okFront := strings.CutPrefix(name, front+".")
	rest, okEnd := strings.CutSuffix(rest, ending)
	i, n, ok := strings.Cut(rest, "-")
	if !okFront || !okEnd || !ok {
		return Shard{}, false
	}
	s, err := ParseShard(i + "/" + n)
	if err != nil || s.tag() != "."+rest {
		return Shard{}, false
	}
	return *s, true
}

// alike tells whether the indexes are of one run, so that they can be held
// against each other.
func (j *joiner) alike() bool {
	if len(j.shards) == 0 {
		if len(j.found) == 0 {
			j.tell("BATCH-JOIN-NONE", diag.Place{},
				diag.M("không có mục lục của phần nào (muc-luc.0-4.json …)", "there is no index of a share (muc-luc.0-4.json …)"),
				diag.M("ghi các thư mục mà kehoach batch --shard đã ghi vào", "name the folders into which kehoach batch --shard wrote"))
		}
		return false
	}
	first, same := j.shards[0], true
	for _, s := range j.shards[1:] {
		var what diag.Msg
		switch {
		case s.shard.N != first.shard.N:
			what = diag.M("chia thành %d phần, không phải %d", "it is one of %d shares, not of %d", s.shard.N, first.shard.N)
		case s.ix.Inputs != first.ix.Inputs:
			what = diag.M("lập từ kế hoạch, danh sách, tùy chọn hoặc bản chương trình khác", "it was made of another plan, list, options or version of the program")
		case s.ix.Rows != first.ix.Rows:
			what = diag.M("danh sách có %d dòng, không phải %d", "the list has %d rows, not %d", s.ix.Rows, first.ix.Rows)
		case s.ix.Plan != first.ix.Plan || s.ix.List != first.ix.List || !slices.Equal(s.ix.Parts, first.ix.Parts) || !slices.Equal(s.ix.Findings, first.ix.Findings):
			what = diag.M("phần chung của mục lục khác: tên tệp, ngôn ngữ hoặc ngày soát không giống", "what all share differs: names of files, language or the day of checking")
		default:
			continue
		}
		same = false
		j.tell("BATCH-JOIN-OTHER", diag.Place{File: s.path()},
			diag.Msg{Vi: "không cùng một lần lập với " + first.path() + ": " + what.Vi, En: "not of one run with " + first.path() + ": " + what.En},
			again(s.shard))
	}
	return same
}

// shares tells of shares that are missing or there twice. Of one that is there
// twice the first is looked into: what is wrong with the other is said by that.
func (j *joiner) shares() {
	n := j.shards[0].shard.N
	have := map[int]*joint{}
	all := j.shards
	j.shards = nil
	for _, s := range all {
		if other := have[s.shard.I]; other != nil {
			j.tell("BATCH-JOIN-TWICE", diag.Place{File: s.path()},
				diag.M("phần %d/%d có hai lần, cả ở %s", "share %d/%d is there twice, also in %s", s.shard.I, n, other.path()),
				diag.M("bỏ một trong hai thư mục", "leave one of the folders out"))
			continue
		}
		have[s.shard.I] = s
		j.shards = append(j.shards, s)
	}
	for i, told := 0, 0; i < n && len(have) < n; i++ {
		if have[i] != nil {
			continue
		}
		if told++; told > mostAlike {
			j.tell("BATCH-JOIN-SHARE", diag.Place{},
				diag.M("còn phần khác chưa có: chỉ có %d trong %d phần", "other shares are missing too: there are %d of %d", len(have), n),
				again(Shard{i, n}))
			return
		}
		j.tell("BATCH-JOIN-SHARE", diag.Place{},
			diag.M("thiếu phần %d/%d", "share %d/%d is missing", i, n), again(Shard{i, n}))
	}
}

// rows tells of rows that are missing, there twice, out of order, or not made.
func (j *joiner) rows() {
	rows := map[int]string{}
	for _, s := range j.shards {
		want := 0
		if s.ix.Rows > s.shard.I {
			want = (s.ix.Rows - s.shard.I + s.shard.N - 1) / s.shard.N
		}
		if got := len(s.ix.Units); got != want {
			j.tell("BATCH-JOIN-ROWS", diag.Place{File: s.path()},
				diag.M("mục lục có %d dòng, phần này phải có %d", "the index has %d rows, this share has %d", got, want), again(s.shard))
		}
		before := 0
		for i := range s.ix.Units {
			u := &s.ix.Units[i]
			at := diag.Place{File: s.path(), Where: j.place(u)}
			if other, twice := rows[u.Row]; twice {
				j.tell("BATCH-JOIN-TWICE", at, diag.M("dòng %d (%s) đã có ở %s", "row %d (%s) is already in %s", u.Row, u.Unit, other), again(s.shard))
			} else if u.Row <= before {
				j.tell("BATCH-JOIN-ROWS", at, diag.M("dòng %d (%s) không đúng thứ tự của danh sách", "row %d (%s) is not in the order of the list", u.Row, u.Unit), again(s.shard))
			}
			rows[u.Row], before = s.path(), u.Row
			if u.State != Done || len(u.Files) == 0 {
				j.tell("BATCH-JOIN-UNDONE", at, diag.M("dòng %d (%s) chưa lập được", "row %d (%s) was not made", u.Row, u.Unit), again(s.shard))
			}
		}
	}
}

// place names a row in an index.
func (j *joiner) place(u *Unit) string { return diag.M("dòng %d", "row %d", u.Row).In(j.lang) }

// standing holds the files against their hashes, and their names against each
// other: all of them may go into one folder.
func (j *joiner) standing() {
	names := map[string]string{}
	for _, s := range j.shards {
		for i := range s.ix.Units {
			u := &s.ix.Units[i]
			for _, f := range u.Files {
				at := diag.Place{File: filepath.Join(s.dir.Path, f.Name), Where: j.place(u)}
				if other, twice := names[filename.Same(f.Name)]; twice {
					j.tell("BATCH-JOIN-TWICE", at, diag.M("tệp trùng tên với tệp của %s", "the file has the name of that of %s", other), again(s.shard))
				}
				names[filename.Same(f.Name)] = s.path() + ", " + j.place(u)
				if !stands(s.dir.Root, f) {
					j.tell("BATCH-JOIN-FILE", at, diag.M("tệp không có, hoặc không còn như lúc lập (SHA-256)", "the file is not there, or no longer as it was made (SHA-256)"), again(s.shard))
					continue
				}
				j.files++
			}
		}
	}
}

// whole puts the rows of all shards back into the order of the list. What every
// row has in common is told once, as in one run.
func (j *joiner) whole() *Index {
	slices.SortFunc(j.shards, func(a, b *joint) int { return a.shard.I - b.shard.I })
	first := j.shards[0].ix
	ix := &Index{
		Version: first.Version, Plan: first.Plan, List: first.List, Inputs: first.Inputs, Rows: first.Rows,
		Parts: first.Parts, Findings: slices.Clone(first.Findings), Beside: []File{}, Units: make([]Unit, 0, first.Rows),
	}
	for k := range first.Rows {
		u := j.shards[k%len(j.shards)].ix.Units[k/len(j.shards)]
		u.Print = nil
		ix.Units = append(ix.Units, u)
	}
	ix.hoist(func(int) bool { return true })
	return ix
}

// Told are the findings, of each kind the first few.
func (j *Joined) Told() []diag.Finding { return few(j.Findings) }

// Encode gives the files of the joined index: those that one run without shards
// writes into one folder. Labels are in the language given.
func (j *Joined) Encode(lang string) (asXLSX, asJSON []byte, err error) {
	var x, b bytes.Buffer
	if err := WriteXLSX(&x, j.Index, lang); err != nil {
		return nil, nil, err
	}
	j.Index.Beside = []File{{JoinedNames()[1], int64(x.Len()), fmt.Sprintf("%x", sha256.Sum256(x.Bytes()))}}
	if err := WriteJSON(&b, j.Index); err != nil {
		return nil, nil, err
	}
	return x.Bytes(), b.Bytes(), nil
}

// JoinedNames are the names of the files of a joined index: as JSON, as XLSX.
func JoinedNames() []string { return indexNames(nil) }

// Knows tells whether an index in JSON has written down a file that was written
// beside it: nobody has edited that since.
func Knows(index, file []byte) bool {
	ix, err := ReadJSON(bytes.NewReader(index), func(Unit) error { return nil })
	if err != nil {
		return false
	}
	sum := fmt.Sprintf("%x", sha256.Sum256(file))
	return slices.ContainsFunc(ix.Beside, func(f File) bool { return f.SHA256 == sum })
}

// IsIndex tells whether a file is an index in JSON that this program wrote.
func IsIndex(data []byte) bool {
	_, err := ReadJSON(bytes.NewReader(data), func(Unit) error { return nil })
	return err == nil
}
