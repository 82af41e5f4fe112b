import type { AspectRatio } from '@spotsmith/contract/words';
import type { CanvasSize } from '@spotsmith/motion/canvas-size';

/** Half of what is rendered: enough for a page, and a quarter of the work. */
export const PREVIEW_CANVAS: Readonly<Record<AspectRatio, CanvasSize>> = {
  '16:9': { width: 960, height: 540 },
  '9:16': { width: 540, height: 960 },
  '1:1': { width: 540, height: 540 },
  '4:5': { width: 540, height: 676 },
};

/** For cards in a row. */
export const CARD_CANVAS: Readonly<Record<AspectRatio, CanvasSize>> = {
  '16:9': { width: 384, height: 216 },
  '9:16': { width: 216, height: 384 },
  '1:1': { width: 270, height: 270 },
  '4:5': { width: 270, height: 338 },
};
