import type { AspectRatio, Resolution } from '@spotsmith/contract/words';

export type Canvas = { width: number; height: number };

const CANVASES: Record<AspectRatio, Canvas> = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
  '4:5': { width: 1080, height: 1350 },
};

const SHARE_OF_1080P: Record<Resolution, number> = { '1080p': 1, '720p': 720 / 1080 };

/**
 * The pixels of an aspect ratio. `scale` shrinks every canvas alike (even sides, as 4:2:0 video needs) for soak runs;
 * 1 is the product's 1080-class size.
 */
export function canvasOf(aspectRatio: AspectRatio, scale = 1, resolution: Resolution = '1080p'): Canvas {
  const { width, height } = CANVASES[aspectRatio];
  const share = scale * SHARE_OF_1080P[resolution];
  return { width: even(width * share), height: even(height * share) };
}

function even(pixels: number): number {
  return 2 * Math.round(pixels / 2);
}
