package readback

// useNamedSpace looks up the colour space that cs and CS name.
func (w *walker) useNamedSpace(v any) {
	n, _ := v.(pdfName)
	switch n {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern":
		w.useSpace(n)
		return
	}
	w.useSpace(w.use("ColorSpace", n))
}

// useSpace keeps which colours of a device are asked for where. A default space in the resources of the same name
// stands for them (ISO 32000-1, 8.6.5.6).
func (w *walker) useSpace(v any) {
	for _, family := range w.deviceSpaces(v, 0) {
		if _, ok := w.dict(w.resources["ColorSpace"])["Default"+family[len("Device"):]]; !ok && w.colours[family] == "" {
			w.colours[family] = w.where
		}
	}
}

// deviceSpaces are the spaces of devices that a colour space is, or is built on.
func (f *pdfFacts) deviceSpaces(v any, depth int) []string {
	if depth > 8 {
		return nil
	}
	switch n := f.name(v); n {
	case "G", "DeviceGray":
		return []string{"DeviceGray"}
	case "RGB", "DeviceRGB":
		return []string{"DeviceRGB"}
	case "CMYK", "DeviceCMYK":
		return []string{"DeviceCMYK"}
	}
	a := f.array(v)
	if len(a) < 2 {
		return nil
	}
	switch f.name(a[0]) {
	case "Indexed", "I", "Pattern":
		return f.deviceSpaces(a[1], depth+1)
	case "Separation", "DeviceN":
		if len(a) > 2 {
			return f.deviceSpaces(a[2], depth+1)
		}
	}
	return nil
}
