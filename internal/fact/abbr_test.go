package fact

import (
	"strings"
	"testing"

	"kehoach.example/internal/diag"
	"kehoach.example/internal/plan"
)

// factsOf finds the facts of lines of running text.
func factsOf(lines ...string) *Facts {
	var v plan.Van
	for i, l := range lines {
		c := plan.Text(l)
		c.At = diag.Place{File: "x", Line: i + 1, Column: 1, Text: l}
		v.Doan = append(v.Doan, plan.Doan{Chu: c})
	}
	lex := &Lexicon{}
	lex.Index()
	return Find(&plan.Plan{Muc: []plan.Muc{{NoiDung: v}}}, lines, lex)
}

// TestAbbrs: "X" is a short form, "X=" one that is explained, "X/" one in a
// symbol, "X”" one in a quotation.
func TestAbbrs(t *testing.T) {
	for text, want := range map[string]string{
		"Mời CNVCLĐ và LĐLĐ dự.":                                   "CNVCLĐ LĐLĐ",
		"Ban CSPL&QHLĐ, số liệu KT-XH, ở TP.HCM.":                  "CSPL&QHLĐ KT-XH TP.HCM",
		"Số 82/KH-LĐLD của LĐLĐ.":                                  "KH/ LĐLD/ LĐLĐ",
		"Số 82 /KH - LĐLD.":                                        "KH/ LĐLD/",
		"Thông tư 24/2012/TTLT-BLĐTBXH-BNV-BTC, BTC.":              "TTLT/ BLĐTBXH/ BNV/ BTC/ BTC",
		"Chỉ thị số 34-CT/TW.":                                     "CT/ TW/",
		"Nghị định số 145/2020/NĐ-CP, QĐ-UBND.":                    "NĐ/ CP/ QĐ/ UBND/",
		"công nhân, viên chức (CNVC), CNVC dự":                     "CNVC= CNVC",
		"hội đồng (viết tắt là Ban HĐTĐ) họp":                      "HĐTĐ=",
		"hội đồng thi đua (HĐTĐ; sau đây gọi là Hội đồng)":         "HĐTĐ=",
		"việc khó (GPMB, thuê đất), (NC2, NC3)":                    "GPMB NC2 NC3",
		"sổ bệnh (EMR) và sở quy hoạch (SQH)":                      "EMR? SQH=",
		"Sở VH,TT&DL và CNVC,LĐLĐ":                                 "VH,TT&DL CNVC LĐLĐ",
		"Số 15/TTr-TYT, 8-CTr/TU":                                  "TYT/ TU/",
		"hội đồng (sau đây gọi tắt là HĐTĐ) họp":                   "HĐTĐ=",
		"hội đồng (viết tắt: “HĐTĐ”) họp":                          "HĐTĐ=",
		"hội đồng, sau đây gọi là HĐTĐ, họp":                       "HĐTĐ=",
		"HĐTĐ (hội đồng thi đua) họp":                              "HĐTĐ=",
		"HĐTĐ: hội đồng thi đua":                                   "HĐTĐ=",
		"các xã (theo HĐTĐ) họp":                                   "HĐTĐ",
		"Có “CNVC vượt khó” và CNVC.":                              "CNVC” CNVC",
		"Quý IV, khóa XIII, mục II, lần thứ XX, LIX.":              "",
		"TM. BAN THƯỜNG VỤ, KT. CHỦ TỊCH":                          "",
		"KHÔNG được, BAN ngày, ĐẢNG BỘ":                            "",
		"MỤC TIÊU CỦA CNVC":                                        "",
		"NQ TW4, vitamin B12, loại A":                              "NQ TW4",
		"Nghị quyết số 02-NQ/TW ngày 12/6/2021 và UBND xã trả lời": "NQ/ TW/ UBND",
		"Đạt chuẩn OCOP, VAT 10%":                                  "OCOP VAT",
	} {
		var got []string
		for _, a := range factsOf(text).Abbrs {
			s := a.S
			switch {
			case a.Def:
				s += "="
			case a.Loose:
				s += "?"
			case a.Symbol:
				s += "/"
			case a.Quoted:
				s += "”"
			}
			got = append(got, s)
			if a.Text.S[a.Lo:a.Hi] != a.S || a.Text.Tokens[a.I].Lo != a.Lo || a.Text.Tokens[a.End-1].Hi != a.Hi {
				t.Errorf("%s: place of %s", text, a.S)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

// TestAbbrOfSymbol: the document's own ký hiệu comes first.
func TestAbbrOfSymbol(t *testing.T) {
	p := &plan.Plan{KyHieu: plan.Text("KH-LĐLĐ")}
	f := Find(p, []string{"KH-LĐLĐ"}, &Lexicon{})
	if len(f.Abbrs) != 2 || f.Abbrs[1].S != "LĐLĐ" || !f.Abbrs[1].Symbol {
		t.Errorf("%+v", f.Abbrs)
	}
}

// TestQuotes: quotations of several kinds, nested, and over paragraphs; the
// letters of what is quoted.
func TestQuotes(t *testing.T) {
	for text, want := range map[string]string{
		"Nói “a b” và “c”.":          "“a b”,“c”",
		"Nói \"a\" và \"b\".":        "\"a\",\"b\"",
		"Nói «a», ‘b’.":              "«a»,‘b’",
		"Nói “a “b” c” d.":           "“b”,“a “b” c”",
		"Nói “a “b” c.":              "“a “b”",
		"Nói “a b.":                  "“a b.",
		"a b” c.":                    "a b”",
		"Màn 15\" và \"a\".":         "\"a\"",
		"Ông M’Nông, H’Bia nói “a”.": "“a”",
		"Không.":                     "",
		"Mở “a|b c|d” đóng.":         "“a,b c,d”",
		"Mở “a|b c|d e.":             "“a",
	} {
		var got []string
		for _, x := range factsOf(strings.Split(text, "|")...).Texts {
			for _, q := range x.Quotes {
				got = append(got, x.S[q.Lo:q.Hi])
			}
		}
		if strings.Join(got, ",") != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
