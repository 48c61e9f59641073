// A field of several lines is as high as what stands in it. Browsers that can do so
// themselves (field-sizing, in fields.css) are left alone.

const byThemselves = CSS.supports("field-sizing", "content");

export function grow(el) {
  if (byThemselves) return;
  el.style.height = "auto";
  el.style.height = `${el.scrollHeight + el.offsetHeight - el.clientHeight}px`;
}
