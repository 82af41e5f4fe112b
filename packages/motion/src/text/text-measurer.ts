import type { Context2D, CreateSurface } from '../canvas.ts';
import type { Face, SetRun } from '../layer.ts';
import { directionOf } from './clean-text.ts';
import type { FontSource } from './fonts.ts';
import { splitRuns } from './split-runs.ts';

/** A line's ink in em: how far it reaches left and right of its origin, above and below the baseline. */
export interface Ink {
  left: number;
  right: number;
  ascent: number;
  descent: number;
  width: number;
  /** The line's runs from left to right; places in em. */
  runs: readonly SetRun[];
}

/** Measures ink; remembers what it has measured. Fonts are loaded by the source it was made with. */
export interface TextMeasurer {
  ink(face: Face, text: string, language: string): Ink;
  /** Height of a capital in em. */
  cap(face: Face): number;
}

/** Measured at this size and scaled: hinting and rounding do not show. */
const MEASURED_PX = 200;

/** Letters that join or stack must not be tracked apart. */
const joined =
  /[\p{sc=Arabic}\p{sc=Syriac}\p{sc=Devanagari}\p{sc=Bengali}\p{sc=Tamil}\p{sc=Telugu}\p{sc=Thai}\p{sc=Khmer}\p{sc=Mongolian}\p{sc=Nko}\p{sc=Adlam}\p{sc=Javanese}\p{sc=Balinese}]/u;

/** Whether letters may be set one by one: tracked, turned, animated. */
export const hasSeparateLetters = (text: string) => !joined.test(text);

/** Sets a context to draw a run at a size: alphabetic baseline, from its left edge. */
export function setFont(context: Context2D, run: SetRun, sizePx: number): void {
  // Before the font: a canvas of Node forgets how wide a font is when it is told the language afterwards.
  context.lang = run.language;
  context.font = `${run.weight} ${sizePx}px ${run.cssFamilies}`;
  context.fontStretch = run.stretch ?? 'normal';
  context.letterSpacing = `${run.trackingEm * sizePx}px`;
  context.direction = run.direction;
  context.textBaseline = 'alphabetic';
  context.textAlign = 'left';
}

function measureLine(context: Context2D, fonts: FontSource, face: Face, text: string, language: string): Ink {
  let x = 0;
  const ink = { left: 0, right: 0, ascent: 0, descent: 0 };
  const direction = directionOf(text, language);
  const runs = splitRuns(text, face, language, direction).map((part, i): SetRun => {
    const run: SetRun = {
      text: part.text,
      cssFamilies: part.families.map((family) => fonts.cssFamilies(family, part.text)).join(', '),
      weight: part.weight,
      trackingEm: hasSeparateLetters(part.text) ? face.trackingEm : 0,
      direction: part.direction,
      language,
      x: x / MEASURED_PX,
      ...(part.isOwnFace && face.stretch !== undefined ? { stretch: face.stretch } : {}),
    };
    setFont(context, run, MEASURED_PX);
    const box = context.measureText(part.text);
    // The tracking after the last letter is no ink.
    const trailing = run.trackingEm * MEASURED_PX;
    if (i === 0) ink.left = box.actualBoundingBoxLeft;
    ink.right = x + Math.min(box.actualBoundingBoxRight, box.width - trailing + 30);
    ink.ascent = Math.max(ink.ascent, box.actualBoundingBoxAscent);
    ink.descent = Math.max(ink.descent, box.actualBoundingBoxDescent);
    x += box.width;
    return run;
  });
  return {
    left: ink.left / MEASURED_PX,
    right: ink.right / MEASURED_PX,
    ascent: ink.ascent / MEASURED_PX,
    descent: ink.descent / MEASURED_PX,
    width: (ink.left + ink.right) / MEASURED_PX,
    runs,
  };
}

/** A measurer with a canvas of its own. */
export function createTextMeasurer(createSurface: CreateSurface, fonts: FontSource): TextMeasurer {
  const { context } = createSurface(8, 8);
  const known = new Map<string, Ink>();
  const ink = (face: Face, text: string, language: string) => {
    const key = `${face.family}/${face.weight}/${face.stretch ?? ''}/${face.trackingEm}/${language}/${text}`;
    const found = known.get(key);
    if (found) return found;
    const measured = measureLine(context, fonts, face, text, language);
    known.set(key, measured);
    return measured;
  };
  return { ink, cap: (face) => ink(face, 'H', 'en').ascent };
}
