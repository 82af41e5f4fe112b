import type { TextBlock } from '@spotsmith/motion/layer';
import { cleanText, directionOf } from '@spotsmith/motion/text/clean-text';
import { alignRows, fitText, largestPx } from '@spotsmith/motion/text/fit-text';
import { missingGlyphs } from '@spotsmith/motion/text/split-runs';
import { createTextMeasurer } from '@spotsmith/motion/text/text-measurer';
import { createPixelSurface } from '../canvas/node-canvas.ts';
import { nodeFonts } from '../canvas/node-fonts.ts';
import { displayFonts, type FontId } from '../fonts.ts';

export interface TitleWish {
  text: string;
  font: FontId;
  /** BCP 47; `und` when nobody knows. */
  language: string;
  /** Wanted size in pixels; the answer is this or smaller. */
  sizePx: number;
  boxWidth: number;
  boxHeight: number;
  align: 'left' | 'center' | 'right';
}

export interface SetTitle {
  block: TextBlock;
  /** Size in pixels of its rows. */
  sizePx: number;
  /** Characters that none of our fonts can draw. */
  missing: string[];
}

const MAX_ROWS = 8;
const LINE_EM = 1.22;

const measurer = createTextMeasurer(createPixelSurface, nodeFonts);

/**
 * A title in its box: explicit line breaks kept, words whole, as large as wanted or as fits. `null` when the text leaves
 * no ink.
 */
export function setTitle(wish: TitleWish): SetTitle | null {
  const text = cleanText(wish.text);
  if (text === '') return null;
  const { font: family, language, align } = wish;
  const weight = displayFonts.find(({ id }) => id === family)?.weight ?? 700;
  const face = { family, weight, trackingEm: 0, lineEm: LINE_EM };
  const setter = { measurer, language, direction: directionOf(text, language) };
  const block = fitText(setter, face, text, {
    width: wish.boxWidth,
    height: wish.boxHeight,
    maxPx: wish.sizePx,
    maxRows: MAX_ROWS,
    keepsLineBreaks: true,
  });
  return {
    block: alignRows(block, align),
    sizePx: largestPx(block),
    missing: missingGlyphs(text, face, language),
  };
}
