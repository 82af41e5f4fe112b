import { createCanvas, type Canvas } from '@napi-rs/canvas';

/**
 * The picture blurred, with `pad` pixels of room around it. Wide blurs are done on a smaller copy: the eye cannot
 * tell, and the cost falls with the square.
 */
export function blurred(source: Canvas, radius: number, pad = 0): Canvas {
  const shrink = Math.max(1, Math.min(8, Math.floor(radius / 4)));
  const small = blurredSmall(source, radius, pad, shrink);
  if (shrink === 1) return small;
  const full = createCanvas(source.width + pad * 2, source.height + pad * 2);
  const target = full.getContext('2d');
  target.imageSmoothingQuality = 'high';
  target.drawImage(small, 0, 0, small.width * shrink, small.height * shrink);
  return full;
}

/** The same, left `shrink` times smaller. `radius` and `pad` are pixels of the source. */
export function blurredSmall(source: Canvas, radius: number, pad: number, shrink: number): Canvas {
  const small = createCanvas(
    Math.max(1, Math.ceil((source.width + pad * 2) / shrink)),
    Math.max(1, Math.ceil((source.height + pad * 2) / shrink)),
  );
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.filter = `blur(${radius / shrink}px)`;
  context.drawImage(source, pad / shrink, pad / shrink, source.width / shrink, source.height / shrink);
  return small;
}
