import { expect, test } from 'vitest';
import { understand } from './understand.ts';

test.each([
  ['iPod classic, refurbished: 160 GB. $149', { name: 'iPod classic' }],
  ['Bruno the bear is soft and 30 cm tall. £24.50', { name: 'Bruno the bear', what: 'bear' }],
  ['Robo Rex! Il robot che cammina e balla. 34,90 €', { name: 'Robo Rex' }],
  ['Momo das Monster, handgehäkelt, 18 cm. 32 €', { name: 'Momo das Monster', what: 'Monster' }],
  ['Rent a Nikon D300 for your weekend trip. Lens included.', { name: 'Nikon D300', what: null }],
  ['Kaleido runners, 240 grams. From $99', { name: 'Kaleido', what: 'runners' }],
])('keeps a name whole, and what it is for or comes with apart from what it is: “%s”', (prompt, told) => {
  expect(understand(prompt)).toMatchObject(told);
});

test('keeps the pack that a price buys', () => {
  expect(understand('Hopfenstern Helles, 0,5 l. Sixpack 7,50 €')).toMatchObject({
    price: '7,50 €',
    quantity: 'Sixpack',
  });
});

test.each([
  ['Mighty Mug: enamel. Keeps the smell of coffee. $18', 'Mug'],
  ['Hand knitted bobble hat by Wren & Wool. £38', 'Hand knitted bobble hat'],
])('calls a thing by all of its words, and by none that are said of something else: “%s”', (prompt, what) => {
  expect(understand(prompt).what).toBe(what);
});
