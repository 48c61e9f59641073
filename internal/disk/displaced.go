package disk

// Displaced tells that Supplant took a file from its place and could neither put the
// other one there nor bring it back: it is found as Aside. Only Windows knows this.
type Displaced struct {
	Aside string
	Err   error
}

// Error is for programmers.
func (d *Displaced) Error() string { return "disk: displaced to " + d.Aside + ": " + d.Err.Error() }

// Unwrap gives the cause.
func (d *Displaced) Unwrap() error { return d.Err }
