package main

import (
	"os"
	"strings"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/unicode/norm"
)

// cmdPlanted is `planted FILE OLD NEW…`: the small plan with other words in it.
// \n in a word is the end of a line.
func cmdPlanted(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args)%2 == 0 {
		ts.Fatalf("usage: planted FILE old new…")
	}
	text := smallPlan
	for i := 1; i < len(args); i += 2 {
		from, to := strings.ReplaceAll(args[i], `\n`, "\n"), strings.ReplaceAll(args[i+1], `\n`, "\n")
		if strings.Count(text, from) != 1 {
			ts.Fatalf("%q stands %d times in the plan", from, strings.Count(text, from))
		}
		text = strings.Replace(text, from, to, 1)
	}
	put(ts, args[0], []byte(text))
}

// cmdEncode is `encode FROM TO HOW…`: a copy with line ends of Windows (crlf),
// a byte order mark (bom), in UTF-16 (utf16) or in decomposed letters (nfd).
func cmdEncode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: encode FROM TO how…")
	}
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	text := string(data)
	out := []byte(nil)
	for _, how := range args[2:] {
		switch how {
		case "crlf":
			text = strings.ReplaceAll(text, "\n", "\r\n")
		case "bom":
			text = "\ufeff" + text
		case "nfd":
			text = norm.NFD.String(text)
		case "utf16":
			for _, u := range utf16.Encode([]rune("\ufeff" + text)) {
				out = append(out, byte(u), byte(u>>8))
			}
		default:
			ts.Fatalf("unknown encoding %s", how)
		}
	}
	if out == nil {
		out = []byte(text)
	}
	put(ts, args[1], out)
}
