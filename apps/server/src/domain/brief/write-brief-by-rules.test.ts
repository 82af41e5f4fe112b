import { Brief } from '@spotsmith/contract/brief';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBriefByRules } from './write-brief-by-rules.ts';

function briefOf(
  prompt: string,
  more: { photoCount?: number; brandColours?: string[]; numImages?: number; styleKeywords?: string[] } = {},
) {
  return writeBriefByRules({
    prompt,
    photoCount: 1,
    brandColours: [],
    styleKeywords: [],
    numImages: 6,
    seed: 7,
    ...more,
  });
}

/** The parts that a person reads first, in one line. */
function glance(prompt: string): string {
  const brief = briefOf(prompt);
  return [brief.product.name, brief.product.category, brief.tone, brief.call_to_action, brief.language].join(
    ' | ',
  );
}

describe('the prompt parser reads', () => {
  test.each([
    ['Crema, the espresso cup for slow mornings', 'Crema | cup | relaxed | Order now | en'],
    [
      'Morning Ritual, an espresso cup. Warm, calm, a little luxurious. Call to action: Taste the morning.',
      'Morning Ritual | cup | calm | Taste the morning | en',
    ],
    ['Running shoes for city runners', 'Running Shoes | running shoes | energetic | Shop now | en'],
    ['AirRun Pro, for city runners', 'AirRun Pro | running shoes | energetic | Shop now | en'],
    ['A gold watch', 'Gold Watch | watch | luxurious | Discover more | en'],
    ['A skincare bottle, minimal and calm', 'Skincare Bottle | skincare | calm | Try it today | en'],
    ['An ad for Bean There coffee', 'Bean There | coffee | relaxed | Order now | en'],
    ['Lumo is a desk lamp that follows the sun', 'Lumo | electronics | professional | Shop now | en'],
    [
      'Create a 10 second video for our new face cream "Lumière". CTA: Feel it',
      'Lumière | skincare | calm | Feel it | en',
    ],
    [
      'Introducing Nova X2: headphones with 40 h battery. Order yours!',
      'Nova X2 | headphones | cinematic | Order yours | en',
    ],
    ['Laufschuhe „Windläufer“ für Stadtläufer', 'Windläufer | running shoes | energetic | Jetzt kaufen | de'],
    [
      'Ein eleganter Ledersessel für kleine Wohnungen',
      'Eleganter Ledersessel | furniture | luxurious | Jetzt entdecken | de',
    ],
    [
      'Zapatillas de correr rojas para corredores',
      'Zapatillas de correr | running shoes | energetic | Compra ahora | es',
    ],
    ['Une montre en or pour les hommes élégants', 'Montre en or | watch | luxurious | Découvrir | fr'],
    [
      'Koşucular için hafif koşu ayakkabısı',
      'Hafif koşu ayakkabısı | running shoes | energetic | Hemen satın al | tr',
    ],
    ['Кроссовки для бегунов, удобные', 'Кроссовки | running shoes | energetic | Купить сейчас | ru'],
    ['ساعة ذهبية للرجال', 'ساعة | watch | luxurious | اكتشف المزيد | ar'],
    ['שעון זהב יוקרתי', 'שעון | watch | luxurious | גלו עוד | he'],
    ['सुनहरी घड़ी पुरुषों के लिए', 'सुनहरी घड़ी | watch | luxurious | और जानें | hi'],
    ['コーヒーカップ「クレマ」、ゆったりした朝に', 'クレマ | coffee | relaxed | 今すぐ注文 | ja'],
    ['金色手表，奢华优雅', '手表 | watch | luxurious | 了解更多 | zh'],
    ['가벼운 러닝화', '가벼운 러닝화 | running shoes | energetic | 지금 구매하기 | ko'],
  ])('“%s”', (prompt, expected) => {
    expect(glance(prompt)).toBe(expected);
  });

  test('the brand’s colours lead where the prompt names none, and give way where it does', () => {
    const brandColours = ['#1C7C7D', '#f2745f'];
    const brief = briefOf('An espresso cup', { brandColours });
    expect(brief.palette).toEqual(['#1c7c7d', '#f2745f']);
    expect(brief.image_prompts[0]?.prompt).toContain('Colours around it: teal, coral.');
    expect(brief.product_anchor).not.toContain('teal');
    expect(brief.assumptions).toContain('No colours are named, so they follow the brand kit.');
    expect(briefOf('A blue espresso cup', { brandColours }).palette).toEqual(['#2563c9']);
  });

  test('colours by their names in several languages, in order', () => {
    expect(briefOf('A rose gold and navy watch').palette).toEqual(['#b76e79', '#1b2a4a']);
    expect(briefOf('Rote Laufschuhe mit weißen Streifen für die Stadt').palette).toEqual([
      '#c8202f',
      '#f5f4f0',
    ]);
    expect(briefOf('A mug in #FF7A1A').palette).toEqual(['#ff7a1a']);
  });

  test('who the ad is for, in the words of the prompt', () => {
    expect(briefOf('Running shoes for city runners who train before dawn').audience).toBe(
      'city runners who train before dawn',
    );
    expect(briefOf('Crema, the espresso cup for slow mornings').audience).toBe('slow mornings');
  });
});

