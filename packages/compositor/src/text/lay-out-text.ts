import type { SKRSContext2D } from '@napi-rs/canvas';
import { displayFonts, type FontId } from '../fonts.ts';
import { fontFamiliesFor } from './font-files.ts';

export interface TextLine {
  text: string;
  /** Distance of the baseline from the top of the block, in pixels. */
  baseline: number;
  width: number;
}

export interface TextLayout {
  /** CSS font shorthand. */
  font: string;
  sizePx: number;
  direction: 'ltr' | 'rtl';
  lines: TextLine[];
  width: number;
  height: number;
  /** False only when the text does not fit even at the smallest size. */
  isWhole: boolean;
}

export interface TextWish {
  text: string;
  font: FontId;
  /** Wanted size; the answer is this or smaller. */
  sizePx: number;
  boxWidth: number;
  boxHeight: number;
}

const lineHeight = 1.22;
/** Below this share of the wanted size a title is no title any more, but text is never cut. */
const smallestShare = 0.12;

/** Scripts written without spaces, where a line may break between words that touch. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const neverFirst = /^[\p{Pe}\p{Pf}\p{Po}ー々ゝゞ…%]/u;
const neverLast = /[\p{Ps}\p{Pi}]$/u;
const strongRtl = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u;
const strongAny = /\p{L}/u;

const words = new Intl.Segmenter('und', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Unicode's rule P2: the first strong letter decides. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const first = strongAny.exec(text)?.[0];
  return first !== undefined && strongRtl.test(first) ? 'rtl' : 'ltr';
}

/** Splits a paragraph into pieces that must stay together; spaces stay at the end of the piece before. */
function unbreakable(paragraph: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(paragraph)) {
    const last = pieces.at(-1);
    const touches = last !== undefined && !/\s$/.test(last);
    const isSpace = /^\s+$/.test(segment);
    const mayBreak =
      last !== undefined && touches && unspaced.test(last.at(-1) ?? '') && unspaced.test(segment[0] ?? '');
    const mustStick = isSpace || neverFirst.test(segment) || neverLast.test(last ?? '');
    if (last === undefined || (!touches && !isSpace) || (mayBreak && !mustStick)) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces;
}

type Measure = (text: string) => number;

/** Greedy filling; a piece wider than the line is broken between graphemes. */
function fill(paragraph: string, maxWidth: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  const push = (piece: string) => {
    if (measure((line + piece).trimEnd()) <= maxWidth) {
      line += piece;
      return;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = '';
    if (measure(piece.trimEnd()) <= maxWidth) {
      line = piece;
      return;
    }
    for (const { segment } of graphemes.segment(piece)) {
      if (line !== '' && measure(line + segment) > maxWidth) {
        lines.push(line);
        line = '';
      }
      line += segment;
    }
  };
  for (const piece of unbreakable(paragraph)) push(piece);
  return [...lines, line.trimEnd()];
}

function wrap(text: string, maxWidth: number, measure: Measure): string[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/).flatMap((paragraph) => fill(paragraph, maxWidth, measure));
}

/** The narrowest width that gives the same number of lines: two even lines rather than a full one and a scrap. */
function balance(text: string, maxWidth: number, measure: Measure): string[] {
  const widest = wrap(text, maxWidth, measure);
  let low = maxWidth / (widest.length + 1);
  let high = maxWidth;
  while (high - low > maxWidth / 64) {
    const middle = (low + high) / 2;
    if (wrap(text, middle, measure).length > widest.length) low = middle;
    else high = middle;
  }
  return wrap(text, high, measure);
}

function hasBrokenWord(lines: readonly string[], text: string): boolean {
  return lines.join('').replace(/\s/g, '') === text.replace(/\s/g, '')
    ? lines.some((line, index) => {
        const next = lines[index + 1];
        if (next === undefined) return false;
        return text.includes(line + next) && !unspaced.test(line.at(-1) ?? '') && !/\s$/.test(line);
      })
    : false;
}

function setFont(context: SKRSContext2D, wish: TextWish, families: string, sizePx: number): string {
  const weight = displayFonts.find((font) => font.id === wish.font)?.weight ?? 700;
  const font = `${weight} ${sizePx}px ${families}`;
  context.font = font;
  return font;
}

function blockOf(context: SKRSContext2D, lines: readonly string[], sizePx: number) {
  const measured = lines.map((line) => context.measureText(line === '' ? ' ' : line));
  const ascent = measured[0]?.actualBoundingBoxAscent ?? sizePx;
  const step = sizePx * lineHeight;
  const placed = lines.map((text, index) => ({
    text,
    baseline: ascent + index * step,
    width: measured[index]?.width ?? 0,
  }));
  const descent = Math.max(0, measured.at(-1)?.actualBoundingBoxDescent ?? 0);
  return {
    lines: placed,
    width: Math.max(...placed.map((line) => line.width), 0),
    height: (placed.at(-1)?.baseline ?? 0) + descent,
  };
}

/**
 * Wraps a text into its box and makes it smaller until all of it fits, words whole. Explicit line breaks are kept.
 * The largest fitting size is found by bisection on whole pixels.
 */
export function layOutText(context: SKRSContext2D, wish: TextWish): TextLayout {
  const text = wish.text.trim();
  const families = fontFamiliesFor(text, wish.font);
  const direction = directionOf(text);
  context.direction = direction;
  const measure: Measure = (piece) => context.measureText(piece).width;
  const attempt = (sizePx: number) => {
    const font = setFont(context, wish, families, sizePx);
    const lines = balance(text, wish.boxWidth, measure);
    const block = blockOf(context, lines, sizePx);
    const fits = block.width <= wish.boxWidth && block.height <= wish.boxHeight;
    return { font, sizePx, direction, ...block, fits, isNeat: fits && !hasBrokenWord(lines, text) };
  };
  const wanted = Math.max(1, Math.round(wish.sizePx));
  let low = Math.max(1, Math.floor(wanted * smallestShare));
  const first = attempt(wanted);
  if (first.isNeat) return { ...first, isWhole: true };
  let high = wanted;
  let best = attempt(low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const tried = attempt(middle);
    if (tried.isNeat) [low, best] = [middle, tried];
    else high = middle;
  }
  // Leaves the context with the chosen font, as callers draw next.
  setFont(context, wish, families, best.sizePx);
  return { ...best, isWhole: best.fits };
}
