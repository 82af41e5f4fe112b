import type { Mood } from '../styles/style.ts';
import { contrast, oklch, toOklch } from './oklch.ts';

/** A dark brief has no ground lighter than this, a light one none darker. */
const DARKEST_LIGHT = 0.8;
const LIGHTEST_DARK = 0.3;
/** A cosy brief has no grey ground: what has less chroma takes this hue. */
const GREY = 0.025;
const WARM_HUE = 68;

/** A ground as the brief's words want it: "dark, cinematic" keeps every ground under L .3, "summer" over .8; "cosy" tints the greys. */
function groundInMood(hex: string, mood: Mood): string {
  if (mood === null) return hex;
  const { l, c, h } = toOklch(hex);
  if (mood === 'warm') return c > GREY ? hex : oklch(Math.min(l, 0.945), l > 0.5 ? 0.042 : 0.03, WARM_HUE);
  if (mood === 'dark') return l < LIGHTEST_DARK ? hex : oklch(0.17 + 0.11 * l, Math.min(c, 0.07), h);
  return l > DARKEST_LIGHT ? hex : oklch(0.84 + 0.1 * l, Math.min(c, 0.1), h);
}

/** Words on every ground reach this contrast in the better of the style's two inks. */
const LEAST_CONTRAST = 4.7;
const STEP = 0.005;
const MOST_STEPS = 60;

/** The nearest lightness at which small words read in dark or light ink: mid-tones are moved a little. */
export function legibleGround(hex: string, dark: string, light: string): string {
  const { l, c, h } = toOklch(hex);
  const reads = (ground: string) =>
    Math.max(contrast(dark, ground), contrast(light, ground)) >= LEAST_CONTRAST;
  if (reads(hex)) return hex;
  // Towards the ink's opposite: a ground that carries light words grows darker.
  const direction = contrast(light, hex) > contrast(dark, hex) ? -1 : 1;
  for (let i = 1; i <= MOST_STEPS; i++) {
    const moved = oklch(l + direction * i * STEP, c, h);
    if (reads(moved)) return moved;
  }
  return hex;
}

/** Each of several grounds in the mood, legible in dark or light ink. */
export const groundsInMood = <Name extends string>(
  grounds: Readonly<Record<Name, string>>,
  mood: Mood,
  { dark, light }: { dark: string; light: string },
): Record<Name, string> =>
  Object.fromEntries(
    Object.entries<string>(grounds).map(([name, hex]) => [
      name,
      legibleGround(groundInMood(hex, mood), dark, light),
    ]),
  ) as Record<Name, string>;
