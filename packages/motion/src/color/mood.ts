import { oklch, toOklch } from './oklch.ts';

/** A dark brief has no ground lighter than this, a light one none darker. */
const DARKEST_LIGHT = 0.8;
const LIGHTEST_DARK = 0.3;

/** A ground as the brief's words want it: "dark, cinematic" keeps every ground under L .3, "summer" over .8. */
export function groundInMood(hex: string, mood: 'dark' | 'light' | null): string {
  if (mood === null) return hex;
  const { l, c, h } = toOklch(hex);
  if (mood === 'dark') return l < LIGHTEST_DARK ? hex : oklch(0.17 + 0.11 * l, Math.min(c, 0.07), h);
  return l > DARKEST_LIGHT ? hex : oklch(0.84 + 0.1 * l, Math.min(c, 0.1), h);
}

/** Each of several grounds in the mood. */
export const groundsInMood = <Name extends string>(
  grounds: Readonly<Record<Name, string>>,
  mood: 'dark' | 'light' | null,
): Record<Name, string> =>
  Object.fromEntries(
    Object.entries<string>(grounds).map(([name, hex]) => [name, groundInMood(hex, mood)]),
  ) as Record<Name, string>;
