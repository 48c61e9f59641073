package ooxml

// known are the extensions that may be required of who reads a choice.
var known = map[string]bool{
	"w": true, "a": true, "wp": true, "pic": true, "wps": true, "wpg": true, "wpc": true, "wp14": true,
	"w14": true, "w15": true, "a14": true, "v": true, "o": true, "m": true, "c": true, "lc": true,
}
