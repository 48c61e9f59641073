package ooxml

import (
	"strconv"
	"strings"
)

// levels is how many levels a list has (ECMA-376 part 1, 17.9.6).
const levels = 9

// level is one level of a list.
type level struct {
	start   int
	format  string // w:numFmt
	custom  string // w:format, where the format is "custom"
	text    string // "%1.%2."
	legal   bool   // w:isLgl: all numbers in digits
	restart maybe[int]
	style   string // the paragraph style that stands for it
	shape   shape  // indents only
	look    look
}

// list is an abstract numbering; several numberings may count on in one.
type list struct {
	levels    [levels]level
	link      string // w:numStyleLink: the style whose list this is
	styleLink string // w:styleLink: the style that is this list
}

// numbered is a numbering: a list with what it changes.
type numbered struct {
	list   string
	start  map[int]int
	levels map[int]level
}

// numbering is numbering.xml.
type numbering struct {
	lists map[string]*list
	nums  map[string]numbered
	links map[string]string // style of a list → list
}

func (p *pack) readNumbering(part string, faces theme) (*numbering, error) {
	n := &numbering{lists: map[string]*list{}, nums: map[string]numbered{}, links: map[string]string{}}
	x, _, err := p.read(part)
	if x == nil {
		return n, err
	}
	x.each(func(e element) {
		switch e.name {
		case "w:abstractNum":
			n.addList(x.tree(e), faces)
		case "w:num":
			n.addNum(x.tree(e), faces)
		}
		if len(n.lists) > maxLists || len(n.nums) > maxLists {
			x.fail(tooBig("tệp có hơn %d danh sách đánh số", "the file has more than %d lists", maxLists))
		}
	}, nil)
	return n, x.close()
}

func (n *numbering) addList(t node, faces theme) {
	id := t.attr("w", "abstractNumId")
	l := &list{link: t.valOf("w:numStyleLink"), styleLink: t.valOf("w:styleLink")}
	for _, k := range t.kids {
		if i, ok := levelOf(k); ok && k.name == "w:lvl" {
			l.levels[i] = readLevel(k, faces)
		}
	}
	n.lists[id] = l
	if l.styleLink != "" {
		n.links[l.styleLink] = id
	}
}

func levelOf(k node) (int, bool) {
	i, err := strconv.Atoi(k.attr("w", "ilvl"))
	return i, err == nil && i >= 0 && i < levels
}

func (n *numbering) addNum(t node, faces theme) {
	num := numbered{list: t.valOf("w:abstractNumId"), start: map[int]int{}, levels: map[int]level{}}
	for _, k := range t.kids {
		i, ok := levelOf(k)
		if !ok || k.name != "w:lvlOverride" {
			continue
		}
		if lvl, ok := k.kid("w:lvl"); ok {
			num.levels[i] = readLevel(lvl, faces)
		}
		if v, err := strconv.Atoi(k.valOf("w:startOverride")); err == nil {
			num.start[i] = v
		}
	}
	n.nums[t.attr("w", "numId")] = num
}

func readLevel(t node, faces theme) level {
	l := level{format: t.valOf("w:numFmt"), text: t.valOf("w:lvlText"), legal: onOff(t, "w:isLgl").v, style: t.valOf("w:pStyle")}
	l.start, _ = strconv.Atoi(t.valOf("w:start")) // 0 where there is none (17.9.25)
	if k, ok := t.kid("w:numFmt"); ok {
		l.custom = k.attr("w", "format")
	}
	if len(l.text) > maxName {
		l.text = strings.ToValidUTF8(l.text[:maxName], "")
	}
	if v, err := strconv.Atoi(t.valOf("w:lvlRestart")); err == nil {
		l.restart = set(v)
	}
	if k, ok := t.kid("w:rPr"); ok {
		l.look = faces.readLook(k)
	}
	if k, ok := t.kid("w:pPr"); ok {
		s := readShape(k)
		l.shape = shape{left: s.left, first: s.first, chars: s.chars}
	}
	return l
}

// find gives the numbering and the key of its list; a list that only names the
// style of another leads there.
func (n *numbering) find(id string) (numbered, string, *list) {
	num, ok := n.nums[id]
	if !ok {
		return num, "", nil
	}
	key := num.list
	l := n.lists[key]
	if l != nil && l.link != "" {
		if other, ok := n.links[l.link]; ok && n.lists[other].link == "" {
			key, l = other, n.lists[other]
		}
	}
	return num, key, l
}

// level gives a level of a numbering.
func (n *numbering) level(id string, i int) (level, bool) {
	num, _, l := n.find(id)
	if l == nil {
		return level{}, false
	}
	if own, ok := num.levels[i]; ok {
		return own, true
	}
	return l.levels[i], true
}

// levelFor is the level of a paragraph: its own, that which stands for its
// style, the style's, else the first.
func (n *numbering) levelFor(s shape, styleID string) int {
	_, _, l := n.find(s.numID.v)
	if l != nil && styleID != "" {
		for i := range l.levels {
			if l.levels[i].style == styleID {
				return i
			}
		}
	}
	return s.level.v
}

// indent gives the indents that the list of a shape brings along.
func (n *numbering) indent(s shape, styleID string) shape {
	l, ok := n.level(s.numID.v, n.levelFor(s, styleID))
	if !ok {
		return shape{}
	}
	return l.shape
}
