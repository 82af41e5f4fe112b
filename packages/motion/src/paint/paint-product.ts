import type { Context2D, Picture } from '../canvas.ts';
import type { ProductLayer } from '../layer.ts';
import { boxAround, posedOutline } from '../stage/pose.ts';
import type { PaintCache } from './paint-cache.ts';
import { paintShadow } from './paint-shadow.ts';
import {
  drawSprite,
  fittedSprite,
  shadowSprite,
  silhouetteOf,
  type Sprite,
  stickerSprite,
  wrapSprite,
} from './product-sprites.ts';
import { shrunkPicture } from './shrunk-picture.ts';
import { treatedPicture } from './treat-picture.ts';

const RIM_SCALE = 0.6;

/** Light along the edges: the product in the light's colour, shifted behind itself. */
function paintRim(
  context: Context2D,
  cutout: Picture,
  { pose, rim, sticker }: ProductLayer,
  cache: PaintCache,
): void {
  if (!rim || sticker) return;
  const sprite = shadowSprite(cutout, rim.color, 0, RIM_SCALE, cache);
  const { width } = rim;
  context.save();
  context.globalAlpha *= rim.side === undefined ? 0.9 : 0.75;
  if (rim.side === undefined) {
    drawSprite(context, cutout, pose, sprite, -width, width * 0.4);
    drawSprite(context, cutout, pose, sprite, width, width * 0.8);
  } else drawSprite(context, cutout, pose, sprite, rim.side === 'right' ? width : -width, -width * 0.9);
  context.restore();
}

/** How much of the ground's colour lies on the whole product, and on its lit edge. */
const WRAP = { whole: 0.14, edge: 0.42 };

/** The ground's light on the product: it belongs where it stands. */
function paintWrap(
  context: Context2D,
  cutout: Picture,
  { pose, wrap, sticker }: ProductLayer,
  cache: PaintCache,
): void {
  if (!wrap || sticker) return;
  context.save();
  const { globalAlpha } = context;
  const fitted = (sprite: Sprite) => fittedSprite(context, cutout, pose, sprite, cache);
  context.globalCompositeOperation = 'soft-light';
  context.globalAlpha = globalAlpha * WRAP.whole;
  drawSprite(context, cutout, pose, fitted(shadowSprite(cutout, wrap.color, 0, RIM_SCALE, cache)));
  context.globalCompositeOperation = 'source-over';
  context.globalAlpha = globalAlpha * WRAP.edge;
  const lit = pose.isMirrored ? (wrap.side === 'left' ? 'right' : 'left') : wrap.side;
  drawSprite(context, cutout, pose, fitted(wrapSprite(cutout, { ...wrap, side: lit }, cache)));
  context.restore();
}

/** Draws the product with shadow, rim light and sticker border. */
export function paintProduct(
  context: Context2D,
  layer: ProductLayer,
  cutout: Picture,
  cache: PaintCache,
): void {
  const { pose, sticker } = layer;
  paintShadow(context, cutout, layer, cache);
  paintRim(context, cutout, layer, cache);
  if (sticker) {
    const bounds = boxAround(posedOutline(pose, silhouetteOf(cutout, cache.createSurface)));
    const pad = ((sticker.pad * Math.min(bounds.width, bounds.height)) / pose.height) * cutout.height;
    drawSprite(context, cutout, pose, stickerSprite(cutout, pad, sticker.color, sticker.drop, cache));
  }
  context.save();
  const treated = treatedPicture(cutout, layer.treatment, cache);
  const drawnWidth = (pose.height * cutout.width) / cutout.height;
  const picture = shrunkPicture(context, treated, drawnWidth, cache);
  drawSprite(context, cutout, pose, { picture, scale: picture.width / cutout.width });
  context.restore();
  paintWrap(context, cutout, layer, cache);
}
