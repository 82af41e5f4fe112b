import { createCanvas, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { contrast, luminance } from '@spotsmith/motion/color/oklch';
import { encode as encodeQr } from 'uqr';
import type { CardSprite, ImageSprite, QrSprite, Rect, Sprite, TextSprite } from './sprite-spec.ts';
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

/** Below this contrast with its card a logo is not seen. */
const seenContrast = 1.8;
/** The best-seen part of a logo counts: white words in a black square are seen on black. */
const bestShare = 0.95;
const plates = { light: '#f5f3ef', dark: '#14120f' } as const;
/** Air between a logo and the edge of its plate, as a share of its shorter side. */
const plateAir = 0.12;
const stride = 29;

/** Whether nothing of what is drawn stands out from a ground. */
function isLostOn(context: SKRSContext2D, { width, height }: Rect, ground: string): boolean {
  const { data } = context.getImageData(0, 0, width, height);
  const contrasts: number[] = [];
  for (let at = 0; at < data.length; at += 4 * stride) {
    if ((data[at + 3] ?? 0) < 128) continue;
    const ink = Buffer.from(data.subarray(at, at + 3)).toString('hex');
    contrasts.push(contrast(`#${ink}`, ground));
  }
  const best = contrasts.toSorted((a, b) => a - b)[Math.floor(contrasts.length * bestShare)];
  return best !== undefined && best < seenContrast;
}

async function drawImage({ path, opacity, rect, ground }: ImageSprite): Promise<Uint8Array> {
  const canvas = createCanvas(rect.width, rect.height);
  const context = canvas.getContext('2d');
  const image = await loadImage(path);
  context.globalAlpha = opacity;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, rect.width, rect.height);
  if (ground !== undefined && isLostOn(context, rect, ground)) {
    const air = plateAir * Math.min(rect.width, rect.height);
    const isDark = luminance(ground) < 0.2;
    context.clearRect(0, 0, rect.width, rect.height);
    context.fillStyle = isDark ? plates.light : plates.dark;
    context.beginPath();
    context.roundRect(0, 0, rect.width, rect.height, air);
    context.fill();
    const scale = 1 - (2 * air) / Math.min(rect.width, rect.height);
    const [width, height] = [rect.width * scale, rect.height * scale];
    context.drawImage(image, (rect.width - width) / 2, (rect.height - height) / 2, width, height);
  }
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
