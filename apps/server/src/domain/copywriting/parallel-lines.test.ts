import { expect, test } from 'vitest';
import { unitsOf } from './parallel-lines.ts';

test.each([
  [['no screen', 'no phone', 'just music'], [['no screen. no phone.', 'just music']]],
  [['Ohne Zucker.', 'Ohne Aromen.', 'Nur Frucht.'], [['Ohne Zucker. Ohne Aromen.', 'Nur Frucht.']]],
  [['One strap', 'three pockets'], [['One strap. three pockets.']]],
  [['Burn 200 calories?', 'You decide.'], [['Burn 200 calories?', 'You decide.']]],
  [
    ['fleece lining', 'waterproof sole'],
    [['fleece lining'], ['waterproof sole']],
  ],
  [
    ['nothing else', 'No sugar.'],
    [['nothing else'], ['No sugar.']],
  ],
])('%j are said together as %j', (lines, units) => {
  expect(unitsOf(lines)).toEqual(units);
});
