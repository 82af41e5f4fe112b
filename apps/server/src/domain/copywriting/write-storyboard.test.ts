import { TONES } from '@spotsmith/contract/words';
import { mergeCopy } from '@spotsmith/motion/lay-out-shot';
import { Storyboard, type Copy } from '@spotsmith/motion/storyboard';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { BANKS, GROUPS, linesFor } from './lines.ts';
import { cardSeconds, countWords, MOST_WORDS } from './words-on-a-card.ts';
import { writeStoryboard, type StoryboardForm } from './write-storyboard.ts';

function storyboardOf(prompt: string, form: Partial<StoryboardForm> = {}) {
  const brief = writeBriefByRules({
    prompt,
    photoCount: 1,
    brandColours: [],
    styleKeywords: [],
    numImages: 6,
    seed: 7,
  });
  return writeStoryboard(brief, { seconds: 15, styleKeywords: [], seed: 7, ...form });
}

/** What each shot shows, hidden fields left out. */
function shown({ copy, shots }: Storyboard): Copy[] {
  return shots.map((shot) => mergeCopy(copy, shot.copy));
}

function linesOf(copy: Copy): string[] {
  return Object.values(copy)
    .flat()
    .filter((line) => typeof line === 'string');
}

const secondsOf = ({ shots, tempoBpm }: Storyboard) =>
  (shots.reduce((sum, { beats }) => sum + beats, 0) * 60) / tempoBpm;

const SHOE =
  'Strider One running shoes, 240 g, breathable knit, now €89, was €119, until Sunday. strider.com';
const FIVE_FACTS =
  ', made in Leeds, easy to clean, 5-year warranty, gift-boxed, hand-finished. "A joy" – Priya N. Free shipping';
const PROMPTS = [
  SHOE,
  'A gold watch',
  'Drift weighted blanket, 7 kg. "Best sleep in years" – Priya N., nurse. £95',
  'Ohrringe Mondlicht aus Silber, 39 €, gratis Versand ab 50 €, jetzt bestellen',
  'Lámpara Faro, regulable, 45 €, antes 60 €',
  'Crème mains Douce Heure, 75 ml, 9,90 €',
  'Zaino Vetta 30, impermeabile, garanzia a vita, 119 €',
  'Mochila Rota 20, à prova de água, 59,90 €',
  'قهوة «صباح»، محمصة طازجة، 35 ريال',
  '水筒「ミズノワ」500ml、保冷24時間、3,980円、5月31日まで',
  'Deniz Feneri masa lambası, kısılabilir, 899 TL yerine 649 TL',
];

