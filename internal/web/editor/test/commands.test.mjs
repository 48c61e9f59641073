import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, goOn, unsign } from "../src/edit/enter.js";
import { shift } from "../src/edit/rank.js";
import { toggle } from "../src/edit/look.js";
import { insertOutline, insertPlain } from "../src/edit/insert.js";
import { newLine } from "../src/yaml-editor.js";
import { after } from "./state.mjs";

const table = (name, command, cases) => test(name, () => {
  for (const [text, want, ...args] of cases) assert.equal(after(command, text, ...args), want, JSON.stringify(text));
});

table("Enter continues the list", enter, [
  ["1. Một¦", "1. Một\n2. ¦"],
  ["d) Một¦", "d) Một\nđ) ¦"],
  ["e) Một¦", "e) Một\ng) ¦"],
  ["- Một¦", "- Một\n- ¦"],
  ["+ Một¦", "+ Một\n+ ¦"],
  ["1.1. Một¦", "1.1. Một\n1.2. ¦"],
  ["I. MỘT¦", "I. MỘT\nII. ¦"],
  ["Một¦", "Một\n¦"],
  ["1. Một ¦hai\n2. Ba", "1. Một\n2. ¦hai\n3. Ba"],
  ["1. Một¦\n2. Hai\n2.1. Hai một\na) x\n3. Ba\n5. Năm\nII. B\n2. Khác", "1. Một\n2. ¦\n3. Hai\n3.1. Hai một\na) x\n4. Ba\n5. Năm\nII. B\n2. Khác"],
  ["c) Một¦\nd) Hai\nđ) Ba\n1. Bốn", "c) Một\nd) ¦\nđ) Hai\ne) Ba\n1. Bốn"],
  ["1. Một\n  hai¦", "1. Một\n  hai\n2. ¦"],
  ["1. Một ¦hai¦ ba", "1. Một\n2. ¦ba"],
  ["¦1. Một", "\n¦1. Một"],
  ["1. ¦Một", "1. \n2. ¦Một"],
  ["1. Một **hai ¦ba** bốn", "1. Một **hai**\n2. **¦ba** bốn"],
  ["**1.** Một¦", "**1.** Một\n2. ¦"],
  ["- {dot}¦", "- {dot}\n- ¦"],
  ["# ghi chú¦", "# ghi chú\n¦"],
]);

table("Backspace before or right behind a sign takes it away", unsign, [
  ["1. Một\n2. ¦Hai\n3. Ba", "1. Một\n¦Hai\n2. Ba"],
  ["¦a) Một\nb) Hai", "¦Một\na) Hai"],
  ["- ¦Một", "¦Một"],
  ["1. ¦", "¦"],
  ["1.¦", null],
  ["1. M¦ột", null],
  ["1. ¦Một¦", null],
  ["| ¦a |", null],
  ["¦Một", null],
]);

table("Enter on a blank item leaves its list", enter, [
  ["1. Một\n2. ¦\n3. Ba\n4. Bốn", "1. Một\n¦\n2. Ba\n3. Bốn"],
  ["1. Một\na) Hai\nb) ¦\n2. Ba", "1. Một\na) Hai\n2. ¦\n3. Ba"],
  ["1. Một\na) Hai\nb) ¦", "1. Một\na) Hai\n2. ¦"],
  ["1. Một\n2. ¦", "1. Một\n¦"],
  ["- ¦", "¦"],
  ["1. Một\n- Hai\n+ ¦", "1. Một\n- Hai\n- ¦"],
  ["2. Một\n- Hai\n-¦", "2. Một\n- Hai\n3. ¦"],
  ["1. Một\n  ¦", "1. Một\n\n¦"],
]);

table("Enter in a row makes a row", enter, [
  ["| a¦ | b |", "| a | b |\n| ¦ |  |"],
  ["| a | b |\n|  | ¦ |", "| a | b |\n¦"],
  ["¦| a | b |", "\n¦| a | b |"],
]);

table("Shift-Enter goes on", goOn, [
  ["1. Một ¦hai", "1. Một\n  ¦hai"],
  ["| a¦ | b |", "| a | b |\n  | ¦ |  |"],
  ["# một¦", "# một\n# ¦"],
  ["¦", "\n¦"],
]);

