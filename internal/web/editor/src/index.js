// What the page imports from editor.js.
export { outlineEditor } from "./outline-editor.js";
export { yamlEditor } from "./yaml-editor.js";
export { pasteToOutline } from "./paste/paste.js";
export { gridToTable, tableToGrid } from "./outline/rows.js";
export { doing, fill, isJoined, newGrid, readGrid, tablesIn, typedCell, writeGrid } from "./outline/grid.js";
export { pastedBlock } from "./paste/block.js";