describe('a storyboard', () => {
  test('tells the address once: on the button where the user wrote it there, below a button that is too short for it', () => {
    const short = shown(storyboardOf('Plush wolf, 35 cm. €32. Adopt him at lucaplush.eu')).at(-1);
    expect(short?.callToAction).toBe('Adopt him at lucaplush.eu');
    expect(short?.url).toBeUndefined();
    const long = shown(storyboardOf('Plush sloth, 40 cm. $38. Hang out with him at slothco.shop')).at(-1);
    expect(long).toMatchObject({ callToAction: 'Hang out with him', url: 'slothco.shop' });
  });

  test('never cuts a unit in two', () => {
    const [figure] = shown(storyboardOf('Glide scooter, 45 km/h top speed, $899')).filter(
      (card) => card.figure !== undefined,
    );
    expect(figure?.figure).toBe('45 km/h');
  });

  test('shows old price, new price and date together early, and at the end as much as there is time to read', () => {
    const offer = { price: '€89', was: '€119', until: 'until Sunday' };
    const cards = shown(storyboardOf(SHOE));
    expect(cards[1]).toMatchObject({ name: 'Strider One', ...offer });
    expect(cards.at(-1)).toMatchObject({ name: 'Strider One', ...offer });
    expect(cards.filter(({ until }) => until !== undefined)).toHaveLength(2);
    const short = shown(storyboardOf('Crema cup, €9 instead of €12 until Sunday. Buy it', { seconds: 15 }));
    expect(short.at(-1)).toMatchObject({ price: '€9', was: '€12', until: 'until Sunday' });
    expect(shown(storyboardOf(SHOE, { seconds: 6 })).at(-1)).not.toHaveProperty('was');
  });

  test('fills the time of a line that does not fit with a shorter one', () => {
    const prompt =
      'City Sling by Northbound. Magnetic flap, soft lining, fits a 13 inch laptop. Was $64, now $49. northbound.co';
    const { shots } = storyboardOf(prompt, { seconds: 10 });
    expect(shots.map(({ role }) => role)).toEqual(['hook', 'product', 'benefit', 'cta']);
  });

  test('tells the code beside the price, and again at the end', () => {
    const cards = shown(
      storyboardOf('Balance 420, running shoe. $129, $20 off with code RUN20', { seconds: 15 }),
    );
    expect(cards[1]).toMatchObject({ price: '$129', off: '$20 off', until: 'Code RUN20' });
    expect(cards.at(-1)).toMatchObject({ until: 'Code RUN20' });
  });

  test('leaves a question a question', () => {
    const cards = shown(
      storyboardOf('Skip Set: 3 jump ropes. Burn 200 calories in 15 minutes? You decide. 27,50 €'),
    );
    expect(JSON.stringify(cards)).not.toMatch(/15 minutes(?!\?)/);
  });

  test('never shows the price of a pack without what is in it', () => {
    const cards = shown(storyboardOf('Whale Song IPA, brewed with sea salt, 12 cans $39.00. Order today'));
    const priced = cards.filter(({ price }) => price !== undefined);
    expect(priced.map(({ what }) => what)).toEqual(['12 cans', '12 cans']);
  });

  test('an ad without a price ends on what it is, or on the shortest thing that speaks for it', () => {
    const cards = shown(
      storyboardOf('Clay Teapot, holds 240 ml, keeps tea hot for 40 minutes. Discover more'),
    );
    expect(cards.at(-1)?.what).toBe('Holds 240 ml');
  });

  test('opens with a hook of at most two seconds and ends with the call to action and the address', () => {
    const { shots, tempoBpm, ...rest } = storyboardOf(SHOE);
    expect(((shots[0]?.beats ?? 0) * 60) / tempoBpm).toBeLessThanOrEqual(2);
    expect(shots[0]).toMatchObject({ role: 'hook', layout: 'hook-type' });
    expect(shown({ ...rest, shots, tempoBpm }).at(-1)).toMatchObject({
      callToAction: 'Shop now',
      url: 'strider.com',
    });
  });

  test.each(PROMPTS)('shows its words as long as they take to come, to be read and to go: %s', (prompt) => {
    for (const seconds of [10, 15, 30]) {
      const storyboard = storyboardOf(prompt, { seconds });
      const { shots, tempoBpm } = storyboard;
      for (const [index, card] of shown(storyboard).slice(0, -1).entries()) {
        const shotSeconds = ((shots[index]?.beats ?? 0) * 60) / tempoBpm;
        expect(shotSeconds).toBeGreaterThanOrEqual(cardSeconds(linesOf(card)) - 1e-6);
      }
    }
  });

  test('takes a figure of the user’s apart into figure and caption, in the user’s words', () => {
    const cards = shown(storyboardOf('Quiet One headphones, 40 h battery, £249'));
    expect(cards).toContainEqual({ figure: '40 h', figureCaption: 'battery' });
  });

  test('opens on what the user says of the product, and says it once', () => {
    const cards = shown(storyboardOf('Koti sauna candle: birch and smoke, burns 45 hours, £24'));
    expect(cards[0]).toMatchObject({ hook: 'Burns 45 hours' });
    expect(cards.slice(1).flatMap(linesOf)).not.toContain('Burns 45 hours');
  });

  test('cuts a line that is too long for a card in two where it says two things', () => {
    const lines = shown(storyboardOf('Rosé sunglasses with UV400 lenses and a 19 g titanium frame')).flatMap(
      linesOf,
    );
    expect(lines).toContain('UV400 lenses');
    const limited = shown(
      storyboardOf('Nura face cream, may help with dry and flaky skin in winter'),
    ).flatMap(linesOf);
    expect(limited.join(' ')).not.toMatch(/with dry(?! and)/u);
  });

  test('lets the person who said a line stand under it', () => {
    expect(shown(storyboardOf(PROMPTS[2] ?? ''))).toContainEqual({
      quote: 'Best sleep in years',
      by: 'Priya N., nurse',
    });
  });

  test('says the user’s own words where there are no lines in the language', () => {
    const prompt = PROMPTS[9] ?? '';
    const lines = shown(storyboardOf(prompt))
      .flatMap(linesOf)
      .flatMap((line) => line.split(' · '));
    expect(lines.filter((line) => line !== '今すぐ購入').every((line) => prompt.includes(line))).toBe(true);
  });

  test('has more and shorter shots in a lively tone than in a luxurious one', () => {
    const countOf = (tone: string) =>
      storyboardOf(`Running shoes${FIVE_FACTS}. Tone: ${tone}`, { seconds: 20 }).shots.length;
    expect(countOf('energetic')).toBeGreaterThan(countOf('luxurious'));
    expect(countOf('luxurious')).toBeGreaterThanOrEqual(6);
  });

  test('chooses its style by tone, product and offer, and says why', () => {
    expect(storyboardOf('A gold watch')).toMatchObject({
      style: 'luxury',
      styleReason: 'Luxury, because the tone is luxurious and the product is watch.',
    });
    expect(storyboardOf('A toy train, playful').style).toBe('playful');
    expect(storyboardOf('Snack bars, fresh, -40% off until Friday').style).toBe('sale');
    expect(storyboardOf('A gold watch', { styleKeywords: ['retro'] })).toMatchObject({
      style: 'retro',
      styleReason: 'Retro, because the brief asks for it.',
    });
    expect(storyboardOf('A gold watch', { style: 'tech' }).style).toBe('tech');
  });

  test('is valid, exactly as long as asked, and keeps the rules, whatever is asked', () => {
    const asked = fc.record({
      prompt: fc.constantFrom(...PROMPTS),
      seconds: fc.constantFrom(6, 10, 15, 30),
      seed: fc.nat(),
      tone: fc.constantFrom(...TONES),
    });
    fc.assert(
      fc.property(asked, ({ prompt, seconds, seed, tone }) => {
        const storyboard = storyboardOf(`${prompt}. Tone: ${tone}`, { seconds, seed });
        expect(Storyboard.safeParse(storyboard).error).toBeUndefined();
        expect(secondsOf(storyboard)).toBeCloseTo(seconds, 6);
        expect(storyboard.shots.length).toBeGreaterThanOrEqual(3);
        expect(storyboard.shots[0]?.role).toBe('hook');
        expect(storyboard.shots.at(-1)?.role).toBe('cta');
        for (const [index, { layout }] of storyboard.shots.entries())
          expect(layout).not.toBe(storyboard.shots[index + 1]?.layout);
        const facts = shown(storyboard).flatMap((card) => card.benefits ?? card.figure ?? []);
        expect(new Set(facts).size).toBe(facts.length);
      }),
      {
        numRuns: 100,
        // What stands between two looks at the product has no time here.
        examples: [
          [{ prompt: 'Crème mains Douce Heure, 75 ml, 9,90 €', seconds: 10, seed: 0, tone: 'energetic' }],
        ],
      },
    );
  });
});

