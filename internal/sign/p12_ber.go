package sign

import "encoding/asn1"

// Java programs with Bouncy Castle, EJBCA among them, write P12 files in BER:
// lengths that are not told beforehand, and octets in pieces (X.690, 8.1.3.6, 8.7).
// RFC 7292 allows that; the library reads DER only.

// maxBER bounds how deep values stand in each other; a P12 file has 12.
const maxBER = 32

// definite rewrites values of BER as DER as far as lengths and pieces of octets go.
func definite(ber []byte) ([]byte, bool) {
	out, rest, ok := definiteUntil(ber, false, 0)
	return out, ok && len(rest) == 0
}

// definiteUntil rewrites values up to the end, or up to and with two zeros if open.
func definiteUntil(ber []byte, open bool, depth int) (out, rest []byte, ok bool) {
	if depth > maxBER {
		return nil, nil, false
	}
	for len(ber) > 0 {
		if open && len(ber) >= 2 && ber[0] == 0 && ber[1] == 0 {
			return out, ber[2:], true
		}
		var one []byte
		if one, ber, ok = definiteOne(ber, depth); !ok {
			return nil, nil, false
		}
		out = append(out, one...)
	}
	return out, nil, !open
}

// definiteOne rewrites one value.
func definiteOne(ber []byte, depth int) (out, rest []byte, ok bool) {
	const constructed, many, indefinite = 0x20, 0x1F, 0x80
	if len(ber) < 2 || ber[0]&many == many {
		return nil, nil, false // no tag of a P12 file needs more than a byte
	}
	tag, content := ber[0], []byte(nil)
	if ber[1] == indefinite {
		if tag&constructed == 0 {
			return nil, nil, false
		}
		if content, rest, ok = definiteUntil(ber[2:], true, depth+1); !ok {
			return nil, nil, false
		}
	} else {
		n, head := berLength(ber[1:])
		if n < 0 || n > len(ber)-1-head {
			return nil, nil, false
		}
		content, rest = ber[1+head:1+head+n], ber[1+head+n:]
		if tag&constructed != 0 {
			if content, _, ok = definiteUntil(content, false, depth+1); !ok {
				return nil, nil, false
			}
		}
	}
	if tag == asn1.TagOctetString|constructed {
		if content, ok = joined(content); !ok {
			return nil, nil, false
		}
		tag = asn1.TagOctetString
	}
	out, err := asn1.Marshal(asn1.RawValue{
		Class: int(tag >> 6), Tag: int(tag & many), IsCompound: tag&constructed != 0, Bytes: content,
	})
	return out, rest, err == nil
}

// berLength reads a length and how many bytes it takes; -1 if it is none.
func berLength(b []byte) (n, head int) {
	if b[0] < 0x80 {
		return int(b[0]), 1
	}
	head = 1 + int(b[0]&0x7F)
	if head > 4 || head > len(b) {
		return -1, 0
	}
	for _, c := range b[1:head] {
		n = n<<8 | int(c)
	}
	return n, head
}

// joined joins pieces of octets that were rewritten before.
func joined(pieces []byte) (whole []byte, ok bool) {
	whole = []byte{}
	for len(pieces) > 0 {
		var piece []byte
		rest, err := asn1.Unmarshal(pieces, &piece)
		if err != nil {
			return nil, false
		}
		whole, pieces = append(whole, piece...), rest
	}
	return whole, true
}
