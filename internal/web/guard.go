package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"io"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// A guard lets in the browser that opened the address of this run, and nobody
// else: neither another page in that browser (cross-site requests), nor one whose
// name was made to point here (DNS rebinding), nor another program.
type guard struct {
	token  string
	secret string // of the cookie
	cookie string // its name: browsers share cookies between the ports of a machine
	hosts  []string
}

// onward goes to the first view, or to the plan that is asked for. A redirect would not do: where the address was
// opened by another page, browsers keep a strict cookie back until a page of the
// same site asks.
func onward(w io.Writer, r *http.Request) {
	to := "/"
	if plan := r.URL.Query().Get(planKey); plan != "" {
		to = "/plan/" + url.PathEscape(plan) // a path of this page, whatever the name
	}
	onwardTo.Execute(w, to)
}

// Keys of the opening address: http://127.0.0.1:PORT/?mo=SECRET&ke-hoach=NAME
const (
	tokenKey = "mo"
	planKey  = "ke-hoach"
)

func newGuard(token string, hosts []string) *guard {
	g := &guard{token: token, secret: rand.Text(), cookie: "kehoach", hosts: hosts}
	if len(hosts) > 0 {
		if _, port, err := net.SplitHostPort(hosts[0]); err == nil {
			g.cookie += "-" + port
		}
	}
	return g
}

// lets tells whether a request may be answered; one that may not is refused. The
// headers of every answer are set.
func (g *guard) lets(w http.ResponseWriter, r *http.Request) bool {
	headers(w.Header())
	switch {
	case !slices.Contains(g.hosts, r.Host):
		refuse(w, http.StatusMisdirectedRequest)
	case g.opens(r):
		http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: g.secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		onward(w, r)
	case !g.known(r):
		refuse(w, http.StatusForbidden)
	case !g.ownPage(r):
		refuse(w, http.StatusForbidden)
	default:
		return true
	}
	return false
}

// refuse answers and hangs up: a stranger keeps no connection.
func refuse(w http.ResponseWriter, status int) {
	w.Header().Set("Connection", "close")
	http.Error(w, http.StatusText(status), status)
}

// opens tells of the opening address.
func (g *guard) opens(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.Path == "/" && same(r.URL.Query().Get(tokenKey), g.token)
}

// known tells whether the browser has the cookie that the opening address gave.
func (g *guard) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(g.cookie) { // another server of the machine may have set one of this name
		if same(c.Value, g.secret) {
			return true
		}
	}
	return false
}

// ownPage tells whether a request comes from a page of ours, or from the address
// line where nothing is changed by it.
func (g *guard) ownPage(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return site == "" || site == "same-origin" || site == "none"
	}
	return (site == "" || site == "same-origin") && r.Header.Get("Origin") == "http://"+r.Host
}

// same compares secrets in a time that tells nothing about them.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return b != "" && subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// policy is what a page may load: only what this server gives, no script that
// stands in a page, and nothing may frame it. The nonce is that of the styles
// which the editor makes.
func policy(nonce string) string {
	style := "style-src 'self'"
	if nonce != "" {
		style += " 'nonce-" + nonce + "'"
	}
	return strings.Join([]string{
		"default-src 'none'", "script-src 'self'", style, "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
		"form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
	}, "; ")
}

func headers(h http.Header) {
	h.Set("Content-Security-Policy", policy(""))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin") // with none a browser tells no origin of a form
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}
