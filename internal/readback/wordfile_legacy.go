package readback

import "strings"

// Old fonts draw Vietnamese letters at the places of Western ones, so that the text of a file is not what is seen. The
// two tables were typed from public descriptions of TCVN 5712:1993 (VN3) and of the VNI set for Windows.

// tcvn3 has the letter that is drawn and the place, in Latin-1, that is stored.
const tcvn3 = "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË è\u00cc ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ " +
	"òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u00ad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ đ® " +
	"Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§"

// TCVN3 stores a text for a font of the .Vn family. A font whose name ends in H draws small letters as capitals and is
// given small letters; in the others a capital with an accent has no place, and must not be asked for.
func TCVN3(font, text string) string {
	if strings.HasSuffix(font, "H") {
		text = strings.ToLower(text)
	}
	return byTable(text, tcvn3)
}

// vni has the letter that is drawn and the one or two that are stored, small and capital.
const vni = "áaù àaø ảaû ãaõ ạaï ăaê ắaé ằaè ẳaú ẵaü ặaë âaâ ấaá ầaà ẩaå ẫaã ậaä " +
	"éeù èeø ẻeû ẽeõ ẹeï êeâ ếeá ềeà ểeå ễeã ệeä íí ìì ỉæ ĩó ịò " +
	"óoù òoø ỏoû õoõ ọoï ôoâ ốoá ồoà ổoå ỗoã ộoä ơô ớôù ờôø ởôû ỡôõ ợôï " +
	"úuù ùuø ủuû ũuõ ụuï ưö ứöù ừöø ửöû ữöõ ựöï ýyù ỳyø ỷyû ỹyõ ỵî đñ " +
	"ÁAÙ ÀAØ ẢAÛ ÃAÕ ẠAÏ ĂAÊ ẮAÉ ẰAÈ ẲAÚ ẴAÜ ẶAË ÂAÂ ẤAÁ ẦAÀ ẨAÅ ẪAÃ ẬAÄ " +
	"ÉEÙ ÈEØ ẺEÛ ẼEÕ ẸEÏ ÊEÂ ẾEÁ ỀEÀ ỂEÅ ỄEÃ ỆEÄ ÍÍ ÌÌ ỈÆ ĨÓ ỊÒ " +
	"ÓOÙ ÒOØ ỎOÛ ÕOÕ ỌOÏ ÔOÂ ỐOÁ ỒOÀ ỔOÅ ỖOÃ ỘOÄ ƠÔ ỚÔÙ ỜÔØ ỞÔÛ ỠÔÕ ỢÔÏ " +
	"ÚUÙ ÙUØ ỦUÛ ŨUÕ ỤUÏ ƯÖ ỨÖÙ ỪÖØ ỬÖÛ ỮÖÕ ỰÖÏ ÝYÙ ỲYØ ỶYÛ ỸYÕ ỴÎ ĐÑ"

// VNI stores a text for a font of the VNI family.
func VNI(text string) string { return byTable(text, vni) }

func byTable(text, table string) string {
	stored := map[rune]string{}
	for _, entry := range strings.Fields(table) {
		rs := []rune(entry)
		stored[rs[0]] = string(rs[1:])
	}
	var b strings.Builder
	for _, r := range text {
		if s, ok := stored[r]; ok {
			b.WriteString(s)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
