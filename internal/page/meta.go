package page

// Meta is what a document-management system asks for, as it stands on paper;
// what is open there is "".
type Meta struct {
	LoaiVanBan string // kind of document: "Kế hoạch"
	So         string // number, "" while it is blank
	KyHieu     string // symbol: "KH-UBND"
	Ngay       string // day of issue as 2027-01-06, "" while a part of it is blank
	CoQuan     string // issuing body
	TrichYeu   string
	NguoiKy    []Signer
	NoiNhan    []string
	DoKhan     string // urgency, "" for none
	Draft      bool   // a mark says that it is a draft

	// The parts of the day of issue that are printed, 0 for one that is blank.
	Day, Month, Year int
}

// Signer is who signs, and as what.
type Signer struct {
	ChucVu, HoTen string
}
