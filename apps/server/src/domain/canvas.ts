import type { AspectRatio } from '@spotsmith/contract/words';

export type Canvas = { width: number; height: number };

const CANVASES: Record<AspectRatio, Canvas> = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
};

/**
 * The pixels of an aspect ratio. `scale` shrinks every canvas alike (even sides, as 4:2:0 video needs) for soak runs;
 * 1 is the product's 1080-class size.
 */
export function canvasOf(aspectRatio: AspectRatio, scale = 1): Canvas {
  const { width, height } = CANVASES[aspectRatio];
  return { width: even(width * scale), height: even(height * scale) };
}

function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}
