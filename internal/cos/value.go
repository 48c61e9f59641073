package cos

// Value is an object of a file (ISO 32000-1, 7.3): nil, bool, int64, float64,
// Name, String, Array, Dict, Ref or *Stream. Raw is only written, never read.
type Value any

type (
	// Name is a name without its slash, #xx decoded: "Type".
	Name string
	// String is a string, escapes and hexadecimal digits decoded.
	String []byte
	// Array is an array; it may hold nil.
	Array []Value
	// Dict is a dictionary. A key whose value is null is not there.
	Dict map[Name]Value
	// Raw is written as it is: a value of a fixed width, whose bytes are put in later.
	Raw []byte
)

// Ref names an object: its number, from 1, and its generation.
type Ref struct{ Num, Gen int }

// Stream is a dictionary and bytes, as they are coded in the file; they belong to
// the file and must not be changed.
type Stream struct {
	Dict Dict
	Raw  []byte
}
