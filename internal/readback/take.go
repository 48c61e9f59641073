package readback

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// The macro that LibreOffice runs: open, take or refuse all tracked changes, save. It lies in the throw-away profile of
// one run.
const (
	takeLibrary = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Redline"/></library:library>
`
	takeModule = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redline" script:language="StarBasic">
Sub Main
%s  StarDesktop.terminate()
End Sub
Sub Take(how As String, from As String, into As String)
  Dim load(0) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden"
  load(0).Value = True
  d = StarDesktop.loadComponentFromURL(from, "_blank", 0, load())
  h = createUnoService("com.sun.star.frame.DispatchHelper")
  h.executeDispatch(d.CurrentController.Frame, ".uno:" &amp; how &amp; "AllTrackedChanges", "", 0, Array())
  Dim store(0) As New com.sun.star.beans.PropertyValue
  store(0).Name = "FilterName"
  store(0).Value = "MS Word 2007 XML"
  d.storeToURL(into, store())
  d.close(True)
End Sub
</script:module>
`
)

// OfficeTakes opens DOCX files with LibreOffice, takes all tracked changes of each (accept) or refuses them, and returns
// what it saves, DOCX again, under the same keys. It ends the test (see [Need]) without LibreOffice and fails it for a
// file that LibreOffice did not save.
func OfficeTakes(t testing.TB, docx map[string][]byte, accept bool) map[string][]byte {
	t.Helper()
	Need(t, "soffice")
	dir := t.TempDir()
	keys := slices.Sorted(maps.Keys(docx))
	how := map[bool]string{true: "Accept", false: "Reject"}[accept]
	var calls strings.Builder
	for i, key := range keys {
		from, into := filepath.Join(dir, fmt.Sprintf("f%05d.docx", i)), filepath.Join(dir, fmt.Sprintf("t%05d.docx", i))
		if err := os.WriteFile(from, docx[key], 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&calls, "  Take(\"%s\", \"%s\", \"%s\")\n", how, fileURL(from), fileURL(into))
	}
	profile := filepath.Join(dir, "profile")
	office := []string{"-env:UserInstallation=" + fileURL(profile), "--headless", "--norestore"}
	// A profile is filled at the first start; macros that lie in it before are not found.
	if _, complaint, err := command(officeStart, "soffice", append(office, "--terminate_after_init")...); err != nil {
		t.Fatalf("soffice: %v: %s", err, short(complaint))
	}
	basic := filepath.Join(profile, "user", "basic", "Standard")
	for name, text := range map[string]string{"script.xlb": takeLibrary, "Redline.xba": fmt.Sprintf(takeModule, calls.String())} {
		if err := os.WriteFile(filepath.Join(basic, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, complaint, err := command(officeStart+time.Duration(len(keys))*officePerFile, "soffice", append(office, "macro:///Standard.Redline.Main")...)
	if err != nil {
		t.Fatalf("soffice: %v: %s", err, short(complaint))
	}
	taken := make(map[string][]byte, len(keys))
	for i, key := range keys {
		content, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("t%05d.docx", i)))
		if err != nil {
			t.Fatalf("soffice saved nothing for %q: %s", key, short(complaint))
		}
		taken[key] = content
	}
	return taken
}
