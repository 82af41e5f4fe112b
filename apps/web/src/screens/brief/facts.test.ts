import { Facts } from '@spotsmith/contract/facts';
import { expect, test } from 'vitest';
import { factsOf } from './facts.ts';

test('sends only the facts that were typed, word for word', () => {
  const facts = factsOf({ price: ' €24 ', was: '', benefit2: 'Dishwasher safe', url: 'crema.example' });
  expect(facts).toEqual({
    offer: { price: '€24' },
    benefits: ['Dishwasher safe'],
    url: 'crema.example',
  });
  expect(Facts.parse(facts)).toEqual(facts);
});

test('sends no facts at all when nothing was typed', () => {
  expect(factsOf({})).toBeUndefined();
  expect(factsOf({ price: ' ', quote: '' })).toBeUndefined();
});
