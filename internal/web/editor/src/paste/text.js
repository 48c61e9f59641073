// Letters of pasted text.
import { level, write } from "../outline/write.js";

/** clean brings letters to the form in which the program reads all sources. */
export function clean(s) {
  return s
    .replace(/[\u00a0\u202f\u2007]/g, " ")
    .replace(/[\u00ad\ufeff\u200b-\u200f\u2060]/g, "")
    .replace(/\u2011/g, "-")
    .replace(/\u00d0/g, "Đ")
    // eslint-disable-next-line no-control-regex -- they are what goes
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g, "");
}

/** tidy squeezes blanks over the borders of runs, takes them off the ends, and joins runs of one look. */
export function tidy(runs) {
  const out = [];
  let blank = true;
  for (const run of runs) {
    let text = run.text.replace(/\s+/gu, " ");
    if (blank) text = text.replace(/^ /, "");
    if (text === "") continue;
    blank = text.endsWith(" ");
    out.push({ ...run, text });
  }
  const last = out.at(-1);
  if (last) last.text = last.text.trimEnd();
  return merged(settled(out.filter((r) => r.text !== "")));
}

// settled gives a run of blanks the look of its neighbours where both have it.
function settled(runs) {
  return runs.map((run, i) => {
    if (run.text.trim() !== "") return run;
    const [a, b] = [runs[i - 1], runs[i + 1]];
    return { ...run, bold: Boolean(a?.bold && b?.bold), italic: Boolean(a?.italic && b?.italic), shift: "" };
  });
}

/** merged joins neighbours of one look. */
export function merged(runs) {
  const out = [];
  for (const r of runs) {
    const last = out.at(-1);
    if (last && last.bold === r.bold && last.italic === r.italic && last.shift === r.shift) last.text += r.text;
    else out.push({ ...r });
  }
  return out.map((r) => ({ ...r, text: r.text.normalize("NFC") }));
}

/** wholly tells whether all letters of runs have a look. */
export function wholly(runs, look) {
  const words = runs.filter((r) => /[\p{L}\p{N}]/u.test(r.text));
  return words.length > 0 && words.every((r) => r[look]);
}

/** spelled writes runs with their marks. */
export const spelled = (runs) => write(merged(runs.map(level)));
