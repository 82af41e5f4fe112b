import { createCanvas, type Canvas } from '@napi-rs/canvas';

/**
 * The picture blurred, with `pad` pixels of room around it. Wide blurs are done on a smaller copy: the eye cannot
 * tell, and the cost falls with the square.
 */
export function blurred(source: Canvas, radius: number, pad = 0): Canvas {
  const width = source.width + pad * 2;
  const height = source.height + pad * 2;
  const shrink = Math.max(1, Math.min(8, Math.floor(radius / 4)));
  const small = createCanvas(Math.max(1, Math.ceil(width / shrink)), Math.max(1, Math.ceil(height / shrink)));
  const context = small.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.filter = `blur(${radius / shrink}px)`;
  context.drawImage(source, pad / shrink, pad / shrink, source.width / shrink, source.height / shrink);
  if (shrink === 1) return small;
  const full = createCanvas(width, height);
  const target = full.getContext('2d');
  target.imageSmoothingQuality = 'high';
  target.drawImage(small, 0, 0, small.width * shrink, small.height * shrink);
  return full;
}
