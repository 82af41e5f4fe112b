import { createCanvas, loadImage } from '@napi-rs/canvas';
import { encode as encodeQr } from 'uqr';
import type { CardSprite, ImageSprite, QrSprite, Sprite, TextSprite } from './sprite-spec.ts';
import type { BackdropFrames, Decoration } from '../text/choose-legibility.ts';
import { drawText } from '../text/draw-text.ts';

/** What was found out about a text while it was drawn. */
export interface TextFacts {
  /** Size in pixels, as on a canvas whose short side is 1080; `null` when the text leaves no ink. */
  sizePx: number | null;
  /** Characters that none of our fonts can draw. */
  missing: string[];
  decoration: Decoration;
  /** Contrast at the text's worst moment, 1–21; 21 when nothing behind it was looked at. */
  contrast: number;
}

export interface DrawnSprite {
  png: Uint8Array;
  /** For texts only. */
  text: TextFacts | null;
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

async function drawTextSprite(
  sprite: TextSprite,
  backdrops: readonly BackdropFrames[],
): Promise<DrawnSprite> {
  const { png, title, legibility } = await drawText(sprite, backdrops);
  const { decoration, contrast } = legibility;
  const scale = 1080 / Math.min(sprite.canvas.width, sprite.canvas.height);
  const facts = title && { sizePx: title.sizePx * scale, missing: title.missing, decoration, contrast };
  return { png, text: facts ?? { sizePx: null, missing: [], decoration: 'none', contrast: 21 } };
}

/** Draws a sprite into a PNG. `backdrops` are sampled frames behind a text; other sprites ignore them. */
export async function drawSprite(sprite: Sprite, backdrops: readonly BackdropFrames[]): Promise<DrawnSprite> {
  if (sprite.type === 'text') return drawTextSprite(sprite, backdrops);
  if (sprite.type === 'image') return { png: await drawImage(sprite), text: null };
  if (sprite.type === 'qr') return { png: await drawQr(sprite), text: null };
  return { png: await drawCard(sprite), text: null };
}
