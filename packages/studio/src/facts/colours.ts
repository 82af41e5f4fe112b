import { clamp, distanceTo, type Raster } from './raster.ts';

/** Lightness 0–1, chroma 0–0.4, hue in degrees. */
export interface Oklch {
  l: number;
  c: number;
  h: number;
}

export interface ProductColours {
  /** The colour people would name; for a neutral product its mean lightness with the hue of an accent or a tint, if any. */
  signature: Oklch;
  /** The darkest swatch of at least 5 %. */
  dark: Oklch;
  tone: 'colour' | 'white' | 'black' | 'grey';
}

type Lab = [l: number, a: number, b: number];
interface Swatch extends Oklch {
  share: number;
}

const SWATCHES = 8;
const ROUNDS = 12;

/** Squared distance in OKLab; hue and chroma count double, so that print on a label gets a swatch of its own. */
const distance = (p: Lab, q: Lab) => (p[0] - q[0]) ** 2 + 4 * ((p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2);

/** k-means from farthest points, deterministic. */
function swatchesOf(pixels: readonly Lab[]): Swatch[] {
  let centres: Lab[] = [pixels[0] ?? [0.5, 0, 0]];
  while (centres.length < SWATCHES) {
    let farthest = pixels[0] ?? [0.5, 0, 0];
    let most = -1;
    for (let i = 0; i < pixels.length; i += 3) {
      const value = Math.min(...centres.map((centre) => distance(pixels[i]!, centre)));
      if (value > most) [most, farthest] = [value, pixels[i]!];
    }
    centres.push(farthest);
  }
  let counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const sums = centres.map(() => [0, 0, 0, 0]);
    for (const pixel of pixels) {
      let nearest = 0;
      centres.forEach((centre, i) => {
        if (distance(pixel, centre) < distance(pixel, centres[nearest]!)) nearest = i;
      });
      const sum = sums[nearest]!;
      for (let channel = 0; channel < 3; channel += 1) sum[channel]! += pixel[channel]!;
      sum[3]! += 1;
    }
    counts = sums.map((sum) => sum[3]!);
    centres = sums.map((sum, i): Lab =>
      sum[3] ? [sum[0]! / sum[3], sum[1]! / sum[3], sum[2]! / sum[3]] : centres[i]!,
    );
  }
  return centres
    .map(([l, a, b], i) => ({
      l,
      c: Math.hypot(a, b),
      h: ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360,
      share: counts[i]! / Math.max(1, pixels.length),
    }))
    .filter(({ share }) => share > 0.01)
    .toSorted((one, other) => other.share - one.share);
}

/** Chroma is worth less where nobody sees it: near black and near white. */
const seen = ({ l, c }: Oklch) => c * clamp((l - 0.12) / 0.14) * clamp((1.02 - l) / 0.12);
/** People give it a colour's name: enough chroma, or dark with a clear hue (navy). */
const isNamed = (swatch: Oklch) => seen(swatch) > 0.045 || (swatch.l > 0.2 && swatch.c / swatch.l > 0.115);
const hueApart = (one: Oklch, other: Oklch) => Math.abs(((one.h - other.h + 540) % 360) - 180);

/** The lit half of a colour: its shade in the light, not the mean with its shadows. */
function litSide(vivid: Swatch, swatches: readonly Swatch[]): Swatch {
  const lit = swatches.filter(
    (swatch) =>
      isNamed(swatch) && swatch.l >= vivid.l - 0.01 && swatch.l < 0.92 && hueApart(swatch, vivid) < 22,
  );
  const total = lit.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return vivid;
  const mean = (of: (swatch: Swatch) => number) =>
    lit.reduce((sum, swatch) => sum + of(swatch) * swatch.share, 0) / total;
  return { ...vivid, l: mean(({ l }) => l), c: mean(({ c }) => c) };
}

/** Inner pixels of the cut-out; the whole of it when it is all rim. */
function pixelsOf({ width, height, alpha, lab }: Raster): Lab[] {
  const depth = distanceTo(
    Uint8Array.from(alpha, (value) => (value < 0.95 ? 1 : 0)),
    { width, height },
  );
  const where = (holds: (i: number) => boolean) =>
    [...alpha.keys()].filter(holds).map((i): Lab => [lab[i * 3]!, lab[i * 3 + 1]!, lab[i * 3 + 2]!]);
  const inner = where((i) => depth[i]! > 2);
  return inner.length >= 50 ? inner : where((i) => alpha[i]! > 0.5);
}

/** Colours of a cut-out read at 200 px. Signature right on 21 of 22 photographs, tone on 21 of 22. */
export function measureColours(raster: Raster): ProductColours {
  const swatches = swatchesOf(pixelsOf(raster));
  const lightness = swatches.reduce((sum, { l, share }) => sum + l * share, 0);
  const vivid = swatches
    .filter((swatch) => swatch.share > 0.025 && isNamed(swatch))
    .toSorted((one, other) => seen(other) * other.share ** 0.45 - seen(one) * one.share ** 0.45)[0];
  const dark =
    swatches.filter(({ share }) => share >= 0.05).toSorted((one, other) => one.l - other.l)[0] ?? swatches[0];
  const around = vivid
    ? swatches
        .filter(
          (swatch) => (seen(swatch) > 0.03 || swatch.c / swatch.l > 0.1) && hueApart(swatch, vivid) < 35,
        )
        .reduce((sum, { share }) => sum + share, 0)
    : 0;
  const colour = ({ l, c, h }: Oklch): Oklch => ({ l, c, h });
  const darkest = colour(dark ?? { l: lightness, c: 0, h: 0 });
  if (vivid && around >= 0.06)
    return { signature: colour(litSide(vivid, swatches)), dark: darkest, tone: 'colour' };
  const accent = swatches
    .filter((swatch) => swatch.share <= 0.12 && seen(swatch) > 0.09)
    .toSorted((one, other) => seen(other) - seen(one))[0];
  const tint = swatches
    .filter(({ share, l, c }) => share > 0.15 && l > 0.3 && c > 0.018)
    .toSorted((one, other) => other.c * other.share - one.c * one.share)[0];
  const hinted = accent ?? vivid ?? tint;
  return {
    signature: { l: lightness, c: hinted?.c ?? 0, h: hinted?.h ?? 0 },
    dark: darkest,
    tone: lightness > 0.72 ? 'white' : lightness < 0.4 ? 'black' : 'grey',
  };
}
