// Looking for words in a long text: a browser finds only the lines that are shown.
import { EditorState } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { closeSearchPanel, findNext, findPrevious, openSearchPanel, search } from "@codemirror/search";

const vi = {
  Find: "Tìm", Replace: "Thay bằng", next: "tiếp", previous: "trước", all: "tất cả", "match case": "đúng chữ hoa, thường", regexp: "biểu thức",
  "by word": "cả từ", replace: "thay", "replace all": "thay tất cả", close: "đóng", "current match": "chỗ đang chọn", "on line": "ở dòng",
  "replaced match on line $": "đã thay ở dòng $", "replaced $ matches": "đã thay $ chỗ",
};

/** find opens a panel with Ctrl-F in the language of the page. */
export const find = (lang) => [
  search({ top: true }),
  lang === "en" ? [] : EditorState.phrases.of(vi),
  keymap.of([
    { key: "Mod-f", run: openSearchPanel, scope: "editor search-panel" },
    { key: "F3", run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true },
    { key: "Mod-g", run: findNext, shift: findPrevious, scope: "editor search-panel", preventDefault: true },
    { key: "Escape", run: closeSearchPanel, scope: "editor search-panel" },
  ]),
];
