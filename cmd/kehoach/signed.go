package main

import (
	"errors"

	"kehoach.example/internal/build"
	"kehoach.example/internal/diag"
)

// SignReport is the JSON answer of `kehoach sign`.
type SignReport struct {
	Version int `json:"version"` // 1
	// File is the signed file as it was named behind -o; "" where nothing was
	// signed, and then the other texts are "" too and Findings tells why.
	File   string `json:"file"`
	Field  string `json:"field"`  // that was signed: "ky_1", "dau_1" …
	Kind   string `json:"kind"`   // person, seal, attached or other
	Signer string `json:"signer"` // name in the certificate
	// Blank is what is still open on paper: so, ngay, thang, nam.
	Blank    []string      `json:"blank"`
	Next     string        `json:"next"` // the field that is signed next, "" for none
	Findings []diag.Record `json:"findings"`
}

// putSigned signs, writes the signed file and tells what was done.
func (a *app) putSigned(pdf build.Input, r build.SignRequest, out planOutput) error {
	signed, found := build.Sign(pdf, r)
	switch {
	case diag.HasErrors(found):
		return a.notSigned(found)
	case signed == nil:
		return errors.New("there is neither a signed file nor a finding")
	}
	found = append(a.early, found...)
	a.early = nil
	if !a.json {
		diag.Print(a.stderr, found, a.lang)
	}
	if err := out.put(signed.Data); err != nil {
		return err
	}
	signer := r.Key.Cert.Subject.CommonName
	for _, line := range build.SignedWords(signed, signer) {
		a.say(line)
	}
	if !a.json {
		return nil
	}
	return a.resultJSON(SignReport{
		Version: 1, File: out.target.Path(), Field: signed.Field, Kind: signed.Kind, Signer: signer,
		Blank: append([]string{}, signed.Blank...), Next: signed.Next, Findings: diag.Records(found, a.lang),
	})
}

// notSigned tells why nothing was signed.
func (a *app) notSigned(found []diag.Finding) error {
	if !a.json {
		return a.verdict(found, false)
	}
	found = append(a.early, found...)
	a.early = nil
	if err := a.resultJSON(SignReport{Version: 1, Blank: []string{}, Findings: diag.Records(found, a.lang)}); err != nil {
		return err
	}
	a.count(found, diag.M("không ghi tệp nào", "no file was written"))
	return errFindings
}
