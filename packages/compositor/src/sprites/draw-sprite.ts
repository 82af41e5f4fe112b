import { createCanvas, loadImage } from '@napi-rs/canvas';
import { encode as encodeQr } from 'uqr';
import type { CardSprite, ImageSprite, QrSprite, Sprite } from './sprite-spec.ts';
import { type BackdropFrames, type Legibility } from '../text/choose-legibility.ts';
import { drawText } from '../text/draw-text.ts';

export interface DrawnSprite {
  png: Uint8Array;
  /** For texts only. */
  text: { legibility: Legibility; isWhole: boolean } | null;
}

async function drawImage({ path, opacity, rect }: ImageSprite): Promise<Uint8Array> {
  const canvas = createCanvas(rect.width, rect.height);
  const context = canvas.getContext('2d');
  context.globalAlpha = opacity;
  context.imageSmoothingQuality = 'high';
  context.drawImage(await loadImage(path), 0, 0, rect.width, rect.height);
  return canvas.encode('png');
}

/** Dark modules on white with the quiet zone of four modules that scanners need (ISO/IEC 18004). */
async function drawQr({ content, rect }: QrSprite): Promise<Uint8Array> {
  const { data } = encodeQr(content, { ecc: 'M', border: 4 });
  const canvas = createCanvas(rect.width, rect.height);
  const context = canvas.getContext('2d');
  // Whole pixels a module: blurred edges do not scan.
  const module = Math.max(1, Math.floor(Math.min(rect.width, rect.height) / data.length));
  const side = module * data.length;
  const left = Math.floor((rect.width - side) / 2);
  const top = Math.floor((rect.height - side) / 2);
  context.fillStyle = '#ffffff';
  context.fillRect(left, top, side, side);
  context.fillStyle = '#000000';
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) context.fillRect(left + x * module, top + y * module, module, module);
    });
  });
  return canvas.encode('png');
}

/** The card's colour with a faint glow of its accent, so that it does not look like a missing picture. */
async function drawCard({ background, accent, rect }: CardSprite): Promise<Uint8Array> {
  const canvas = createCanvas(rect.width, rect.height);
  const context = canvas.getContext('2d');
  context.fillStyle = background;
  context.fillRect(0, 0, rect.width, rect.height);
  const reach = Math.hypot(rect.width, rect.height) * 0.62;
  const glow = context.createRadialGradient(
    rect.width / 2,
    rect.height * 0.46,
    0,
    rect.width / 2,
    rect.height * 0.46,
    reach,
  );
  glow.addColorStop(0, `${accent}24`);
  glow.addColorStop(1, `${accent}00`);
  context.fillStyle = glow;
  context.fillRect(0, 0, rect.width, rect.height);
  return canvas.encode('png');
}

/** Draws a sprite into a PNG. `backdrops` are sampled frames behind a text; other sprites ignore them. */
export async function drawSprite(sprite: Sprite, backdrops: readonly BackdropFrames[]): Promise<DrawnSprite> {
  if (sprite.type === 'text') {
    const { png, legibility, layout } = await drawText(sprite, backdrops);
    return { png, text: { legibility, isWhole: layout.isWhole } };
  }
  if (sprite.type === 'image') return { png: await drawImage(sprite), text: null };
  if (sprite.type === 'qr') return { png: await drawQr(sprite), text: null };
  return { png: await drawCard(sprite), text: null };
}
