import { mergeCopy } from '@spotsmith/motion/lay-out-shot';
import { describe, expect, test } from 'vitest';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { writeStoryboard } from './write-storyboard.ts';

/** What each shot shows of a prompt's ad, hidden fields left out. */
function cardsOf(prompt: string, seconds = 15) {
  const asked = { prompt, photoCount: 1, brandColours: [], styleKeywords: [], numImages: 6, seed: 7 };
  const { copy, shots } = writeStoryboard(writeBriefByRules(asked), { seconds, styleKeywords: [], seed: 7 });
  return shots.map((shot) => mergeCopy(copy, shot.copy));
}

describe('an ad opens', () => {
  test.each([
    ['on the user’s own sentence', 'Hydro Clear bottle, BPA free, leakproof. Drink more. $22', 'Drink more.'],
    ['on two of one form', 'Trail vest 5L, 190 g. Run further. Carry less. 89€', 'Run further. Carry less.'],
    [
      'on whom it is for',
      'Buddy backpack for little explorers. Holds 8 litres. €29,90',
      'For little explorers',
    ],
    [
      'on the headline over the text',
      'Kleiner Wolf sucht Zuhause: Kuscheltier, waschbar bei 30 Grad, 29 €',
      'Kleiner Wolf sucht Zuhause.',
    ],
    ['on what it is free of', 'Juicy Banana smoothie, 100% fruit, nothing added. £5', 'Nothing added'],
    ['on a picture in words', 'holo sneakers!! light as air, 6 cm platform. 79.99', 'Light as air'],
    [
      'on what two words do',
      'Rubber duck with sunglasses. Floats, squeaks, makes bath time fun. 6.99 USD',
      'Floats. Squeaks.',
    ],
    [
      'on two halves of a sentence',
      'Bluetooth beanie, 8 h battery. Ears warm, hands free. $29',
      'Ears warm, hands free.',
    ],
    ['never on rain for a watch that dives', 'Orologio Tramonto: impermeabile 5 atm. Lusso. 159 €', 'È ora'],
    ['never on a bicycle for a scooter', 'Monopattino Zip, nero. Rilassato. 399 €', 'Si parte'],
    [
      'never on how it is washed',
      'Slow Joe the sloth, 40 cm, machine washable, keeps you warm. $35',
      'Keeps you warm',
    ],
    ['never on what comes with it', 'Skip Set: 3 jump ropes with counter and bag. 27,50 €', 'Ready, set'],
  ])('%s', (_, prompt, hook) => {
    expect(cardsOf(prompt)[0]?.hook).toBe(hook);
  });

  test('on a figure that is more than a measure, as large as it goes', () => {
    const [first] = cardsOf('Slow Joe the sloth. 40 cm of pure cuddle, recycled filling. $35');
    expect(first).toEqual({ figure: '40 cm', figureCaption: 'pure cuddle' });
  });

  test.each([
    'Sveglia Ding! Gialla. 24,90 euro',
    'Wecker Ding, gelb, 24,90 €',
    'Ding alarm clock, yellow, £24',
  ])('of an alarm clock with getting up, and not with a corner or with work: %s', (prompt) => {
    expect(['Giù dal letto', 'Aufstehen!', 'Rise and shine']).toContain(cardsOf(prompt)[0]?.hook);
  });

  test('never with laces where there are none', () => {
    const lines = JSON.stringify(cardsOf('Zapatillas Brisa. Sin cordones. Muy energético. 49 €', 30));
    expect(lines).not.toContain('Átate los cordones');
  });
});

describe('an ad is one thought', () => {
  test('that ends what it began: “No screen. No phone.” comes to “Just music”', () => {
    const cards = cardsOf('Pulse Clip mp3 player, 12 h battery, no screen, no phone, just music. £49');
    expect(cards[0]?.hook).toBe('No screen. No phone.');
    expect(cards.at(-2)?.benefits).toEqual(['Just music']);
  });

  test('whose question is answered by the user’s next words', () => {
    const cards = cardsOf('Vega blender: 1200 W, dishwasher safe, quiet as a fridge. 129 €');
    expect(cards[0]?.hook).toBe('Hear that?');
    expect(cards[2]?.benefits).toEqual(['Quiet as a fridge']);
  });

  test('in which an answer stands right behind its question', () => {
    const cards = cardsOf('Skip Set: 3 jump ropes. Burn 200 calories in 15 minutes? You decide. 27,50 €', 20);
    const lines = cards.map(({ benefits }) => benefits?.[0]);
    const at = lines.indexOf('Burn 200 calories in 15 minutes?');
    expect(lines[at + 1]).toBe('You decide.');
  });

  test('that takes up a line of the bank at the end', () => {
    const cards = cardsOf('Dash Tee, organic cotton, S to XXL, 19 pounds. Minimal, clean.');
    expect([cards[0]?.hook, cards.at(-2)?.hook]).toEqual(['Try it on', 'Keep it on']);
  });

  test('without a line that speaks of another', () => {
    const cards = cardsOf('Mighty Mug: enamel. Keeps the smell of coffee, loses none of it. $18');
    expect(JSON.stringify(cards)).not.toMatch(/loses none/iu);
  });
});

describe('an end card', () => {
  test.each([
    ['$129, $20 off with code RUN20', { off: '$20 off', until: 'Code RUN20' }],
    ['$35 + free shipping', { until: 'free shipping' }],
    ['15% off: code SIP15. $22', { off: '15% off', until: 'Code SIP15' }],
    ['15 % off until Monday with code RUN20. $129', { until: 'until Monday · Code RUN20' }],
    ['3 for £5 this week', { until: 'this week' }],
  ])('says why to act now: %s', (offer, shown) => {
    expect(cardsOf(`Paul's Balance 420 – running shoe, 260 g. ${offer}`).at(-1)).toMatchObject(shown);
  });

  test('begins its button with a capital', () => {
    expect(cardsOf('holo sneakers, 79.99. drop at 6pm on holokicks.com').at(-1)?.callToAction).toBe(
      'Drop at 6pm on holokicks.com',
    );
  });
});

describe('the name card', () => {
  test.each([
    ['Hydro Clear bottle, 1 litre, BPA free. $22', { name: 'Hydro Clear', what: 'Bottle · 1 litre' }],
    ['The Saleor beanie. Warm merino wool, $25', { name: 'The Saleor beanie' }],
    ['The Luma foam roller loosens legs. Firm foam, $25', { name: 'Luma', what: 'Foam roller' }],
    ['Marmellata di fichi di Nonna Pia. 340 g, 7 €', { what: 'Di Nonna Pia · 340 g' }],
    ['Der Saleor Hoodie: Bio-Baumwolle. 69 €', { name: 'Saleor Hoodie' }],
    [
      'Kurier 15 Messenger Bag. Passt für 15 Zoll Laptops. 119 €',
      { name: 'Kurier 15', what: 'Messenger Bag' },
    ],
    ['holo sneakers, light as air, 79.99 euro', { name: 'Holo Sneakers' }],
    ['HUGE SALE!!! Cast iron skillet, oven safe. £29.99', { name: 'Cast Iron Skillet' }],
  ])('says what it is with what it is called: %s', (prompt, shown) => {
    expect(cardsOf(prompt)[1]).toMatchObject(shown);
  });
});
