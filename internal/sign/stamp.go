package sign

import "net/http"

// Stamper asks a server for time stamps (RFC 3161).
type Stamper struct {
	URL    string
	Client *http.Client
}
