import type { Oklch } from '../product.ts';
import type { DressInput } from '../styles/style.ts';
import { distance } from './oklch.ts';

/** Darker than this a product sinks into dark grounds; lighter, it glares on white ones. */
const DARK_PRODUCT = 0.34;
const PALE_PRODUCT = 0.78;
/** Colours nearer than this in OKLCH are one colour: a product would sink into a ground of it. */
const ALIKE = 0.17;
/** Chroma that a product without a colour of its own lends to its grounds. */
const LENT_CHROMA = 0.095;

export interface ProductColors {
  signature: Oklch;
  dark: Oklch;
  isNeutral: boolean;
  isDark: boolean;
  isPale: boolean;
}

/** Whether a product sinks into dark grounds. */
export const isDarkProduct = ({ lightness }: Pick<DressInput, 'lightness'>) => lightness < DARK_PRODUCT;

/** Whether a product of the one colour would sink into a ground of the other. */
export const isAlike = (ground: Oklch, signature: Oklch) => distance(ground, signature) < ALIKE;

/**
 * The colours a style starts from. Black, white and grey products take the hue of their tint (a copper line, a warm
 * white) or one of the style's house hues, so that they do not all end on the same ground.
 */
export function productColors(
  { product, lightness, houseHue }: DressInput,
  houseHues: readonly number[],
): ProductColors {
  const { signature, dark, tone } = product;
  const isNeutral = tone !== 'colour';
  const hue = signature.c > 0.03 ? signature.h : houseHue(houseHues);
  return {
    signature: isNeutral ? { l: lightness, c: LENT_CHROMA, h: hue } : signature,
    dark: isNeutral && dark.c <= 0.02 ? { ...dark, h: hue } : dark,
    isNeutral,
    isDark: isDarkProduct({ lightness }),
    isPale: lightness > PALE_PRODUCT,
  };
}
