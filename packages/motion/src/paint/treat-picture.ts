import type { Picture, Pixels } from '../canvas.ts';
import { rgbOf } from '../color/oklch.ts';
import type { Treatment } from '../layer.ts';
import { newSurface, type PaintCache } from './paint-cache.ts';

const clamp = (value: number) => Math.max(0, Math.min(1, value));
const luma = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b;

type Channels = readonly [number, number, number];

const channelsOf = (color: string): Channels => {
  const [r = 0, g = 0, b = 0] = rgbOf(color).map((byte) => byte / 255);
  return [r, g, b];
};

/** Treats every pixel. Millions of them: gamma and contrast come from a table, and nothing is allocated in the loop. */
function treatPixels({ data }: Pixels, treatment: Treatment): void {
  const { gamma = 1, contrast = 1, saturation = 1, duotone, tint } = treatment;
  const raised = Float64Array.from(
    { length: 256 },
    (_, byte) => ((byte / 255) ** gamma - 0.5) * contrast + 0.5,
  );
  const dark = duotone && channelsOf(duotone.dark);
  const light = duotone && channelsOf(duotone.light);
  const tinted = tint && channelsOf(tint.color);
  const factors = [0, 1, 2].map((i) =>
    tint && tinted ? 1 + ((tinted[i] ?? 0) * 1.25 - 1) * tint.amount : 1,
  );
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    const y = clamp(
      luma(raised[data[i] ?? 0] ?? 0, raised[data[i + 1] ?? 0] ?? 0, raised[data[i + 2] ?? 0] ?? 0),
    );
    for (let channel = 0; channel < 3; channel++) {
      const value = raised[data[i + channel] ?? 0] ?? 0;
      const low = dark?.[channel] ?? 0;
      const mixed = dark && light ? low + ((light[channel] ?? 0) - low) * y : y + (value - y) * saturation;
      data[i + channel] = clamp(mixed * (factors[channel] ?? 1)) * 255;
    }
  }
}

/** Printed dots: rows half a step apart, each dot as large as its place is dark. */
function halftone(
  picture: Picture,
  pixels: Pixels,
  cache: PaintCache,
  duotone: NonNullable<Treatment['duotone']>,
) {
  const { width, height, data } = pixels;
  const step = width / (duotone.halftoneLines ?? 70);
  const surface = newSurface(cache, width, height);
  const { context } = surface;
  context.fillStyle = duotone.light;
  context.fillRect(0, 0, width, height);
  context.fillStyle = duotone.dark;
  const [low, high] = [luma(...rgbOf(duotone.dark)), luma(...rgbOf(duotone.light))];
  for (let y = 0, row = 0; y < height + step; y += step * 0.5, row++)
    for (let x = row % 2 === 1 ? step / 2 : 0; x < width + step; x += step) {
      const i = (Math.min(height - 1, Math.round(y)) * width + Math.min(width - 1, Math.round(x))) * 4;
      if ((data[i + 3] ?? 0) === 0) continue;
      const shade = luma(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
      const darkness = clamp(1 - (shade - low) / (high - low));
      context.beginPath();
      context.arc(x, y, step * 0.62 * Math.sqrt(darkness), 0, Math.PI * 2);
      context.fill();
    }
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(picture, 0, 0);
  return surface;
}

/** The picture with its treatment, made once; the picture itself when there is none. */
export function treatedPicture(picture: Picture, treatment: Treatment | null, cache: PaintCache): Picture {
  if (!treatment) return picture;
  return cache.surface(picture, `treated ${JSON.stringify(treatment)}`, () => {
    const { width, height } = picture;
    const surface = newSurface(cache, width, height);
    const { context } = surface;
    context.drawImage(picture, 0, 0);
    const pixels = context.getImageData(0, 0, width, height);
    treatPixels(pixels, treatment);
    context.putImageData(pixels, 0, 0);
    if (treatment.duotone?.halftoneLines !== undefined)
      return halftone(picture, pixels, cache, treatment.duotone);
    const { shade } = treatment;
    if (shade) {
      const radians = (shade.degrees * Math.PI) / 180;
      const reach = Math.hypot(width, height) / 2;
      const [dx, dy] = [Math.cos(radians) * reach, Math.sin(radians) * reach];
      const gradient = context.createLinearGradient(
        width / 2 - dx,
        height / 2 - dy,
        width / 2 + dx,
        height / 2 + dy,
      );
      const color = rgbOf(shade.color).join(',');
      for (const [offset, alpha] of [
        [0, 0],
        [0.4, 0],
        [1, shade.amount],
      ] as const)
        gradient.addColorStop(offset, `rgba(${color},${alpha})`);
      context.globalCompositeOperation = 'source-atop';
      context.fillStyle = gradient;
      context.fillRect(0, 0, width, height);
    }
    return surface;
  }).picture;
}
