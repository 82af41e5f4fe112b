import type { Surface } from '../canvas.ts';
import type { TextureLayer } from '../layer.ts';
import { randomFrom } from '../random.ts';
import { newSurface, type PaintCache } from './paint-cache.ts';

const TURN = Math.PI * 2;
const GRAIN_SIZE = 512;
const FIBRE_SIZE = 900;

/** Black and white specks of random weight. */
export function grainTile(amount: number, seed: number, cache: PaintCache): Surface {
  const surface = newSurface(cache, GRAIN_SIZE, GRAIN_SIZE);
  const pixels = surface.context.getImageData(0, 0, GRAIN_SIZE, GRAIN_SIZE);
  const random = randomFrom(seed);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const value = random() < 0.5 ? 0 : 255;
    pixels.data.set([value, value, value, random() * amount * 255], i);
  }
  surface.context.putImageData(pixels, 0, 0);
  return surface;
}

/** Fibres of hand-made paper, dark and light. */
export function fibreTile(seed: number, cache: PaintCache): Surface {
  const surface = newSurface(cache, FIBRE_SIZE, FIBRE_SIZE);
  const { context } = surface;
  const random = randomFrom(seed);
  for (let i = 0; i < 900; i++) {
    context.strokeStyle =
      random() < 0.5
        ? `rgba(90,60,30,${0.02 + random() * 0.05})`
        : `rgba(255,255,255,${0.05 + random() * 0.12})`;
    context.lineWidth = 0.6 + random() * 1.2;
    const [x, y, angle, length] = [
      random() * FIBRE_SIZE,
      random() * FIBRE_SIZE,
      random() * TURN,
      8 + random() * 46,
    ];
    const [dx, dy] = [Math.cos(angle) * length, Math.sin(angle) * length];
    context.beginPath();
    context.moveTo(x, y);
    context.quadraticCurveTo(
      x + dx * 0.5 + (random() - 0.5) * 16,
      y + dy * 0.5 + (random() - 0.5) * 16,
      x + dx,
      y + dy,
    );
    context.stroke();
  }
  return surface;
}

/** Drawn this much smaller and blurred: shadows and light are soft. */
const GOBO_SCALE = 6;

function drawLeaves({ context, picture }: Surface, seed: number): void {
  const { width, height } = picture;
  const short = Math.min(width, height);
  const random = randomFrom(seed);
  context.strokeStyle = '#000000';
  context.fillStyle = '#000000';
  context.lineWidth = short * 0.008;
  for (let branch = 0; branch < 4; branch++) {
    const [x0, y0] = [width * (1.06 - branch * 0.1), -height * 0.05 + branch * height * 0.13];
    const angle = ((140 + branch * 14) * Math.PI) / 180;
    const length = short * (1.05 - branch * 0.1);
    const [x1, y1] = [x0 + Math.cos(angle) * length, y0 + Math.sin(angle) * length];
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
    for (let i = 1; i < 10; i++)
      for (const side of [-1, 1]) {
        const t = i / 10;
        const leaf = short * (0.24 - 0.13 * t);
        const turn = angle + side * (0.62 + random() * 0.25);
        const size = leaf * (0.85 + random() * 0.3);
        context.save();
        context.translate(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t);
        context.rotate(turn);
        context.beginPath();
        context.moveTo(0, 0);
        context.quadraticCurveTo(size * 0.45, -size * 0.19, size, 0);
        context.quadraticCurveTo(size * 0.45, size * 0.19, 0, 0);
        context.fill();
        context.restore();
      }
  }
}

function drawWindow({ context, picture }: Surface): void {
  const { width, height } = picture;
  const short = Math.min(width, height);
  context.fillStyle = '#ffffff';
  context.translate(width * 0.5, height * 0.46);
  context.transform(1, 0.22, -0.42, 1, 0, 0);
  const [paneWidth, paneHeight] = [short * 0.26, short * 0.4];
  for (const i of [-1, 0])
    for (const j of [-1, 0])
      context.fillRect(i * paneWidth * 1.09, j * paneHeight * 1.06, paneWidth, paneHeight);
}

/** The shadow of leaves, or the light of a window, for a box of this size. */
export function gobo({ texture, box, seed }: TextureLayer, cache: PaintCache): Surface {
  const [width, height] = [box.width / GOBO_SCALE, box.height / GOBO_SCALE];
  const sharp = newSurface(cache, width, height);
  if (texture === 'leaves') drawLeaves(sharp, seed);
  else drawWindow(sharp);
  const soft = newSurface(cache, width, height);
  soft.context.filter = `blur(${Math.min(width, height) * 0.014}px)`;
  soft.context.drawImage(sharp.picture, 0, 0);
  return soft;
}
