import type { TickerLayer } from '../layer.ts';
import { fitText } from '../text/fit-text.ts';
import { nextId, type Stage } from './stage.ts';
import { faceOf } from './words.ts';

export interface TickerOptions {
  y: number;
  height: number;
  text: string;
  background: string;
  color: string;
  rotationDegrees?: number;
  /** Where the first unit begins, in units. */
  offset?: number;
  z?: number;
}

/** Where words end in 9:16, as a share of the height. */
const PORTRAIT_FOOT = 0.85;

/** Adds a strip across the frame on which words run; null where it would be covered. */
export function addTicker(stage: Stage, options: TickerOptions): TickerLayer | null {
  const { y, height, text, background, color, rotationDegrees = 0, offset = 0, z = 1 } = options;
  // In 9:16 platforms lay their own buttons over the foot.
  if (stage.isPortrait && y + height > stage.height * PORTRAIT_FOOT) return null;
  const sizePx = height * 0.58;
  const unit = fitText(stage.setter, faceOf(stage, 'label'), text, {
    width: Infinity,
    height: Infinity,
    maxPx: sizePx,
    rows: [text],
  });
  const layer: TickerLayer = {
    type: 'ticker',
    id: nextId(stage, 'ticker'),
    role: 'ticker',
    z,
    box: { x: 0, y, width: stage.width, height },
    unit,
    gap: sizePx * 1.1,
    offset,
    color,
    background,
    rotationDegrees,
  };
  stage.layers.push(layer);
  return layer;
}

/** What a ticker of an offer says. */
export const tickerWords = ({ copy }: Stage) =>
  [copy.name, copy.off, copy.price].filter((words) => words !== undefined && words !== '').join('  ');
