import type { Face, TextBlock, TextRow } from '../layer.ts';
import { breakIntoPieces, rowOf } from './line-breaks.ts';
import type { Ink, TextMeasurer } from './text-measurer.ts';

export interface FitOptions {
  width: number;
  height: number;
  /** Largest size in pixels. */
  maxPx?: number;
  /** `uniform`: one size for all rows; `stack`: every row fills the measure. */
  setting?: 'uniform' | 'stack';
  maxRows?: number;
  /** Number of rows to favour. */
  preferRows?: number;
  /** Rows as given instead of breaking the text. */
  rows?: readonly string[];
  /** Line breaks of the text are kept, empty lines too; otherwise they are spaces. */
  keepsLineBreaks?: boolean;
}

/** What the text engine must know of a language. */
export interface Typesetter {
  measurer: TextMeasurer;
  language: string;
  /** Direction of the language; a line of another language keeps its own. */
  direction: 'ltr' | 'rtl';
}

/** Words with a hyphen up to this length stay in one row: "hand-stitched" is not torn apart on a poster. */
const LONGEST_HYPHENATED = 16;

const wholeWords = (pieces: readonly string[]): string[] =>
  pieces.reduce<string[]>((words, piece) => {
    const last = words.at(-1);
    const isTorn = last !== undefined && /\p{L}-$/u.test(last) && /^\p{L}/u.test(piece);
    if (!isTorn || last.length + piece.trimEnd().length > LONGEST_HYPHENATED) return [...words, piece];
    return [...words.slice(0, -1), last + piece];
  }, []);

/** Words that carry nothing alone: in a stack, whose rows are equally wide, a row of them would be the largest. */
const SMALL_WORD =
  /^(?:an?|the|in|on|of|for|to|by|at|with|and|or|is|it|from|made|makes?|get|has|have|rent|your|no|not|und|für|mit|von|im|am|zum|aus|ab|bis|der|die|das|ein|eine|kein|keine|nicht|inkl|incl|de|del|la|el|en|con|sin|para|por|y|et|du|des|le|les|pour|avec|sans|pas|au|e|di|da|do|per|il|al|senza|non|sem|não|com|desde|dès)$/iu;

const isCarried = (row: string) =>
  row
    .trim()
    .split(/\s+/u)
    .every((word) => SMALL_WORD.test(word.replace(/\.$/u, '')));

/** A row so much shorter than another would be so much larger. */
const MUCH_SHORTER = 0.75;

/** "MADE IN / PORTUGAL" reads well, "MADE / IN PORTUGAL" does not. */
const hasNoLargeSmallWords = (rows: readonly string[]) =>
  rows.every((row, at) =>
    rows.every(
      (other, index) => index === at || !isCarried(row) || row.length >= other.length * MUCH_SHORTER,
    ),
  );

/** More breaks than these are not all tried: 16 pieces in 4 rows are 576 settings. */
const MAX_TRIED_SEGMENTS = 16;

/** All ways to set the segments in at most `maxRows` rows. */
function breakings(segments: readonly string[], maxRows: number): string[][] {
  if (segments.length === 0) return [[]];
  if (maxRows <= 1) return [[rowOf(segments)]];
  const all: string[][] = [];
  for (let first = 1; first <= segments.length; first++)
    for (const rest of breakings(segments.slice(first), maxRows - 1))
      all.push([rowOf(segments.slice(0, first)), ...rest]);
  return all;
}

type WidthOf = (text: string) => number;

/** Greedy rows of one paragraph, none wider than `measure` but those of one segment and the last of `maxRows`. */
function fillRows(segments: readonly string[], measure: number, maxRows: number, widthOf: WidthOf): string[] {
  const rows: string[] = [];
  let row = '';
  for (const segment of segments) {
    if (row !== '' && rows.length < maxRows - 1 && widthOf(rowOf([row, segment])) > measure) {
      rows.push(rowOf([row]));
      row = '';
    }
    row += segment;
  }
  return [...rows, rowOf([row])];
}

/** For long texts and those of several paragraphs: greedy rows for every sensible measure. */
function greedyBreakings(paragraphs: readonly string[][], maxRows: number, widthOf: WidthOf): string[][] {
  const longest = Math.max(...paragraphs.map((segments) => widthOf(rowOf(segments))));
  const counts = Array.from({ length: maxRows }, (_, index) => index + 1);
  return counts.flatMap((count) =>
    [1, 1.06, 1.14, 1.3].map((slack) =>
      paragraphs.flatMap((segments) => fillRows(segments, (longest / count) * slack, maxRows, widthOf)),
    ),
  );
}

/** Words as the face has them: capitals where the style sets capitals. */
export const casedAs = (face: Face, text: string, language: string) =>
  face.isCaps === true ? text.toLocaleUpperCase(language) : text;

interface Setting {
  rows: { text: string; ink: Ink; px: number; baseline: number }[];
  width: number;
  height: number;
}

const DEFAULT_GAP_EM = 0.13;

function stackRows(texts: readonly string[], inks: readonly Ink[], sizes: readonly number[], gapEm: number) {
  let y = 0;
  return texts.map((text, i) => {
    const px = sizes[i] ?? 0;
    const ink = inks[i] as Ink;
    const above = inks[i - 1];
    const pxAbove = sizes[i - 1] ?? 0;
    y += ink.ascent * px;
    if (above) y += gapEm * Math.min(px, pxAbove) + Math.max(0, above.descent - 0.05) * pxAbove * 0.6;
    return { text, ink, px, baseline: y };
  });
}

