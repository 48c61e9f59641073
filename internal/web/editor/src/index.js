// What the page imports from editor.js.
export { outlineEditor } from "./outline-editor.js";
export { yamlEditor } from "./yaml-editor.js";
export { pasteToOutline } from "./paste/paste.js";
export { gridToTable, tableToGrid } from "./outline/rows.js";
