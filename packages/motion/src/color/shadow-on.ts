import { blend, contrast } from './oklch.ts';

/** Colour of a soft shadow: black on dark grounds, else the style's dark, deepened. */
export const shadowOn = (ground: string, dark: string): string =>
  contrast(ground, '#000000') < 2.2 ? '#000000' : blend(dark, '#000000', 0.3);