function setRows(face: Face, texts: readonly string[], inks: readonly Ink[], options: FitOptions): Setting {
  const { width, height, maxPx = Infinity, setting = 'uniform' } = options;
  const widest = Math.max(...inks.map((ink) => ink.width));
  let sizes = inks.map((ink) => Math.min(maxPx, width / (setting === 'stack' ? ink.width : widest)));
  const place = () => {
    const rows =
      setting === 'stack'
        ? stackRows(texts, inks, sizes, face.gapEm ?? DEFAULT_GAP_EM)
        : texts.map((text, i) => {
            const px = sizes[i] ?? 0;
            const ink = inks[i] as Ink;
            return { text, ink, px, baseline: (inks[0]?.ascent ?? 0) * px + i * face.lineEm * px };
          });
    const last = rows.at(-1);
    return { rows, height: last ? last.baseline + last.ink.descent * last.px : 0 };
  };
  let placed = place();
  if (placed.height > height) {
    const shrink = Math.max(0.001, height / placed.height);
    sizes = sizes.map((px) => px * shrink);
    placed = place();
  }
  return { ...placed, width: Math.max(...placed.rows.map(({ ink, px }) => ink.width * px)) };
}

/** A sentence ends and another begins in one row: "NO SCREEN. / NO PHONE." reads well, "NO SCREEN. NO / PHONE." does not. */
const SENTENCE_WITHIN = /[.!?؟]\s+[\p{L}\p{Nd}]/u;

/** How well a setting looks: large, even, no row of one short word. Numbers from the look book. */
function score({ rows, width }: Setting, options: FitOptions): number {
  const widths = rows.map(({ ink, px }) => ink.width * px);
  const sizes = rows.map(({ px }) => px);
  const unevenness = 1 - Math.min(...widths) / width;
  const shortest = Math.min(...rows.map(({ text }) => text.length));
  let value: number;
  if (options.setting === 'stack') {
    const area =
      rows.reduce((sum, { px }, i) => sum + (widths[i] ?? 0) * px, 0) / (options.width * options.height);
    value = area * (1 - 0.5 * unevenness);
    if (Math.max(...sizes) / Math.min(...sizes) > 2.6) value *= 0.6;
    if (rows.length > 1 && shortest < 2) value *= 0.6;
  } else {
    value = Math.min(...sizes) * (1 - 0.28 * unevenness) * (rows.length > 1 && shortest < 3 ? 0.7 : 1);
  }
  if (rows.length > 1 && rows.some(({ text }) => SENTENCE_WITHIN.test(text))) value *= 0.7;
  return options.preferRows === rows.length ? value * 1.25 : value;
}

const toRow = (face: Face, { text, ink, px, baseline }: Setting['rows'][number]): TextRow => ({
  text,
  face,
  runs: ink.runs,
  sizePx: px,
  x: 0,
  baseline,
  width: ink.width * px,
  inkLeft: ink.left * px,
  ascent: ink.ascent * px,
  descent: ink.descent * px,
});

/**
 * The largest setting of a text in a box (pixels); never larger than the box, all words kept. Rows begin at x 0;
 * `alignRows` places them.
 */
export function fitText(setter: Typesetter, face: Face, text: string, options: FitOptions): TextBlock {
  const { measurer, language } = setter;
  const cased = casedAs(face, text, language);
  const lines = options.keepsLineBreaks === true ? cased : cased.replaceAll(/\s*\n\s*/g, ' ');
  const paragraphs = breakIntoPieces(lines, language).map(wholeWords);
  const [segments = []] = paragraphs;
  const maxRows = options.maxRows ?? 4;
  const candidates = options.rows
    ? [options.rows.map((row) => casedAs(face, row, language))]
    : paragraphs.length === 1 && segments.length <= MAX_TRIED_SEGMENTS
      ? breakings(segments, maxRows)
      : greedyBreakings(paragraphs, maxRows, (row) => measurer.ink(face, row, language).width);
  let best: { setting: Setting; score: number } | undefined;
  const fair =
    options.setting === 'stack' && !options.rows ? candidates.filter(hasNoLargeSmallWords) : candidates;
  for (const texts of fair.length > 0 ? fair : candidates) {
    const inks = texts.map((row) => measurer.ink(face, row, language));
    const setting = setRows(face, texts, inks, options);
    const value = score(setting, options);
    if (!best || value > best.score) best = { setting, score: value };
  }
  if (!best) throw new Error('A text without words cannot be set');
  const { rows, width, height } = best.setting;
  return {
    rows: rows.map((row) => toRow(face, row)),
    width,
    height,
    capPx: measurer.cap(face) * Math.min(...rows.map(({ px }) => px)),
    direction: setter.direction,
    language,
  };
}

/** The block with its rows at the left, in the middle or at the right of its width. */
export function alignRows(block: TextBlock, align: 'left' | 'center' | 'right'): TextBlock {
  const share = { left: 0, center: 0.5, right: 1 }[align];
  return { ...block, rows: block.rows.map((row) => ({ ...row, x: (block.width - row.width) * share })) };
}

/** Size of the largest row in pixels. */
export const largestPx = (block: TextBlock) => Math.max(...block.rows.map((row) => row.sizePx));
