package main

import (
	"errors"
	"net"
	"strconv"
	"syscall"

	"kehoach.example/internal/diag"
)

// listen listens on this machine only: at the port that is asked for, else at that of
// the last time, else at any.
func listen(port, last int) ([]net.Listener, error) {
	if port != 0 {
		return listenAt(port)
	}
	if last != 0 {
		if ls, err := listenAt(last); err == nil {
			return ls, nil
		}
	}
	var err error
	for range 16 { // a port that is free in one family of addresses may be taken in the other
		var ls []net.Listener
		if ls, err = listenAt(0); err == nil {
			return ls, nil
		}
	}
	return nil, err
}

// listenAt listens at a port of both addresses of this machine. Browsers try both for
// a name below localhost (RFC 6761, 6.3): at one that was left free another program
// would hear them.
func listenAt(port int) ([]net.Listener, error) {
	four, err := net.Listen("tcp4", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	port = four.Addr().(*net.TCPAddr).Port
	six, err := net.Listen("tcp6", net.JoinHostPort("::1", strconv.Itoa(port)))
	switch {
	case err == nil:
		return []net.Listener{four, six}, nil
	case taken(err):
		four.Close()
		return nil, err
	}
	return []net.Listener{four}, nil // a machine without the other family
}

// taken tells that somebody else listens there. 10048 is WSAEADDRINUSE of Windows,
// 10013 WSAEACCES: somebody who shares it with nobody.
func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, syscall.EACCES) || errors.Is(err, syscall.Errno(10048)) || errors.Is(err, syscall.Errno(10013))
}

// checkPort refuses what is no port.
func checkPort(port int) error {
	if port < 0 || port > mostPort {
		return refuse(diag.M("--port %d không phải là số cổng", "--port %d is no port", port),
			diag.M("ghi một số từ 1 đến %d, hoặc bỏ --port", "write a number from 1 to %d, or leave --port out", mostPort))
	}
	return nil
}

const mostPort = 1<<16 - 1

// notHeard tells why nobody can listen at a port.
func notHeard(port int, err error) error {
	tried := diag.M("không nghe được ở cổng %d", "cannot listen at port %d", port)
	if port == 0 || !taken(err) {
		return trouble(tried, err)
	}
	return refuse(diag.Msg{Vi: tried.Vi + ": chương trình khác đang dùng cổng này, hoặc hệ thống giữ nó", En: tried.En + ": another program uses it, or the system keeps it"},
		diag.M("chọn cổng khác, hoặc bỏ --port", "choose another port, or leave --port out"))
}

func hangUp(ls []net.Listener) {
	for _, l := range ls {
		l.Close()
	}
}

// telling are listeners that tell before they stop to listen.
func telling(ls []net.Listener, stops func()) []net.Listener {
	out := make([]net.Listener, len(ls))
	for i, l := range ls {
		out[i] = &tellingListener{l, stops}
	}
	return out
}

type tellingListener struct {
	net.Listener
	stops func()
}

// Close tells first.
func (l *tellingListener) Close() error {
	l.stops()
	return l.Listener.Close()
}
