import type { Picture, Pixels } from '../canvas.ts';
import { rgbOf } from '../color/oklch.ts';
import type { Treatment } from '../layer.ts';
import { newSurface, type PaintCache } from './paint-cache.ts';

const clamp = (value: number) => Math.max(0, Math.min(1, value));
const luma = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b;

type Curve = (r: number, g: number, b: number) => [number, number, number];

/** The treatment of one pixel, channels 0–1. */
function curveOf({ gamma = 1, contrast = 1, saturation = 1, duotone, tint }: Treatment): Curve {
  const dark = duotone && rgbOf(duotone.dark).map((byte) => byte / 255);
  const light = duotone && rgbOf(duotone.light).map((byte) => byte / 255);
  const tinted = tint && rgbOf(tint.color).map((byte) => (byte / 255) * 1.25);
  return (r, g, b) => {
    const raised = [r, g, b].map((value) => (value ** gamma - 0.5) * contrast + 0.5);
    const y = clamp(luma(...(raised as [number, number, number])));
    const mixed = raised.map((value, i) => {
      if (dark && light) return (dark[i] ?? 0) + ((light[i] ?? 0) - (dark[i] ?? 0)) * y;
      return y + (value - y) * saturation;
    });
    const colored = mixed.map((value, i) =>
      tint && tinted ? value + (value * (tinted[i] ?? 0) - value) * tint.amount : value,
    );
    return colored as [number, number, number];
  };
}

function applyCurve({ data }: Pixels, curve: Curve): void {
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    const [r, g, b] = curve((data[i] ?? 0) / 255, (data[i + 1] ?? 0) / 255, (data[i + 2] ?? 0) / 255);
    data[i] = clamp(r) * 255;
    data[i + 1] = clamp(g) * 255;
    data[i + 2] = clamp(b) * 255;
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
    applyCurve(pixels, curveOf(treatment));
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
