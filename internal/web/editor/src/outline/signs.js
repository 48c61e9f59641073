// Signs at the head of paragraphs, as package read of the program knows them.

/** Ranks of signs, from the highest: I. > 1. > 1.1. > 1.1.1. > a) > - > +; 0 is no sign. */
export const RANK = { none: 0, muc: 1, khoan: 2, khoan2: 3, khoan3: 4, diem: 5, gach: 6, cong: 7 };

// The points of the decree: the Vietnamese alphabet.
const letters = [..."abcdđeghiklmnopqrstuvxy"];

const romanParts = [[50, "L"], [40, "XL"], [10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];

/** roman writes a number of a part: 4 gives IV. */
export function roman(n) {
  let s = "";
  for (const [value, sign] of romanParts) for (; n >= value; n -= value) s += sign;
  return s;
}

/** romanValue reads a Roman number in its one right form, up to 60; 0 for none. */
export function romanValue(s) {
  for (let n = 1; n <= 60; n++) if (roman(n) === s) return n;
  return 0;
}

/** countOn counts the last number or letter of a sign on: "1." gives "2.", "d)" gives "đ)", "I." gives "II.". Other signs stay. */
export function countOn(sign, by = 1) {
  const part = /^([IVXL]+)([.\-–])$/.exec(sign);
  if (part && romanValue(part[1])) return roman(romanValue(part[1]) + by) + part[2];
  const number = /(\d+)(\D?)$/u.exec(sign);
  if (number) return sign.slice(0, number.index) + String(Number(number[1]) + by) + number[2];
  const [first, ...rest] = [...sign];
  const k = letters.indexOf(first);
  if (k >= 0 && rest.length === 1 && letters[k + by]) return letters[k + by] + rest[0];
  return sign;
}

export const holeName = "[\\p{L}_][\\p{L}\\p{N}_ ]{0,60}";
const hole = new RegExp(`^\\{(${holeName}|hinh:[^{}]*)\\}`, "u");
const quotes = /^[*“"'([{]*/u;

function startsUpper(s) {
  return hole.test(s) || /^[\p{Lu}\p{Nd}]/u.test(s.replace(quotes, ""));
}

function startsLetter(s) {
  return /^\p{L}/u.test(s.replace(quotes, ""));
}

const blankOrLetter = (_sign, rest, blank) => blank || startsLetter(rest);

const kinds = [
  [/^([IVXL]{1,7}\s?[.\-–])\s*/u, RANK.muc, (sign, rest) => isPart(sign) && startsUpper(rest)],
  [/^(\d{1,2}\.\d{1,2}\.\d{1,2}\.?)\s+/u, RANK.khoan3, () => true],
  [/^(\d{1,2}\.\d{1,2}\.?)\s*/u, RANK.khoan2, (sign, rest, blank) =>
    (blank && (sign.endsWith(".") || startsUpper(rest))) || (sign.endsWith(".") && startsLetter(rest))],
  [/^(\d{1,2}\.)\s*/u, RANK.khoan, blankOrLetter],
  [/^(?:([a-zđ]\))\s*|([a-zđ]\.)\s+)/u, RANK.diem, blankOrLetter],
  [/^(\(\d{1,2}\))\s*/u, RANK.gach, blankOrLetter],
  [/^((?:[-–—]\s*)?\+)\s*/u, RANK.cong, blankOrLetter],
  [/^([-–—*])\s*/u, RANK.gach, (sign, rest, blank) => blank || (sign !== "*" && startsLetter(rest))],
  [/^([•●▪■◦·\uf0b7\uf0a7\uf02d])\s*/u, RANK.gach, () => true],
];

function isPart(sign) {
  const n = romanValue(sign.replace(/\s?[.\-–]$/u, ""));
  return n > 0 && n <= 40;
}

/** splitSign takes the sign off the head of a paragraph: {rank, sign, rest}. */
export function splitSign(s) {
  for (const [pattern, rank, fits] of kinds) {
    const m = pattern.exec(s);
    if (!m) continue;
    const sign = m[1] ?? m[2];
    const rest = s.slice(m[0].length);
    if (rest === "" || rest.startsWith("-") || !fits(sign, rest, m[0].length > sign.length)) continue;
    return { rank, sign: sign.replace(/\s+/gu, " "), rest };
  }
  return { rank: RANK.none, sign: "", rest: s };
}

/** firstSign is the sign that begins a list of a rank below a parent sign ("" for none). */
export function firstSign(rank, parent) {
  const number = /^[\d.]*\d/u.exec(parent)?.[0] ?? "";
  switch (rank) {
    case RANK.muc: return "I.";
    case RANK.khoan: return "1.";
    case RANK.khoan2: return `${number || "1"}.1.`;
    case RANK.khoan3: return `${[...number.split(".").filter(Boolean), "1", "1"].slice(0, 2).join(".")}.1.`;
    case RANK.diem: return "a)";
    case RANK.gach: return "-";
    case RANK.cong: return "+";
  }
  return "";
}
