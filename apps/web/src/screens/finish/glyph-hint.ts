import { missingGlyphs } from '@spotsmith/motion/text/split-runs';
import type { Translator } from '#src/i18n/translator.ts';

/** A sentence about the characters that none of our fonts can draw; nothing when all can be drawn. */
export function glyphHint(t: Translator['t'], text = ''): string | undefined {
  const missing = missingGlyphs(text, { family: 'noto-sans', weight: 400 }, 'und');
  return missing.length === 0 ? undefined : t('copy.noGlyph', { signs: missing.join(' ') });
}