describe('the lines of the bank', () => {
  test.each(Object.entries(BANKS))('%s has forty and more hooks and lines that fit on a card', (_, bank) => {
    expect(bank.filter(({ role }) => role === 'hook').length).toBeGreaterThanOrEqual(40);
    expect(bank.length).toBeGreaterThan(50);
    for (const { text } of bank) expect(countWords(text)).toBeLessThanOrEqual(MOST_WORDS);
  });

  test.each(Object.entries(BANKS))('%s claims nothing: no figure, no price, no superlative', (_, bank) => {
    const claim =
      /\p{Nd}|[%€$£]|(?<!\p{L})(?:best|better|free|new|guaranteed|only|besten?|besser|gratis|neu|mejor|meilleur|migliore|melhor|الأفضل|مجان)(?!\p{L})/iu;
    for (const { text } of bank) expect(text).not.toMatch(claim);
  });

  test.each(Object.entries(BANKS))(
    '%s speaks to every kind of product, and in every tone',
    (language, bank) => {
      const hooks = bank.filter(({ role, text }) => role === 'hook' && countWords(text) <= 3);
      const groups = new Set(bank.map(({ group }) => group));
      for (const group of Object.values(GROUPS).flat()) expect(groups).toContain(group);
      for (const tone of TONES)
        expect(hooks.filter((hook) => hook.tone === tone).length).toBeGreaterThanOrEqual(3);
      for (const [category] of Object.entries(GROUPS)) {
        const wish = { language, tone: 'calm', category, group: null, themes: [] } as const;
        expect(linesFor('hook', wish, () => 0.5)[0]?.isFitting).toBe(true);
      }
    },
  );
});
