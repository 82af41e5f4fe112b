import { createCanvas } from '@napi-rs/canvas';
import type { CanvasSize } from '../canvas-size.ts';
import { LABEL_FONT, registerFonts } from '../draw/fonts.ts';
import type { SceneLayer } from './scene.ts';

/** The mark of a picture that does not show the real product: top left, small, legible, still while the camera moves. */
export function draftLabel(text: string, canvas: CanvasSize): SceneLayer {
  registerFonts();
  const unit = Math.min(canvas.width, canvas.height);
  const size = Math.max(11, unit * 0.026);
  const font = `600 ${size}px "${LABEL_FONT}"`;
  const probe = createCanvas(8, 8).getContext('2d');
  probe.font = font;
  const width = Math.ceil(probe.measureText(text).width + size * 1.6);
  const height = Math.ceil(size * 2.1);
  const image = createCanvas(width, height);
  const context = image.getContext('2d');
  context.fillStyle = 'rgba(20,18,17,0.72)';
  context.beginPath();
  context.roundRect(0, 0, width, height, height / 2);
  context.fill();
  context.font = font;
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(text, size * 0.8, height / 2 + size * 0.04);
  return { role: 'set', image, x: unit * 0.035, y: unit * 0.035, depth: 0 };
}
