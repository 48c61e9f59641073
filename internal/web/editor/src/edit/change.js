// The smallest change from one text to another.

const high = (s, i) => (s.charCodeAt(i) & 0xfc00) === 0xd800;

/** difference gives the one change that makes b of a, in places of a behind offset; none where they are equal. */
export function difference(a, b, offset = 0) {
  if (a === b) return [];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  if (start > 0 && high(a, start - 1)) start--; // no half of a character
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  if (end > 0 && high(a, a.length - end - 1)) end--;
  return [{ from: offset + start, to: offset + a.length - end, insert: b.slice(start, b.length - end) }];
}

const mostPairs = 1_000_000; // of lines that are compared

/**
 * differences gives the changes that make b of a, line by line, each as small as
 * it can be: what stands between them, and the caret there, is left alone.
 */
export function differences(a, b) {
  const [whole] = difference(a, b);
  if (!whole) return [];
  const from = whole.from === 0 ? 0 : a.lastIndexOf("\n", whole.from - 1) + 1;
  const endA = lineEnd(a, whole.to), endB = lineEnd(b, whole.to + b.length - a.length);
  const old = a.slice(from, endA).split(/(\n)/), now = b.slice(from, endB).split(/(\n)/);
  if (old.length * now.length > mostPairs) return [whole];
  return hunks(old, now).flatMap((h) => difference(h.old, h.now, from + h.at));
}

function lineEnd(s, pos) {
  const k = s.indexOf("\n", pos);
  return k < 0 ? s.length : k + 1;
}

// hunks pairs what differs between lines that both lists have in the same order.
function hunks(old, now) {
  const common = longest(old, now);
  const out = [];
  let i = 0, k = 0, at = 0, hunk = { at: 0, old: "", now: "" };
  const close = () => {
    if (hunk.old !== hunk.now) out.push(hunk);
    hunk = { at, old: "", now: "" };
  };
  while (i < old.length || k < now.length) {
    if (i < old.length && k < now.length && old[i] === now[k]) {
      at += old[i].length;
      i++;
      k++;
      close();
    } else if (k >= now.length || (i < old.length && common[i + 1][k] >= common[i][k + 1])) {
      at += old[i].length;
      hunk.old += old[i++];
    } else hunk.now += now[k++];
  }
  close();
  return out;
}

// longest counts the lines in common of what is left of two lists.
function longest(old, now) {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let k = now.length - 1; k >= 0; k--) {
      rows[i][k] = old[i] === now[k] ? rows[i + 1][k + 1] + 1 : Math.max(rows[i + 1][k], rows[i][k + 1]);
    }
  }
  return rows;
}
