package read

// Vocabulary is what plain text is recognised by: words that are data.
type Vocabulary struct{}
