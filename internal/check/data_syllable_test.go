package check

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// embedded reads the data of the program.
func embedded(t testing.TB) *Data {
	t.Helper()
	d, found := LoadData(func(name string) ([]byte, error) { return os.ReadFile(filepath.Join("../../templates", name)) })
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	return d
}

func TestValid(t *testing.T) {
	s := embedded(t).Syllables
	for _, w := range strings.Fields(`nghiêng nguyễn khuỷu thuở quốc quý quỳnh quýt gì gìn giếng giết giặc giữa gìm già giá
		hòa hoà thủy thuỷ khỏe khoẻ ủy uỷ yến yêu ý ỷ iêu_ huỳnh khuya ngoằn ngoèo nghĩa nghĩ ghế kỹ kĩ lý lí mỹ sỹ tỷ vỹ hy thỵ
		xoong cùng của mùa thừa cừu hươu rượu người đường được trường thuyết khuyến toét loét toáy ngoáy xoáy oái oăm hoắc khoắng
		tuýp huýt quấy quấn quắt quặng quả quẫn quơ quở đoàn toàn tuần xuân luật bâng khuâng huênh hoang tuệ duệ rỗ rổ ẩm ướt ê ế
		ừm ô ồ à ạ ừ pin pí păng sắp sửa cộng đồng kết quả ngành nghề ruộng nương miễu giễu triều rươi gừng gửi ngỗng ngồng`) {
		if strings.HasSuffix(w, "_") {
			continue
		}
		if !s.Valid(w) {
			t.Errorf("%s is denied", w)
		}
	}
	for _, w := range strings.Fields(`phuợng đuờng thuờng tóan đòan qúy gía gìa thúât ngiệp ngề cế ghà nghá khôg côngtác nhiệmvụ kiểmtra
		viêc_ viêch hoàch phốt_ phôt_ tổđ lươg quôốc nhiềuu đuợc luợng hườg đầuu thựcc biêt nghiêp truởng chưong_ ưỡ thuyêt môt bâṭ_ đôt áà xãa zịnh đjều wốc
		iếng iêu ưon_ trứong hứơng`) {
		if strings.HasSuffix(w, "_") {
			continue
		}
		if s.Valid(w) {
			t.Errorf("%s passes", w)
		}
	}
	for _, w := range strings.Fields("email online covid internet website zalo excel test team hoach viet naïve übung straße m’drắk tưlđtt nđ qđ 5g đ ủy2 café") {
		if !s.Valid(w) {
			t.Errorf("%s is judged", w)
		}
	}
	if zero := (&Syllables{}); !zero.Valid("xyzế") {
		t.Error("the zero value judges")
	}
}

// TestValidNames: no name of a province or commune is denied but those of other
// languages of the country, all of which are here.
func TestValidNames(t *testing.T) {
	d := embedded(t)
	s := d.Syllables
	s.known = nil
	var denied []string
	for _, p := range d.Units.provinces {
		for _, c := range p.communes {
			for _, w := range strings.Fields(strings.ToLower(p.name + " " + c.name)) {
				if !s.Valid(w) && !slices.Contains(denied, w) {
					denied = append(denied, w)
				}
			}
		}
	}
	slices.Sort(denied)
	want := "avương bhăng búk cuôr dliê drông drăng dêê dơk hrú jút khăl khươl kmăl knuếc knốp krái krêl krông kôi kôn kông kơi kạn lắk mứn ngọk nuôl plô plông pnôn prông pék púch păh păl pơng pưh rvê rốk sró sơmei sắk tôr tẻh êê đakrông đăk đắk"
	if got := strings.Join(denied, " "); got != want {
		t.Errorf("%s", got)
	}
}

// TestValidTexts: no word of the sample plans and the starter plans is denied.
func TestValidTexts(t *testing.T) {
	s := embedded(t).Syllables
	samples, _ := filepath.Glob("../../samples/*/*.yaml")
	starters, _ := filepath.Glob("../../templates/khoi-dau/*.yaml")
	if len(samples) == 0 || len(starters) == 0 {
		t.Fatal("no texts")
	}
	for _, file := range append(samples, starters...) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range strings.FieldsFunc(string(data), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' }) {
			if w := strings.ToLower(w); !s.Valid(w) {
				t.Errorf("%s: %s", file, w)
			}
			if got, ok := s.Telex(strings.ToLower(w)); ok {
				t.Errorf("%s: %s is taken for %s", file, w, got)
			}
		}
	}
}

func TestTelex(t *testing.T) {
	s := embedded(t).Syllables
	for in, want := range map[string]string{
		"quoosc": "quốc", "ddoaofn": "đoàn", "ddoanf": "đoàn", "vieejt": "việt", "nuowcs": "nước", "dduowcj": "được", "hojc": "học",
		"coongj": "cộng", "coongf": "cồng", "thuwcj": "thực", "tieesng": "tiếng", "trieenr": "triển", "khuyeesn": "khuyến", "quyeets": "quyết", "ddaji": "đại",
		"d9oa2n": "đoàn", "co6ng": "công", "d9u7o7c5": "được", "quo6c1": "quốc", "ddaay": "đây", "dden": "đen",
	} {
		if got, ok := s.Telex(in); !ok || got != want {
			t.Errorf("%s: %q %v, want %s", in, got, ok, want)
		}
	}
	for _, w := range strings.Fields(`boost roost queen door room floor beef roof proof news laws cows rows moon week seen been keep too see food test list cost post
		taxi tax max fax box fix sex six mix of off if chef golf staff internet website online email excel facebook zalo covid video marketing logistics startup workshop
		team game show law how now low view power forum format platform software hardware window web wifi www app add address oddly buddy middle
		h5n1 a4 k15 co2 b12 pm25 d9 m2 q7 km2 usd vnd conf jazz jack job project object juice taj khmer microsoft yahoo google youtube tiktok viettel vinaphone
		songs things rings banks trans plus bus gas as is has his us or for her car bar per sur chaos doan cong hoach viet nam ha noi kuwait queue quees foot boots`) {
		if got, ok := s.Telex(w); ok {
			t.Errorf("%s is taken for %s", w, got)
		}
	}
}

func BenchmarkValid(b *testing.B) {
	s := embedded(b).Syllables
	words := strings.Fields("căn cứ nghị quyết đại hội đảng bộ lần thứ về việc triển khai nghiêng kế hoạch")
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range words {
			s.Valid(w)
		}
	}
}

func BenchmarkLoadData(b *testing.B) {
	files := map[string][]byte{}
	for b.Loop() {
		LoadData(func(name string) ([]byte, error) {
			if files[name] == nil {
				files[name], _ = os.ReadFile(filepath.Join("../../templates", name))
			}
			return files[name], nil
		})
	}
}
