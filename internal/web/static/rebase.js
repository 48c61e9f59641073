// Two changes of one text.

// rebase gives value with the change from was to now made in it; undefined where both
// changed the same letters.
export function rebase(was, now, value) {
  const ours = change(was, now);
  const theirs = change(was, value);
  if (ours.to > theirs.from && ours.from < theirs.to) return undefined;
  const by = ours.from >= theirs.to ? value.length - was.length : 0; // theirs is before
  return value.slice(0, ours.from + by) + ours.put + value.slice(ours.to + by);
}

// change is what lies between what two texts have in common at both ends.
function change(was, now) {
  const most = Math.min(was.length, now.length);
  let from = 0;
  while (from < most && was[from] === now[from]) from++;
  let end = 0;
  while (end < most - from && was[was.length - 1 - end] === now[now.length - 1 - end]) end++;
  return { from, to: was.length - end, put: now.slice(from, now.length - end) };
}
