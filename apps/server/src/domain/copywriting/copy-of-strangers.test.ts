import { TONES } from '@spotsmith/contract/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROMPTS_OF_STRANGERS } from '../../../test/support/prompts-of-strangers.ts';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { isWholeLine, wholeLine } from '#src/domain/brief/whole-lines.ts';
import { checkCopy } from './check-copy.ts';
import { hookWorth, worthOf } from './line-worth.ts';
import { writeStoryboard } from './write-storyboard.ts';

/** What an art director would strike out of the ad that is written from a prompt. */
function faultsOf(prompt: string, { seconds, tone, seed }: { seconds: number; tone: string; seed: number }) {
  const asked = { prompt, photoCount: 1, brandColours: [], styleKeywords: [], numImages: 6, seed };
  const read = writeBriefByRules(asked);
  const brief = { ...read, tone: TONES.find((one) => one === tone) ?? read.tone };
  const storyboard = writeStoryboard(brief, { seconds, styleKeywords: [], seed });
  return checkCopy(storyboard, { prompt, name: brief.product.name, facts: brief.facts ?? {} })
    .filter(({ holds }) => !holds)
    .map(({ check, detail }) => `${check}: ${detail}`);
}

const form = fc.record({
  seconds: fc.constantFrom(6, 10, 15, 30),
  tone: fc.constantFrom('', ...TONES),
  seed: fc.nat(),
});

describe('the words of an ad', () => {
  test.each(PROMPTS_OF_STRANGERS)('are whole, told once and in one language: %s', (prompt) => {
    for (const seconds of [6, 10, 15, 30])
      expect(faultsOf(prompt, { seconds, tone: '', seed: 7 })).toEqual([]);
  });

  test('keep that in every length and tone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROMPTS_OF_STRANGERS), form, (prompt, asked) => {
        expect(faultsOf(prompt, asked)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('keep that whatever stands side by side', () => {
    const parts = fc.uniqueArray(
      fc.constantFrom(
        'that folds flat',
        'with a lid',
        'no added sugar',
        'handmade in',
        '12 cm',
        'and very light',
        'keeps warm for 6 hours',
        'by Ann Field',
        'from £19',
        'until Sunday',
        'waterproof',
        'or 2 for 30',
        '(new)',
        'set of four',
        '"So soft" – Jo',
      ),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(', ', '. ', ' – ', '\n'), form, (said, join, asked) => {
        expect(faultsOf(`Marlow desk lamp${join}${said.join(join)}`, asked)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a line of the user’s', () => {
  test.each([
    ['Made in Porto from', 'en', false],
    ['Vitamin A', 'en', true],
    ['Try it on', 'en', true],
    ['Und leicht', 'de', false],
    ['Licht an', 'de', true],
    ['hecho a mano en', 'es', false],
    ['手作りの', 'ja', false],
  ])('“%s” is a phrase by itself, or not', (line, language, isWhole) => {
    expect(isWholeLine(line, language)).toBe(isWhole);
  });

  test('loses the small word that leads to nothing, and a relative one before its verb', () => {
    expect(wholeLine('that folds flat in a', 'en')).toBe('folds flat');
    expect(wholeLine('qui tient 8 h', 'fr')).toBe('tient 8 h');
    expect(wholeLine('that relight', 'en')).toBe('relight');
    expect(wholeLine('Get a', 'en')).toBe('');
  });

  test('is worth most where it promises or does something, least where it measures', () => {
    const lines = ['28 cm', 'steel', 'black steel', 'keeps coffee hot for 2 hours', 'sizes XS-XL'];
    expect(lines.map(worthOf)).toEqual([0, 1, 2, 3, 0]);
    expect(hookWorth('$3,000 due at signing')).toBe(0);
    expect(hookWorth('no added sugar')).toBeGreaterThan(hookWorth('black steel'));
  });
});
