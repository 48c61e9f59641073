// Vietnamese input methods as a browser sees them.
//
// What Windows, macOS and ibus have built in composes: the word is underlined while it is typed (a composition), and
// put in when it is done. UniKey and its like take letters back instead: a Backspace for each letter that changes, and
// the letters anew as text. Both do so for Telex and for VNI; a page that writes into a field meanwhile ruins both.

/** A word with the keys that make it, and what stands there after each key. */
export const words = {
  telex: [
    ['tieengs', ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng']],
    ['Vieejt', ['V', 'Vi', 'Vie', 'Viê', 'Việ', 'Việt']],
    ['dduwowngf', ['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươn', 'đương', 'đường']],
  ],
  vni: [
    ['tie6ng1', ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng']],
    ['Vie65t', ['V', 'Vi', 'Vie', 'Viê', 'Việ', 'Việt']],
    ['d9u7o7ng2', ['d', 'đ', 'đu', 'đư', 'đưo', 'đươ', 'đươn', 'đương', 'đường']],
  ],
};

/** Types a word by a composition that stays open; finish puts it in. between is called after each key. */
export async function compose(page, [keys, steps], between = async () => {}) {
  const wire = await page.context().newCDPSession(page);
  for (const [i, text] of steps.entries()) {
    await key(wire, 'rawKeyDown', keys[i]);
    await wire.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await key(wire, 'keyUp', keys[i]);
    await between(i);
  }
  return {
    finish: async () => {
      await wire.send('Input.insertText', { text: steps.at(-1) });
      await wire.detach();
    },
  };
}

/** Tells the page of a key that the input method has taken, as browsers do: 229. */
function key(wire, type, code) {
  return wire.send('Input.dispatchKeyEvent', { type, key: type === 'keyUp' ? code : 'Process', windowsVirtualKeyCode: 229 });
}

/** Types a word by taking letters back. */
export async function retype(page, [, steps], between = async () => {}) {
  let before = '';
  for (const [i, text] of steps.entries()) {
    let same = 0;
    while (same < before.length && before[same] === text[same]) same++;
    for (let n = before.length; n > same; n--) await page.keyboard.press('Backspace');
    await page.keyboard.insertText(text.slice(same));
    before = text;
    await between(i);
  }
}
