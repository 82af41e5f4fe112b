import type { CanvasSize } from '../canvas-size.ts';
import { mixSeed, createRandom } from '../random.ts';
import type { Staging } from '../scene-families.ts';
import { OVERSCAN, type Stage } from './stage.ts';

/** Largest product box as shares of the canvas, and where its foot stands. */
interface Fit {
  width: number;
  height: number;
  base: number;
  horizon: number;
}

/**
 * Composed per format: wide pictures have room beside the product, tall ones above and below it. Everywhere the product
 * ends above the call to action of an ad (its plate begins at 0.78, 0.78, 0.735 and 0.795) and begins below the name.
 */
function fitFor({ width, height }: CanvasSize): Fit {
  const aspect = width / height;
  if (aspect > 1.4) return { width: 0.52, height: 0.58, base: 0.765, horizon: 0.59 };
  if (aspect > 0.9) return { width: 0.68, height: 0.58, base: 0.765, horizon: 0.6 };
  if (aspect > 0.7) return { width: 0.74, height: 0.54, base: 0.725, horizon: 0.58 };
  return { width: 0.78, height: 0.46, base: 0.69, horizon: 0.57 };
}

/** The places where a product may stand on plinths or cards, per view. */
export interface LayoutOptions {
  canvas: CanvasSize;
  staging: Staging;
  view: string;
  /** Width ÷ height of the product, and its own resolution in pixels. */
  product: CanvasSize;
  seed: number;
  /** A family may want its product smaller or higher; 1 and 0 = as usual. */
  shrink: number;
  raise: number;
}

/** Where product, horizon and layers lie, in layer pixels. */
export function layOut({
  canvas,
  staging,
  view,
  product,
  seed,
  shrink,
  raise,
}: LayoutOptions): Pick<
  Stage,
  'canvas' | 'width' | 'height' | 'unit' | 'product' | 'horizonY' | 'lightSide'
> {
  const random = createRandom(mixSeed(seed, 'layout'));
  const width = Math.ceil((canvas.width * OVERSCAN) / 2) * 2;
  const height = Math.ceil((canvas.height * OVERSCAN) / 2) * 2;
  const fit = fitFor(canvas);
  const lightSide = random() < 0.5 ? -1 : 1;
  const isWide = canvas.width > canvas.height * 1.4;
  const scale =
    Math.min((canvas.width * fit.width) / product.width, (canvas.height * fit.height) / product.height) *
    shrink;
  const closeUp = view === 'detail' ? closeUpScale(scale, canvas, product) : scale;
  const size = { width: product.width * closeUp, height: product.height * closeUp };
  const offset = offsetFor(view, isWide, lightSide) * canvas.width;
  const centerX = width / 2 + offset;
  const marginY = (height - canvas.height) / 2;
  const floats = staging !== 'floor';
  const standing = marginY + (fit.base - raise) * canvas.height;
  const floating = marginY + (fit.base - fit.height / 2) * canvas.height + size.height / 2;
  const overflow = view === 'detail' ? Math.max(0, size.height - canvas.height * 0.8) : 0;
  const baseY = (floats ? floating : standing) + overflow * (floats ? 0.3 : 0.8);
  return {
    canvas,
    width,
    height,
    unit: Math.min(canvas.width, canvas.height),
    product: { centerX, centerY: baseY - size.height / 2, baseY, ...size },
    horizonY: marginY + (fit.horizon - raise * 0.5) * canvas.height,
    lightSide,
  };
}

/** A close-up fills the frame and bleeds off it, but never shows more than 1.8 screen pixels per photo pixel. */
function closeUpScale(scale: number, canvas: CanvasSize, product: CanvasSize): number {
  const filling = Math.max(canvas.width / product.width, canvas.height / product.height) * 0.92;
  const sharpest = Math.max(1.8, scale);
  return Math.max(scale * 1.12, Math.min(filling, sharpest, scale * 1.65));
}

function offsetFor(view: string, isWide: boolean, lightSide: number): number {
  if (view === 'side') return (isWide ? 0.13 : 0.025) * lightSide;
  if (view === 'lifestyle') return (isWide ? -0.1 : -0.03) * lightSide;
  if (view === 'detail') return (isWide ? 0.08 : 0.05) * lightSide;
  return 0;
}
