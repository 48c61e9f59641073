module kehoach.example

go 1.26.0

require (
	github.com/jung-kurt/gofpdf v1.16.2
	golang.org/x/image v0.47.0
	golang.org/x/text v0.43.0
	gopkg.in/yaml.v3 v3.0.1
)
