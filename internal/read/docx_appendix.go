package read

// docxAppendix reads what stands behind the signature as phụ lục.
func (t *docxReader) docxAppendix(lines []tline) {}
