import { converter } from 'culori';
import type { ProductPalette } from '../prepared-photo.ts';
import type { ScenePalette } from '../recipe.ts';
import { pick, type Random } from '../random.ts';
import type { Tone } from '../scene-families.ts';

const toOklch = converter('oklch');

/** Hues that suit a tone when neither the product nor the brand has one; degrees in OKLCH. */
const TONE_HUES: Record<Tone, readonly [number, ...number[]]> = {
  energetic: [35, 15, 130, 265],
  calm: [75, 165, 230, 50],
  luxury: [70, 20, 45, 265],
  playful: [350, 85, 200, 305],
  corporate: [250, 230, 200, 265],
  cinematic: [45, 235, 20, 280],
  natural: [120, 75, 55, 150],
  tech: [270, 220, 300, 190],
};

/** Tones that are hurt by a loud second colour: their contrast is quieter and nearer. */
const QUIET_TONES = new Set<Tone>(['luxury', 'calm', 'natural', 'cinematic']);

/** The yellowest green that stays green when it is deep; degrees in OKLCH. */
const CLEAN_GREEN = 150;

/** Colourfulness of a contrast that must not shout is below this. */
const QUIET = 0.5;

/** The colours of one ad: a leading hue, a companion and a contrast, from which every still takes its own turn. */
export function adPalettes(
  product: ProductPalette | null,
  brand: readonly string[],
  tone: Tone,
  random: Random,
): readonly [ScenePalette, ...ScenePalette[]] {
  const brandHues = brand
    .map((hex) => toOklch(hex))
    .filter((color) => color !== undefined && (color.c ?? 0) > 0.03);
  const signature = product?.signature ?? null;
  const toneHue = pick(random, TONE_HUES[tone]);
  const lead = brandHues[0]?.h ?? signature?.h ?? toneHue;
  const turn = random() < 0.5 ? 1 : -1;
  // A draft's illustration brings colours of its own, which nobody knows here.
  const isQuiet = QUIET_TONES.has(tone) || product === null;
  const contrast =
    brandHues[1]?.h ?? wrap(lead + turn * pick(random, isQuiet ? [150, 170, 190] : [115, 140, 165, 180]));
  const companion = companionOf(lead, turn * pick(random, [22, 30, 38]));
  const strength = brandHues.length > 0 || signature ? 1 : product ? 0.85 : 0.6;
  return [
    { hue: lead, colorfulness: strength, accentHue: contrast, accentColorfulness: isQuiet ? 0.8 : 1 },
    { hue: companion, colorfulness: isQuiet ? 0.8 : strength, accentHue: lead, accentColorfulness: 1 },
    { hue: contrast, colorfulness: isQuiet ? 0.45 : 0.85, accentHue: lead, accentColorfulness: 1 },
    { hue: wrap(lead - turn * 16), colorfulness: 0.6, accentHue: contrast, accentColorfulness: 0.9 },
    { hue: toneHue, colorfulness: 0.8, accentHue: lead, accentColorfulness: 1 },
  ];
}

/** A neighbouring hue; not pale lime, which only suits what is lime itself. */
function companionOf(lead: number, turn: number): number {
  const isLime = (hue: number) => hue > 96 && hue < 132;
  return isLime(wrap(lead + turn)) && !isLime(lead) ? wrap(lead - turn) : wrap(lead + turn);
}

/**
 * The palette as one kind of scene can bear it: dark yellow is olive, so dark scenes turn it to amber and every deep lime
 * becomes a clean green; scenes that live by their colour are never greyed, and take the leading hue where the palette
 * is a quiet contrast to it.
 */
export function paletteFor(palette: ScenePalette, key: 'light' | 'dark' | 'colour'): ScenePalette {
  if (key === 'light') return palette;
  if (key === 'dark' && palette.hue > 68 && palette.hue < 112)
    return { ...palette, hue: 58, colorfulness: palette.colorfulness * 0.85 };
  if (key === 'dark') return { ...palette, hue: withoutOlive(palette.hue) };
  if (palette.colorfulness >= QUIET)
    return {
      ...palette,
      hue: withoutOlive(palette.hue),
      colorfulness: Math.max(0.82, palette.colorfulness),
    };
  const { hue, accentHue } = palette;
  return { hue: withoutOlive(accentHue), colorfulness: 0.82, accentHue: hue, accentColorfulness: QUIET };
}

/** Hues between yellow and green are fresh only when they are pale. */
function withoutOlive(hue: number): number {
  return hue > 100 && hue < CLEAN_GREEN ? CLEAN_GREEN : hue;
}

/** The way from one hue towards another, the shorter way round and at most so many degrees. */
export function hueTowards(target: number, hue: number, degrees: number): number {
  const way = wrap(target - hue + 180) - 180;
  return Math.max(-degrees, Math.min(degrees, way));
}

function wrap(hue: number): number {
  return ((hue % 360) + 360) % 360;
}
