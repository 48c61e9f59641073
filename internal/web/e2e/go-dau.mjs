// Telex and VNI, as compositions and as letters taken back, leave what was typed intact: at the end of a field, in the
// middle of a word, in the editor, and while the preview is drawn again because another tab changes the plan.
import { atThePage, must } from './driver.mjs';
import { addPart, caretAfter, clear, field, holds, onPaper, openPlan, part, put, saved, text } from './clerk.mjs';
import { compose, retype, words } from './typing.mjs';

const name = 'truong-tieu-hoc-2027';
let mark = 100;

await atThePage(async ({ page, context }) => {
  const other = await context.newPage();
  await openPlan(page, name);
  await other.goto(page.url());
  for (const at of [field(page, 'Địa danh'), field(page, 'Trích yếu'), field(page, 'Nội dung', part(1))]) {
    for (const [method, list] of Object.entries(words)) {
      for (const type of [composed, retype]) {
        const want = await typed(page, other, at, list, type);
        const got = (await text(at)).replaceAll('\u00a0', ' ').trim();
        must(got === want, `${method}, ${type.name}: ${JSON.stringify(got)} instead of ${JSON.stringify(want)}`);
        await onPaper(page, want);
        await saved(page, `${name}.yaml`, want);
      }
    }
    await otherFields(page, other, at);
  }
});

/** A word stays whole while another tab adds a part to the plan, so that the form has other fields. */
async function otherFields(page, other, at) {
  const word = words.telex[0];
  await clear(at);
  await composed(page, word, async (i) => {
    if (i !== 3) return;
    await addPart(other);
    const heading = `PHẦN ${++mark}`;
    await put(field(other, 'Đề mục').last(), heading);
    await onPaper(page, heading);
  });
  await page.keyboard.type(' 5');
  await holds(at, `${word[1].at(-1)} 5`);
  await saved(page, `${name}.yaml`, `${word[1].at(-1)} 5`);
}

/** Types the words into a field, the first of them in the middle of a word. */
async function typed(page, other, at, list, type) {
  await clear(at);
  await page.keyboard.type('Xã cuối');
  await caretAfter(at, 'Xã cu');
  await type(page, list[0], (i) => i === 3 && redrawn(page, other));
  await page.keyboard.press('End');
  for (const word of list.slice(1)) {
    await page.keyboard.press('Space');
    await type(page, word, (i) => i === 2 && redrawn(page, other));
  }
  return `Xã cu${[list[0][1].at(-1)]}ối ${list.slice(1).map((w) => w[1].at(-1)).join(' ')}`;
}

async function composed(page, word, between) {
  await (await compose(page, word, between)).finish();
}

/** Another tab changes the plan; the preview of this one shows it. */
async function redrawn(page, other) {
  mark++;
  await put(field(other, 'Ký hiệu'), `KH-T${mark}`);
  await onPaper(page, `KH-T${mark}`);
}
