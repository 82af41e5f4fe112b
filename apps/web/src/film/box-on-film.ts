import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import type { Box } from '@spotsmith/motion/layer';

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;

/** Where a box of the frame (pixels) lies over a film that is shown at any size: CSS of what is placed on it. */
export const boxOnFilm = ({ width, height }: CanvasSize, box: Box) => ({
  left: percent(box.x, width),
  top: percent(box.y, height),
  width: percent(box.width, width),
  height: percent(box.height, height),
});