table("Tab makes a sign deeper or higher", shift, [
  ["1. Một\n2. Hai¦\n3. Ba\n3.1. Con", "1. Một\n1.1. Hai¦\n2. Ba\n2.1. Con", 1],
  ["1. Một\n1.1. Hai¦\n2. Ba\n3. Bốn", "1. Một\n2. Hai¦\n3. Ba\n4. Bốn", -1],

  ["1. Một\n2. Hai¦", "1. Một\n1.1. Hai¦", 1],
  ["1. Một\n1.1. Hai\n2. B¦a", "1. Một\n1.1. Hai\n1.2. B¦a", 1],
  ["1.1. Một\n1.2. Ha¦i", "1.1. Một\n1.1.1. Ha¦i", 1],
  ["1.1.1. Một¦", "a) Một¦", 1],
  ["1. Một\na) Hai\n- Ba¦", "1. Một\na) Hai\nb) Ba¦", -1],
  ["1. Một\na) Hai¦", "1. Một\n1.1.1. Hai¦", -1],
  ["1. Một\n1.1. Hai¦", "1. Một\n2. Hai¦", -1],
  ["a) Một\nb) Hai¦", "a) Một\n- Hai¦", 1],
  ["- Một¦", "+ Một¦", 1],
  ["+ Một¦", null, 1],
  ["I. MỘT¦", "MỘT¦", -1],
  ["Một¦", "1. Một¦", 1],
  ["a) Một\n¦Hai", "a) Một\nb) ¦Hai", 1],
  ["Một¦", null, -1],
  ["- ¦", "+ ¦", 1],
  ["1. Một\n¦2. Hai\n3. Ba¦", "1. Một\n¦1.1. Hai\n1.2. Ba¦", 1],
  ["1. Một\n2. Hai\n  tiế¦p", "1. Một\n1.1. Hai\n  tiế¦p", 1],
  ["# gh¦i", null, 1],
  ["**1.** Giao¦", "1.1. Giao¦", 1],
  ["**1. Giao**¦", "**1.1. Giao**¦", 1],
]);

table("Tab in a row goes from cell to cell", shift, [
  ["| ¦a | b |", "| a | ¦b¦ |", 1],
  ["| a | ¦b |", "| ¦a¦ | b |", -1],
  ["| a | b¦ |\n|-1-|-2-|\n# x\n| c | d |", "| a | b |\n|-1-|-2-|\n# x\n| ¦c¦ | d |", 1],
  ["| a | b |\n| ¦c | d |", "| a | ¦b¦ |\n| c | d |", -1],
  ["| a | b¦ |\nMột", "| a | b |\n| ¦ |  |\nMột", 1],
  ["| ¦a | b |", null, -1],
  ["| a | | c¦ |", "| a | ¦| c |", -1],
]);

table("bold and italics", toggle, [
  ["một ¦hai¦ ba", "một **¦hai¦** ba", "bold"],
  ["một **¦hai¦** ba", "một ¦hai¦ ba", "bold"],
  ["một ¦**hai**¦ ba", "một ¦hai¦ ba", "bold"],
  ["một **hai** ¦ba¦", "một **hai ¦ba¦**", "bold"],
  ["một **ha¦i ba¦ bốn**", "một **ha**¦i ba¦ **bốn**", "bold"],
  ["**một ¦hai¦ ba**", "**một** ***¦hai¦*** **ba**", "italic"],
  ["một ¦hai ¦ba", "một **¦hai** ¦ba", "bold"],
  ["1. m¦ột", "1. **¦một¦**", "bold"],
  ["¦1. một\n2. hai¦", "1. **¦một**\n2. **hai¦**", "bold"],
  ["| a ¦| b¦ |", "| a | *¦b¦* |", "italic"],
  ["một ¦", "một **¦**", "bold"],
  ["một **¦**", "một ¦", "bold"],
  ["H¦~2~¦O", "H**¦~2~¦**O", "bold"],
  ["# gh¦i¦", null, "bold"],
  ["5 **6¦hai¦", "5 \\*\\*6**¦hai¦**", "bold"],
]);

table("what is pasted begins items and rows on lines of their own", insertOutline, [
  ["1. Một¦", "1. Một\n- a\n- b¦", "- a\n- b"],
  ["1. ¦", "2. a¦", "2. a"],
  ["1.¦", "1. a¦", "a"],
  ["một ¦ ba", "một hai¦ ba", "hai"],
  ["¦Một", "| a | b |\n¦Một", "| a | b |"],
  ["| a¦ | b |", "| a | b |\n| c | d |¦", "| c | d |"],
  ["| a¦ | b |", "| a- x y\\|z¦ | b |", "- x\ny|z"],
]);

table("plain text stays as it is", insertPlain, [
  ["¦", "a\nb *c*¦", "a\r\nb *c*"],
  ["| a¦ |", "| ax y¦ |", "x\ny"],
]);

table("a new line of the plan file", newLine, [
  ["muc:¦", "muc:\n  ¦"],
  ["    noi_dung: |¦", "    noi_dung: |\n      ¦"],
  ["      1. Nội dung:¦", "      1. Nội dung:\n      ¦"],
  ["  - tieu_de: A:¦", "  - tieu_de: A:\n  ¦"],
  ["so: 1¦", "so: 1\n¦"],
]);
