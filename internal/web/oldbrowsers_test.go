package web

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// tooNew are features that a browser of November 2022 lacks (Firefox 107, Chromium
// and Edge 107), each with a piece of source that has it. Offices keep browsers for
// years. Source: the compatibility tables of MDN.
var tooNew = map[string]struct{ sign, example string }{
	"copies of lists":       {`\.(toSorted|toReversed|toSpliced|findLastIndexOf)\(|\.with\(\d`, "a.toSorted()"},
	"grouping":              {`\b(Object|Map)\.groupBy\b`, "Object.groupBy(a, f)"},
	"promises at hand":      {`\bPromise\.(withResolvers|try)\b`, "Promise.withResolvers()"},
	"sums of sets":          {`\.(union|intersection|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(`, "a.union(b)"},
	"helpers of iterators":  {`\bIterator\.|\.(keys|values|entries)\(\)\.(map|filter|take|drop|toArray|forEach|some|every|find|reduce)\(`, "m.values().map(f)"},
	"lists from streams":    {`\bArray\.fromAsync\b`, "Array.fromAsync(s)"},
	"judging addresses":     {`\bURL\.(canParse|parse)\b`, "URL.canParse(s)"},
	"signals together":      {`\bAbortSignal\.any\b`, "AbortSignal.any([a])"},
	"base64 of bytes":       {`\.(fromBase64|toBase64|fromHex|toHex)\(`, "Uint8Array.fromBase64(s)"},
	"escaping of patterns":  {`\bRegExp\.escape\b`, "RegExp.escape(s)"},
	"whole strings":         {`\.(isWellFormed|toWellFormed)\(`, "s.toWellFormed()"},
	"popovers":              {`\bpopover(target)?=|[sS]howPopover|:popover-open|togglePopover`, "<div popover=auto>"},
	"inert":                 {`<[a-z]+[^>]* inert\b|\.inert\b`, "<div inert>"},
	"transitions of views":  {`startViewTransition|view-transition`, "document.startViewTransition(f)"},
	"end of scrolling":      {`["']scrollend["']|onscrollend`, `addEventListener("scrollend", f)`},
	"typed imports":         {`\bfrom ["'][^"']+["'] (with|assert) \{|import\([^)]+, \{ ?(with|assert)`, `import a from "./a.json" with {`},
	"the clipboard as such": {`\bClipboardItem\b|clipboard\.read\(`, "navigator.clipboard.read()"},
	"parts of letters":      {`\bIntl\.Segmenter\b`, "new Intl.Segmenter()"},
	"plain editing":         {`plaintext-only`, `contenteditable="plaintext-only"`},
	"marks without nodes":   {`\bCSS\.highlights\b|::highlight`, "CSS.highlights.set()"},
	"moving of nodes":       {`\.(moveBefore|setHTML|setHTMLUnsafe|getHTML)\(`, "a.moveBefore(b, c)"},
	"last words":            {`\bkeepalive\b`, "fetch(p, { keepalive: true })"},
	"descriptions in words": {`aria-description\b|ariaDescription\b`, `el.setAttribute("aria-description", s)`},
	"questions on leaving":  {`\bCloseWatcher\b|\bnavigation\.(navigate|addEventListener)`, "new CloseWatcher()"},
	"parents by children":   {`:has\(`, "a:has(b)"},
	"containers":            {`@container\b|container-type`, "@container (width > 1px) {}"},
	"nested rules":          {`\{[^{}()]*;\s*&[ .:#\[]`, "a { b: c; & d { } }"},
	"mixed colours":         {`color-mix\(|light-dark\(|\boklch\(|\boklab\(`, "color: color-mix(in srgb, red, blue)"},
	"typed properties":      {`@property\b|@scope\b|@starting-style\b`, "@property --a {}"},
	"fields as large as":    {`field-sizing`, "field-sizing: content"},
	"balanced lines":        {`text-wrap\s*:`, "text-wrap: balance"},
	"anchors":               {`anchor\(|anchor-name|position-anchor`, "top: anchor(bottom)"},
	"grids in grids":        {`subgrid`, "grid-template-rows: subgrid"},
	"windows that shrink":   {`\b\d+(\.\d+)?(dvh|svh|lvh|dvw|svw|lvw|rlh|lh)\b`, "height: 100dvh"},
	"fields that were used": {`:user-(in)?valid`, "input:user-invalid"},
	"what is not drawn":     {`content-visibility|contain-intrinsic`, "content-visibility: auto"},
	"bars to scroll by":     {`scrollbar-(width|color)`, "scrollbar-width: thin"},
	"sizes of keywords":     {`interpolate-size|calc-size\(|::details-content`, "interpolate-size: allow-keywords"},
	"times by scrolling":    {`animation-timeline|scroll-timeline`, "animation-timeline: scroll()"},
	"details by turns":      {`<details[^>]* name=`, `<details class="a" name="b">`},
	"search as an element":  {`</?search\b`, "<search>"},
	"buttons that command":  {`\bcommandfor=|\bclosedby=`, `<button commandfor="x">`},
	"hidden until found":    {`until-found`, `hidden="until-found"`},
}

// helped are the uses that do no harm where the browser lacks the feature, and why.
var helped = map[string]string{
	"static/sync.js: last words":                         "what is not sent lies in the storage of the tab",
	"static/roll.js: last words":                         "what is chosen is sent while the page stands",
	"static/fields.css: fields as large as":              "grow.js makes room by itself",
	"static/grow.js: fields as large as":                 "it asks whether the browser can",
	"editor/src/view/findings.js: descriptions in words": "the title says it too",
}

// TestNothingTooNew: the sources of the page use nothing that browsers of the last four
// years lack, but where that is told.
func TestNothingTooNew(t *testing.T) {
	signs := map[string]*regexp.Regexp{}
	for name, f := range tooNew {
		signs[name] = regexp.MustCompile(f.sign)
		if !signs[name].MatchString(f.example) {
			t.Errorf("%s is not found in %q", name, f.example)
		}
	}
	used := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && (d.Name() == "node_modules" || d.Name() == "e2e" || d.Name() == "test") {
			return errOrSkip(err)
		}
		if d.IsDir() || name == "static/editor.js" || !strings.Contains(".js.css.html", path.Ext(name)) || path.Ext(name) == "" {
			return nil
		}
		data, err := os.ReadFile(name)
		for feature, sign := range signs {
			at := sign.FindIndex(data)
			use := name + ": " + feature
			if at == nil {
				continue
			}
			if used[use] = true; helped[use] == "" {
				t.Errorf("%s, line %d: %s", use, 1+strings.Count(string(data[:at[0]]), "\n"), data[at[0]:at[1]])
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	for use := range helped {
		if !used[use] {
			t.Errorf("%s: no longer used", use)
		}
	}
}

func errOrSkip(err error) error {
	if err != nil {
		return err
	}
	return fs.SkipDir
}
