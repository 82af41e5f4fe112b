import { expect, test } from 'vitest';
import type { Box } from './mask.ts';
import { lookAgain } from './second-look.ts';

const SIDE = 200;
const PRODUCT = { left: 40, top: 60, width: 120, height: 80 };
const DIAL = { left: 100, top: 75, width: 50, height: 50 };

/** What a network answers of a part of the photo that believes, so far (of 255), in a box of it. */
function believing(part: Box, inBox: Box, belief: number, isMirrored = false) {
  const side = 1024;
  const values = new Uint8Array(side * side).map((_, at) => {
    const across = ((at % side) + 0.5) / side;
    const x = part.left + (isMirrored ? 1 - across : across) * part.width;
    const y = part.top + ((Math.floor(at / side) + 0.5) / side) * part.height;
    const isIn =
      x >= inBox.left && x < inBox.left + inBox.width && y >= inBox.top && y < inBox.top + inBox.height;
    return isIn ? belief : 0;
  });
  return { width: side, height: side, values };
}

/** The finished mask in the product beside its dial, when closer up the network sees the dial alone. */
async function besideTheDial(thirdSees: Box) {
  const rgba = Buffer.alloc(SIDE * SIDE * 4, 255);
  for (let y = PRODUCT.top; y < PRODUCT.top + PRODUCT.height; y += 1)
    for (let x = PRODUCT.left; x < PRODUCT.left + PRODUCT.width; x += 1)
      rgba.fill(90, (y * SIDE + x) * 4, (y * SIDE + x) * 4 + 3);
  const photo = { width: SIDE, height: SIDE, rgba, hasAlpha: false, warnings: [] };
  const whole = { left: 0, top: 0, width: SIDE, height: SIDE };
  const seen = await lookAgain(photo, believing(whole, PRODUCT, 200), async ({ box, isMirrored }) =>
    isMirrored ? believing(box, thirdSees, 200, true) : believing(box, DIAL, 255),
  );
  const { width, values } = seen.mask;
  const scale = width / SIDE;
  return { ...seen, value: values[Math.round(100 * scale) * width + Math.round(60 * scale)]! };
}

test('a closer look that loses most of the product is outvoted by two that see all of it', async () => {
  const { value, softShare } = await besideTheDial(PRODUCT);
  expect(value).toBeGreaterThan(230);
  expect(softShare).toBeLessThan(0.05);
});

test('where the third look does not see it either, the closer one counts and the doubt is told', async () => {
  const { value, disagreement } = await besideTheDial(DIAL);
  expect(value).toBeLessThan(25);
  expect(disagreement).toBeGreaterThan(0.1);
});
