import { blend, contrast, mostLegible } from './oklch.ts';

/** Colours that words take on one ground. Contrast (WCAG 2) is guaranteed for each. */
export interface OnGround {
  ground: string;
  /** Headlines. */
  ink: string;
  /** Supporting lines: 22 % towards the ground, ≥ 6.2 : 1 where the ink allows. */
  secondary: string;
  /** Accent for large type and shapes, ≥ 3 : 1. */
  highlight: string;
  /** The same accent for small type, ≥ 4.6 : 1. */
  smallHighlight: string;
  /** The ink is dark, so the ground is light. */
  isLight: boolean;
}

export interface InkColors {
  dark: string;
  light: string;
  accent: string;
  /** What may take the accent's place where it does not read, best first. */
  substitutes: readonly string[];
  /** How far supporting lines go towards the ground; less where light and shadow play on it. */
  secondaryShare?: number;
  /** Contrast that small words in the accent reach. */
  accentContrast?: number;
}

/** Chooses the colours of words on a ground. */
export function onGround(ground: string, colors: InkColors): OnGround {
  const { dark, light, accent, substitutes, secondaryShare = 0.22, accentContrast = 5.6 } = colors;
  const ink = mostLegible(ground, [dark, light]);
  let secondary = blend(ink, ground, secondaryShare);
  for (let i = 0; i < 10 && contrast(secondary, ground) < 6.2; i++) secondary = blend(secondary, ink, 0.3);
  const highlight =
    contrast(accent, ground) >= 3
      ? accent
      : (substitutes.find((color) => color !== ink && contrast(color, ground) >= 3) ?? ink);
  let smallHighlight = highlight;
  for (let i = 0; i < 14 && contrast(smallHighlight, ground) < accentContrast; i++)
    smallHighlight = blend(smallHighlight, ink, 0.12);
  if (contrast(smallHighlight, ground) < 4.6) smallHighlight = ink;
  return { ground, ink, secondary, highlight, smallHighlight, isLight: ink === dark };
}
