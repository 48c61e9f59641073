// What the scripts of the page, of the editor and of the browser tests may not do.
import js from "@eslint/js";
import globals from "globals";

const rules = {
  "array-callback-return": "error", "eqeqeq": "error", "no-dupe-class-members": "error", "no-promise-executor-return": "error",
  "no-shadow": "error", "no-undef": "error", "no-unreachable-loop": "error", "no-unused-vars": "error", "require-atomic-updates": "error",
};

export default [
  { ignores: ["static/editor.js", "**/node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser }, rules },
  { files: ["e2e/*.mjs", "editor/*.mjs", "editor/test/**/*.mjs"], languageOptions: { globals: globals.node }, rules: { "no-shadow": "off", "require-atomic-updates": "off", "no-promise-executor-return": "off", "no-control-regex": "off" } },
];
