package sign

import "kehoach.example/internal/diag"

// Report tells who signed what part of a file when, and what else was done to it.
// It is the JSON of `kehoach verify --json`.
type Report struct {
	Version int    `json:"version"` // 1
	File    string `json:"file"`    // as named on the command line

	Ours bool `json:"ours"` // the file says that this program made it
	// UnchangedSinceBuild is true if, since this program made the file, nothing
	// was done but signing and filling in what was kept blank; null: not ours.
	UnchangedSinceBuild *bool `json:"unchanged_since_build"`
	Revisions           int   `json:"revisions"` // how often the file was written, from 1
	Pages               int   `json:"pages"`

	Filled      []Filled    `json:"filled"`       // blanks that hold a value now
	Blanks      []string    `json:"blanks"`       // those that hold none
	EmptyFields []string    `json:"empty_fields"` // signature fields without a signature
	Signatures  []Signature `json:"signatures"`   // the oldest first
	Changes     []Change    `json:"changes"`      // what was done beside signing and filling in
	Problems    []Words     `json:"problems"`     // of the file as a whole
}

// Filled is a blank with its value.
type Filled struct {
	Field string `json:"field"` // so, ngay, thang, nam
	Value string `json:"value"`
}

// Words is one text in both languages.
type Words struct {
	Vi string `json:"vi"`
	En string `json:"en"`
}

// Signature is one signature and what was found out about it.
type Signature struct {
	Field string `json:"field"` // ky_1, dau_1, kem_tep or what another program called it
	Kind  string `json:"kind"`  // person, seal, attached, other; time: a time stamp over the file

	Signer       string `json:"signer"`       // the name in the certificate (CN); "" where it cannot be read
	Organisation string `json:"organisation"` // O
	Issuer       string `json:"issuer"`       // the name of who issued the certificate
	Serial       string `json:"serial"`       // of the certificate, in hexadecimal digits

	// SignedAt is in RFC 3339, "" where none tells. It is what the signer says, if
	// not TimeStamped.
	SignedAt string `json:"signed_at"`
	// TimeStamped tells that SignedAt is of a time stamp (RFC 3161) whose chain leads
	// to a given root. Anybody can put a stamp of a server of his own into a signed
	// file, so no other stamp counts.
	TimeStamped bool   `json:"time_stamped"`
	StampedAt   string `json:"stamped_at"` // what the stamp says, whoever made it, in RFC 3339; "": no stamp that holds
	StampedBy   string `json:"stamped_by"` // the name in the certificate of its server (CN)

	Revision        int      `json:"revision"`          // that it covers, from 1; 0: none wholly
	CoversWholeFile bool     `json:"covers_whole_file"` // nothing follows behind it
	Filled          []string `json:"filled"`            // blanks that were filled in together with it

	Valid    bool    `json:"valid"`    // it holds, over the bytes that it covers
	Trusted  *bool   `json:"trusted"`  // its chain leads to a given root; null: no roots were given
	Problems []Words `json:"problems"` // why it is not valid or not trusted
}

// Change is something that was done to a file beside signing and filling in.
type Change struct {
	Revision int    `json:"revision"` // that did it, from 1
	After    string `json:"after"`    // the field of the last signature before; "": before any
	Page     int    `json:"page"`     // from 1; 0: on none
	What     Words  `json:"what"`
}

func wordsOf(m diag.Msg) Words { return Words{m.Vi, m.En} }

// Broken tells whether something is wrong: a signature does not hold or does not
// lead to a given root, something was changed that may not be, or something
// stands behind the last signature.
func (r *Report) Broken() bool {
	if len(r.Problems) > 0 || len(r.Changes) > 0 {
		return true
	}
	if r.UnchangedSinceBuild != nil && !*r.UnchangedSinceBuild {
		return true
	}
	for _, s := range r.Signatures {
		if !s.Valid || s.Trusted != nil && !*s.Trusted {
			return true
		}
	}
	return false
}