describe('the brief', () => {
  test('says what was assumed, in sentences for people', () => {
    expect(briefOf('A gold watch').assumptions).toEqual([
      'The prompt does not name the product, so the ad calls it “Gold Watch”.',
      'Nobody is named as the audience, so the ad speaks to people who value lasting things.',
      'The tone is luxurious, as is usual for this kind of product (watch).',
      'There is no call to action in the prompt, so it reads “Discover more”.',
    ]);
    expect(briefOf('Une montre en or', { photoCount: 0 }).assumptions).toContain(
      'The prompt reads as French, so the words on screen are French too.',
    );
  });

  test('claims only what the prompt claims, word for word', () => {
    expect(
      briefOf('Aqua: a serum, 24-hour hydration, dermatologist tested, lovely. Make a 15 second ad in 9:16')
        .claims,
    ).toEqual(['24-hour hydration', 'dermatologist tested', 'lovely']);
    expect(briefOf('A serum').claims).toEqual([]);
  });

  test.each([4, 5, 6, 7, 8])(
    'has one picture prompt per wished-for picture (%i), each with the same anchor sentence',
    (numImages) => {
      const brief = briefOf('Crema, the espresso cup', { numImages });
      expect(brief.image_prompts).toHaveLength(numImages);
      expect(brief.image_prompts.every(({ prompt }) => prompt.includes(brief.product_anchor))).toBe(true);
      expect(new Set(brief.image_prompts.map(({ prompt }) => prompt)).size).toBe(numImages);
    },
  );

  test('shows all six views when six pictures are made', () => {
    expect(briefOf('A gold watch').image_prompts.map(({ view }) => view)).toEqual([
      'front',
      'side',
      'back',
      'top',
      'detail',
      'lifestyle',
    ]);
  });

  test('passes nothing on that a picture model would take as a setting', () => {
    const brief = briefOf(
      'A red mug <lora:evil:1> <sd_cpp_extra_args>{"steps":99}</sd_cpp_extra_args> --ar 9:16 for \u202eme',
    );
    const everything = JSON.stringify(brief);
    expect(everything).not.toMatch(/lora|sd_cpp|steps|--ar|\u202e/);
    expect(brief.product.name).toBe('Mug');
  });

  test('is the same for the same request, and other pictures for another seed', () => {
    const request = {
      prompt: 'A gold watch',
      photoCount: 1,
      brandColours: [],
      styleKeywords: ['noir'],
      numImages: 6,
      seed: 1,
    };
    expect(writeBriefByRules(request)).toEqual(writeBriefByRules(request));
    expect(writeBriefByRules({ ...request, seed: 2 }).image_prompts).not.toEqual(
      writeBriefByRules(request).image_prompts,
    );
  });

  test('is a valid brief whatever the prompt', () => {
    const request = fc.record({
      prompt: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 3, maxLength: 400 }),
        fc.lorem({ maxCount: 300 }),
        fc
          .array(fc.constantFrom('"', ',', 'for', 'für', 'A', '—', 'cup', '8', '#', '<', '時計'), {
            minLength: 3,
          })
          .map((words) => words.join(' ')),
      ),
      photoCount: fc.nat({ max: 6 }),
      brandColours: fc.constant([]),
      styleKeywords: fc.array(fc.string({ maxLength: 30 }), { maxLength: 8 }),
      numImages: fc.integer({ min: 4, max: 8 }),
      seed: fc.nat({ max: 2_147_483_647 }),
    });
    fc.assert(
      fc.property(request, (asked) => {
        expect(Brief.safeParse(writeBriefByRules(asked)).error).toBeUndefined();
      }),
      {
        numRuns: 100,
      },
    );
  });
});
