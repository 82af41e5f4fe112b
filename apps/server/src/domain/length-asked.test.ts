import { expect, test } from 'vitest';
import { lengthAsked } from './length-asked.ts';

test.each([
  ['6 second ad for Pebble earbuds, $59', 6],
  ['15s vertical video: Northwind parka', 15],
  ['Werbespot 30 Sekunden: Kaffee Morgenrot', 30],
  ['30 Sekunden Spot, Hochformat: Kinderfahrrad Flinki', 30],
  ['Haz un vídeo de 10 segundos para la mochila Sendero', 10],
  ['Pub de 12 secondes pour le vélo Mistral', 10],
  ['Aurora espresso machine, heats in 25 seconds', 15],
  ['Pebble earbuds', 15],
])('the prompt “%s” makes an ad of %i seconds', (prompt, seconds) => {
  expect(lengthAsked(prompt)).toBe(seconds);
});
