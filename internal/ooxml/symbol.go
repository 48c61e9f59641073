package ooxml

import (
	"strconv"
	"strings"
	"unicode"
)

// private is where Word puts the signs of fonts that have a code of their own
// (ECMA-376 part 1, 17.3.3.30): U+F000 and the code of the font.
const private = 0xF000

func isPrivate(r rune) bool { return r >= private+0x20 && r <= private+0xff }

// signs are look-alikes of signs of the fonts that papers use, by the code in
// the font. Source: the tables of the fonts Symbol and Wingdings that Microsoft
// and Unicode publish.
var signs = map[string]map[rune]string{
	"symbol": {
		0x2d: "-", 0xbe: "-", 0xb7: "•", 0xb0: "°", 0xb1: "±", 0xb4: "×", 0xb8: "÷", 0xa3: "≤", 0xb3: "≥", 0xb9: "≠", 0xbb: "≈",
		0xab: "↔", 0xac: "←", 0xad: "↑", 0xae: "→", 0xaf: "↓", 0xde: "⇒", 0xdb: "⇔", 0xa5: "∞", 0xa2: "′", 0xb2: "″", 0xbc: "…",
		0xd7: "⋅", 0xe5: "∑", 0xd6: "√", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x44: "Δ", 0x65: "ε", 0x6d: "μ", 0x70: "π",
		0x6c: "λ", 0x77: "ω", 0x57: "Ω", 0x53: "Σ", 0x66: "φ", 0x71: "θ", 0x73: "σ", 0xa7: "♣", 0xa8: "♦", 0xa9: "♥", 0xaa: "♠",
	},
	"wingdings": {
		0x6c: "●", 0x6d: "○", 0x6e: "■", 0x6f: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: "☒",
		0x9f: "•", 0xa7: "▪", 0xa8: "□", 0xd8: "➢", 0xe0: "→", 0xdf: "←", 0xe1: "↑", 0xe2: "↓", 0xe8: "→", 0xf0: "⇒", 0xf3: "⇔",
		0xfb: "✗", 0xfc: "✓", 0xfd: "☒", 0xfe: "☑", 0x4a: "☺", 0x46: "☞", 0x28: "☎", 0x2a: "✉", 0xab: "★", 0x22: "✂",
		0x8c: "①", 0x8d: "②", 0x8e: "③", 0x8f: "④", 0x90: "⑤",
	},
	"wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xa3: "□", 0x4f: "✗"},
	"wingdings 3": {0x22: "→", 0x21: "←", 0x7d: "▶"},
}

// sign is what stands in Unicode for a sign of a font: its look-alike, else the
// letter at its place in ASCII, else a bullet.
func sign(font string, r rune) string {
	code := r
	if isPrivate(r) {
		code -= private
	}
	if s, ok := signs[strings.ToLower(font)][code]; ok {
		return s
	}
	switch {
	case !isPrivate(r):
		return string(r)
	case code == 0xb7 || code > 0x7e:
		return "•"
	}
	return string(code)
}

// symbol reads w:sym.
func symbol(e element) string {
	code, err := strconv.ParseUint(e.attr("w", "char"), 16, 16)
	if err != nil || code < 0x20 {
		return ""
	}
	r := rune(code)
	if font := e.attr("w", "font"); r < 0x100 && signs[strings.ToLower(font)] != nil {
		r += private
	}
	return sign(e.attr("w", "font"), r)
}

// bullet is the sign of a list without numbers: "-", "+" or "•", whatever ornament
// the file has for the last; an ordinary sign stays what it is.
func bullet(l level) string {
	text := strings.TrimSpace(tidy(l.text))
	font := strings.ToLower(l.look.plain.or(l.look.wide).v)
	out := ""
	for _, r := range text {
		code := r
		if isPrivate(r) {
			code -= private
		}
		switch {
		case !isPrivate(r) && signs[font] == nil:
			if unicode.Is(unicode.So, r) || text == "o" { // an ornament of any font
				r = '•'
			}
			out += string(r)
		case code == '-' || font == "symbol" && code == 0xbe:
			out += "-"
		case code == '+' || code == '*':
			out += string(code)
		default:
			out += "•"
		}
	}
	return out
}
