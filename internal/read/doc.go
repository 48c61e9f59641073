// Package read turns what people give into a plan: YAML, plain text and Word files.
//
// In: a file's name and bytes. Out: a plan whose every fact carries its place,
// and findings. It promises that no word is lost and none comes twice, that
// nothing recognised hides in running text, and that what cannot be placed
// stays verbatim where it stood and is reported. One outline parser serves
// all inputs. Rules of form are left to others: it keeps what is wrong.
package read

import "kehoach.example/internal/diag"

// Options is what reading needs from outside.
type Options struct {
	HasGlyph func(rune) bool // whether the font can print a character; nil: all
	Words    *Vocabulary     // for plain text

	// AnyDocument reads on where a text is no plan: NOT-A-PLAN is told and what
	// was recognised is given, for a check.
	AnyDocument bool

	// Styles tells by its name what a style of a Word file of this program
	// stands for, as the forms have them: "KH Trích yếu" is "trich_yeu".
	Styles map[string]string

	// Told is called for each field that is recognised in a text or a Word file,
	// and for what was not; nil: nobody asks.
	Told func(Recognised)
}

// Sureness is how sure the reader is that a field is what it says.
type Sureness string

// The three degrees: by a shape or a style that nothing else has; by its place
// and words; by guess, or not at all.
const (
	Sure   Sureness = "sure"
	Likely Sureness = "likely"
	Doubt  Sureness = "doubt"
)

// Recognised is one field of the plan and how it was known.
type Recognised struct {
	Key  string // "trich_yeu"; "" for a paragraph that was not recognised
	At   diag.Place
	Sure Sureness
	Why  diag.Msg

	Count int // lines or paragraphs that it holds
}

// finding makes an error of reading.
func finding(code string, at diag.Place, msg, hint diag.Msg) diag.Finding {
	return diag.New(code, diag.Error, "read", at, msg, hint)
}

func warning(code string, at diag.Place, msg, hint diag.Msg) diag.Finding {
	return diag.New(code, diag.Warning, "read", at, msg, hint)
}

func note(code string, at diag.Place, msg, hint diag.Msg) diag.Finding {
	return diag.New(code, diag.Info, "read", at, msg, hint)
}
