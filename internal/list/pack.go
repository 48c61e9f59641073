package list

import (
	"kehoach.example/internal/diag"
	"kehoach.example/internal/opc"
)

// pack is the zip of an Excel file. It counts the elements that are read.
type pack struct {
	*opc.Package
	elements int
}

var limits = opc.Limits{
	Entries: maxEntries, Directory: maxDirectory, Whole: maxUnpacked,
	Ratio: maxRatio, Small: smallPart, Token: maxToken, Refuse: refusalOf,
}

// refusalOf tells what is wrong with a file in the words of a clerk.
func refusalOf(f opc.Fault) error {
	switch f.Kind {
	case opc.Encrypted:
		return refuse("LIST-ENCRYPTED", f.Message, saveAs())
	case opc.TooLarge:
		return overBound(diag.Place{}, f.Message)
	}
	return brokenBy(f.Message)
}

// openPack opens the zip. Nothing is unpacked yet.
func openPack(data []byte) (*pack, error) {
	p, err := opc.Open(data, limits)
	if err != nil {
		return nil, err
	}
	return &pack{Package: p}, nil
}
