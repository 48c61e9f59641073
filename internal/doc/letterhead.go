package doc

// BodyKey is the key of the place in an office's letterhead where the text goes:
// all that no other key of the letterhead takes.
const BodyKey = "noi_dung"
